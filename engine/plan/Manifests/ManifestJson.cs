using System.Text.Encodings.Web;
using System.Text.Json;
using Rampart.Protocol.Values;

namespace Rampart.Plan.Manifests;

/// <summary>Writes objects as JSON that <c>kubectl apply -f</c> takes.</summary>
public static class ManifestJson
{
    // Flushing by this many bytes keeps the buffer small whatever the size of the plan.
    private const int FlushThreshold = 32 * 1024;

    private static readonly JsonWriterOptions Options = new()
    {
        Encoder = new LogSafeJsonEncoder(JavaScriptEncoder.Default),
        Indented = true,
        IndentSize = 2,
        NewLine = "\n",
        SkipValidation = true,
    };

    private static readonly JsonWriterOptions CompactOptions = new() { SkipValidation = true };

    /// <summary>Writes all objects as one <c>v1</c> <c>List</c>.</summary>
    /// <param name="stream">Where to.</param>
    /// <param name="manifests">The objects, in the order in which they are to be applied.</param>
    /// <param name="indented">Whether for people, with line breaks, or compact.</param>
    public static void WriteList(Stream stream, ReadOnlySpan<Manifest> manifests, bool indented = true)
    {
        ArgumentNullException.ThrowIfNull(stream);
        using Utf8JsonWriter writer = new(stream, indented ? Options : CompactOptions);
        writer.WriteStartObject();
        writer.WriteString("apiVersion", "v1");
        writer.WriteStartArray("items");
        foreach (Manifest manifest in manifests)
        {
            PropertyJson.Write(writer, Masking.Mask(manifest));
            if (writer.BytesPending > FlushThreshold)
            {
                writer.Flush();
            }
        }

        writer.WriteEndArray();
        writer.WriteString("kind", "List");
        writer.WriteEndObject();
        writer.Flush();
        stream.WriteByte((byte)'\n');
    }

    /// <summary>Writes one object.</summary>
    /// <param name="stream">Where to.</param>
    /// <param name="manifest">The object.</param>
    public static void Write(Stream stream, Manifest manifest)
    {
        ArgumentNullException.ThrowIfNull(stream);
        using (Utf8JsonWriter writer = new(stream, Options))
        {
            PropertyJson.Write(writer, Masking.Mask(manifest));
        }

        stream.WriteByte((byte)'\n');
    }
}
