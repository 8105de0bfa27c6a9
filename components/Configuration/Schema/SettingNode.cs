using System.Text.Json.Nodes;

namespace Rampart.Components.Configuration.Schema;

/// <summary>A setting in the tree of all settings, for whoever writes the tree down.</summary>
/// <param name="Name">The last part of its key.</param>
/// <param name="Shape">What its value is; <see langword="null"/> for an object that has <see cref="Members"/>.</param>
/// <param name="Rule">What the value may be.</param>
/// <param name="IsRequired">Whether it must be given.</param>
/// <param name="Description">What it is for; <see langword="null"/> when nobody says.</param>
internal sealed record SettingNode(string Name, SettingShape? Shape, SettingAttribute Rule, bool IsRequired, string? Description)
{
    private static readonly SettingAttribute NoRule = new();

    /// <summary>The parts of an object, in the order of the source.</summary>
    public List<SettingNode> Members { get; } = [];

    /// <summary>Whether the object is not there until something of it is given, so that its parts have no defaults.</summary>
    public bool IsOptional { get; private init; }

    /// <summary>The default of the setting, with those of its parts; <see langword="null"/> for none.</summary>
    public JsonNode? Default
    {
        get
        {
            if (Shape is not null)
            {
                return SettingReader.DefaultOf(Rule) is { } value ? ToJson(value) : null;
            }

            JsonObject parts = [];
            foreach (SettingNode member in IsOptional ? [] : Members)
            {
                if (member.Default is { } part)
                {
                    parts.Add(member.Name, part);
                }
            }

            return parts.Count > 0 ? parts : null;
        }
    }

    /// <summary>The settings of args.</summary>
    public static List<SettingNode> Of(SettingsOf settings)
    {
        SettingNode root = new("", null, NoRule, IsRequired: false, null);
        AddMembers(root, Activator.CreateInstance(settings.ArgsType)!, settings, "", "");
        return root.Members;
    }

    /// <summary>The inputs of a type that stands in an <c>Input&lt;…&gt;</c>.</summary>
    public static List<SettingNode> Of(Type type)
    {
        List<SettingNode> nodes = [];
        foreach (SettingMember member in SettingMember.Of(type))
        {
            nodes.Add(Leaf(member, member.Name, member.Rule, description: null));
        }

        return nodes;
    }

    private static void AddMembers(SettingNode root, object args, SettingsOf settings, string input, string key)
    {
        foreach (SettingMember member in SettingMember.Of(args.GetType()))
        {
            string way = SettingsBinder.Below(input, member.Name);
            if (settings.KeyOf(way, SettingsBinder.Below(key, member.Name)) is not { } ownKey)
            {
                continue;
            }

            settings.Descriptions.TryGetValue(ownKey, out string? description);
            if (member.Shape is { Kind: SettingShapeKind.Object, IsInput: false })
            {
                object? inner = member.Get(args);
                if (!settings.IsSpread(way))
                {
                    Add(root, settings, ownKey, new SettingNode("", null, NoRule, IsRequired: false, description ?? XmlDocumentation.Of(member.Declared)) { IsOptional = inner is null });
                }

                AddMembers(root, inner ?? Activator.CreateInstance(member.Shape.Type)!, settings, way, ownKey);
            }
            else
            {
                Add(root, settings, ownKey, Leaf(member, "", settings.RuleOf(way, member.Rule), description));
            }
        }
    }

    private static SettingNode Leaf(SettingMember member, string name, SettingAttribute rule, string? description)
        => new(name, member.Shape, rule, member.IsRequired && rule.Default is null, description ?? WithoutDefault(XmlDocumentation.Of(member.Declared), rule));

    // What the default is stands beside the description.
    private static string? WithoutDefault(string? description, SettingAttribute rule)
        => rule.Default is not null && description?.LastIndexOf(" The default is ", StringComparison.Ordinal) is > 0 and int end ? description[..end] : description;

    // The objects on the way to a key come with it.
    private static void Add(SettingNode root, SettingsOf settings, string key, SettingNode node)
    {
        SettingNode parent = root;
        string[] names = key.Split('.');
        for (int i = 0; i < names.Length - 1; i++)
        {
            SettingNode? next = parent.Members.Find(member => member.Name == names[i]);
            if (next is null)
            {
                settings.Descriptions.TryGetValue(string.Join('.', names[..(i + 1)]), out string? description);
                parent.Members.Add(next = new SettingNode(names[i], null, NoRule, IsRequired: false, description));
            }

            parent = next;
        }

        parent.Members.Add(node with { Name = names[^1] });
    }

    private JsonNode ToJson(SettingValue value) => Shape!.Kind is SettingShapeKind.Text or SettingShapeKind.Choice or SettingShapeKind.IntegerOrText
        ? JsonValue.Create(value.Text)
        : JsonNode.Parse(value.Text)!;
}
