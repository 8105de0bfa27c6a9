using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Replacement.Rules;

/// <summary>A rule about objects that an update of another resource deletes. It looks at the resources of a stack, and says nothing about files.</summary>
internal abstract class ReplacementRule(string id, string name, DiagnosticSeverity severity)
    : Rule(id, name, RuleCategory.Programs, severity)
{
    public sealed override string Allowed => "values of resources that are made anew before the old ones go; dependsOn, which takes no value";

    public sealed override string Fix =>
        "leave metadata.name of the other resource out, so that its replacement is made first, give it a name that follows its content, or name it in dependsOn and take no value of it";

    public sealed override bool NeedsOtherObjects => true;

    internal sealed override void Check(Inspection inspection)
    {
        if (inspection.Objects.Stack.Resources.Count == 0 || inspection.Shared(CascadingDeletions.Of) is not { All.Count: > 0 } deletions)
        {
            return;
        }

        Dictionary<string, KubernetesObject> objects = inspection.Shared(ObjectsByUrn.Of).Objects;
        foreach (CascadingDeletion deletion in deletions.All)
        {
            if (FieldsOf(deletion) is { Count: > 0 } fields && deletion.Resource.IsObject && objects.TryGetValue(deletion.Resource.Urn, out KubernetesObject? item))
            {
                Report(inspection, item, deletion, fields, objects);
            }
        }
    }

    /// <summary>The fields whose change this rule warns about; none when another rule does, or none.</summary>
    private protected abstract IReadOnlyList<string> FieldsOf(CascadingDeletion deletion);

    /// <summary>Whether an object is replaced as a matter of course, and nothing stops meanwhile.</summary>
    private protected static bool IsReplaceable(DeclaredResource resource) => resource.Kind is "Job" or "Secret" or "ConfigMap";

    /// <summary>Whether what an object holds is gone with it.</summary>
    private protected static bool HoldsData(DeclaredResource resource) =>
        resource.Kind is "Namespace" or "PersistentVolume" or "PersistentVolumeClaim" or "CustomResourceDefinition";

    private static void Report(
        Inspection inspection, KubernetesObject item, CascadingDeletion deletion, IReadOnlyList<string> fields, Dictionary<string, KubernetesObject> objects)
    {
        if (!deletion.IsKnown)
        {
            inspection.Unknown(item, deletion.Property);
            return;
        }

        string cause = Describe(deletion.Cause.Resource, objects);
        string through = ReferenceEquals(deletion.Dependency, deletion.Cause.Resource) ? "" : $"{Describe(deletion.Dependency, objects)} and with it ";
        inspection.Broken(
            item,
            deletion.Property,
            $"a change of {List(fields)} of {cause} deletes {through}{item} before it is made anew: {deletion.Property} depends on {Describe(deletion.Dependency, objects)}",
            fix: FixOf(deletion.Cause, cause));
    }

    private static string FixOf(ReplacementCause cause, string shown)
    {
        if (cause.Resource.Request.DeleteBeforeReplace == true)
        {
            string options = FixedName.IsOf(cause.Resource) ? "deleteBeforeReplace and metadata.name" : "deleteBeforeReplace";
            return $"take {options} from {shown}, so that its replacement is made first, or name it in dependsOn and take no value of it";
        }

        // What a Job has done stays done, and a claim without its name is another volume.
        return cause.Resource.Kind is "Job" or "PersistentVolumeClaim" or "PersistentVolume"
            ? $"name {shown} in dependsOn and take no value of it"
            : $"leave metadata.name of {shown} out, so that its replacement is made first, or give it a name that follows its content";
    }

    private static string Describe(DeclaredResource resource, Dictionary<string, KubernetesObject> objects) =>
        objects.TryGetValue(resource.Urn, out KubernetesObject? item) && item.Name.Length > 0 ? item.ToString()
        : $"{(resource.Kind.Length > 0 ? resource.Kind : resource.Request.Type)} '{resource.Request.Name}'";

    // The first three say enough.
    private static string List(IReadOnlyList<string> fields) => fields.Count switch
    {
        1 => fields[0],
        2 => $"{fields[0]} or {fields[1]}",
        3 => $"{fields[0]}, {fields[1]} or {fields[2]}",
        _ => $"{fields[0]}, {fields[1]}, {fields[2]} or others",
    };

    // The objects of the stack.
    private sealed record ObjectsByUrn(Dictionary<string, KubernetesObject> Objects)
    {
        public static ObjectsByUrn Of(Inspection inspection)
        {
            Dictionary<string, KubernetesObject> objects = new(StringComparer.Ordinal);
            foreach (KubernetesObject item in inspection.Objects.Objects)
            {
                if (item.Origin.Urn.Length > 0)
                {
                    objects.TryAdd(item.Origin.Urn, item);
                }
            }

            return new ObjectsByUrn(objects);
        }
    }
}
