namespace Rampart.Cel.Patterns;

internal enum PatternOperation : byte
{
    Set,
    Split,
    Place,
    Match,
}

/// <summary>One instruction: take a code point, go both ways (the first one first), be at a place, or end.</summary>
internal readonly record struct PatternInstruction(PatternOperation Operation, int Next, int Other, CharacterSet? Set, Place Place);

/// <summary>A regular expression as a machine that runs in linear time.</summary>
internal sealed class PatternProgram
{
    private const int SizeLimit = 100_000;

    private readonly List<PatternInstruction> _instructions = [];

    private PatternProgram(string pattern)
    {
        PatternNode node = PatternParser.Parse(pattern);
        int match = Emit(new PatternInstruction(PatternOperation.Match, 0, 0, null, default));
        Start = Compile(node, match);
        Instructions = [.. _instructions];
    }

    public PatternInstruction[] Instructions { get; }

    public int Start { get; }

    /// <summary>Compiles a pattern.</summary>
    /// <exception cref="PatternException">It is none, or too large.</exception>
    public static PatternProgram Compile(string pattern) => new(pattern);

    private int Emit(PatternInstruction instruction)
    {
        if (_instructions.Count >= SizeLimit)
        {
            throw new PatternException("expression too large");
        }

        _instructions.Add(instruction);
        return _instructions.Count - 1;
    }

    // From the end to the start: each part knows what comes next.
    private int Compile(PatternNode node, int next)
    {
        switch (node)
        {
            case SetNode set:
                return Emit(new PatternInstruction(PatternOperation.Set, next, 0, set.Set, default));
            case PlaceNode place:
                return Emit(new PatternInstruction(PatternOperation.Place, next, 0, null, place.Place));
            case SequenceNode sequence:
                for (int i = sequence.Parts.Count - 1; i >= 0; i--)
                {
                    next = Compile(sequence.Parts[i], next);
                }

                return next;
            case ChoiceNode choice:
                int chosen = Compile(choice.Parts[^1], next);
                for (int i = choice.Parts.Count - 2; i >= 0; i--)
                {
                    chosen = Split(Compile(choice.Parts[i], next), chosen, false);
                }

                return chosen;
            default:
                return CompileRepeat((RepeatNode)node, next);
        }
    }

    private int Split(int first, int second, bool isSwapped) =>
        Emit(new PatternInstruction(PatternOperation.Split, isSwapped ? second : first, isSwapped ? first : second, null, default));

    private int CompileRepeat(RepeatNode repeat, int next)
    {
        if (repeat.Max < 0)
        {
            int loop = Emit(default);
            int body = Compile(repeat.Part, loop);
            _instructions[loop] = new PatternInstruction(PatternOperation.Split, repeat.IsLazy ? next : body, repeat.IsLazy ? body : next, null, default);
            next = loop;
        }
        else
        {
            int end = next;
            for (int i = repeat.Min; i < repeat.Max; i++)
            {
                next = Split(Compile(repeat.Part, next), end, repeat.IsLazy);
            }
        }

        for (int i = 0; i < repeat.Min; i++)
        {
            next = Compile(repeat.Part, next);
        }

        return next;
    }
}
