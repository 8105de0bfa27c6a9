using System.Collections.Immutable;

namespace Pulumi;

/// <summary>The outputs of another stack.</summary>
/// <remarks>Source: pulumi.com/docs/iac/concepts/stacks, "Stack References".</remarks>
public class StackReference : CustomResource
{
    /// <summary>Refers to a stack.</summary>
    /// <param name="name">The stack, <c>organization/project/stack</c>, unless <paramref name="args"/> names it.</param>
    /// <param name="args">The stack's name, when it is an input.</param>
    /// <param name="options">How the reference is managed.</param>
    public StackReference(string name, StackReferenceArgs? args = null, CustomResourceOptions? options = null)
        : base(
            "pulumi:pulumi:StackReference",
            name,
            new StackReferenceArgs { Name = args?.Name ?? name },
            CustomResourceOptions.Merge(options, new CustomResourceOptions { Id = args?.Name ?? name }))
    {
    }

    /// <summary>The stack's full name.</summary>
    [Output("name")]
    public Output<string> Name { get; private set; } = null!;

    /// <summary>The stack's outputs, by name.</summary>
    [Output("outputs")]
    public Output<ImmutableDictionary<string, object>> Outputs { get; private set; } = null!;

    /// <summary>The names of the outputs that are secret.</summary>
    [Output("secretOutputNames")]
    public Output<ImmutableArray<string>> SecretOutputNames { get; private set; } = null!;

    /// <summary>An output; of null when there is none of that name.</summary>
    /// <param name="name">The output's name.</param>
    public Output<object?> GetOutput(Input<string> name) =>
        Mark(name, Output.Tuple(name.ToOutput(), Outputs).Apply(static both => both.Item2.GetValueOrDefault(both.Item1) as object));

    /// <summary>An output that must be there.</summary>
    /// <param name="name">The output's name.</param>
    /// <exception cref="KeyNotFoundException">There is none of that name.</exception>
    public Output<object> RequireOutput(Input<string> name) =>
        Mark(name, Output.Tuple(name.ToOutput(), GetResourceNameOutput(), Outputs).Apply(static all =>
            all.Item3.GetValueOrDefault(all.Item1)
                ?? throw new KeyNotFoundException($"Required output '{all.Item1}' does not exist on stack '{all.Item2}'.")));

    /// <summary>The value of an output that is not secret; null when there is none of that name.</summary>
    /// <param name="name">The output's name.</param>
    /// <exception cref="InvalidOperationException">The output is secret.</exception>
    public async Task<object?> GetValueAsync(Input<string> name) => await PlainAsync("GetOutput", GetOutput(name)).ConfigureAwait(false);

    /// <summary>The value of an output that must be there and is not secret.</summary>
    /// <param name="name">The output's name.</param>
    /// <exception cref="InvalidOperationException">The output is secret.</exception>
    /// <exception cref="KeyNotFoundException">There is none of that name.</exception>
    public async Task<object> RequireValueAsync(Input<string> name) =>
        (await PlainAsync("RequireOutput", RequireOutput(name).Apply(static value => (object?)value)).ConfigureAwait(false))!;

    /// <summary>The value of an output, plain or secret.</summary>
    /// <param name="name">The output's name.</param>
    public async Task<StackReferenceOutputDetails> GetOutputDetailsAsync(string name)
    {
        OutputData<object?> data = await GetOutput(name).DataTask.ConfigureAwait(false);
        return data.IsSecret
            ? new StackReferenceOutputDetails { SecretValue = data.Value }
            : new StackReferenceOutputDetails { Value = data.Value };
    }

    // Only the outputs that the other stack says are secret are secret, not all of them because one is.
    private Output<T> Mark<T>(Input<string> name, Output<T> output)
    {
        return new Output<T>(MarkAsync(name.ToOutput(), output, SecretOutputNames));

        static async Task<OutputData<T>> MarkAsync(Output<string> name, Output<T> output, Output<ImmutableArray<string>> secrets)
        {
            OutputData<T> data = await output.DataTask.ConfigureAwait(false);
            OutputData<string> key = await name.DataTask.ConfigureAwait(false);
            OutputData<ImmutableArray<string>> keys = await secrets.DataTask.ConfigureAwait(false);
            return key.IsKnown && keys.IsKnown && !keys.Value.IsDefault
                ? new OutputData<T>(data.Value, data.Resources, data.IsKnown, keys.Value.Contains(key.Value))
                : data;
        }
    }

    private Output<string> GetResourceNameOutput() => Name ?? Output.Create(GetResourceName());

    private static async Task<object?> PlainAsync(string method, Output<object?> output)
    {
        OutputData<object?> data = await output.DataTask.ConfigureAwait(false);
        return data.IsSecret
            ? throw new InvalidOperationException(
                $"Cannot call '{method}ValueAsync' if the referenced stack has secret outputs. Use '{method}' instead.")
            : data.Value;
    }
}

/// <summary>The inputs of a <see cref="StackReference"/>.</summary>
public class StackReferenceArgs : ResourceArgs
{
    /// <summary>The stack's full name. Required.</summary>
    [Input("name", required: true)]
    public Input<string>? Name { get; set; }
}

/// <summary>The value of a stack's output.</summary>
public sealed class StackReferenceOutputDetails
{
    /// <summary>The value when it is not secret.</summary>
    public object? Value { get; set; }

    /// <summary>The value when it is secret.</summary>
    public object? SecretValue { get; set; }
}
