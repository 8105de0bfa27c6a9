namespace Pulumi;

/// <summary>A resource on its way to the engine.</summary>
internal sealed record Registration(
    Resource Resource,
    bool Custom,
    bool Remote,
    ResourceArgs Args,
    ResourceOptions Options,
    ResourceKind? Kind,
    RegisterPackageRequest? Package);
