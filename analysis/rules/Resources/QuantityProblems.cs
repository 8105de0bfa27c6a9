using System.Numerics;
using Rampart.Protocol.Values;
using Rampart.Rules.Facts;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Resources;

/// <summary>What is wrong with single quantities; found in one pass for all the rules about them.</summary>
internal sealed class QuantityProblems
{
    private static readonly BigInteger NanosPerUnit = 1_000_000_000;

    private readonly List<QuantityProblem> _values = [];
    private readonly List<QuantityProblem> _names = [];
    private readonly List<QuantityProblem> _fractions = [];

    private QuantityProblems(SharedFacts facts) => QuantityMaps.Visit(facts.Objects, Look);

    /// <summary>Values that are no quantities, or negative, or not known.</summary>
    public IReadOnlyList<QuantityProblem> Values => _values;

    /// <summary>Names of resources that do not exist.</summary>
    public IReadOnlyList<QuantityProblem> Names => _names;

    /// <summary>Fractions of bytes.</summary>
    public IReadOnlyList<QuantityProblem> Fractions => _fractions;

    public static QuantityProblems Of(SharedFacts facts) => facts.Get(static shared => new QuantityProblems(shared));

    /// <summary>What is wrong with a value; null when nothing is, or when it is not known.</summary>
    public static string? Find(Field field, QuantityState state, Quantity quantity)
    {
        if (state == QuantityState.Valid)
        {
            return quantity.Sign >= 0 ? null : field.IsSecret ? "the quantity is negative" : $"'{field.Shown}' is negative";
        }

        if (state != QuantityState.Invalid)
        {
            return null;
        }

        _ = Quantity.TryParse(field.Shown, out _, out string? error);
        return field.IsSecret ? "the text is not a quantity" : error;
    }

    private void Look(KubernetesObject item, LocatedField map, QuantityMapKind kind)
    {
        if (!map.Field.TryGetProperties(out ReadOnlySpan<Property> properties))
        {
            _values.Add(new QuantityProblem(item, map.Path, null, ""));
            return;
        }

        foreach (Property property in properties)
        {
            string name = property.Name;
            Field field = map.Field.Below(property.Value);
            QuantityState state = QuantityField.Read(field, out Quantity quantity);
            if (state != QuantityState.Valid || quantity.Sign < 0)
            {
                LookAtValue(item, map[name], state, quantity);
            }
            else if (MayHaveFraction(field) && !(quantity.Nanos % NanosPerUnit).IsZero && IsWhole(name, kind))
            {
                _values.Add(new QuantityProblem(item, map[name].Path, field.IsSecret ? "the quantity is not a whole number" : $"'{field.Shown}' is not a whole number", field.Shown));
            }
            else if (MayHaveFraction(field) && ResourceNames.IsInBytes(name) && kind != QuantityMapKind.Ratio)
            {
                LookAtFraction(item, map[name], quantity);
            }

            if (!(kind switch
            {
                QuantityMapKind.Compute => ResourceNames.IsOfContainers(name),
                QuantityMapKind.Quota => ResourceNames.IsOfQuotas(name),
                _ => true,
            }))
            {
                string message = $"'{name}' is not a resource {(kind == QuantityMapKind.Quota ? "that a quota counts" : "of containers")}";
                _names.Add(new QuantityProblem(item, map[name].Path, message, name) { IsOfQuota = kind == QuantityMapKind.Quota });
            }
        }
    }

    // There is no such thing as half a device, pod or secret.
    private static bool IsWhole(string name, QuantityMapKind kind) => kind switch
    {
        QuantityMapKind.Compute => name.Contains('/'),
        QuantityMapKind.Quota => ResourceNames.IsCounted(name),
        _ => false,
    };

    private void LookAtValue(KubernetesObject item, LocatedField at, QuantityState state, Quantity quantity)
    {
        string? message = Find(at.Field, state, quantity);
        if (message is not null || state == QuantityState.Unknown)
        {
            _values.Add(new QuantityProblem(item, at.Path, message, at.Field.Shown));
        }
    }

    private void LookAtFraction(KubernetesObject item, LocatedField at, Quantity quantity)
    {
        if ((quantity.Nanos % NanosPerUnit).IsZero)
        {
            return;
        }

        string found = at.Field.Shown;
        string hint = found.EndsWith('m') ? $"; did you mean '{found[..^1]}Mi'?" : "";
        _fractions.Add(new QuantityProblem(item, at.Path, $"'{found}' is not a whole number of bytes{hint}", found));
    }

    // A fraction needs a point, a negative exponent, or one of the small suffixes.
    private static bool MayHaveFraction(Field field) => field.Text is not { Length: > 0 } text || text.AsSpan().ContainsAny(".-mun");
}
