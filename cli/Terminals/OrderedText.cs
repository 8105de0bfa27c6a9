using System.Globalization;
using System.Text;

namespace Rampart.Cli.Terminals;

/// <summary>Writes a long text of many items, several parts at a time, in its order.</summary>
internal static class OrderedText
{
    private const int ItemsAtATime = 256;

    /// <summary>Writes all items.</summary>
    /// <typeparam name="T">What an item is.</typeparam>
    /// <param name="items">The items.</param>
    /// <param name="output">Where to.</param>
    /// <param name="write">Writes an item; called from several threads, each with a writer of its own.</param>
    public static void Write<T>(IReadOnlyList<T> items, TextWriter output, Action<TextWriter, T> write)
    {
        if (items.Count <= ItemsAtATime)
        {
            WritePart(items, 0, output, write);
            return;
        }

        // As many parts at a time as there are processors, and one that is ready when its turn comes.
        Queue<Task<StringBuilder>> parts = [];
        Stack<StringBuilder> free = [];
        for (int start = 0; start < items.Count; start += ItemsAtATime)
        {
            if (parts.Count > Environment.ProcessorCount)
            {
                free.Push(WriteOut(parts.Dequeue(), output));
            }

            int first = start;
            StringBuilder text = free.TryPop(out StringBuilder? used) ? used : new StringBuilder();
            parts.Enqueue(Task.Run(() =>
            {
                using StringWriter writer = new(text, CultureInfo.InvariantCulture) { NewLine = output.NewLine };
                WritePart(items, first, writer, write);
                return text;
            }));
        }

        while (parts.TryDequeue(out Task<StringBuilder>? part))
        {
            WriteOut(part, output);
        }
    }

    private static void WritePart<T>(IReadOnlyList<T> items, int start, TextWriter output, Action<TextWriter, T> write)
    {
        int end = Math.Min(start + ItemsAtATime, items.Count);
        for (int i = start; i < end; i++)
        {
            write(output, items[i]);
        }
    }

    private static StringBuilder WriteOut(Task<StringBuilder> part, TextWriter output)
    {
        StringBuilder text = part.GetAwaiter().GetResult();
        foreach (ReadOnlyMemory<char> piece in text.GetChunks())
        {
            output.Write(piece.Span);
        }

        return text.Clear();
    }
}
