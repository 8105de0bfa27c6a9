using System.Collections.Immutable;

namespace Pulumi.Utilities;

/// <summary>What tests and libraries need to see inside an output.</summary>
public static class OutputUtilities
{
    /// <summary>An output that is not known.</summary>
    /// <param name="value">The value that it does not tell.</param>
    public static Output<T> CreateUnknown<T>(T value) => new(new OutputData<T>(value, ResourceSet.Empty, isKnown: false, isSecret: false));

    /// <summary>An output that is not known.</summary>
    /// <param name="valueFactory">Gives the value that it does not tell.</param>
    public static Output<T> CreateUnknown<T>(Func<Task<T>> valueFactory)
    {
        ArgumentNullException.ThrowIfNull(valueFactory);
        return new Output<T>(CreateAsync(valueFactory));

        static async Task<OutputData<T>> CreateAsync(Func<Task<T>> valueFactory) =>
            new(await valueFactory().ConfigureAwait(false), ResourceSet.Empty, isKnown: false, isSecret: false);
    }

    /// <summary>The same output, with one more resource that it comes from.</summary>
    public static Output<T> WithDependency<T>(Output<T> output, Resource resource)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(resource);
        return output.TryGetData(out OutputData<T> data)
            ? new Output<T>(Add(data, resource))
            : new Output<T>(AddAsync(output.DataTask, resource));

        static OutputData<T> Add(in OutputData<T> data, Resource resource) =>
            new(data.Value, data.Resources.Add(resource), data.IsKnown, data.IsSecret);

        static async Task<OutputData<T>> AddAsync(Task<OutputData<T>> task, Resource resource) =>
            Add(await task.ConfigureAwait(false), resource);
    }

    /// <summary>Whether an output is known.</summary>
    public static async Task<bool> GetIsKnownAsync<T>(Output<T> output)
    {
        ArgumentNullException.ThrowIfNull(output);
        return (await output.DataTask.ConfigureAwait(false)).IsKnown;
    }

    /// <summary>The value of an output; the type's default when it is not known.</summary>
    public static async Task<T> GetValueAsync<T>(Output<T> output)
    {
        ArgumentNullException.ThrowIfNull(output);
        return (await output.DataTask.ConfigureAwait(false)).Value;
    }

    /// <summary>The resources that an output comes from.</summary>
    public static async Task<ImmutableHashSet<Resource>> GetDependenciesAsync<T>(Output<T> output)
    {
        ArgumentNullException.ThrowIfNull(output);
        return (await output.DataTask.ConfigureAwait(false)).Resources.ToImmutableHashSet();
    }
}
