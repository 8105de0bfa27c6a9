using System.Globalization;
using Rampart.Plan.Configuration;
using Rampart.Plan.Yaml;
using Rampart.Protocol.Values;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;

namespace Rampart.Plan.ManifestFiles;

/// <summary>Finds the objects in the documents of one file, and tells what is none.</summary>
internal sealed class ObjectReader(ManifestText text, TextPool pool, List<KubernetesObject> objects, List<Diagnostic> diagnostics)
{
    private const string Fix = "give Kubernetes objects, each with apiVersion and kind";

    private readonly NodeValueReader _values = new(pool);

    /// <summary>Reads a document.</summary>
    /// <param name="slice">Where it stands.</param>
    /// <param name="root">Its root; null for an empty document.</param>
    /// <param name="lineShift">What makes lines of the file of the root's lines.</param>
    public void Read(DocumentSlice slice, YamlNode? root, int lineShift)
    {
        // More nodes than bytes can only be there by aliases.
        bool hasAliases = root?.Size > slice.Length;
        switch (root)
        {
            case null:
            case YamlScalar scalar when scalar.Resolve().Kind == ScalarKind.Null:
                break;
            case YamlSequence list when FalcoRules.IsIn(list):
                PropertyObject body = PropertyObject.Create(
                    new Property("kind", PropertyValue.From(FalcoRules.Kind)),
                    new Property(FalcoRules.Items, _values.Read(list, hasAliases)));
                objects.Add(new KubernetesObject(body, new FileOrigin(text, slice) { File = text.Name, Line = list.Line + lineShift, Wrapped = FalcoRules.Items }));
                break;
            case YamlMapping mapping when ValuesFragment.IsIn(mapping):
                PropertyObject fragment = _values.Read(mapping, hasAliases).AsObject().With("kind", PropertyValue.From(ValuesFragment.Kind));
                objects.Add(new KubernetesObject(fragment, new FileOrigin(text, slice) { File = text.Name, Line = mapping.Line + lineShift }));
                break;
            default:
                ReadObject(slice, root, lineShift, path: "", hasAliases, (null, null));
                break;
        }
    }

    // Items of a typed list, such as a PodList, may leave out what the list says.
    private void ReadObject(DocumentSlice slice, YamlNode node, int lineShift, string path, bool hasAliases, (string? ApiVersion, string? Kind) given)
    {
        if (node is not YamlMapping mapping)
        {
            Report(node, lineShift, $"the {(path.Length == 0 ? "document" : "item")} holds {NodeText.Describe(node)}");
            return;
        }

        string? apiVersion = Text(mapping, "apiVersion") ?? given.ApiVersion, kind = Text(mapping, "kind") ?? given.Kind;
        if (apiVersion is null || kind is null)
        {
            string missing = apiVersion is not null ? "no kind" : kind is not null ? "no apiVersion" : "neither apiVersion nor kind";
            Report(node, lineShift, $"there is {missing}");
            return;
        }

        if (kind.EndsWith("List", StringComparison.Ordinal) && mapping.Find("items")?.Value is { } items && (items is YamlSequence || kind == "List"))
        {
            ReadItems(slice, items, lineShift, path, hasAliases, kind == "List" ? (null, null) : (apiVersion, kind[..^"List".Length]));
            return;
        }

        PropertyObject body = _values.Read(mapping, hasAliases).AsObject();
        if (given.Kind is not null)
        {
            body = body.With("apiVersion", PropertyValue.From(apiVersion)).With("kind", PropertyValue.From(kind));
        }

        objects.Add(new KubernetesObject(body, new FileOrigin(text, slice) { File = text.Name, Line = mapping.Line + lineShift, Root = path }));
    }

    private void ReadItems(DocumentSlice slice, YamlNode items, int lineShift, string path, bool hasAliases, (string? ApiVersion, string? Kind) given)
    {
        if (items is YamlScalar scalar && scalar.Resolve().Kind == ScalarKind.Null)
        {
            return;
        }

        if (items is not YamlSequence sequence)
        {
            Report(items, lineShift, $"items is {NodeText.Describe(items)} and no list");
            return;
        }

        string prefix = path.Length == 0 ? "items" : path + ".items";
        for (int i = 0; i < sequence.Items.Count; i++)
        {
            ReadObject(slice, sequence.Items[i], lineShift, string.Create(CultureInfo.InvariantCulture, $"{prefix}[{i}]"), hasAliases, given);
        }
    }

    private void Report(YamlNode node, int lineShift, string problem) =>
        diagnostics.Add(new Diagnostic(ManifestDiagnosticIds.NotAnObject, DiagnosticSeverity.Error, text.Name, "", problem, Fix)
        {
            Line = node.Line + lineShift,
            Column = node.Column,
        });

    private static string? Text(YamlMapping mapping, string key) =>
        mapping.Find(key)?.Value is YamlScalar { Text.Length: > 0 } scalar && scalar.Resolve().Kind == ScalarKind.String ? scalar.Text : null;
}
