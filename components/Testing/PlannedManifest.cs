using System.Text;
using System.Text.Json;
using Rampart.Protocol.Values;
using Rampart.Rules.Objects;

namespace Rampart.Testing;

/// <summary>A Kubernetes object that a program declares in a test.</summary>
public sealed class PlannedManifest
{
    private static readonly JsonWriterOptions Indented = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    internal PlannedManifest(string type, string logicalName, PropertyObject body)
    {
        Type = type;
        LogicalName = logicalName;
        Body = body;
        Object = new KubernetesObject(body);
    }

    /// <summary>The type token of its resource, e.g. <c>kubernetes:apps/v1:Deployment</c>.</summary>
    public string Type { get; }

    /// <summary>The logical name of its resource.</summary>
    public string LogicalName { get; }

    /// <summary>Group and version, e.g. <c>apps/v1</c>.</summary>
    public string ApiVersion => Object.ApiVersion;

    /// <summary>The kind.</summary>
    public string Kind => Object.Kind;

    /// <summary>The namespace; empty when the object names none.</summary>
    public string Namespace => Object.Namespace;

    /// <summary>The name; empty when it is left to auto-naming.</summary>
    public string Name => Object.Name;

    internal PropertyObject Body { get; }

    /// <summary>The object as rules read it.</summary>
    public KubernetesObject Object { get; }

    /// <summary>A field as text: <c>true</c>, <c>3</c>, <c>restricted</c>; null when the field is missing, JSON for objects and lists, <c>[secret]</c> for a secret.</summary>
    /// <param name="path">Where the field is, e.g. <c>spec.template.spec.containers[0].image</c>, <c>metadata.labels[app.kubernetes.io/name]</c>.</param>
    public string? Value(string path)
    {
        PropertyValue value = FieldPath.Find(Body, path);
        return value.IsNull ? null : PropertyMask.Mask(value) is var shown && shown.StringOrNull() is { } text ? text : ToJson(shown);
    }

    /// <summary>The whole object as JSON, with keys in ordinal order and without secrets, for a golden file.</summary>
    public string ToJson() => ToJson(PropertyValue.From(Body));

    /// <summary>Kind, namespace and name.</summary>
    public override string ToString() => Object.ToString();

    private static string ToJson(PropertyValue value)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter writer = new(stream, Indented))
        {
            PropertyJson.Write(writer, PropertyMask.Mask(value));
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }
}
