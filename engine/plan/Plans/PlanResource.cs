using Rampart.Protocol.Monitor;
using Rampart.Protocol.Values;

namespace Rampart.Plan.Plans;

/// <summary>A resource as the engine would be told of it.</summary>
/// <param name="urn">Its URN.</param>
/// <param name="request">The registration.</param>
public sealed class PlanResource(string urn, RegisterResourceRequest request)
{
    private const string HelmRelease = "kubernetes:helm.sh/v3:Release";

    /// <summary>The stable identity of the resource in its stack.</summary>
    public string Urn { get; } = urn;

    /// <summary>The registration: inputs, options, dependencies.</summary>
    public RegisterResourceRequest Request { get; } = request;

    /// <summary>The type token, e.g. <c>kubernetes:apps/v1:Deployment</c>.</summary>
    public string Type => Request.Type;

    /// <summary>The logical name.</summary>
    public string Name => Request.Name;

    /// <summary>The parent's URN; empty for the stack.</summary>
    public string Parent => Request.Parent;

    /// <summary>What the provider would be told: the registered inputs, with the name that auto-naming gives.</summary>
    public PropertyObject Inputs { get; init; } = request.Inputs;

    /// <summary>The outputs of a component; empty for other resources.</summary>
    public PropertyObject Outputs { get; internal set; } = PropertyObject.Empty;

    /// <summary>Whether the resource is read, not declared.</summary>
    public bool IsRead { get; init; }

    /// <summary>
    /// Whether it stands for resources that a plan cannot see, since it starts no providers: a component that the provider of its package
    /// constructs, or a release of Helm.
    /// </summary>
    public bool IsUnseen => Request.Remote || (Request.Custom && !IsRead && Type == HelmRelease);

    /// <summary>Whether this is an object of a Kubernetes cluster.</summary>
    public bool IsKubernetesObject => Request.Custom && !IsRead && Type != HelmRelease && Type.StartsWith("kubernetes:", StringComparison.Ordinal);

    internal PlanResource Hide(SecretTexts secrets)
    {
        RegisterResourceRequest hidden = Request with { Name = secrets.Mask(Name), Parent = secrets.Mask(Parent), Inputs = secrets.Mark(Request.Inputs) };
        return new PlanResource(secrets.Mask(Urn), hidden)
        {
            Inputs = secrets.Mark(Inputs),
            Outputs = secrets.Mark(Outputs),
            IsRead = IsRead,
        };
    }
}
