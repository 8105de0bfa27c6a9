using Rampart.Rules.Diagnostics;
using Rampart.Rules.Findings;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Identity.Rules;

/// <summary>RMP5102: pods hold no secrets in plain text.</summary>
internal static class PlainSecretRule
{
    public static Rule Descriptor { get; } = new ContainerRule("RMP5102", "no-plain-secrets", RuleCategory.Identity, DiagnosticSeverity.Warning)
    {
        Summary = "Values that are named like a secret are not written into a pod, where everyone who may read pods can read them.",
        Allowed = "a reference to a Secret, a path, or a value that is not a secret",
        Fix = "put the value into a Secret and mount it, or refer to it by secretKeyRef",
        OtherIds =
            ["kubescape:C-0012", "kubescape:C-0259", "polaris:sensitiveContainerEnvVar"],
        Check = Check,
    };

    private static void Check(Container container, Inspection inspection)
    {
        FieldAt at = inspection.At(container);
        foreach (FieldAt variable in at["env"].Items)
        {
            FieldAt name = variable["name"], value = variable["value"];
            if (!value.IsUnset && SecretName.Matches(name.Text) && value.TryRead(out string text) && IsPlain(text))
            {
                value.Report($"{container} has {name.Shown} as plain text", Field.Secret);
            }
        }

        CheckArguments(container, at["command"].Items);
        CheckArguments(container, at["args"].Items);
    }

    private static void CheckArguments(Container container, FieldAt.ItemsAt arguments)
    {
        for (int i = 0; i < arguments.Count; i++)
        {
            FieldAt argument = arguments[i];
            string text = argument.Text;
            if (text.Length < 3 || text[0] != '-')
            {
                continue;
            }

            // --password=value, or --password value.
            int equals = text.IndexOf('=', StringComparison.Ordinal);
            string flag = equals < 0 ? text : text[..equals];
            bool isNext = equals < 0 && i + 1 < arguments.Count && !arguments[i + 1].Text.StartsWith('-');
            if (!SecretName.Matches(flag) || (equals < 0 && !isNext))
            {
                continue;
            }

            FieldAt value = isNext ? arguments[i + 1] : argument;
            value.ReportIfUnknown();
            if (IsPlain(isNext ? value.Text : text[(equals + 1)..]))
            {
                value.Report($"{container} has the value of {(argument.Field.IsSecret ? Field.Secret : flag)} as plain text", Field.Secret);
            }
        }
    }

    // Another rule reports values that are certainly secrets.
    private static bool IsPlain(string value) => value.Length > 0 && !SecretValue.IsHarmless(value) && SecretValue.Find(value) is null;
}
