namespace Pulumi;

/// <summary>What an <see cref="Output{T}"/> holds once it is there.</summary>
/// <param name="value">The value; <c>default</c> when it is not known.</param>
/// <param name="resources">The resources that the value comes from.</param>
/// <param name="isKnown">Whether the value is known; during preview it may not be.</param>
/// <param name="isSecret">Whether the value must never be shown.</param>
internal readonly struct OutputData<T>(T value, ResourceSet resources, bool isKnown, bool isSecret)
{
    public T Value { get; } = value;

    public ResourceSet Resources { get; } = resources;

    public bool IsKnown { get; } = isKnown;

    public bool IsSecret { get; } = isSecret;

    public static OutputData<T> Known(T value) => new(value, ResourceSet.Empty, isKnown: true, isSecret: false);

    /// <summary>This value as the outcome of something that came from <paramref name="source"/>.</summary>
    public OutputData<T> After<TSource>(in OutputData<TSource> source) =>
        new(Value, source.Resources.Union(Resources), IsKnown, IsSecret || source.IsSecret);

    public OutputData<TOther> With<TOther>(TOther value) => new(value, Resources, IsKnown, IsSecret);

    public OutputData<object?> Box() => new(Value, Resources, IsKnown, IsSecret);
}
