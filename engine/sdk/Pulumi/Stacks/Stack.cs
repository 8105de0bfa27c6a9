using System.Reflection;
using Rampart.Protocol.Monitor;

namespace Pulumi;

/// <summary>The root of all resources of a program. A subclass declares them in its constructor.</summary>
/// <remarks>Its public properties with <see cref="OutputAttribute"/> are the stack's outputs.</remarks>
public class Stack : ComponentResource
{
    internal const string RootType = "pulumi:pulumi:Stack";

    /// <summary>Declares the stack.</summary>
    /// <param name="options">What holds for all its resources.</param>
    public Stack(StackOptions? options = null)
        : base(RootType, $"{Deployment.Instance.ProjectName}-{Deployment.Instance.StackName}", Convert(options))
    {
        Deployment.Require().Stack = this;
        WaitForRegistration();
    }

    internal Stack(Func<Task<IDictionary<string, object?>>> init, StackOptions? options)
        : this(options)
    {
        Outputs = Output.Create(RunAsync(init));
        RegisterOutputs(Outputs);
    }

    /// <summary>The outputs of the stack, by name.</summary>
    internal Output<IDictionary<string, object?>> Outputs { get; private set; } =
        Output.Create<IDictionary<string, object?>>(new Dictionary<string, object?>());

    /// <summary>Makes the properties with <see cref="OutputAttribute"/> the stack's outputs.</summary>
    internal void RegisterPropertyOutputs()
    {
        Dictionary<string, object?> outputs = [];
        List<string> missing = [];
        List<string> wrong = [];
        foreach ((string name, PropertyInfo property) in ReflectedOutputs.PublicOutputs(GetType()))
        {
            object? value = property.GetValue(this);
            outputs.Add(name, value);
            if (value is null)
            {
                missing.Add(name);
            }
            else if (!property.PropertyType.IsGenericType || property.PropertyType.GetGenericTypeDefinition() != typeof(Output<>))
            {
                wrong.Add(name);
            }
        }

        if (missing.Count > 0)
        {
            throw new RunException(
                $"Output(s) '{string.Join(", ", missing)}' have no value assigned. [Output] attributed properties must be assigned inside Stack constructor.");
        }

        if (wrong.Count > 0)
        {
            throw RunException.OutputsHaveIncorrectType(wrong);
        }

        Outputs = Output.Create<IDictionary<string, object?>>(outputs);
        RegisterOutputs(Outputs);
    }

    // Every resource needs the stack's URN. Waiting for it once, here, lets all of them be sent at once and in the
    // program's order; without it the first ones would be overtaken by those that are made after the answer came.
    private void WaitForRegistration()
    {
        if (!TryGetResponse(out _, out Task<RegisterResourceResponse>? pending))
        {
            pending.ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default).Wait();
        }
    }

    private static async Task<IDictionary<string, object?>> RunAsync(Func<Task<IDictionary<string, object?>>> init) =>
        await init().ConfigureAwait(false) ?? new Dictionary<string, object?>();

    private static ComponentResourceOptions? Convert(StackOptions? options) => options is null ? null : new ComponentResourceOptions
    {
        ResourceTransformations = options.ResourceTransformations,
        ResourceTransforms = options.ResourceTransforms,
    };
}
