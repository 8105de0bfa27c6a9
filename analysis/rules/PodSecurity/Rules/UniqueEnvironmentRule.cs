using System.Globalization;
using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;

namespace Rampart.Rules.PodSecurity.Rules;

/// <summary>RMP1129: an environment variable is set once.</summary>
internal sealed class UniqueEnvironmentRule()
    : ContainerRule("RMP1129", "unique-environment", RuleCategory.PodSecurity, DiagnosticSeverity.Warning)
{
    public override string Summary => "Every environment variable is set once: of several the last one wins, and server-side apply rejects the list.";

    public override string Allowed => "each name once";

    public override string Fix => "remove all but one of the entries";

    public override IReadOnlyList<string> OtherIds =>
        ["kube-linter:duplicate-env-var", "kube-score:environment-variable-key-duplication", "kubescape:C-0295"];

    protected override void Check(Container container, Inspection inspection)
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
}
