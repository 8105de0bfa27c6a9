namespace Rampart.Server.Engine;

/// <summary>The features that programs ask an engine for (pulumi/pulumi, pkg/resource/deploy/source_eval.go).</summary>
internal static class Features
{
    /// <summary>Whether this server serves a feature. The list is closed: Pulumi announces newer features in another way.</summary>
    public static bool IsServed(string feature) => feature is
        "aliasSpecs"
        or "deletedWith"
        or "errorHooks"
        or "invokeTransforms"
        or "outputValues"
        or "parameterization"
        or "replaceWith"
        or "replacementTrigger"
        or "resourceHooks"
        or "resourceReferences"
        or "secrets"
        or "transforms";
}
