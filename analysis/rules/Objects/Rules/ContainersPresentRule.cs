using Rampart.Protocol.Values;
using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;

namespace Rampart.Rules.Objects.Rules;

/// <summary>RMP1202: a pod has a container.</summary>
internal sealed class ContainersPresentRule()
    : WorkloadRule("RMP1202", "containers-present", RuleCategory.PodSecurity, DiagnosticSeverity.Error)
{
    public override string Summary =>
        "Every pod has at least one container: the API server rejects all else, and without containers there is nothing that other rules could find.";

    public override string Allowed => "a list of one container or more";

    public override string Fix => "give the pod's spec a list named containers, in its place";

    protected override void Check(Workload workload, Inspection inspection)
    {
        string path = PathPool.Field(workload.SpecPath, "containers");
        if (!workload.PodSpec["containers"].TryGetItems(out FieldItems items))
        {
            inspection.Unknown(workload.Object, path);
        }
        else if (items.Count == 0)
        {
            string misplaced = FindMisplaced(workload) is { } other ? $"; {other} is no field" : "";
            inspection.Broken(workload.Object, path, $"{workload.Object} has no containers{misplaced}");
        }
    }

    // Under another name in the pod's spec, or one level too high.
    private static string? FindMisplaced(Workload workload)
    {
        workload.PodSpec.TryGetProperties(out ReadOnlySpan<Property> fields);
        foreach (Property field in fields)
        {
            if (field.Name != "containers"
                && (field.Name.Equals("containers", StringComparison.OrdinalIgnoreCase) || field.Name.Equals("container", StringComparison.OrdinalIgnoreCase)))
            {
                return $"{workload.SpecPath}.{field.Name}";
            }
        }

        string above = workload.Pod.Path + "containers";
        return FieldPath.Find(workload.Object.Body, above).IsNull ? null : above;
    }
}
