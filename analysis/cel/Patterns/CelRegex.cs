using System.Collections.Concurrent;
using Rampart.Cel.Values;

namespace Rampart.Cel.Patterns;

/// <summary>Regular expressions with the syntax and the linear time of RE2.</summary>
internal static class CelRegex
{
    private const int CacheLimit = 256;

    // Programs name few patterns, again and again.
    private static readonly ConcurrentDictionary<string, PatternProgram> Cache = new(StringComparer.Ordinal);

    /// <summary>What is wrong with a pattern; null if nothing is.</summary>
    public static string? Check(string pattern)
    {
        try
        {
            Get(pattern);
            return null;
        }
        catch (PatternException problem)
        {
            return problem.Message;
        }
    }

    /// <summary>Whether a text matches somewhere.</summary>
    public static CelValue IsMatch(CelValue text, CelValue pattern) =>
        Run(pattern, machine => CelValue.From(machine.Find(text.AsString(), 0, true) is not null));

    /// <summary>The first match, or the empty text.</summary>
    public static CelValue Find(CelValue text, CelValue pattern) =>
        Run(pattern, machine => CelValue.From(machine.Find(text.AsString(), 0, false) is { } found ? text.AsString()[found.Start..found.End] : ""));

    /// <summary>All matches that do not overlap, up to a number; below zero there is no limit.</summary>
    public static CelValue FindAll(CelValue text, CelValue pattern, long limit) => Run(pattern, machine =>
    {
        string whole = text.AsString();
        List<CelValue> found = [];
        int position = 0, before = -1;
        while (position <= whole.Length && (limit < 0 || found.Count < limit) && machine.Find(whole, position, false) is { } match)
        {
            if (match.End > match.Start || match.End != before)
            {
                found.Add(CelValue.From(whole[match.Start..match.End]));
            }

            before = match.End;
            position = match.End > match.Start ? match.End
                : match.End + (match.End + 1 < whole.Length && char.IsSurrogatePair(whole[match.End], whole[match.End + 1]) ? 2 : 1);
        }

        return CelValue.From(CelList.Create([.. found]));
    });

    private static CelValue Run(CelValue pattern, Func<PatternMachine, CelValue> run)
    {
        try
        {
            return run(new PatternMachine(Get(pattern.AsString())));
        }
        catch (PatternException problem)
        {
            return CelValue.Error(problem.Message);
        }
    }

    private static PatternProgram Get(string pattern)
    {
        if (Cache.TryGetValue(pattern, out PatternProgram? program))
        {
            return program;
        }

        program = PatternProgram.Compile(pattern);
        if (Cache.Count < CacheLimit)
        {
            Cache.TryAdd(pattern, program);
        }

        return program;
    }
}
