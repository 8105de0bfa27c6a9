using System.Runtime.CompilerServices;

namespace Rampart.Yaml;

/// <summary>Counts the collections around the cursor, so that no text can exhaust the stack.</summary>
internal struct Nesting
{
    public int Depth { get; private set; }

    public void Enter(YamlPosition position)
    {
        Depth++;
        if (Depth > YamlReader.MaxDepth || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            throw TooDeep(position);
        }
    }

    public void Leave() => Depth--;

    public static YamlException TooDeep(YamlPosition position) =>
        new($"lists and mappings are nested more than {YamlReader.MaxDepth} deep", "nest less", position.Line, position.Column);
}
