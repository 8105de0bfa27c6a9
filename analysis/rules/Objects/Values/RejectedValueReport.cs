using System.Globalization;
using System.Text;
using Rampart.Rules.Diagnostics;

namespace Rampart.Rules.Objects.Values;

/// <summary>Collects values that are rejected, with the way to each.</summary>
internal sealed class RejectedValueReport
{
    private readonly List<(string? Name, int Index)> _steps = [];

    /// <summary>What has been found; null for nothing.</summary>
    public List<RejectedValue>? Found { get; private set; }

    /// <summary>Gives away what has been found, and begins anew.</summary>
    public List<RejectedValue>? Take()
    {
        List<RejectedValue>? found = Found;
        Found = null;
        return found;
    }

    /// <summary>Goes down to a field.</summary>
    public void Enter(string field) => _steps.Add((field, 0));

    /// <summary>Goes down to an item of a list.</summary>
    public void Enter(int index) => _steps.Add((null, index));

    /// <summary>Goes up again.</summary>
    public void Leave() => _steps.RemoveAt(_steps.Count - 1);

    /// <summary>Tells of the value at this place.</summary>
    public void Add(Field value, string problem, string fix) => Add(null, Quoted(value), problem, fix);

    /// <summary>Tells of a field of the value at this place.</summary>
    public void Add(string field, Field value, string problem, string fix)
    {
        Enter(field);
        Add(value, problem, fix);
        Leave();
    }

    /// <summary>Tells of a key of the value at this place, or of the value under it.</summary>
    public void AddKey(Field map, string key, Field value, string problem, string fix)
    {
        // Keys inside a secret are secret.
        bool isKey = value.IsUnset;
        Add(map.IsSecret ? "…" : key, map.IsSecret ? Field.Secret : isKey ? QuotedText.Of(key) : Quoted(value), problem, fix);
    }

    private void Add(string? key, string shown, string problem, string fix) =>
        (Found ??= []).Add(new RejectedValue(Path(), key, shown, problem, fix));

    private static string Quoted(Field value) =>
        value.IsUnset || value.Value.ObjectOrNull() is not null || value.Value.ListOrNull() is not null ? ""
        : value.IsSecret ? Field.Secret
        : value.Flag is Flag.True or Flag.False ? value.Flag == Flag.True ? "'true'" : "'false'"
        : QuotedText.Of(value.Shown);

    private string Path()
    {
        StringBuilder path = new();
        foreach ((string? name, int index) in _steps)
        {
            if (name is null)
            {
                path.Append(CultureInfo.InvariantCulture, $"[{index}]");
            }
            else
            {
                path.Append(path.Length == 0 ? "" : ".").Append(name);
            }
        }

        return path.ToString();
    }
}
