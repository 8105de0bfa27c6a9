using Rampart.Cel.Types;
using Rampart.Cel.Values;

namespace Rampart.Cel.Libraries.Authorization;

/// <summary>What an expression asks the authorizer.</summary>
/// <param name="Verb">The verb, e.g. <c>get</c>.</param>
public sealed record CelAuthorizationRequest(string Verb)
{
    /// <summary>The service account that is asked about, as namespace and name; null for the user of the request.</summary>
    public (string Namespace, string Name)? ServiceAccount { get; init; }

    /// <summary>The path; null if a resource is asked about.</summary>
    public string? Path { get; init; }

    /// <summary>The API group; empty for the core group.</summary>
    public string Group { get; init; } = "";

    /// <summary>The resource, e.g. <c>pods</c>.</summary>
    public string Resource { get; init; } = "";

    /// <summary>The subresource; empty for none.</summary>
    public string Subresource { get; init; } = "";

    /// <summary>The namespace; empty for all, or for cluster-scoped resources.</summary>
    public string Namespace { get; init; } = "";

    /// <summary>The name; empty for all.</summary>
    public string Name { get; init; } = "";

    /// <summary>The field selector, as written; empty for none.</summary>
    public string FieldSelector { get; init; } = "";

    /// <summary>The label selector, as written; empty for none.</summary>
    public string LabelSelector { get; init; } = "";
}

/// <summary>What an authorizer answers.</summary>
/// <param name="IsAllowed">Whether the request is allowed.</param>
/// <param name="Reason">Why; empty if it does not say.</param>
/// <param name="Error">What went wrong; null if nothing did.</param>
public sealed record CelDecision(bool IsAllowed, string Reason = "", string? Error = null);

/// <summary>The variable <c>authorizer</c>, or what calls on it have made of it so far.</summary>
public sealed class CelAuthorizer : CelObject
{
    internal static readonly CelType AuthorizerType = CelType.Object("kubernetes.authorization.Authorizer");
    internal static readonly CelType PathCheckType = CelType.Object("kubernetes.authorization.PathCheck");
    internal static readonly CelType GroupCheckType = CelType.Object("kubernetes.authorization.GroupCheck");
    internal static readonly CelType ResourceCheckType = CelType.Object("kubernetes.authorization.ResourceCheck");
    internal static readonly CelType DecisionType = CelType.Object("kubernetes.authorization.Decision");

    private readonly Func<CelAuthorizationRequest, CelDecision?> _decide;
    private readonly CelAuthorizationRequest _request;

    /// <summary>An authorizer.</summary>
    /// <param name="decide">What it answers; null for unknown. Without a cluster nothing is known.</param>
    public CelAuthorizer(Func<CelAuthorizationRequest, CelDecision?>? decide = null)
        : this(decide ?? (static _ => null), new CelAuthorizationRequest(""), AuthorizerType)
    {
    }

    private CelAuthorizer(Func<CelAuthorizationRequest, CelDecision?> decide, CelAuthorizationRequest request, CelType type)
    {
        _decide = decide;
        _request = request;
        Type = type;
    }

    /// <inheritdoc/>
    public override CelType Type { get; }

    /// <inheritdoc/>
    public override bool IsComparable => false;

    /// <summary>The variable <c>authorizer.requestResource</c>: a check of the resource that the request is about.</summary>
    public CelValue RequestResource(string group, string resource, string subresource, string @namespace, string name) =>
        With(_request with { Group = group, Resource = resource, Subresource = subresource, Namespace = @namespace, Name = name }, ResourceCheckType);

    /// <inheritdoc/>
    public override bool Equals(CelObject? other) => ReferenceEquals(this, other);

    /// <inheritdoc/>
    public override int GetHashCode() => _request.GetHashCode();

    internal CelValue With(Func<CelAuthorizationRequest, CelAuthorizationRequest> change, CelType type) => With(change(_request), type);

    internal CelValue Check(string verb) =>
        _decide(_request with { Verb = verb }) is { } decision ? CelValue.From(new DecisionValue(decision)) : CelUnknown.At("authorizer").AsValue();

    private CelValue With(CelAuthorizationRequest request, CelType type) => CelValue.From(new CelAuthorizer(_decide, request, type));

    /// <summary>A decision as a value.</summary>
    internal sealed class DecisionValue(CelDecision decision) : CelObject
    {
        public CelDecision Decision => decision;

        public override CelType Type => DecisionType;

        public override bool IsComparable => false;

        public override bool Equals(CelObject? other) => ReferenceEquals(this, other);

        public override int GetHashCode() => decision.GetHashCode();
    }
}
