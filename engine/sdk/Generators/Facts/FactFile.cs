using System.Collections.Immutable;

namespace Pulumi.Generators.Facts;

/// <summary>A list of facts: one a line, a key and its values separated by spaces; <c>#</c> starts a comment.</summary>
internal sealed class FactFile
{
    private readonly ImmutableDictionary<string, ImmutableArray<string>> _facts;

    private FactFile(ImmutableDictionary<string, ImmutableArray<string>> facts) => _facts = facts;

    public IEnumerable<string> Keys => _facts.Keys.OrderBy(key => key, StringComparer.Ordinal);

    public ImmutableArray<string> this[string key] => _facts.TryGetValue(key, out ImmutableArray<string> values) ? values : [];

    public bool Contains(string key) => _facts.ContainsKey(key);

    public bool Contains(string key, string value) => this[key].Contains(value);

    /// <summary>Reads a file of the folder <c>Facts</c>.</summary>
    public static FactFile Load(string fileName)
    {
        using Stream stream = typeof(FactFile).Assembly.GetManifestResourceStream(fileName)
            ?? throw new InvalidOperationException($"the generator was built without '{fileName}'");
        using StreamReader reader = new(stream);
        return Parse(reader.ReadToEnd());
    }

    public static FactFile Parse(string text)
    {
        ImmutableDictionary<string, ImmutableArray<string>>.Builder facts =
            ImmutableDictionary.CreateBuilder<string, ImmutableArray<string>>(StringComparer.Ordinal);
        foreach (string line in text.Split('\n'))
        {
            string[] words = line.Split('#')[0].Split([' ', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries);
            if (words.Length > 0)
            {
                facts.Add(words[0], [.. words.Skip(1)]);
            }
        }

        return new FactFile(facts.ToImmutable());
    }
}
