using Rampart.Protocol.Values;

namespace Rampart.Plan.Programs;

/// <summary>Passes on what another program prints: a line at a time, without secrets, and of an endless line only its start.</summary>
/// <param name="output">Where to.</param>
/// <param name="secrets">What is masked.</param>
internal sealed class ProgramOutput(TextWriter output, SecretTexts secrets)
{
    /// <summary>Most characters of a line that are passed on.</summary>
    public const int LongestLine = 64 * 1024;

    private const int AtATime = 4096;

    private readonly Lock _lock = new();
    private bool _hasCut;
    private bool _isClosed;

    /// <summary>Reads to the end. The two streams of a process may be read at the same time.</summary>
    /// <param name="from">One of the streams.</param>
    /// <exception cref="IOException">The output cannot be written.</exception>
    public async Task CopyAsync(TextReader from)
    {
        // A secret that is cut in two would not be found: so much more is kept, and left out when it is cut.
        char[] part = new char[AtATime], line = new char[LongestLine + secrets.LongestLength];
        int length = 0;
        bool isCut = false, wasReturn = false;
        for (int count; (count = await from.ReadAsync(part.AsMemory()).ConfigureAwait(false)) > 0;)
        {
            int start = 0;
            if (wasReturn && part[0] == '\n')
            {
                start = 1;
            }

            wasReturn = part[count - 1] == '\r';
            while (start < count)
            {
                int end = part.AsSpan(start, count - start).IndexOfAny('\r', '\n');
                int added = Math.Min(end < 0 ? count - start : end, line.Length - length);
                part.AsSpan(start, added).CopyTo(line.AsSpan(length));
                length += added;
                if (length == line.Length && !isCut)
                {
                    isCut = true;
                    WriteCut(new string(line, 0, length));
                }

                if (end < 0)
                {
                    break;
                }

                if (!isCut)
                {
                    Write(secrets.Mask(new string(line, 0, length)));
                }

                isCut = false;
                length = 0;
                start += end + 1;
                start += part[start - 1] == '\r' && start < count && part[start] == '\n' ? 1 : 0;
            }
        }

        if (length > 0 && !isCut)
        {
            Write(secrets.Mask(new string(line, 0, length)));
        }
    }

    /// <summary>Passes on nothing more, also of what is read later.</summary>
    public void Close()
    {
        lock (_lock)
        {
            _isClosed = true;
        }
    }

    private void WriteCut(string start)
    {
        string masked = secrets.Mask(start);
        Write(masked[..Math.Max(0, masked.Length - secrets.LongestLength)]);
        lock (_lock)
        {
            if (!_hasCut)
            {
                _hasCut = true;
                Write("warning: the program has printed a line of more than 65,536 characters, of which the rest is left out");
            }
        }
    }

    private void Write(string line)
    {
        lock (_lock)
        {
            if (!_isClosed)
            {
                output.WriteLine(line);
            }
        }
    }
}
