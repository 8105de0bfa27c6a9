using Rampart.Rules.Diagnostics;
using Rampart.Rules.Facts;
using Rampart.Rules.Findings;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Replacement.Rules;

/// <summary>The rules about objects that an update of another resource deletes. They check the resources of a stack, not files.</summary>
internal static class ReplacementRules
{
    public static IReadOnlyList<Rule> All { get; } =
    [
        Of(
            "RMP8001",
            "replacement-deletes-workload",
            DiagnosticSeverity.Warning,
            "No workload, Service, budget or policy takes a value, in a property that replaces it, from a resource that Pulumi deletes before it creates the replacement, such as a Job, Secret, ConfigMap or claim with a fixed name: an update of that resource deletes it too, and nothing serves until everything is created again.",
            static deletion => IsReplaceable(deletion.Resource) || HoldsData(deletion.Resource) ? [] : deletion.Cause.Contents),
        Of(
            "RMP8002",
            "replacement-deletes-data",
            DiagnosticSeverity.Error,
            "No namespace, volume, claim or custom resource definition takes a value, in a property that replaces it, from a resource that Pulumi deletes before it creates the replacement: an update of that resource deletes it too, with everything in it.",
            static deletion => HoldsData(deletion.Resource) ? deletion.Cause.Contents : []),
        Of(
            "RMP8003",
            "replacement-by-identity",
            DiagnosticSeverity.Info,
            "No object takes a value, in a property that replaces it, from a resource that Pulumi deletes before it creates the replacement when its selector, type, role or cluster address changes: such a change is rare, and deletes the object too.",
            static deletion => IsReplaceable(deletion.Resource) || deletion.Cause.Contents.Count > 0 ? [] : deletion.Cause.Identities),
    ];

    // The fields are those whose change the rule reports; none when another rule does, or no rule.
    private static ObjectSetRule Of(
        string id, string name, DiagnosticSeverity severity, string summary, Func<CascadingDeletion, IReadOnlyList<string>> fieldsOf) =>
        new(id, name, RuleCategory.Programs, severity)
        {
            Summary = summary,
            Allowed = "values of resources that Pulumi replaces by creating first; dependsOn, which takes no value",
            Fix =
                "leave out metadata.name of the other resource, so that Pulumi creates its replacement first, give it a name that depends on its content, or name it in dependsOn and take no value from it",
            NeedsOtherObjects = true,
            Check = inspection => Check(inspection, fieldsOf),
        };

    private static void Check(Inspection inspection, Func<CascadingDeletion, IReadOnlyList<string>> fieldsOf)
    {
        if (inspection.Objects.Stack.Resources.Count == 0 || inspection.Facts.Get(CascadingDeletions.Of) is not { All.Count: > 0 } deletions)
        {
            return;
        }

        Dictionary<string, KubernetesObject> objects = inspection.Facts.Get(ObjectsByUrn.Of).Objects;
        foreach (CascadingDeletion deletion in deletions.All)
        {
            if (fieldsOf(deletion) is { Count: > 0 } fields && deletion.Resource.IsObject && objects.TryGetValue(deletion.Resource.Urn, out KubernetesObject? item))
            {
                Report(inspection, item, deletion, fields, objects);
            }
        }
    }

    // Whether an object is replaced routinely, and nothing stops meanwhile.
    private static bool IsReplaceable(DeclaredResource resource) => resource.Kind is "Job" or "Secret" or "ConfigMap";

    // Whether the contents of an object are deleted with it.
    private static bool HoldsData(DeclaredResource resource) =>
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
            $"a change of {List(fields)} of {cause} deletes {through}{item} before it is created again: {deletion.Property} depends on {Describe(deletion.Dependency, objects)}",
            fix: FixOf(deletion.Cause, cause));
    }

    private static string FixOf(ReplacementCause cause, string shown)
    {
        if (cause.Resource.Request.DeleteBeforeReplace == true)
        {
            string options = FixedName.IsOf(cause.Resource) ? "deleteBeforeReplace and metadata.name" : "deleteBeforeReplace";
            return $"remove {options} from {shown}, so that Pulumi creates its replacement first, or name it in dependsOn and take no value from it";
        }

        // A Job's work stays done, and a claim without its name is another volume.
        return cause.Resource.Kind is "Job" or "PersistentVolumeClaim" or "PersistentVolume"
            ? $"name {shown} in dependsOn and take no value from it"
            : $"leave out metadata.name of {shown}, so that Pulumi creates its replacement first, or give it a name that depends on its content";
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
        public static ObjectsByUrn Of(SharedFacts facts)
        {
            Dictionary<string, KubernetesObject> objects = new(StringComparer.Ordinal);
            foreach (KubernetesObject item in facts.Objects.Objects)
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
