using System.Reflection;
using Pulumi;

namespace Rampart.Components.Inputs;

/// <summary>A field or property of an args class that is registered.</summary>
/// <param name="Name">Its name on the wire.</param>
/// <param name="IsRequired">Whether it must have a value.</param>
/// <param name="Declared">The field or property with the attribute.</param>
/// <param name="Read">Gives its value; reading a field instead of its property makes no empty list.</param>
internal sealed record InputMember(string Name, bool IsRequired, MemberInfo Declared, Func<object, object?> Read)
{
    private const BindingFlags OwnMembers = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    /// <summary>The members of a class and its base classes.</summary>
    public static InputMember[] Of(Type type)
    {
        List<InputMember> members = [];
        // The SDK's own base classes have no inputs.
        for (Type? declaring = type; declaring is not null && declaring.Assembly != typeof(InputArgs).Assembly; declaring = declaring.BaseType)
        {
            // Fields that the compiler makes have the names of no language.
            foreach (FieldInfo field in declaring.GetFields(OwnMembers))
            {
                if (field.Name[0] != '<' && Find(field) is { } input)
                {
                    members.Add(new InputMember(input.Name, input.IsRequired, field, field.GetValue));
                }
            }

            foreach (PropertyInfo property in declaring.GetProperties(OwnMembers))
            {
                if (Find(property) is { } input)
                {
                    members.Add(new InputMember(input.Name, input.IsRequired, property, property.GetValue));
                }
            }
        }

        return [.. members];
    }

    // The attribute keeps its name to itself, but its constructor arguments are in the metadata for all to read.
    private static (string Name, bool IsRequired)? Find(MemberInfo member)
    {
        // Most fields have only attributes of the compiler, which need not be read.
        if (!member.IsDefined(typeof(InputAttribute), inherit: false))
        {
            return null;
        }

        foreach (CustomAttributeData attribute in member.GetCustomAttributesData())
        {
            if (attribute.AttributeType == typeof(InputAttribute))
            {
                return ((string)attribute.ConstructorArguments[0].Value!, attribute.ConstructorArguments[1].Value is true);
            }
        }

        return null;
    }
}
