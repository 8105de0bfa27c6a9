using System.Globalization;
using Rampart.Protocol.Values;
using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;

namespace Rampart.Rules.PodSecurity.Rules;

/// <summary>RMP1131: the API server takes what is said about environment variables.</summary>
internal sealed class EnvironmentValidRule()
    : ContainerRule("RMP1131", "environment-valid", RuleCategory.PodSecurity, DiagnosticSeverity.Error)
{
    public override string Summary => "Every environment variable has a name, and a value or a source of it but not both: the API server rejects all else.";

    public override string Allowed => "a name with value or valueFrom";

    public override string Fix => "add the name, or remove value or valueFrom";

    protected override void Check(Container container, Inspection inspection)
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
