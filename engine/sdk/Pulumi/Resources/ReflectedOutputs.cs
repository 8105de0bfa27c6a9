using System.Collections.Concurrent;
using System.Reflection;
using Pulumi.Serialization;

namespace Pulumi;

/// <summary>
/// The properties with <see cref="OutputAttribute"/> of resource classes that were not generated, looked up once per type.
/// </summary>
internal static class ReflectedOutputs
{
    private static readonly MethodInfo SetMethod =
        typeof(ReflectedOutputs).GetMethod(nameof(Set), BindingFlags.NonPublic | BindingFlags.Static)!;

    private static readonly ConcurrentDictionary<Type, Action<Resource>[]> Known = new();

    private static readonly ConcurrentDictionary<Type, PublicOutput[]> PublicByType = new();

    /// <summary>Gives each output property its output.</summary>
    public static void Initialize(Resource resource)
    {
        foreach (Action<Resource> initialize in Known.GetOrAdd(resource.GetType(), Find))
        {
            initialize(resource);
        }
    }

    /// <summary>The public output properties of a component or stack.</summary>
    public static PublicOutput[] PublicOutputs(Type type) => PublicByType.GetOrAdd(type, FindPublic);

    private static PublicOutput[] FindPublic(Type type)
    {
        List<PublicOutput> found = [];
        foreach (PropertyInfo property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            // What the SDK's own classes declare is not the program's.
            if (property.DeclaringType is { } declaring
                && !declaring.IsAssignableFrom(typeof(Stack))
                && property.GetCustomAttribute<OutputAttribute>() is { } output)
            {
                found.Add(new PublicOutput(output.Name ?? property.Name, property));
            }
        }

        return [.. found];
    }

    private static Action<Resource>[] Find(Type type)
    {
        List<Action<Resource>> found = [];
        for (Type? current = type; current is not null && current != typeof(Resource) && current != typeof(CustomResource); current = current.BaseType)
        {
            foreach (PropertyInfo property in current.GetProperties(
                BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.DeclaredOnly))
            {
                if (property.GetCustomAttribute<OutputAttribute>() is not { } output || property.SetMethod is null)
                {
                    continue;
                }

                Type propertyType = property.PropertyType;
                if (!propertyType.IsGenericType || propertyType.GetGenericTypeDefinition() != typeof(Output<>))
                {
                    throw RunException.OutputsHaveIncorrectType([output.Name ?? property.Name]);
                }

                found.Add(SetMethod.MakeGenericMethod(propertyType.GetGenericArguments())
                    .CreateDelegate<Action<PropertyInfo, string, Resource>>()
                    .Bind(property, output.Name ?? property.Name));
            }
        }

        return [.. found];
    }

    private static Action<Resource> Bind(this Action<PropertyInfo, string, Resource> set, PropertyInfo property, string name) =>
        resource => set(property, name, resource);

    private static void Set<T>(PropertyInfo property, string name, Resource resource)
    {
        Output<T>? field = null;
        property.SetValue(resource, resource.GetOutput(ref field, name, static value => (T)TypedReader.Read(typeof(T), value)!));
    }

    /// <summary>A public output property.</summary>
    /// <param name="Name">The wire name.</param>
    /// <param name="Property">The property.</param>
    internal sealed record PublicOutput(string Name, PropertyInfo Property);
}
