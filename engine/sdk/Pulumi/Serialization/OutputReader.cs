using System.Collections.Immutable;
using Rampart.Protocol.Values;

namespace Pulumi.Serialization;

/// <summary>
/// Property values as plain objects, as <see cref="UntypedReader"/> gives them, but with an <see cref="Output{T}"/> for what
/// is secret, unknown or comes from resources: a program that writes them again loses nothing.
/// </summary>
internal static class OutputReader
{
    public static ImmutableDictionary<string, object?> Read(PropertyObject value)
    {
        ImmutableDictionary<string, object?>.Builder map = ImmutableDictionary.CreateBuilder<string, object?>();
        foreach (Property property in value.Properties)
        {
            if (!property.Name.StartsWith("__", StringComparison.Ordinal))
            {
                map.Add(property.Name, Read(property.Value));
            }
        }

        return map.ToImmutable();
    }

    public static object? Read(PropertyValue value)
    {
        switch (value.Kind)
        {
            case PropertyKind.Unknown:
            case PropertyKind.Secret:
                return Output(value, ResourceSet.Empty);
            case PropertyKind.Output:
                ResourceSet resources = ResourceSet.Empty;
                foreach (string urn in value.AsOutput().Dependencies)
                {
                    resources = resources.Add(new DependencyResource(urn));
                }

                return Output(value.AsOutput().Value, resources);
            case PropertyKind.List:
                ImmutableArray<object?>.Builder list = ImmutableArray.CreateBuilder<object?>(value.AsList().Count);
                foreach (PropertyValue item in value.AsList().Items)
                {
                    list.Add(Read(item));
                }

                return list.MoveToImmutable();
            case PropertyKind.Object:
                return Read(value.AsObject());
            default:
                return UntypedReader.Read(value);
        }
    }

    // The type of the value is that of the output, so that a program can test for Output<string>.
    private static object Output(PropertyValue value, ResourceSet resources)
    {
        bool isSecret = value.IsSecret;
        value = value.Inner;
        return value.IsUnknown
            ? new Output<object?>(new OutputData<object?>(null, resources, isKnown: false, isSecret))
            : Read(value) switch
            {
                bool boolean => Known(boolean, resources, isSecret),
                double number => Known(number, resources, isSecret),
                string text => Known(text, resources, isSecret),
                ImmutableArray<object?> list => Known(list, resources, isSecret),
                ImmutableDictionary<string, object?> map => Known(map, resources, isSecret),
                var other => Known(other, resources, isSecret),
            };
    }

    private static Output<T> Known<T>(T value, ResourceSet resources, bool isSecret) =>
        new(new OutputData<T>(value, resources, isKnown: true, isSecret));
}
