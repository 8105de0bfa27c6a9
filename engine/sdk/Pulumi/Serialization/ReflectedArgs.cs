using System.Collections.Concurrent;
using System.Reflection;

namespace Pulumi.Serialization;

/// <summary>
/// The members of an args class that was not generated: those with <see cref="InputAttribute"/>, looked up once per type.
/// </summary>
internal sealed class ReflectedArgs
{
    private static readonly ConcurrentDictionary<Type, ReflectedArgs> Known = new();

    private readonly Member[] _members;

    private ReflectedArgs(Type type)
    {
        const BindingFlags Everything = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance;
        List<Member> members = [];
        foreach (FieldInfo field in type.GetFields(Everything))
        {
            if (field.GetCustomAttribute<InputAttribute>() is { } input)
            {
                members.Add(new Member(input, field.Name, field.GetValue));
            }
        }

        foreach (PropertyInfo property in type.GetProperties(Everything))
        {
            if (property.GetCustomAttribute<InputAttribute>() is { } input)
            {
                members.Add(new Member(input, property.Name, property.GetValue));
            }
        }

        members.Sort(static (left, right) => string.CompareOrdinal(left.Input.Name, right.Input.Name));
        _members = [.. members];
    }

    public static void Write(InputArgs args, PropertyWriter writer)
    {
        ReflectedArgs descriptor = Known.GetOrAdd(args.GetType(), static type => new ReflectedArgs(type));
        foreach (Member member in descriptor._members)
        {
            object? value = member.GetValue(args);
            if (value is null && member.Input.IsRequired)
            {
                throw PropertyWriter.Missing(args, member.Name);
            }

            if (member.Input.Json)
            {
                writer.WriteJson(member.Input.Name, value);
            }
            else
            {
                writer.WriteObject(member.Input.Name, value);
            }
        }
    }

    private sealed record Member(InputAttribute Input, string Name, Func<object, object?> GetValue);
}
