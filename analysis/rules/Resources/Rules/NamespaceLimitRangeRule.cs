using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Resources.Rules;

/// <summary>RMP3041: a namespace that is declared with workloads or with a quota has a LimitRange.</summary>
internal sealed class NamespaceLimitRangeRule() : Rule("RMP3041", "namespace-limit-range", RuleCategory.Resources, DiagnosticSeverity.Warning)
{
    public override string Summary => "Every namespace has a LimitRange that fills in what containers leave out: beside a quota, hooks, jobs and injected containers are rejected without one.";

    public override string Allowed => "a LimitRange in the namespace";

    public override string Fix => "add a LimitRange with default, defaultRequest, min and max for containers";

    public override string Guide => "Resource Quotas";

    internal override void Check(Inspection inspection)
    {
        ObjectSet objects = inspection.Objects;
        foreach (KubernetesObject place in objects.OfKind("", "Namespace"))
        {
            if (NamespaceWorkloads.Of(inspection).In(place.Name).Count > 0 && IsMissing(place.Name, objects))
            {
                if (MayBeMore(place.Name, objects))
                {
                    inspection.UnknownNamespace(place, "metadata.name");
                    continue;
                }

                inspection.Broken(place, "", $"namespace '{place.Name}' has no LimitRange");
            }
        }

        foreach (KubernetesObject quota in objects.OfKind("", "ResourceQuota"))
        {
            // Said of the namespace where that is declared, and otherwise of its first quota on cpu or memory.
            if (objects.Find("", "Namespace", "", KubernetesNamespaces.NameOf(quota.Place)) is null
                && FirstQuotas.Of(inspection).OnCompute(quota.Place) == quota
                && IsMissing(quota.Place, objects))
            {
                if (MayBeMore(quota.Place, objects))
                {
                    inspection.UnknownNamespace(quota, "metadata.namespace");
                    continue;
                }

                inspection.Broken(quota, "", "there is no LimitRange beside the quota, which rejects every pod that leaves out a request or limit");
            }
        }
    }

    private static bool MayBeMore(string place, ObjectSet objects) => objects.MayHoldMore("", "LimitRange", place);

    private static bool IsMissing(string place, ObjectSet objects) => objects.OfKind("", "LimitRange", place).Count == 0;
}
