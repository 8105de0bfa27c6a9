using System.Text;
using System.Text.Json;
using Rampart.Plan.Manifests;
using Rampart.Protocol.Values;
using Rampart.Rules.Objects;

namespace Rampart.Testing;

/// <summary>A Kubernetes object that a program declares.</summary>
public sealed class PlannedManifest
{
    private static readonly JsonWriterOptions Indented = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly Manifest _manifest;

    internal PlannedManifest(Manifest manifest)
    {
        _manifest = manifest;
        Object = new KubernetesObject(manifest.Body, new ObjectOrigin { Urn = manifest.Resource.Urn });
    }

    /// <summary>The type token of its resource, e.g. <c>kubernetes:apps/v1:Deployment</c>.</summary>
    public string Type => _manifest.Resource.Type;

    /// <summary>The logical name of its resource.</summary>
    public string LogicalName => _manifest.Resource.Name;

    /// <summary>The URN of its resource.</summary>
    public string Urn => _manifest.Resource.Urn;

    /// <summary>Group and version, e.g. <c>apps/v1</c>.</summary>
    public string ApiVersion => Object.ApiVersion;

    /// <summary>The kind.</summary>
    public string Kind => Object.Kind;

    /// <summary>The namespace; empty when the object names none.</summary>
    public string Namespace => Object.Namespace;

    /// <summary>The name; of an object without one the name that <c>render</c> gives it, and empty where that is not known.</summary>
    public string Name => Object.Name;

    /// <summary>The object as rules read it.</summary>
    public KubernetesObject Object { get; }

    internal PropertyObject Body => _manifest.Body;

    /// <summary>
    /// A field as text: <c>true</c>, <c>3</c>, <c>restricted</c>; null when the field is missing, JSON for objects and lists, <c>[secret]</c> for a
    /// secret, <c>[unknown]</c> for a value that is not known yet.
    /// </summary>
    /// <param name="path">Where the field is, e.g. <c>spec.template.spec.containers[0].image</c>, <c>metadata.labels[app.kubernetes.io/name]</c>.</param>
    public string? Value(string path)
    {
        PropertyValue value = FieldPath.Find(Body, path);
        return value.IsNull ? null : PropertyMask.Mask(value) is var shown && shown.StringOrNull() is { } text ? text : ToJson(shown);
    }

    /// <summary>
    /// The whole object as <c>render --secrets mask --format json</c> writes it, for a golden file: with keys in ordinal order, and placeholders
    /// for secrets and values that are not known yet.
    /// </summary>
    public string ToJson()
    {
        using MemoryStream stream = new();
        ManifestJson.Write(stream, ManifestSelection.Of([_manifest], SecretHandling.Mask).Written[0]);
        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length).TrimEnd('\n');
    }

    /// <summary>Kind, namespace and name.</summary>
    public override string ToString() => Object.ToString();

    private static string ToJson(PropertyValue value)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter writer = new(stream, Indented))
        {
            PropertyJson.Write(writer, value);
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }
}
