using System.Text;

namespace Rampart.Cli.Terminals;

/// <summary>Writes lines of another program: each as <see cref="PlainLine.Whole"/> shows it.</summary>
/// <param name="inner">Where to.</param>
internal sealed class PlainWriter(TextWriter inner) : TextWriter
{
    /// <inheritdoc/>
    public override Encoding Encoding => inner.Encoding;

    /// <inheritdoc/>
    public override void Write(char value) => throw new NotSupportedException("only whole lines can be shown safely");

    /// <inheritdoc/>
    public override void WriteLine(string? value) => inner.WriteLine(PlainLine.Whole(value ?? ""));
}
