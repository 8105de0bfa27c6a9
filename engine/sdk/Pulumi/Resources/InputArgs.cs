using System.Collections.Immutable;
using Pulumi.Serialization;

namespace Pulumi;

/// <summary>The base of classes whose members with <see cref="InputAttribute"/> are sent to the engine.</summary>
public abstract class InputArgs
{
    private protected InputArgs()
    {
    }

    /// <summary>Writes the members. Generated classes do it without reflection.</summary>
    internal virtual void WriteProperties(PropertyWriter writer) => ReflectedArgs.Write(this, writer);
}

/// <summary>The base of the inputs of resources and of the classes nested in them.</summary>
public abstract class ResourceArgs : InputArgs
{
    /// <summary>No inputs.</summary>
    public static readonly ResourceArgs Empty = new NoArgs();

    /// <summary>Creates inputs without values.</summary>
    protected ResourceArgs()
    {
    }

    private sealed class NoArgs : ResourceArgs
    {
        internal override void WriteProperties(PropertyWriter writer)
        {
        }
    }
}

/// <summary>The base of the arguments of provider functions.</summary>
public abstract class InvokeArgs : InputArgs
{
    /// <summary>No arguments.</summary>
    public static readonly InvokeArgs Empty = new NoArgs();

    /// <summary>Creates arguments without values.</summary>
    protected InvokeArgs()
    {
    }

    private sealed class NoArgs : InvokeArgs
    {
        internal override void WriteProperties(PropertyWriter writer)
        {
        }
    }
}

/// <summary>The base of the arguments of component methods.</summary>
public abstract class CallArgs : InputArgs
{
    /// <summary>No arguments.</summary>
    public static readonly CallArgs Empty = new NoArgs();

    /// <summary>Creates arguments without values.</summary>
    protected CallArgs()
    {
    }

    private sealed class NoArgs : CallArgs
    {
        internal override void WriteProperties(PropertyWriter writer)
        {
        }
    }
}

/// <summary>Inputs from a dictionary.</summary>
/// <param name="dictionary">Values by wire name.</param>
public sealed class DictionaryResourceArgs(ImmutableDictionary<string, object?> dictionary) : ResourceArgs
{
    internal override void WriteProperties(PropertyWriter writer) => DictionaryArgs.Write(dictionary, writer);
}

/// <summary>Function arguments from a dictionary.</summary>
/// <param name="dictionary">Values by wire name.</param>
public sealed class DictionaryInvokeArgs(ImmutableDictionary<string, object?> dictionary) : InvokeArgs
{
    internal override void WriteProperties(PropertyWriter writer) => DictionaryArgs.Write(dictionary, writer);
}

/// <summary>Writes arguments that are a dictionary.</summary>
internal static class DictionaryArgs
{
    public static void Write(ImmutableDictionary<string, object?> dictionary, PropertyWriter writer)
    {
        foreach ((string name, object? value) in dictionary.OrderBy(static pair => pair.Key, StringComparer.Ordinal))
        {
            writer.WriteObject(name, value);
        }
    }
}
