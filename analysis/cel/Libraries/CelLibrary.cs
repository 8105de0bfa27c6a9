using System.Collections.Immutable;
using Rampart.Cel.Checking;
using Rampart.Cel.Functions;
using Rampart.Cel.Syntax;
using Rampart.Cel.Types;

namespace Rampart.Cel.Libraries;

/// <summary>Functions, macros and types that come together.</summary>
public sealed class CelLibrary
{
    /// <summary>The name, e.g. <c>kubernetes.quantity</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The functions; those of several libraries with one name become one.</summary>
    public ImmutableArray<CelFunction> Functions { get; init; } = [];

    /// <summary>The types that can be named.</summary>
    public ImmutableArray<CelType> Types { get; init; } = [];

    /// <summary>The types with fields.</summary>
    public ImmutableArray<CelObjectType> ObjectTypes { get; init; } = [];

    /// <summary>The minor version of Kubernetes 1 that loads the library first; 0 if all do.</summary>
    public int Since { get; init; }

    internal ImmutableArray<CelMacro> Macros { get; init; } = [];
}
