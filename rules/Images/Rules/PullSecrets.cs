using System.Globalization;
using Rampart.Rules.Catalogue;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Images.Rules;

/// <summary>Visits the pull secrets that pods and service accounts name.</summary>
internal static class PullSecrets
{
    public delegate void Visitor(KubernetesObject item, string path, Field name, Inspection inspection);

    public static void Visit(Inspection inspection, Visitor visitor)
    {
        foreach (Workload workload in inspection.Objects.Workloads)
        {
            Visit(workload.Object, workload.PodSpec["imagePullSecrets"], workload.SpecPath + ".imagePullSecrets", inspection, visitor);
        }

        foreach (KubernetesObject account in inspection.Objects.OfKind("", "ServiceAccount"))
        {
            Visit(account, account["imagePullSecrets"], "imagePullSecrets", inspection, visitor);
        }
    }

    private static void Visit(KubernetesObject item, Field list, string path, Inspection inspection, Visitor visitor)
    {
        if (list.IsUnset)
        {
            return;
        }

        if (!list.TryGetItems(out FieldItems secrets))
        {
            inspection.Unknown(item, path);
            return;
        }

        for (int i = 0; i < secrets.Count; i++)
        {
            visitor(item, string.Create(CultureInfo.InvariantCulture, $"{path}[{i}].name"), secrets[i]["name"], inspection);
        }
    }
}
