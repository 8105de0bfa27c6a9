using Rampart.Protocol.Monitor;
using Rampart.Protocol.Values;

namespace Rampart.Rules.Objects;

/// <summary>A resource as a program declares it, for rules about what an update does to it.</summary>
/// <param name="Urn">Its URN.</param>
/// <param name="Request">The registration: options, and what each property depends on.</param>
/// <param name="Inputs">What the provider is told: the registered inputs, with the name that auto-naming gives.</param>
/// <param name="IsRead">Whether the resource is read, not declared.</param>
public sealed record DeclaredResource(string Urn, RegisterResourceRequest Request, PropertyObject Inputs, bool IsRead = false)
{
    private const string Prefix = "kubernetes:";
    private const string PatchSuffix = "Patch";

    /// <summary>Group and version, e.g. <c>apps/v1</c>; empty when the resource is no Kubernetes object.</summary>
    public string ApiVersion => Text("apiVersion");

    /// <summary>The kind, e.g. <c>Deployment</c>; empty when the resource is no Kubernetes object.</summary>
    public string Kind => Text("kind");

    /// <summary>Whether the Kubernetes provider makes and deletes an object for it; a patch only lends fields to one.</summary>
    internal bool IsObject =>
        Request.Custom && !IsRead && Request.Type.StartsWith(Prefix, StringComparison.Ordinal) && Kind.Length > 0
        && !Request.Type.EndsWith(":" + Kind + PatchSuffix, StringComparison.Ordinal);

    internal PropertyObject? Metadata => Inputs["metadata"].Inner.ObjectOrNull();

    /// <summary>The value of an annotation; empty when there is none, or when it is not known.</summary>
    internal string Annotation(string key) => Metadata?["annotations"].Inner.ObjectOrNull()?[key].Inner.StringOrNull() ?? "";

    private string Text(string name) => Inputs[name].Inner.StringOrNull() ?? "";
}
