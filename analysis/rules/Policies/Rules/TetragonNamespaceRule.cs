using System.Globalization;
using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Policies.Rules;

/// <summary>RMP6401: namespace selectors of Tetragon are about Linux namespaces.</summary>
internal sealed class TetragonNamespaceRule()
    : TracingPolicyRule("RMP6401", "tetragon-namespace", DiagnosticSeverity.Error)
{
    public override string Summary =>
        "The namespaces that Tetragon matches are those of Linux; the API server rejects the name of a Kubernetes namespace there.";

    public override string Allowed => "Uts, Ipc, Mnt, Pid, PidForChildren, Net, Time, TimeForChildren, Cgroup or User, with values";

    public override string Fix => "use a TracingPolicyNamespaced in the namespace, or podSelector, and remove matchNamespaces";

    protected override void Check(KubernetesObject item, Inspection inspection)
    {
        foreach ((string path, Field hook) in HooksOf(item))
        {
            FieldItems selectors = ItemsOf(hook, "selectors");
            for (int i = 0; i < selectors.Count; i++)
            {
                FieldItems matches = ItemsOf(selectors[i], "matchNamespaces");
                for (int j = 0; j < matches.Count; j++)
                {
                    CheckMatch(item, string.Create(CultureInfo.InvariantCulture, $"{path}.selectors[{i}].matchNamespaces[{j}]"), matches[j], inspection);
                }
            }
        }
    }

    private static void CheckMatch(KubernetesObject item, string path, Field match, Inspection inspection)
    {
        Field name = match["namespace"];
        if (name.TryGetText(out string text)
            && text is not ("Uts" or "Ipc" or "Mnt" or "Pid" or "PidForChildren" or "Net" or "Time" or "TimeForChildren" or "Cgroup" or "User"))
        {
            inspection.Broken(
                item, $"{path}.namespace", $"'{name.Shown}' is no kind of Linux namespace; matchNamespaces does not know those of Kubernetes", name.Shown);
        }

        if (match["values"].TryGetItems(out FieldItems values) && values.Count == 0)
        {
            inspection.Broken(item, $"{path}.values", "matchNamespaces has no values");
        }
    }
}
