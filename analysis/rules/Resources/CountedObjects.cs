using Rampart.Rules.Objects;

namespace Rampart.Rules.Resources;

/// <summary>Counts what a ResourceQuota limits in addition to pods.</summary>
/// <remarks>It is the least that there will be: a namespace may hold objects that are not among those that are checked.</remarks>
internal sealed class CountedObjects
{
    // The root certificate that the control plane puts into every namespace.
    private const string RootCertificate = "kube-root-ca.crt";

    private static readonly Countable[] Kinds =
    [
        new("", "ConfigMap", "configmaps"),
        new("", "PersistentVolumeClaim", "persistentvolumeclaims"),
        new("", "ReplicationController", "replicationcontrollers"),
        new("", "ResourceQuota", "resourcequotas"),
        new("", "Secret", "secrets"),
        new("", "Service", "services"),
        new("apps", "DaemonSet", "daemonsets"),
        new("apps", "Deployment", "deployments"),
        new("apps", "StatefulSet", "statefulsets"),
        new("autoscaling", "HorizontalPodAutoscaler", "horizontalpodautoscalers"),
        new("batch", "CronJob", "cronjobs"),
        new("batch", "Job", "jobs"),
        new("networking.k8s.io", "Ingress", "ingresses"),
        new("networking.k8s.io", "NetworkPolicy", "networkpolicies"),
        new("policy", "PodDisruptionBudget", "poddisruptionbudgets"),
    ];

    private readonly ObjectSet _objects;
    private readonly string _place;
    private readonly Lazy<Quantity?> _storage;
    private readonly Lazy<Quantity> _loadBalancers;

    /// <summary>Counts the objects of a namespace.</summary>
    /// <param name="objects">All objects.</param>
    /// <param name="place">The namespace.</param>
    public CountedObjects(ObjectSet objects, string place)
    {
        _objects = objects;
        _place = place;
        _storage = new(SumStorage);
        _loadBalancers = new(CountLoadBalancers);
    }

    /// <summary>The numbers of objects by their names in a quota.</summary>
    /// <param name="hard">The quota; only what it names is counted.</param>
    /// <param name="claims">The volume claims that pods bring with them, and their storage; null when they are not known.</param>
    public ResourceList Count(ResourceList hard, ResourceList? claims)
    {
        ResourceList result = ResourceList.Empty;
        foreach (Countable kind in Kinds)
        {
            string generic = kind.Generic;
            bool isNamed = kind.Group.Length == 0 && hard[kind.Plural] is not null;
            if (!isNamed && hard[generic] is null)
            {
                continue;
            }

            long count = _objects.OfKind(kind.Group, kind.Kind, _place).Count;
            if (kind.Kind == "ConfigMap" && _objects.Find("", kind.Kind, _place, RootCertificate) is null)
            {
                count++;
            }

            Quantity quantity = Quantity.From(count);
            if (kind.Kind == "PersistentVolumeClaim")
            {
                if (claims is null)
                {
                    continue;
                }

                quantity += claims[kind.Plural] ?? Quantity.Zero;
            }

            result = result.With(generic, quantity);
            result = isNamed ? result.With(kind.Plural, quantity) : result;
        }

        if (hard["requests.storage"] is not null && claims is not null && _storage.Value is { } storage)
        {
            result = result.With("requests.storage", (claims["requests.storage"] ?? Quantity.Zero) + storage);
        }

        return hard["services.loadbalancers"] is null ? result : result.With("services.loadbalancers", _loadBalancers.Value);
    }

    // Null when it is not known.
    private Quantity? SumStorage()
    {
        Quantity storage = Quantity.Zero;
        foreach (KubernetesObject claim in _objects.OfKind("", "PersistentVolumeClaim", _place))
        {
            if (QuantityField.Read(claim.Spec["resources"]["requests"]["storage"], out Quantity own) is not (QuantityState.Valid or QuantityState.Unset))
            {
                return null;
            }

            storage += own;
        }

        return storage;
    }

    private Quantity CountLoadBalancers()
    {
        long count = 0;
        foreach (KubernetesObject service in _objects.OfKind("", "Service", _place))
        {
            count += service.Spec["type"].Text == "LoadBalancer" ? 1 : 0;
        }

        return Quantity.From(count);
    }

    private sealed record Countable(string Group, string Kind, string Plural)
    {
        /// <summary>The name that any kind has in a quota; some have a shorter one, too.</summary>
        public string Generic { get; } = Group.Length == 0 ? "count/" + Plural : $"count/{Plural}.{Group}";
    }
}
