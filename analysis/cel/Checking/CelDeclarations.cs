using System.Collections.Frozen;
using System.Collections.Immutable;
using Rampart.Cel.Functions;
using Rampart.Cel.Syntax;
using Rampart.Cel.Types;
using Rampart.Cel.Values;

namespace Rampart.Cel.Checking;


/// <summary>Everything that an expression can name.</summary>
internal sealed class CelDeclarations
{
    public required FrozenDictionary<string, CelFunction> Functions { get; init; }

    public required FrozenDictionary<(string Name, int Arguments, bool HasReceiver), CelMacro> Macros { get; init; }

    public required ImmutableDictionary<string, CelType> Variables { get; init; }

    /// <summary>The types that can be named, by name.</summary>
    public required ImmutableDictionary<string, CelType> TypeNames { get; init; }

    /// <summary>The fields of object types, by the type's name; a name that ends in <c>.</c> stands for all names that begin so.</summary>
    public required ImmutableDictionary<string, CelObjectType> ObjectTypes { get; init; }

    /// <summary>Whether the last of several entries of a map with one key counts; otherwise they are an error.</summary>
    public bool MayRepeatKeys { get; init; }

    /// <summary>A copy with other variables and object types.</summary>
    public CelDeclarations With(ImmutableDictionary<string, CelType> variables, ImmutableDictionary<string, CelObjectType> objectTypes) => new()
    {
        Functions = Functions,
        Macros = Macros,
        Variables = variables,
        TypeNames = TypeNames,
        ObjectTypes = objectTypes,
        MayRepeatKeys = MayRepeatKeys,
    };

    public CelFunction? FindFunction(string name) => Functions.GetValueOrDefault(name.TrimStart('.'));

    public CelMacro? FindMacro(string name, int arguments, bool hasReceiver) => Macros.GetValueOrDefault((name, arguments, hasReceiver));

    public CelObjectType? FindObjectType(string name)
    {
        if (ObjectTypes.TryGetValue(name, out CelObjectType? type))
        {
            return type;
        }

        int dot = name.IndexOf('.', StringComparison.Ordinal);
        return dot > 0 && ObjectTypes.TryGetValue(name[..(dot + 1)], out CelObjectType? prefix) ? prefix : null;
    }
}

/// <summary>A type of objects that has declared fields, and perhaps literals.</summary>
/// <param name="Name">The name; one that ends in <c>.</c> stands for all names that begin so.</param>
/// <param name="Fields">The type of a field of a type; null if there is none.</param>
/// <param name="Create">What a literal gives; null if there are none.</param>
public sealed record CelObjectType(string Name, Func<string, string, CelType?> Fields, Func<string, IReadOnlyList<KeyValuePair<string, CelValue>>, CelValue>? Create = null)
{
    /// <summary>The type of a literal; null for the type itself.</summary>
    public CelType? LiteralType { get; init; }
}
