using System.Globalization;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Findings;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Identity.Rules;

/// <summary>RMP5102: secrets are not written into pods.</summary>
internal static class PlainSecretRule
{
    public static Rule Descriptor { get; } = new ContainerRule("RMP5102", "no-plain-secrets", RuleCategory.Identity, DiagnosticSeverity.Warning)
    {
        Summary = "What is named like a secret is not written into a pod, where everybody reads it who may look at pods.",
        Allowed = "a reference to a Secret, a path, or a value that is no secret",
        Fix = "put the value into a Secret and mount it, or refer to it by secretKeyRef",
        OtherIds =
            ["kubescape:C-0012", "kubescape:C-0259", "polaris:sensitiveContainerEnvVar"],
        Check = Check,
    };

    private static void Check(Container container, Inspection inspection)
    {
        container["env"].TryGetItems(out FieldItems variables);
        for (int i = 0; i < variables.Count; i++)
        {
            Field name = variables[i]["name"], value = variables[i]["value"];
            if (value.IsUnset || !SecretName.Matches(name.Text))
            {
                continue;
            }

            string path = string.Create(CultureInfo.InvariantCulture, $"{container.Path}.env[{i}].value");
            if (!value.TryGetText(out string text))
            {
                inspection.Unknown(container.Workload.Object, path);
            }
            else if (IsPlain(text))
            {
                inspection.Broken(container.Workload.Object, path, $"{container} has {name.Shown} as plain text", Field.Secret);
            }
        }

        CheckArguments(container, "command", inspection);
        CheckArguments(container, "args", inspection);
    }

    private static void CheckArguments(Container container, string list, Inspection inspection)
    {
        container[list].TryGetItems(out FieldItems arguments);
        for (int i = 0; i < arguments.Count; i++)
        {
            string text = arguments[i].Text;
            if (text.Length < 3 || text[0] != '-')
            {
                continue;
            }

            int equals = text.IndexOf('=', StringComparison.Ordinal);
            ReadOnlySpan<char> flag = equals < 0 ? text : text.AsSpan(0, equals);
            if (!SecretName.Matches(flag))
            {
                continue;
            }

            int at = i;
            Field value = arguments[i];
            string found = text[(equals + 1)..];
            if (equals < 0)
            {
                if (++at >= arguments.Count || arguments[at].Text.StartsWith('-'))
                {
                    continue;
                }

                value = arguments[at];
                found = value.Text;
            }

            string path = string.Create(CultureInfo.InvariantCulture, $"{container.Path}.{list}[{at}]");
            if (value.IsUnknown)
            {
                inspection.Unknown(container.Workload.Object, path);
            }
            else if (IsPlain(found))
            {
                inspection.Broken(
                    container.Workload.Object, path, $"{container} has the value of {(arguments[i].IsSecret ? Field.Secret : flag)} as plain text", Field.Secret);
            }
        }
    }

    // A value that is certainly a secret is for the rule about values.
    private static bool IsPlain(string value) => value.Length > 0 && !SecretValue.IsHarmless(value) && SecretValue.Find(value) is null;
}
