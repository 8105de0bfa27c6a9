using System.Globalization;
using Rampart.Protocol.Values;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;
using Rampart.Yaml;

namespace Rampart.Plan.ManifestFiles;

/// <summary>Finds the objects in the documents of one file, and tells what is none.</summary>
/// <param name="text">The file.</param>
/// <param name="values">Reads the values of each document when it is its turn.</param>
/// <param name="objects">Gets the objects.</param>
/// <param name="diagnostics">Gets what is no object.</param>
internal sealed class ObjectReader(ManifestText text, TapeValueReader values, List<KubernetesObject> objects, List<Diagnostic> diagnostics)
{
    private const string Empty = "an empty value";

    private readonly YamlTape _tape = values.Tape;
    private DocumentSlice? _slice;
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
            Report(place, DescribeIdentity(place, apiVersion is null, kind is null));
            return;
        }

        if (body.TryGetValue("items", out PropertyValue items))
        {
            // To kubectl items makes a list of any kind.
            int itemsPlace = _tape.Find(place, "items");
            bool isList = kind.EndsWith("List", StringComparison.Ordinal);
            ReadItems(items, itemsPlace, path, kind == "List" ? (null, null) : (apiVersion, isList ? kind[..^"List".Length] : kind));
            if (isList)
            {
                return;
            }

            Report(
                ManifestDiagnosticIds.OddList,
                itemsPlace,
                $"{kind} is no list and has items, so kubectl applies the items as objects and nothing else",
                "take items away, or give its objects in a List or as documents of their own");
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
        new(text, _slice!) { File = text.Name, Line = _tape[place].Line + _lineShift, Root = path, Wrapped = wrapped };

    private void Report(int place, string problem) => Report(ManifestDiagnosticIds.NotAnObject, place, problem, ManifestPaths.Advice(text.Name));

    private void Report(string id, int place, string problem, string fix) =>
        diagnostics.Add(new Diagnostic(id, DiagnosticSeverity.Error, text.Name, "", problem, fix)
        {
            Line = _tape[place].Line + _lineShift,
            Column = _tape[place].Column,
        });

    // What is wrong with apiVersion and kind: missing, or no text.
    private string DescribeIdentity(int place, bool isVersionMissing, bool isKindMissing)
    {
        List<string> missing = [];
        foreach ((string key, bool isMissing) in (ReadOnlySpan<(string, bool)>)[("apiVersion", isVersionMissing), ("kind", isKindMissing)])
        {
            if (isMissing && _tape.Find(place, key) is >= 0 and int value && Describe(value) is not Empty and var found)
            {
                return $"{key} is {found} and no text";
            }

            if (isMissing)
            {
                missing.Add(key);
            }
        }

        return missing.Count == 2 ? "there is neither apiVersion nor kind" : $"there is no {missing[0]}";
    }

    // Never the value itself: what is given by mistake may be a secret.
    private string Describe(int place)
    {
        place = _tape.Resolve(place);
        return _tape[place].Kind switch
        {
            YamlTokenKind.Sequence => "a list",
            YamlTokenKind.Mapping => "a mapping",
            _ => ScalarResolver.Resolve(_tape, place, YamlSchema.Yaml11) switch
            {
                { Kind: ScalarKind.Null } or { Kind: ScalarKind.String, Text.Length: 0 } => Empty,
                { Kind: ScalarKind.Boolean } => "a boolean",
                { Kind: ScalarKind.Integer or ScalarKind.Float } => "a number",
                _ => "a text",
            },
        };
    }

    private static string? Text(PropertyObject body, string key) => body[key].StringOrNull() is { Length: > 0 } text ? text : null;
}
