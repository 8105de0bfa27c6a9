using Pulumi.Utilities;

namespace Pulumi.Tests;

/// <summary>What an output is like, whatever its value.</summary>
/// <param name="IsKnown">Whether it is known.</param>
/// <param name="IsSecret">Whether it is secret.</param>
/// <param name="IsLater">Whether a task gives it that is not done yet.</param>
public sealed record Shape(bool IsKnown, bool IsSecret, bool IsLater)
{
    public static readonly Shape Plain = new(IsKnown: true, IsSecret: false, IsLater: false);

    public static IEnumerable<Shape> All =>
        from isKnown in (bool[])[true, false]
        from isSecret in (bool[])[false, true]
        from isLater in (bool[])[false, true]
        select new Shape(isKnown, isSecret, isLater);

    public override string ToString() =>
        $"{(IsLater ? "later" : "ready")} {(IsKnown ? "known" : "unknown")} {(IsSecret ? "secret" : "plain")}";
}

/// <summary>Makes outputs.</summary>
internal static class Outputs
{
    public static Output<T> Create<T>(Shape shape, T value)
    {
        Output<T> output = (shape.IsKnown, shape.IsLater) switch
        {
            (true, false) => Output.Create(value),
            (true, true) => Output.Create(LaterAsync(value)),
            (false, false) => OutputUtilities.CreateUnknown(value),
            (false, true) => OutputUtilities.CreateUnknown(() => LaterAsync(value)),
        };
        return shape.IsSecret ? Output.CreateSecret(output) : output;
    }

    public static Output<T> Unknown<T>(T value) => OutputUtilities.CreateUnknown(value);

    public static async Task<T> LaterAsync<T>(T value)
    {
        await Task.Yield();
        return value;
    }
}
