using Rampart.Rules.Catalogue;

namespace Rampart.Rules.Images.Rules;

/// <summary>The rules about images.</summary>
internal static class ImageRules
{
    public static IReadOnlyList<Rule> All { get; } =
    [
        new ImageReferenceRule(),
        new PinnedImageRule(),
        new DebugImageRule(),
        new ImageDigestRule(),
        new AllowedRegistriesRule(),
        new NamedRegistryRule(),
        new PullPolicyValueRule(),
        new PullNeverRule(),
        new PullAlwaysRule(),
        new PullSecretNameRule(),
        new PullSecretTypeRule(),
        new SpiceDbAdvisoriesRule(),
        new ImageScanningRule(),
        new ImageVerificationRule(),
        new ImagePolicyUnusedRule(),
    ];
}
