using Rampart.Cel.Values;

namespace Rampart.Cel.Patterns;

/// <summary>Runs all ways through a program at once, in the order of their priority.</summary>
internal sealed class PatternMachine(PatternProgram program)
{
    private readonly PatternInstruction[] _instructions = program.Instructions;
    private readonly int[] _marks = new int[program.Instructions.Length];
    private readonly Stack<int> _pending = new();
    private List<(int Instruction, int Start)> _now = [], _then = [];
    private int _mark;

    /// <summary>The first match from a place on; null if there is none.</summary>
    /// <param name="text">The text.</param>
    /// <param name="from">Where to begin, in UTF-16 units.</param>
    /// <param name="isAny">Whether any match will do.</param>
    public (int Start, int End)? Find(string text, int from, bool isAny)
    {
        (int Start, int End)? found = null;
        _now.Clear();
        _mark++;
        for (int position = from; ; position++)
        {
            if (found is null)
            {
                Follow(_now, program.Start, position, text, position);
            }
            else if (_now.Count == 0)
            {
                return found;
            }

            int length = 1, code = -1;
            if (position < text.Length)
            {
                code = text[position];
                if (char.IsHighSurrogate(text[position]) && position + 1 < text.Length && char.IsLowSurrogate(text[position + 1]))
                {
                    code = char.ConvertToUtf32(text, position);
                    length = 2;
                }
            }

            CelWork.Spend(_now.Count + 1);
            _then.Clear();
            _mark++;
            foreach ((int index, int start) in _now)
            {
                ref readonly PatternInstruction instruction = ref _instructions[index];
                if (instruction.Operation == PatternOperation.Match)
                {
                    found = (start, position);
                    if (isAny)
                    {
                        return found;
                    }

                    // What follows has a lower priority.
                    break;
                }

                if (code >= 0 && instruction.Set!.Contains(code))
                {
                    Follow(_then, instruction.Next, start, text, position + length);
                }
            }

            (_now, _then) = (_then, _now);
            if (position >= text.Length)
            {
                return found;
            }

            position += length - 1;
        }
    }

    private void Follow(List<(int Instruction, int Start)> threads, int instruction, int start, string text, int position)
    {
        _pending.Push(instruction);
        while (_pending.TryPop(out int index))
        {
            if (_marks[index] == _mark)
            {
                continue;
            }

            _marks[index] = _mark;
            ref readonly PatternInstruction current = ref _instructions[index];
            switch (current.Operation)
            {
                case PatternOperation.Split:
                    _pending.Push(current.Other);
                    _pending.Push(current.Next);
                    break;
                case PatternOperation.Place when IsAt(current.Place, text, position):
                    _pending.Push(current.Next);
                    break;
                case PatternOperation.Set or PatternOperation.Match:
                    threads.Add((index, start));
                    break;
            }
        }
    }

    private static bool IsAt(Place place, string text, int position) => place switch
    {
        Place.TextStart => position == 0,
        Place.TextEnd => position == text.Length,
        Place.LineStart => position == 0 || text[position - 1] == '\n',
        Place.LineEnd => position == text.Length || text[position] == '\n',
        Place.WordEdge => IsWord(text, position - 1) != IsWord(text, position),
        _ => IsWord(text, position - 1) == IsWord(text, position),
    };

    private static bool IsWord(string text, int position) =>
        position >= 0 && position < text.Length && (char.IsAsciiLetterOrDigit(text[position]) || text[position] == '_');
}
