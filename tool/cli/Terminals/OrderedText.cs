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
        if (items.Count <= ItemsAtATime || output is not StreamWriter target)
        {
            WriteRange(items, 0, items.Count, output, write);
            return;
        }

        // As many parts at a time as there are processors, and one that is ready when its turn comes.
        target.Flush();
        Queue<Task<Part>> parts = [];
        Stack<Part> free = [];
        for (int start = 0; start < items.Count; start += ItemsAtATime)
        {
            if (parts.Count > Environment.ProcessorCount)
            {
                free.Push(WriteOut(parts.Dequeue(), target));
            }

            int first = start, end = Math.Min(start + ItemsAtATime, items.Count);
            Part part = free.TryPop(out Part? used) ? used : new Part(target);
            parts.Enqueue(Task.Run(() =>
            {
                WriteRange(items, first, end, part.Writer, write);
                part.Writer.Flush();
                return part;
            }));
        }

        while (parts.TryDequeue(out Task<Part>? part))
        {
            WriteOut(part, target).Writer.Dispose();
        }

        while (free.TryPop(out Part? part))
        {
            part.Writer.Dispose();
        }
    }

    private static void WriteRange<T>(IReadOnlyList<T> items, int start, int end, TextWriter output, Action<TextWriter, T> write)
    {
        for (int i = start; i < end; i++)
        {
            write(output, items[i]);
        }
    }

    private static Part WriteOut(Task<Part> writing, StreamWriter target)
    {
        Part part = writing.GetAwaiter().GetResult();
        part.Bytes.WriteTo(target.BaseStream);
        part.Bytes.SetLength(0);
        return part;
    }

    // A part as the bytes that it is in the target's encoding.
    private sealed class Part
    {
        private const int BufferSize = 16 * 1024;

        public Part(StreamWriter target) =>
            Writer = new StreamWriter(Bytes, target.Encoding, BufferSize) { NewLine = target.NewLine };

        public MemoryStream Bytes { get; } = new();

        public StreamWriter Writer { get; }
    }
}
