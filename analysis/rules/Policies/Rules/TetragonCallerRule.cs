using System.Globalization;
using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Policies.Rules;

/// <summary>RMP6402: policies about started programs look at the program, not at who starts it.</summary>
internal sealed class TetragonCallerRule()
    : TracingPolicyRule("RMP6402", "tetragon-filters-caller", DiagnosticSeverity.Warning)
{
    public override string Summary =>
        "A policy about programs that are started compares the file that is started; matchBinaries is about the one that calls, so an "
        + "intruder's program goes past NotIn.";

    public override string Allowed => "matchArgs on the file of security_bprm_check";

    public override string Fix => "hook security_bprm_check and list the allowed files in matchArgs with NotEqual";

    protected override void Check(KubernetesObject item, Inspection inspection)
    {
        foreach ((string path, Field hook) in HooksOf(item))
        {
            string call = hook["call"].Text;
            if (!IsExecCall(call) && call != "security_bprm_check")
            {
                continue;
            }

            FieldItems selectors = ItemsOf(hook, "selectors");
            for (int i = 0; i < selectors.Count; i++)
            {
                FieldItems binaries = ItemsOf(selectors[i], "matchBinaries");
                for (int j = 0; j < binaries.Count && selectors[i]["matchArgs"].IsUnset; j++)
                {
                    if (binaries[j]["operator"].Text is "NotIn" or "NotPrefix" or "NotPostfix")
                    {
                        inspection.Broken(
                            item,
                            string.Create(CultureInfo.InvariantCulture, $"{path}.selectors[{i}].matchBinaries[{j}]"),
                            $"matchBinaries is about the program that calls {call}, so what an allowed program starts goes past",
                            binaries[j]["operator"].Shown);
                    }
                }
            }
        }
    }
}
