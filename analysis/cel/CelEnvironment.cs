using System.Collections.Frozen;
using System.Collections.Immutable;
using Rampart.Cel.Checking;
using Rampart.Cel.Functions;
using Rampart.Cel.Libraries;
using Rampart.Cel.Libraries.Optionals;
using Rampart.Cel.Libraries.Standard;
using Rampart.Cel.Libraries.Strings;
using Rampart.Cel.Libraries.TwoVariables;
using Rampart.Cel.Types;

namespace Rampart.Cel;

/// <summary>What expressions can name: functions, macros, types and variables. Immutable, made once and used by many programs.</summary>
public sealed class CelEnvironment
{
    private readonly ImmutableArray<CelLibrary> _libraries;
    private readonly int _minorVersion;
    private readonly Lazy<CelDeclarations> _declarations;

    internal CelEnvironment(ImmutableArray<CelLibrary> libraries, int minorVersion, bool isStrict)
    {
        _libraries = libraries;
        _minorVersion = minorVersion;
        IsStrict = isStrict;
        _declarations = new Lazy<CelDeclarations>(Declare);
    }

    private CelEnvironment(CelEnvironment source, CelDeclarations declarations)
    {
        _libraries = source._libraries;
        _minorVersion = source._minorVersion;
        IsStrict = source.IsStrict;
        _declarations = new Lazy<CelDeclarations>(declarations);
    }

    /// <summary>The language with optionals, the functions for texts and two-variable macros; literals may mix types.</summary>
    public static CelEnvironment Standard { get; } =
        new([StandardLibrary.Library, OptionalsLibrary.Library, StringsLibrary.Library, TwoVariablesLibrary.Library], int.MaxValue, false);

    /// <summary>Whether literals of mixed types and constants that no function can use are refused, as Kubernetes does.</summary>
    internal bool IsStrict { get; }

    internal CelDeclarations Declarations => _declarations.Value;

    /// <summary>A copy with a variable more. A name may have dots.</summary>
    public CelEnvironment WithVariable(string name, CelType type) =>
        new(this, Declarations.With(Declarations.Variables.SetItem(name, type), Declarations.ObjectTypes));

    /// <summary>A copy with a type of objects more.</summary>
    public CelEnvironment WithObjectType(CelObjectType type)
    {
        ArgumentNullException.ThrowIfNull(type);
        return new(this, Declarations.With(Declarations.Variables, Declarations.ObjectTypes.SetItem(type.Name, type)));
    }

    /// <summary>A copy with a library more.</summary>
    public CelEnvironment WithLibrary(CelLibrary library)
    {
        CelEnvironment loaded = new(_libraries.Add(library), _minorVersion, IsStrict);
        return new(loaded, loaded.Declarations.With(
            loaded.Declarations.Variables.SetItems(Declarations.Variables), loaded.Declarations.ObjectTypes.SetItems(Declarations.ObjectTypes)));
    }

    private CelDeclarations Declare()
    {
        CelLibrary[] loaded = [.. _libraries.Where(library => library.Since <= _minorVersion)];
        Dictionary<string, CelFunction> functions = new(StringComparer.Ordinal);
        foreach (CelFunction function in loaded.SelectMany(static library => library.Functions))
        {
            CelOverload[] overloads = [.. function.Overloads.Where(overload => overload.Since <= _minorVersion)];
            if (overloads.Length > 0)
            {
                functions[function.Name] = functions.TryGetValue(function.Name, out CelFunction? known) ? known.With(known.Overloads.Concat(overloads)) : function.With(overloads);
            }
        }

        Dictionary<string, CelType> types = new(StringComparer.Ordinal)
        {
            ["timestamp"] = CelType.Timestamp,
            ["duration"] = CelType.Duration,
        };
        foreach (CelType type in loaded.SelectMany(static library => library.Types))
        {
            types[type.Name] = type;
        }

        return new CelDeclarations
        {
            Functions = functions.ToFrozenDictionary(StringComparer.Ordinal),
            Macros = loaded.SelectMany(static library => library.Macros)
                .Where(macro => macro.Since <= _minorVersion)
                .ToFrozenDictionary(static macro => (macro.Name, macro.Arguments, macro.HasReceiver)),
            Variables = ImmutableDictionary.Create<string, CelType>(StringComparer.Ordinal),
            TypeNames = types.ToImmutableDictionary(StringComparer.Ordinal),
            ObjectTypes = loaded.SelectMany(static library => library.ObjectTypes).ToImmutableDictionary(static type => type.Name, StringComparer.Ordinal),
            MayRepeatKeys = IsStrict,
        };
    }
}
