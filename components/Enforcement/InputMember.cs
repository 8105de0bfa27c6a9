using System.Reflection;
using Pulumi;

namespace Rampart.Components.Enforcement;

/// <summary>A field or property of an args class that is registered.</summary>
/// <param name="Name">Its name on the wire.</param>
/// <param name="Read">Gives its value; reading a field instead of its property makes no empty list.</param>
internal sealed record InputMember(string Name, Func<object, object?> Read)
{
    private const BindingFlags Declared = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    /// <summary>The members of a class and its base classes.</summary>
    public static InputMember[] Of(Type type)
    {
        List<InputMember> members = [];
        for (Type? declaring = type; declaring is not null && declaring != typeof(object); declaring = declaring.BaseType)
        {
            foreach (FieldInfo field in declaring.GetFields(Declared))
            {
                if (NameOf(field) is { } name)
                {
                    members.Add(new InputMember(name, field.GetValue));
                }
            }

            foreach (PropertyInfo property in declaring.GetProperties(Declared))
            {
                if (NameOf(property) is { } name)
                {
                    members.Add(new InputMember(name, property.GetValue));
                }
            }
        }

        return [.. members];
    }

    // The attribute keeps its name to itself, but its first constructor argument is in the metadata for all to read.
    private static string? NameOf(MemberInfo member)
    {
        foreach (CustomAttributeData attribute in member.GetCustomAttributesData())
        {
            if (attribute.AttributeType == typeof(InputAttribute))
            {
                return (string?)attribute.ConstructorArguments[0].Value;
            }
        }

        return null;
    }
}
