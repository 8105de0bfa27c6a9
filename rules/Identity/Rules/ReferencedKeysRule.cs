using System.Globalization;
using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Identity.Rules;

/// <summary>RMP5107: the keys that pods refer to exist.</summary>
internal sealed class ReferencedKeysRule()
    : ContainerRule("RMP5107", "referenced-keys", RuleCategory.Identity, DiagnosticSeverity.Error)
{
    private static readonly (string Field, string Kind)[] References = [("secretKeyRef", "Secret"), ("configMapKeyRef", "ConfigMap")];

    public override string Summary => "The keys of Secrets and ConfigMaps that variables refer to exist: otherwise the container never starts.";

    public override string Allowed => "a key of the object, or optional true";

    public override string Fix => "add the key, or correct the reference";

    public override IReadOnlyList<string> OtherIds => ["kube-linter:env-value-from"];

    protected override void Check(Container container, Inspection inspection)
    {
        container["env"].TryGetItems(out FieldItems variables);
        for (int i = 0; i < variables.Count; i++)
        {
            Field source = variables[i]["valueFrom"];
            foreach ((string field, string kind) in References)
            {
                Field reference = source[field];
                if (reference.Presence == Flag.True && Problem(container.Workload.Object.Place, reference, kind, inspection.Objects) is { } problem)
                {
                    inspection.Broken(
                        container.Workload.Object,
                        string.Create(CultureInfo.InvariantCulture, $"{container.Path}.env[{i}].valueFrom.{field}"),
                        $"{variables[i]["name"].Shown} of {container} {problem}");
                }
            }
        }
    }

    // An object that is not here may be in the cluster.
    private static string? Problem(string place, Field reference, string kind, ObjectSet objects)
    {
        if (!reference["name"].TryGetText(out string name) || !reference["key"].TryGetText(out string key))
        {
            return null;
        }

        if (name.Length == 0 || key.Length == 0)
        {
            return $"refers to a {kind} but not to its {(name.Length == 0 ? "name" : "key")}";
        }

        return reference["optional"].Flag is Flag.Unset or Flag.False
            && objects.Find("", kind, place, name) is { } item
            && item["data"][key].IsUnset && item["stringData"][key].IsUnset && item["binaryData"][key].IsUnset
            && item["sops"].IsUnset
            ? $"refers to key '{reference["key"].Shown}', which {kind} '{reference["name"].Shown}' does not have"
            : null;
    }
}
