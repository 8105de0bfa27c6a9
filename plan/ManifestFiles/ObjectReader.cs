using System.Globalization;
using Rampart.Plan.Configuration;
using Rampart.Plan.Yaml;
using Rampart.Protocol.Values;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;

namespace Rampart.Plan.ManifestFiles;

/// <summary>Finds the objects in the documents of one file, and tells what is none.</summary>
/// <param name="text">The file.</param>
/// <param name="values">Reads the values of each document when it is its turn.</param>
/// <param name="objects">Gets the objects.</param>
/// <param name="diagnostics">Gets what is no object.</param>
internal sealed class ObjectReader(ManifestText text, TapeValueReader values, List<KubernetesObject> objects, List<Diagnostic> diagnostics)
{
    private const string Fix = "give Kubernetes objects, each with apiVersion and kind";

    private readonly YamlTape _tape = values.Tape;
    private DocumentSlice _slice;
    private int _lineShift;

    /// <summary>Reads the document on the _tape.</summary>
    /// <param name="slice">Where it stands.</param>
    /// <param name="lineShift">What makes lines of the file of the document's lines.</param>
    public void Read(DocumentSlice slice, int lineShift)
    {
        _slice = slice;
        _lineShift = lineShift;
        PropertyValue root = values.Read();
        if (root.ListOrNull() is { } list && FalcoRules.IsIn(list))
        {
            PropertyObject body = PropertyObject.Create(
                new Property("kind", PropertyValue.From(FalcoRules.Kind)),
                new Property(FalcoRules.Items, root));
            objects.Add(new KubernetesObject(body, OriginOf(0, wrapped: FalcoRules.Items)));
        }
        else if (root.ObjectOrNull() is { } fields && ValuesFragment.IsIn(fields))
        {
            objects.Add(new KubernetesObject(fields.With("kind", PropertyValue.From(ValuesFragment.Kind)), OriginOf(0)));
        }
        else if (!root.IsNull)
        {
            ReadObject(root, 0, path: "", (null, null));
        }
    }

    // Items of a typed list, such as a PodList, may leave out what the list says.
    private void ReadObject(PropertyValue value, int place, string path, (string? ApiVersion, string? Kind) given)
    {
        if (value.ObjectOrNull() is not { } body)
        {
            Report(place, $"the {(path.Length == 0 ? "document" : "item")} holds {Describe(place)}");
            return;
        }

        string? apiVersion = Text(body, "apiVersion") ?? given.ApiVersion, kind = Text(body, "kind") ?? given.Kind;
        if (apiVersion is null || kind is null)
        {
            string missing = apiVersion is not null ? "no kind" : kind is not null ? "no apiVersion" : "neither apiVersion nor kind";
            Report(place, $"there is {missing}");
            return;
        }

        if (kind.EndsWith("List", StringComparison.Ordinal) && body.TryGetValue("items", out PropertyValue items) && (items.ListOrNull() is not null || kind == "List"))
        {
            ReadItems(items, _tape.Find(place, "items"), path, kind == "List" ? (null, null) : (apiVersion, kind[..^"List".Length]));
            return;
        }

        if (given.Kind is not null)
        {
            body = body.With("apiVersion", PropertyValue.From(apiVersion)).With("kind", PropertyValue.From(kind));
        }

        objects.Add(new KubernetesObject(body, OriginOf(place, path)));
    }

    private void ReadItems(PropertyValue items, int place, string path, (string? ApiVersion, string? Kind) given)
    {
        if (items.IsNull)
        {
            return;
        }

        place = _tape.Resolve(place);
        if (items.ListOrNull() is not { } list)
        {
            Report(place, $"items is {Describe(place)} and no list");
            return;
        }

        string prefix = path.Length == 0 ? "items" : path + ".items";
        int item = place + 1;
        for (int i = 0; i < list.Count; i++)
        {
            ReadObject(list[i], _tape.Resolve(item), string.Create(CultureInfo.InvariantCulture, $"{prefix}[{i}]"), given);
            item = _tape[item].End;
        }
    }

    private FileOrigin OriginOf(int place, string path = "", string wrapped = "") =>
        new(text, _slice) { File = text.Name, Line = _tape[place].Line + _lineShift, Root = path, Wrapped = wrapped };

    private void Report(int place, string problem) =>
        diagnostics.Add(new Diagnostic(ManifestDiagnosticIds.NotAnObject, DiagnosticSeverity.Error, text.Name, "", problem, Fix)
        {
            Line = _tape[place].Line + _lineShift,
            Column = _tape[place].Column,
        });

    private string Describe(int place) => NodeText.Describe(new YamlTree(_tape, YamlSchema.Yaml11).Build(place));

    private static string? Text(PropertyObject body, string key) => body[key].StringOrNull() is { Length: > 0 } text ? text : null;
}
