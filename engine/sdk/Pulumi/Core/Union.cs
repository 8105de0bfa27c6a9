using System.Diagnostics.CodeAnalysis;

namespace Pulumi;

/// <summary>A <see cref="Union{T0, T1}"/> whose type arguments do not matter.</summary>
internal interface IUnion
{
    object? Value { get; }
}

/// <summary>A value of one of two types.</summary>
/// <typeparam name="T0">The first type.</typeparam>
/// <typeparam name="T1">The second type.</typeparam>
public readonly struct Union<T0, T1> : IEquatable<Union<T0, T1>>, IUnion
{
    private readonly T0 _value0;
    private readonly T1 _value1;

    private Union(T0 value0, T1 value1, bool isT1)
    {
        _value0 = value0;
        _value1 = value1;
        IsT1 = isT1;
    }

    /// <summary>Whether the value is of the first type.</summary>
    public bool IsT0 => !IsT1;

    /// <summary>Whether the value is of the second type.</summary>
    public bool IsT1 { get; }

    /// <summary>The value as the first type.</summary>
    /// <exception cref="InvalidOperationException">It is of the second type.</exception>
    public T0 AsT0 => IsT0 ? _value0 : throw new InvalidOperationException("Cannot return as T0 as result is T1");

    /// <summary>The value as the second type.</summary>
    /// <exception cref="InvalidOperationException">It is of the first type.</exception>
    public T1 AsT1 => IsT1 ? _value1 : throw new InvalidOperationException("Cannot return as T1 as result is T0");

    /// <summary>The value, whatever its type.</summary>
    public object Value => (IsT1 ? _value1 : (object?)_value0)!;

    object? IUnion.Value => Value;

    /// <summary>A union of the first type.</summary>
    public static Union<T0, T1> FromT0(T0 input) => new(input, default!, isT1: false);

    /// <summary>A union of the second type.</summary>
    public static Union<T0, T1> FromT1(T1 input) => new(default!, input, isT1: true);

    /// <summary>A union of the first type.</summary>
    public static implicit operator Union<T0, T1>(T0 t) => FromT0(t);

    /// <summary>A union of the second type.</summary>
    public static implicit operator Union<T0, T1>(T1 t) => FromT1(t);

    /// <summary>Whether both hold the same value of the same type.</summary>
    public static bool operator ==(Union<T0, T1> left, Union<T0, T1> right) => left.Equals(right);

    /// <summary>Whether the values, or their types, differ.</summary>
    public static bool operator !=(Union<T0, T1> left, Union<T0, T1> right) => !left.Equals(right);

    /// <summary>Runs the function for the type that is there.</summary>
    public void Switch(Action<T0> f0, Action<T1> f1)
    {
        ArgumentNullException.ThrowIfNull(f0);
        ArgumentNullException.ThrowIfNull(f1);
        if (IsT1)
        {
            f1(_value1);
        }
        else
        {
            f0(_value0);
        }
    }

    /// <summary>The result of the function for the type that is there.</summary>
    public TResult Match<TResult>(Func<T0, TResult> f0, Func<T1, TResult> f1)
    {
        ArgumentNullException.ThrowIfNull(f0);
        ArgumentNullException.ThrowIfNull(f1);
        return IsT1 ? f1(_value1) : f0(_value0);
    }

    /// <summary>Changes a value of the first type.</summary>
    public Union<TResult, T1> MapT0<TResult>(Func<T0, TResult> mapFunc)
    {
        ArgumentNullException.ThrowIfNull(mapFunc);
        return IsT1 ? Union<TResult, T1>.FromT1(_value1) : Union<TResult, T1>.FromT0(mapFunc(_value0));
    }

    /// <summary>Changes a value of the second type.</summary>
    public Union<T0, TResult> MapT1<TResult>(Func<T1, TResult> mapFunc)
    {
        ArgumentNullException.ThrowIfNull(mapFunc);
        return IsT1 ? Union<T0, TResult>.FromT1(mapFunc(_value1)) : Union<T0, TResult>.FromT0(_value0);
    }

    /// <summary>Changes a value of either type.</summary>
    public Union<TResult0, TResult1> Bimap<TResult0, TResult1>(Func<T0, TResult0> mapFunc0, Func<T1, TResult1> mapFunc1)
    {
        ArgumentNullException.ThrowIfNull(mapFunc0);
        ArgumentNullException.ThrowIfNull(mapFunc1);
        return IsT1
            ? Union<TResult0, TResult1>.FromT1(mapFunc1(_value1))
            : Union<TResult0, TResult1>.FromT0(mapFunc0(_value0));
    }

    /// <summary>Gets the value of the first type if that is there.</summary>
    public bool TryPickT0([MaybeNullWhen(false)] out T0 value, [MaybeNullWhen(true)] out T1 remainder)
    {
        value = _value0;
        remainder = _value1;
        return IsT0;
    }

    /// <summary>Gets the value of the second type if that is there.</summary>
    public bool TryPickT1([MaybeNullWhen(false)] out T1 value, [MaybeNullWhen(true)] out T0 remainder)
    {
        value = _value1;
        remainder = _value0;
        return IsT1;
    }

    /// <inheritdoc/>
    public bool Equals(Union<T0, T1> other) =>
        IsT1 == other.IsT1
        && (IsT1
            ? EqualityComparer<T1>.Default.Equals(_value1, other._value1)
            : EqualityComparer<T0>.Default.Equals(_value0, other._value0));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Union<T0, T1> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(IsT1, IsT1 ? _value1 : (object?)_value0);

    /// <inheritdoc/>
    public override string ToString() => IsT1 ? $"{typeof(T1).FullName}: {_value1}" : $"{typeof(T0).FullName}: {_value0}";
}
