using Rampart.Plan.Plans;
using Rampart.Protocol.Monitor;
using Rampart.Protocol.Values;
using Rampart.Rules.Replacement;

namespace Rampart.Infra.Tests.Upgrades;

/// <summary>
/// What Pulumi's engine and its Kubernetes provider do when a stack that was deployed by one plan is updated by another. Each resource is
/// looked at in the order of its registration; one that is deleted first takes with it what the deployed stack has that depends on it by a
/// property, and is replaced when that property is unknown.
/// </summary>
internal sealed class EngineModel
{
    private readonly Plan.Plans.Plan _before;
    private readonly Dictionary<string, PlanResource> _old;
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private readonly HashSet<string> _deletedFirst = new(StringComparer.Ordinal);
    private readonly Upgrade _upgrade = new();

    private EngineModel(Plan.Plans.Plan before)
    {
        _before = before;
        _old = before.Resources.Where(resource => resource.IsKubernetesObject).ToDictionary(resource => resource.Urn, StringComparer.Ordinal);
    }

    /// <summary>The update from one plan to another.</summary>
    public static Upgrade Update(Plan.Plans.Plan before, Plan.Plans.Plan after)
    {
        EngineModel model = new(before);
        foreach (PlanResource resource in after.Resources.Where(resource => resource.IsKubernetesObject))
        {
            model.Register(resource);
            model._seen.Add(resource.Urn);
        }

        model._upgrade.Deleted.AddRange(model._old.Values.Where(resource => !model._seen.Contains(resource.Urn)));
        return model._upgrade;
    }

    private void Register(PlanResource resource)
    {
        if (!_old.TryGetValue(resource.Urn, out PlanResource? old))
        {
            _upgrade.Created.Add(resource);
            return;
        }

        if (_deletedFirst.Contains(resource.Urn))
        {
            _upgrade.ReplacedDeleteFirst.Add(resource);
            return;
        }

        List<string> changes = FindChanges(old, resource);
        if (changes.Count == 0)
        {
            return;
        }

        if (!changes.Exists(path => Replaces(resource, path)))
        {
            bool isRefused = resource.Inputs["kind"] == PropertyValue.From("PriorityClass") && changes.Exists(path => path is "value" or "preemptionPolicy");
            (isRefused ? _upgrade.Refused : _upgrade.Updated).Add(resource);
            return;
        }

        bool isSamePlace = !IsAutoNamed(resource) && Metadata(old, "name") == Metadata(resource, "name") && Metadata(old, "namespace") == Metadata(resource, "namespace");
        if (resource.Request.DeleteBeforeReplace ?? isSamePlace)
        {
            _upgrade.ReplacedDeleteFirst.Add(resource);
            DeleteDependents(resource.Urn);
        }
        else
        {
            _upgrade.ReplacedCreateFirst.Add(resource);
        }
    }

    private List<string> FindChanges(PlanResource old, PlanResource resource)
    {
        // An auto-named object keeps its name until it is replaced.
        PropertyObject inputs = IsAutoNamed(old) && IsAutoNamed(resource)
            ? resource.Inputs.With("metadata", PropertyValue.From(resource.Inputs["metadata"].Inner.AsObject().With("name", Metadata(old, "name"))))
            : resource.Inputs;
        List<string> changes = Differences.Of(old.Inputs, inputs);

        // A plan may give an auto-named object the same name again; the provider gives a replacement another one.
        foreach (PropertyDependency dependency in resource.Request.PropertyDependencies)
        {
            foreach (PlanResource replaced in _upgrade.ReplacedCreateFirst.Where(replaced => dependency.Urns.Contains(replaced.Urn) && IsAutoNamed(replaced)))
            {
                changes.AddRange(Differences.Mentioning(dependency.Property, inputs[dependency.Property], Metadata(replaced, "name").AsString()));
            }
        }

        return changes;
    }

    private void DeleteDependents(string root)
    {
        HashSet<string> deleted = new(StringComparer.Ordinal) { root };
        foreach (PlanResource dependent in _before.Resources.Where(resource => resource.IsKubernetesObject && resource.Urn != root && !_seen.Contains(resource.Urn)))
        {
            if (dependent.Request.PropertyDependencies.Any(dependency => dependency.Urns.Any(deleted.Contains) && IsReplacedWithout(dependent, dependency.Property)))
            {
                deleted.Add(dependent.Urn);
                _deletedFirst.Add(dependent.Urn);
            }
        }
    }

    // The provider takes all that an unknown property held as deleted.
    private static bool IsReplacedWithout(PlanResource resource, string property) =>
        resource.Inputs[property].Inner.ObjectOrNull() is { } fields
            ? fields.Properties.ToArray().Any(field => Replaces(resource, $"{property}.{field.Name}"))
            : Replaces(resource, property);

    private static bool Replaces(PlanResource resource, string path) =>
        path is "metadata.name" or "metadata.namespace"
        || ReplacingFields.Of(resource.Inputs["apiVersion"].AsString(), resource.Inputs["kind"].AsString()).Any(field =>
            path == field || path.StartsWith(field + ".", StringComparison.Ordinal) || path.StartsWith(field + "[", StringComparison.Ordinal));

    private static bool IsAutoNamed(PlanResource resource) =>
        resource.Inputs["metadata"].Inner.ObjectOrNull()?["annotations"].Inner.ObjectOrNull()?["pulumi.com/autonamed"] == PropertyValue.From("true");

    private static PropertyValue Metadata(PlanResource resource, string name) => resource.Inputs["metadata"].Inner.AsObject()[name].Inner;
}
