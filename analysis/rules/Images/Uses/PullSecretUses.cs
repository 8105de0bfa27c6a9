using System.Globalization;
using Rampart.Rules.Facts;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Images.Uses;

/// <summary>All pull secrets that pods and service accounts name.</summary>
internal sealed class PullSecretUses
{
    private readonly List<PullSecretUse> _all = [];

    private PullSecretUses(ObjectSet objects)
    {
        foreach (Workload workload in objects.Workloads)
        {
            Field list = workload.PodSpec["imagePullSecrets"];
            if (!list.IsUnset)
            {
                Add(workload.Object, list, workload.SpecPath + ".imagePullSecrets");
            }
        }

        foreach (KubernetesObject account in objects.OfKind("", "ServiceAccount"))
        {
            Add(account, account["imagePullSecrets"], "imagePullSecrets");
        }
    }

    public static IReadOnlyList<PullSecretUse> Of(SharedFacts facts) =>
        facts.Get(static shared => new PullSecretUses(shared.Objects))._all;

    private void Add(KubernetesObject item, Field list, string path)
    {
        if (!list.TryGetItems(out FieldItems secrets))
        {
            _all.Add(new PullSecretUse(item, path, Field.Unreadable));
        }

        for (int i = 0; i < secrets.Count; i++)
        {
            _all.Add(new PullSecretUse(item, string.Create(CultureInfo.InvariantCulture, $"{path}[{i}].name"), secrets[i]["name"]));
        }
    }
}
