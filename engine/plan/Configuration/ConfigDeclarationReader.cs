using Rampart.Rules.Diagnostics;
using Rampart.Yaml;

namespace Rampart.Plan.Configuration;

/// <summary>Reads the declarations under <c>config:</c> in Pulumi.yaml, by the rules of Pulumi.</summary>
internal sealed class ConfigDeclarationReader(ProjectFile project, ProblemList problems)
{
    private const string TypeNames = "string, integer, boolean, array or object";

    private static readonly string[] Attributes = ["default", "description", "items", "secret", "type", "value"];

    public void Read(YamlMapping declarations)
    {
        foreach (YamlEntry entry in declarations.Entries)
        {
            string? key = ConfigKey.Normalize(entry.Key.Text, project.Name);
            if (key is null || entry.Key.Resolve().Kind != ScalarKind.String)
            {
                problems.Error(ConfigurationDiagnosticIds.InvalidKey, At(entry.Key), entry.Key.Text, "this is not a configuration key", ConfigKey.Form);
            }
            else if (project.FindDeclaration(key) is { } earlier)
            {
                problems.Error(ConfigurationDiagnosticIds.DuplicateKey, At(entry.Key), key, $"the key is already declared on line {earlier.Location.Line}", "keep one of them");
            }
            else if (ConfigKey.NameOf(key).AsSpan().IndexOfAny('.', '[') >= 0)
            {
                problems.Error(
                    ConfigurationDiagnosticIds.InvalidKey, At(entry.Key), key, "Pulumi takes the key for a path into another key", "declare the first part of the path, with type: object or array");
            }
            else
            {
                project.DeclarationList.Add(Read(key, entry));
            }
        }
    }

    private ConfigDeclaration Read(string key, YamlEntry entry)
    {
        ConfigDeclaration declaration = new(key, At(entry.Key));
        if (entry.Value is YamlMapping mapping)
        {
            ReadAttributes(declaration, mapping);
            return declaration;
        }

        ScalarKind kind = entry.Value is YamlScalar scalar ? scalar.Resolve().Kind : ScalarKind.String;
        if (kind is ScalarKind.Null or ScalarKind.Float)
        {
            Invalid(key, entry.Value, $"{NodeText.Describe(entry.Value)} is not a default in the short form", "write {default: …}, or {} for a key that every stack sets");
        }

        declaration.Value = kind == ScalarKind.Null ? null : entry.Value;
        return declaration;
    }

    private void ReadAttributes(ConfigDeclaration declaration, YamlMapping mapping)
    {
        string key = declaration.Key;
        foreach (YamlEntry entry in mapping.Entries)
        {
            if (Array.IndexOf(Attributes, entry.Key.Text) < 0)
            {
                string? meant = SpellingSuggestion.Find(entry.Key.Text, Attributes);
                problems.Error(
                    ConfigurationDiagnosticIds.UnknownAttribute,
                    At(entry.Key),
                    key,
                    $"Pulumi knows no attribute '{entry.Key.Text}' of a declaration",
                    meant is null ? "use type, items, description, default, value or secret" : $"did you mean '{meant}'?");
            }
        }

        declaration.Description = (mapping.Find("description")?.Value as YamlScalar)?.Text;
        declaration.IsSecret = ReadSecret(key, mapping);
        YamlEntry? type = mapping.Find("type"), defaultValue = Given(mapping, "default"), value = Given(mapping, "value");
        declaration.Value = (defaultValue ?? value)?.Value;
        if (defaultValue is not null && value is not null)
        {
            Invalid(key, value.Key, "the declaration has both a default and a value", "keep the default if stacks may set the key, the value if not");
        }

        if (ConfigKey.BelongsTo(key, project.Name))
        {
            declaration.Type = type is null ? null : ReadType(key, mapping);
            CheckDefault(declaration);
        }
        else if (type is not null || defaultValue is not null || value is null)
        {
            Invalid(
                key, type?.Key ?? defaultValue?.Key ?? (YamlNode)mapping, "the key is not in the namespace of the project, so the project can only give it a value", "write key: value, or {value: …}");
        }
    }

    private bool ReadSecret(string key, YamlMapping mapping)
    {
        YamlNode? secret = mapping.Find("secret")?.Value;
        if (secret is null)
        {
            return false;
        }

        ScalarValue value = secret is YamlScalar scalar ? scalar.Resolve() : default;
        if (value.Kind != ScalarKind.Boolean)
        {
            Invalid(key, secret, $"secret is {NodeText.Describe(secret)}", "write secret: true or secret: false");
        }

        return value.IsTrue;
    }

    // Reads type and items of a declaration or, deeper, of items.
    private ConfigType? ReadType(string key, YamlMapping mapping)
    {
        YamlNode? type = mapping.Find("type")?.Value;
        if (type is not YamlScalar scalar || !ConfigType.TryParse(scalar.Text, out ConfigTypeKind kind))
        {
            Invalid(key, type ?? mapping, type is null ? "the items have no type" : $"{NodeText.Describe(type)} is not a type", $"write {TypeNames}");
            return null;
        }

        if (kind != ConfigTypeKind.Array)
        {
            return new ConfigType(kind);
        }

        if (mapping.Find("items")?.Value is YamlMapping items)
        {
            return new ConfigType(ConfigTypeKind.Array, ReadType(key, items));
        }

        Invalid(key, type, "the type of the items is missing", $"add items: {{type: …}} with {TypeNames}");
        return new ConfigType(ConfigTypeKind.Array);
    }

    private void CheckDefault(ConfigDeclaration declaration)
    {
        if (declaration.Type is not null && declaration.Value is not null)
        {
            new ConfigTypeCheck(problems, project.FileName, declaration.Key, isSecret: declaration.IsSecret).CheckDefault(declaration.Type, declaration.Value);
        }
    }

    // An attribute that is there and not null.
    private static YamlEntry? Given(YamlMapping mapping, string attribute) =>
        mapping.Find(attribute) is { } entry && !(entry.Value is YamlScalar scalar && scalar.Resolve().Kind == ScalarKind.Null) ? entry : null;

    private void Invalid(string key, YamlNode at, string problem, string fix) =>
        problems.Error(ConfigurationDiagnosticIds.InvalidDeclaration, At(at), key, problem, fix);

    private SourceLocation At(YamlNode node) => new(project.FileName, node.Line, node.Column);
}
