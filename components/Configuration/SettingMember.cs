using System.Collections.Concurrent;
using System.Reflection;
using Rampart.Components.Inputs;

namespace Rampart.Components.Configuration;

/// <summary>An input of an args class as a setting.</summary>
internal sealed class SettingMember
{
    private const BindingFlags AnyMember = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.IgnoreCase;

    private static readonly ConcurrentDictionary<Type, SettingMember[]> Known = new();

    private readonly InputMember _input;
    private readonly PropertyInfo? _property;
    private SettingShape? _shape;

    private SettingMember(InputMember input)
    {
        _input = input;
        // Lists, maps and secrets have the attribute on the field behind the property.
        _property = input.Declared as PropertyInfo ?? input.Declared.DeclaringType!.GetProperty(input.Name, AnyMember)
            ?? input.Declared.DeclaringType!.GetProperty(input.Declared.Name.TrimStart('_'), AnyMember);
        Rule = Declared.GetCustomAttribute<SettingAttribute>() ?? KubernetesSettings.Find(Declared.DeclaringType!, Name) ?? new SettingAttribute();
    }

    /// <summary>The name of the input.</summary>
    public string Name => _input.Name;

    /// <summary>What the input may be.</summary>
    public SettingAttribute Rule { get; }

    /// <summary>Whether a value must be given, when there is no default.</summary>
    public bool IsRequired => _input.IsRequired || Rule.IsRequired;

    /// <summary>The property, or the field that has none.</summary>
    public MemberInfo Declared => _property ?? _input.Declared;

    /// <summary>What the value is.</summary>
    /// <exception cref="NotSupportedException">No setting can have the type of the input.</exception>
    public SettingShape Shape => _shape ??= FindShape();

    /// <summary>The inputs of a class, looked up once, in the order of the source.</summary>
    public static SettingMember[] Of(Type type) => Known.GetOrAdd(type, static type =>
    {
        SettingMember[] members = Array.ConvertAll(InputMember.Of(type), static input => new SettingMember(input));
        Array.Sort(members, static (left, right) => left.Declared.MetadataToken.CompareTo(right.Declared.MetadataToken));
        return members;
    });

    public object? Get(object args) => _input.Read(args);

    public void Set(object args, object value)
    {
        // A property may do more than keep a value, such as make it a secret.
        if (_property is { SetMethod: not null })
        {
            _property.SetValue(args, value);
        }
        else
        {
            ((FieldInfo)_input.Declared).SetValue(args, value);
        }
    }

    private SettingShape FindShape()
    {
        try
        {
            return SettingShape.Of(_property?.PropertyType ?? ((FieldInfo)_input.Declared).FieldType);
        }
        catch (NotSupportedException exception)
        {
            throw new NotSupportedException($"{Declared.DeclaringType}.{Declared.Name}: {exception.Message}; leave '{Name}' out of the settings", exception);
        }
    }
}
