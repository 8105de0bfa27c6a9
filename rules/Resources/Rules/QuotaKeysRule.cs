using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Resources.Rules;

/// <summary>RMP3032: the quotas of a namespace limit what its pods request and may use.</summary>
internal sealed class QuotaKeysRule()
    : ObjectRule("RMP3032", "quota-keys", RuleCategory.Resources, DiagnosticSeverity.Warning, "", "ResourceQuota")
{
    public override string Summary => "The quotas of a namespace limit requests and limits of cpu and memory, each of which can exhaust a cluster.";

    public override string Allowed => "requests.cpu, requests.memory, limits.cpu and limits.memory";

    public override string Fix => "add the missing keys to spec.hard";

    public override string Guide => "Resource Quotas";

    public override IReadOnlyList<string> OtherIds => ["trivy:KSV-0040"];

    protected override void Check(KubernetesObject item, Inspection inspection)
    {
        // Said once per namespace, of the first quota that counts all pods.
        if (FirstQuotas.Of(inspection).OnAllPods(item.Place) != item)
        {
            return;
        }

        List<string>? missing = null;
        foreach (string name in (ReadOnlySpan<string>)["requests.cpu", "requests.memory", "limits.cpu", "limits.memory"])
        {
            switch (IsNamed(item.Place, name, inspection))
            {
                case Flag.False:
                    (missing ??= []).Add(name);
                    break;
                case Flag.Unknown:
                    inspection.Unknown(item, "spec.hard");
                    return;
            }
        }

        if (missing is not null)
        {
            inspection.Broken(item, "spec.hard", $"the quota does not limit {string.Join(", ", missing)}");
        }
    }

    private static Flag IsNamed(string place, string name, Inspection inspection)
    {
        // The API server takes 'cpu' for 'requests.cpu'.
        string? other = name switch
        {
            "requests.cpu" => ResourceList.Cpu,
            "requests.memory" => ResourceList.Memory,
            _ => null,
        };
        Flag result = Flag.False;
        foreach (KubernetesObject quota in inspection.Objects.OfKind("", "ResourceQuota", place))
        {
            Field hard = quota.Spec["hard"];
            if (hard.Presence == Flag.Unknown)
            {
                result = Flag.Unknown;
            }
            else if (!hard[name].IsUnset || (other is not null && !hard[other].IsUnset))
            {
                return Flag.True;
            }
        }

        return result;
    }
}
