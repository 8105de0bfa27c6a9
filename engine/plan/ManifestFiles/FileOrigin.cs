using Rampart.Rules.Objects;

namespace Rampart.Plan.ManifestFiles;

/// <summary>The place of an object in a file.</summary>
/// <remarks>Where its fields stand is not remembered: the document is read again when a finding asks.</remarks>
internal sealed class FileOrigin(ManifestText text, DocumentSlice slice) : ObjectOrigin
{
    /// <summary>The path of the object in its document, e.g. <c>items[3]</c>; empty for the document itself.</summary>
    public string Root { get; init; } = "";

    /// <summary>A field that the object has and the document has not, since the document is that field's value; empty for none.</summary>
    public string Wrapped { get; init; } = "";

    public override int FindLine(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        string own = Wrapped.Length > 0 && path.StartsWith(Wrapped, StringComparison.Ordinal) ? path[Wrapped.Length..]
            : path.Length == 0 || path[0] == '[' ? path
            : "." + path;
        string full = Root.Length == 0 || Root[0] == '[' ? Root + own : "." + Root + own;
        return full.Length == 0 ? Line : Math.Max(Line, text.FindLine(slice, full));
    }
}
