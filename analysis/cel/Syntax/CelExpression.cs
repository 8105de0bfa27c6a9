using Rampart.Cel.Types;
using Rampart.Cel.Values;

namespace Rampart.Cel.Syntax;

/// <summary>A part of an expression. The checker writes down what it finds out.</summary>
internal abstract class CelExpression(int position)
{
    /// <summary>The offset into the text that messages name.</summary>
    public int Position => position;

    /// <summary>The type, once checked.</summary>
    public CelType? Type { get; set; }
}

/// <summary>A literal.</summary>
internal sealed class LiteralExpression(int position, CelValue value) : CelExpression(position)
{
    public CelValue Value => value;
}

/// <summary>A variable, or the name of a type.</summary>
internal sealed class IdentifierExpression(int position, string name) : CelExpression(position)
{
    public string Name => name;
}

/// <summary>A field of an operand, or whether it is there.</summary>
internal sealed class SelectExpression(int position, CelExpression operand, string name, bool isTest) : CelExpression(position)
{
    public CelExpression Operand => operand;

    public string Field => name;

    /// <summary>Whether this is <c>has(operand.field)</c>.</summary>
    public bool IsTest => isTest;

    /// <summary>The variable that the whole chain names, if the checker found one.</summary>
    public string? QualifiedName { get; set; }
}

/// <summary>A call of a function, an operator or a method.</summary>
internal sealed class CallExpression(int position, string function, CelExpression? target, params CelExpression[] arguments) : CelExpression(position)
{
    public string Function { get; set; } = function;

    public CelExpression? Target { get; set; } = target;

    public CelExpression[] Arguments => arguments;

    /// <summary>The overloads that remained, once checked.</summary>
    public IReadOnlyList<string> Overloads { get; set; } = [];
}

/// <summary>A list; items may be optional.</summary>
internal sealed class ListExpression(int position, CelExpression[] items, bool[] optionals) : CelExpression(position)
{
    public CelExpression[] Items => items;

    public bool[] Optionals => optionals;
}

/// <summary>One entry of a map.</summary>
internal sealed record MapEntry(int Position, CelExpression Key, CelExpression Value, bool IsOptional);

/// <summary>A map.</summary>
internal sealed class MapExpression(int position, MapEntry[] entries) : CelExpression(position)
{
    public MapEntry[] Entries => entries;
}

/// <summary>One field of an object.</summary>
internal sealed record StructField(int Position, string Name, CelExpression Value, bool IsOptional);

/// <summary>An object of a declared type.</summary>
internal sealed class StructExpression(int position, string typeName, StructField[] fields) : CelExpression(position)
{
    public string TypeName { get; set; } = typeName;

    public StructField[] Fields => fields;
}

/// <summary>What a macro expands to: a fold over a list or a map.</summary>
internal sealed class FoldExpression(int position) : CelExpression(position)
{
    public required CelExpression Range { get; init; }

    public required string Variable { get; init; }

    /// <summary>The second variable: with it the first one is the index or the key.</summary>
    public string? Variable2 { get; init; }

    public required string Accumulator { get; init; }

    public required CelExpression Start { get; init; }

    public required CelExpression Condition { get; init; }

    public required CelExpression Step { get; init; }

    public required CelExpression Result { get; init; }
}
