using System.Globalization;
using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Resources.Rules;

/// <summary>RMP3018: scratch volumes have a size.</summary>
internal sealed class EmptyDirSizeRule() : WorkloadRule("RMP3018", "empty-dir-size", RuleCategory.Resources, DiagnosticSeverity.Info)
{
    public override string Summary => "Every emptyDir has a size limit, so that a pod which fills it is evicted before the node's disk or memory is full.";

    public override string Allowed => "a sizeLimit above 0";

    public override string Fix => "set emptyDir.sizeLimit";

    public override string Guide => "Resource Limits";

    protected override void Check(Workload workload, Inspection inspection)
    {
        Field list = workload.PodSpec["volumes"];
        if (list.IsUnset)
        {
            return;
        }

        if (!list.TryGetItems(out FieldItems volumes))
        {
            inspection.Unknown(workload.Object, workload.SpecPath + ".volumes");
            return;
        }

        for (int i = 0; i < volumes.Count; i++)
        {
            Field volume = volumes[i];
            if (!IsEmptyDir(volume))
            {
                continue;
            }

            Field emptyDir = volume["emptyDir"];
            switch (QuantityField.Read(emptyDir["sizeLimit"], out Quantity quantity))
            {
                case QuantityState.Unknown:
                    inspection.Unknown(workload.Object, PathOf(workload, i));
                    break;
                case QuantityState.Unset:
                case QuantityState.Valid when quantity.IsZero:
                    string problem = emptyDir["medium"].Text == "Memory" ? ", so it may fill the node's memory" : "";
                    inspection.Broken(workload.Object, PathOf(workload, i), $"volume '{volume["name"].Shown}' has no size limit{problem}");
                    break;
            }
        }
    }

    // A volume that says nothing but its name is an emptyDir, too.
    private static bool IsEmptyDir(Field volume) => !volume["emptyDir"].IsUnset
        || (volume.Value.ObjectOrNull() is { Count: 1 } only && only.ContainsKey("name"));

    private static string PathOf(Workload workload, int index) =>
        string.Create(CultureInfo.InvariantCulture, $"{workload.SpecPath}.volumes[{index}].emptyDir.sizeLimit");
}
