using System.Text.Encodings.Web;
using System.Text.Json;
using Rampart.Plan.Manifests;

namespace Rampart.Cli.Texts;

/// <summary>How reports in JSON are written.</summary>
internal static class ReportJson
{
    /// <summary>For people too: indented, with as few escapes as a terminal and a build service allow.</summary>
    public static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        IndentSize = 2,
        NewLine = "\n",
        Encoder = new LogSafeJsonEncoder(JavaScriptEncoder.UnsafeRelaxedJsonEscaping),
        MaxDepth = 64,
    };
}
