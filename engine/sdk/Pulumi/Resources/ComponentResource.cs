using System.Reflection;

namespace Pulumi;

/// <summary>A resource that groups others under one name.</summary>
public class ComponentResource : Resource
{
    /// <summary>Declares a component.</summary>
    /// <param name="type">The type token, e.g. <c>rampart:workloads:HardenedDeployment</c>. It is part of every child's URN.</param>
    /// <param name="name">The logical name.</param>
    /// <param name="options">How the component is managed.</param>
    public ComponentResource(string type, string name, ComponentResourceOptions? options = null)
        : this(type, name, ResourceArgs.Empty, options)
    {
    }

    /// <summary>Declares a component with inputs.</summary>
    /// <param name="type">The type token.</param>
    /// <param name="name">The logical name.</param>
    /// <param name="args">The inputs, shown in the stack's state.</param>
    /// <param name="options">How the component is managed.</param>
    /// <param name="remote">Whether a provider constructs the component.</param>
    public ComponentResource(string type, string name, ResourceArgs? args, ComponentResourceOptions? options = null, bool remote = false)
        : this(type, name, args, options, remote, registerPackageRequest: null)
    {
    }

    /// <summary>Declares a component of a parameterized package.</summary>
    /// <param name="type">The type token.</param>
    /// <param name="name">The logical name.</param>
    /// <param name="args">The inputs.</param>
    /// <param name="options">How the component is managed.</param>
    /// <param name="remote">Whether a provider constructs the component.</param>
    /// <param name="registerPackageRequest">The parameterized package.</param>
    public ComponentResource(
        string type,
        string name,
        ResourceArgs? args,
        ComponentResourceOptions? options,
        bool remote,
        RegisterPackageRequest? registerPackageRequest = null)
        : base(type, name, custom: false, args ?? ResourceArgs.Empty, options ?? new ComponentResourceOptions(), remote, package: registerPackageRequest)
    {
    }

    /// <summary>Ends the component with the values of its public properties with <see cref="OutputAttribute"/>. The last line of a constructor.</summary>
    protected void RegisterOutputs()
    {
        Dictionary<string, object?> outputs = [];
        foreach ((string name, PropertyInfo property) in ReflectedOutputs.PublicOutputs(GetType()))
        {
            outputs.Add(name, property.GetValue(this));
        }

        RegisterOutputs(outputs);
    }

    /// <summary>Ends the component with these outputs.</summary>
    /// <param name="outputs">Values by name.</param>
    protected void RegisterOutputs(IDictionary<string, object?> outputs)
    {
        ArgumentNullException.ThrowIfNull(outputs);
        RegisterOutputs(Output.Create(outputs));
    }

    /// <summary>Ends the component with outputs that a task gives.</summary>
    /// <param name="outputs">Values by name.</param>
    protected void RegisterOutputs(Task<IDictionary<string, object?>> outputs)
    {
        ArgumentNullException.ThrowIfNull(outputs);
        RegisterOutputs(Output.Create(outputs));
    }

    /// <summary>Ends the component with outputs that come later.</summary>
    /// <param name="outputs">Values by name.</param>
    protected void RegisterOutputs(Output<IDictionary<string, object?>> outputs)
    {
        ArgumentNullException.ThrowIfNull(outputs);
        Deployment.Require().RegisterOutputs(this, outputs);
    }
}
