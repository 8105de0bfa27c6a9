using System.Collections.Immutable;
using Rampart.Cel.Syntax;

namespace Rampart.Cel.Functions;

/// <summary>What an evaluation says about arguments that no overload takes.</summary>
public enum CelMismatch : byte
{
    /// <summary>The function and the types of the arguments.</summary>
    Signature,

    /// <summary>The function, if it does nothing with the first argument; otherwise only that there is no such overload.</summary>
    Operator,

    /// <summary>Only that there is no such overload.</summary>
    Short,
}

/// <summary>A function, as data: its overloads, and what calls cost.</summary>
public sealed class CelFunction
{
    /// <summary>A function.</summary>
    /// <param name="name">The name, with its namespace if it has one, e.g. <c>sets.contains</c>.</param>
    /// <param name="overloads">The overloads, in the order in which they are tried.</param>
    public CelFunction(string name, params CelOverload[] overloads)
    {
        Name = name;
        Overloads = [.. overloads];
    }

    /// <summary>The name.</summary>
    public string Name { get; }

    /// <summary>The overloads, in the order in which they are tried.</summary>
    public ImmutableArray<CelOverload> Overloads { get; private init; }

    /// <summary>What a call costs, whichever overload it is; null for one unit.</summary>
    public CelCost? Cost { get; init; }

    /// <summary>What an evaluation says about arguments that no overload takes.</summary>
    public CelMismatch Mismatch { get; init; }

    /// <summary>Whether errors and unknown values are arguments like any other.</summary>
    public bool IsNonStrict { get; init; }

    /// <summary>Whether a call with one constant is computed when the program is made, and costs nothing.</summary>
    internal bool FoldsConstants { get; init; }

    /// <summary>The index of the argument that is a regular expression; below zero if there is none.</summary>
    internal int PatternArgument { get; init; } = -1;

    /// <summary>What a call may cost, whichever overload it is; null for one unit.</summary>
    internal Func<CelCallSizes, CelEstimate>? Estimate { get; init; }

    /// <summary>What is wrong with a call whose types are right, such as a literal that is no duration.</summary>
    internal Func<CallExpression, (int Position, string Message)?>? Validate { get; init; }

    /// <summary>A copy with only some overloads, or more of them.</summary>
    internal CelFunction With(IEnumerable<CelOverload> overloads) => new(Name)
    {
        Overloads = [.. overloads],
        Cost = Cost,
        Mismatch = Mismatch,
        IsNonStrict = IsNonStrict,
        FoldsConstants = FoldsConstants,
        PatternArgument = PatternArgument,
        Validate = Validate,
        Estimate = Estimate,
    };
}
