using System.Text;

namespace Rampart.Cli.Checks;

/// <summary>Markdown of a bounded length, of whose lists only so many rows are written as there is room for.</summary>
/// <param name="most">How many characters it may have.</param>
internal sealed class MarkdownComment(int most)
{
    private readonly StringBuilder _text = new();

    /// <summary>How many characters there is room for.</summary>
    public int Room => most - _text.Length;

    /// <summary>Writes lines that must not be missing.</summary>
    public void Write(params ReadOnlySpan<string> lines)
    {
        foreach (string line in lines)
        {
            _text.Append(line).Append('\n');
        }
    }

    /// <summary>The first rows that fit.</summary>
    /// <param name="rows">All rows.</param>
    /// <param name="room">How many characters they may have together, with the ends of their lines.</param>
    public static List<string> Fit(IEnumerable<string> rows, int room)
    {
        List<string> fitting = [];
        foreach (string row in rows)
        {
            room -= row.Length + 1;
            if (room < 0)
            {
                break;
            }

            fitting.Add(row);
        }

        return fitting;
    }

    /// <summary>Writes a part that is folded.</summary>
    public void WriteFolded(string title, IReadOnlyList<string> heading, IReadOnlyList<string> rows)
    {
        Write($"<details><summary>{title}</summary>", "");
        Write([.. heading, .. rows]);
        Write("", "</details>", "");
    }

    /// <inheritdoc />
    public override string ToString() => _text.ToString();
}
