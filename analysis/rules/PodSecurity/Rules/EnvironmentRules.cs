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
                "Services do not become environment variables: they show an intruder what runs nearby, and can overwrite a setting that the program reads.",
            Allowed = "enableServiceLinks false",
            Fix = "set enableServiceLinks to false",
            Example = new(
                """
                enableServiceLinks: true
                """,
                """
                enableServiceLinks: false
                """,
                "Programs that find services by variables such as SHOP_SERVICE_HOST instead of DNS."),
            Check = static (workload, inspection) =>
                inspection.At(workload)["enableServiceLinks"].ReportIf(
                    Is.NotFalse, "every Service of the namespace becomes environment variables: enableServiceLinks is not false"),
        },
        new ContainerRule("RMP1129", "unique-environment", RuleCategory.PodSecurity, DiagnosticSeverity.Warning)
        {
            Summary = "Every environment variable is set once: if it is set again the last value counts, and server-side apply rejects the list.",
            Allowed = "each name once",
            Fix = "remove all but one of the entries",
            OtherIds =
                ["kube-linter:duplicate-env-var", "kube-score:environment-variable-key-duplication", "kubescape:C-0295"],
            Example = new(
                """
                containers:
                - name: app
                  env: [{name: LEVEL, value: info}, {name: LEVEL, value: debug}]
                """,
                """
                containers:
                - name: app
                  env: [{name: LEVEL, value: debug}]
                """,
                "The last entry holds today: keep that one."),
            Check = CheckUniqueEnvironment,
        },
        new ContainerRule("RMP1131", "environment-valid", RuleCategory.PodSecurity, DiagnosticSeverity.Error)
        {
            Summary = "Every environment variable has a name, and a value or a source but not both; the API server rejects any other.",
            Allowed = "a name with value or valueFrom",
            Fix = "add the name, or remove value or valueFrom",
            Example = new(
                """
                containers:
                - name: app
                  env: [{name: A, value: x, valueFrom: {fieldRef: {fieldPath: metadata.name}}}]
                """,
                """
                containers:
                - name: app
                  env: [{name: A, valueFrom: {fieldRef: {fieldPath: metadata.name}}}]
                """),
            Check = CheckEnvironmentValid,
        },
    ];

    private static void CheckUniqueEnvironment(Container container, Inspection inspection)
    {
        HashSet<string>? names = null;
        FieldAt.ItemsAt variables = inspection.At(container)["env"].Items;
        for (int i = 1; i < variables.Count; i++)
        {
            // For a short list a search takes less time than a set.
            FieldAt name = variables[i]["name"];
            if (name.Text.Length > 0 && (variables.Count <= 32 ? IsAmong(variables.Fields, i, name.Text) : !(names ??= [variables[0]["name"].Text]).Add(name.Text)))
            {
                name.Report($"{container} sets {name.Shown} more than once");
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
        foreach (FieldAt variable in inspection.At(container)["env"].Items)
        {
            FieldAt name = variable["name"], source = variable["valueFrom"];
            if (variable.Presence != Flag.True)
            {
                continue;
            }

            if (name.Field.TryGetText(out string text) && text.Length == 0)
            {
                name.Report($"an environment variable of {container} has no name");
            }

            if (source.Field.Value.ObjectOrNull() is { Count: 0 })
            {
                source.Report($"{name.Shown} of {container} has an empty source");
            }

            if (variable["value"].Text.Length > 0 && source.Presence == Flag.True)
            {
                source.Report($"{name.Shown} of {container} has both a value and a source");
            }
        }
    }
}
