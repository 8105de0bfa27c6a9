using System.Globalization;
using Rampart.Protocol.Values;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Findings;
using Rampart.Rules.Objects;

namespace Rampart.Rules.PodSecurity.Rules;

/// <summary>The rules about environments.</summary>
internal static class EnvironmentRules
{
    public static IReadOnlyList<Rule> All { get; } =
    [
        new WorkloadRule("RMP1122", "service-links", RuleCategory.PodSecurity, DiagnosticSeverity.Info)
        {
            Summary =
                "Services do not become environment variables: they tell an intruder what runs nearby, and can set what a program reads as its own setting.",
            Allowed = "enableServiceLinks false",
            Fix = "set enableServiceLinks to false",
            Check = static (workload, inspection) =>
            {
                switch (workload.PodSpec["enableServiceLinks"].Flag)
                {
                    case Flag.Unknown:
                        inspection.Unknown(workload.Object, $"{workload.SpecPath}.enableServiceLinks");
                        break;
                    case Flag.True:
                        inspection.Broken(workload.Object, $"{workload.SpecPath}.enableServiceLinks", "every service of the namespace becomes environment variables: enableServiceLinks is true", "true");
                        break;
                    case Flag.Unset:
                        inspection.Broken(workload.Object, $"{workload.SpecPath}.enableServiceLinks", "every service of the namespace becomes environment variables: enableServiceLinks is not false");
                        break;
                }
            },
        },
        new ContainerRule("RMP1129", "unique-environment", RuleCategory.PodSecurity, DiagnosticSeverity.Warning)
        {
            Summary = "Every environment variable is set once: of several the last one wins, and server-side apply rejects the list.",
            Allowed = "each name once",
            Fix = "remove all but one of the entries",
            OtherIds =
                ["kube-linter:duplicate-env-var", "kube-score:environment-variable-key-duplication", "kubescape:C-0295"],
            Check = CheckUniqueEnvironment,
        },
        new ContainerRule("RMP1131", "environment-valid", RuleCategory.PodSecurity, DiagnosticSeverity.Error)
        {
            Summary = "Every environment variable has a name, and a value or a source of it but not both: the API server rejects all else.",
            Allowed = "a name with value or valueFrom",
            Fix = "add the name, or remove value or valueFrom",
            Check = CheckEnvironmentValid,
        },
    ];

    private static void CheckUniqueEnvironment(Container container, Inspection inspection)
    {
        container["env"].TryGetItems(out FieldItems variables);
        HashSet<string>? names = null;
        for (int i = 1; i < variables.Count; i++)
        {
            // Most lists are so short that looking through them takes less than a set.
            string name = variables[i]["name"].Text;
            if (name.Length > 0 && (variables.Count <= 32 ? IsAmong(variables, i, name) : !(names ??= [variables[0]["name"].Text]).Add(name)))
            {
                string shown = variables[i]["name"].Shown;
                inspection.Broken(
                    container.Workload.Object,
                    string.Create(CultureInfo.InvariantCulture, $"{container.Path}.env[{i}].name"),
                    $"{container} sets {shown} more than once",
                    shown);
            }
        }
    }

    private static bool IsAmong(FieldItems variables, int count, string name)
    {
        for (int i = 0; i < count; i++)
        {
            if (variables[i]["name"].Text == name)
            {
                return true;
            }
        }

        return false;
    }

    private static void CheckEnvironmentValid(Container container, Inspection inspection)
    {
        container["env"].TryGetItems(out FieldItems variables);
        for (int i = 0; i < variables.Count; i++)
        {
            Field variable = variables[i];
            if (variable.Presence != Flag.True)
            {
                continue;
            }

            if (variable["name"].TryGetText(out string name) && name.Length == 0)
            {
                inspection.Broken(container.Workload.Object, PathOf(container, i, "name"), $"an environment variable of {container} has no name");
            }

            if (variable["valueFrom"].TryGetProperties(out ReadOnlySpan<Property> sources) && sources.Length == 0 && !variable["valueFrom"].IsUnset)
            {
                inspection.Broken(container.Workload.Object, PathOf(container, i, "valueFrom"), $"{variable["name"].Shown} of {container} has an empty source");
            }

            if (variable["value"].Text.Length > 0 && variable["valueFrom"].Presence == Flag.True)
            {
                inspection.Broken(
                    container.Workload.Object, PathOf(container, i, "valueFrom"), $"{variable["name"].Shown} of {container} has both a value and a source of it");
            }
        }
    }

    private static string PathOf(Container container, int index, string field) =>
        string.Create(CultureInfo.InvariantCulture, $"{container.Path}.env[{index}].{field}");
}
