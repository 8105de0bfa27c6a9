using Rampart.Rules.Facts;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Images.Verification;

/// <summary>What all policies among the objects ask of images.</summary>
internal sealed class ImageClaims
{
    private ImageClaims(ObjectSet objects)
    {
        List<ImageClaim> claims = [];
        foreach (string kind in (ReadOnlySpan<string>)["ClusterPolicy", "Policy"])
        {
            foreach (KubernetesObject policy in objects.OfKind("kyverno.io", kind))
            {
                KyvernoClaims.Add(claims, policy);
            }
        }

        foreach (string kind in (ReadOnlySpan<string>)["ImageValidatingPolicy", "NamespacedImageValidatingPolicy"])
        {
            foreach (KubernetesObject policy in objects.OfKind("policies.kyverno.io", kind))
            {
                ImageValidatingPolicyClaims.Add(claims, policy);
            }
        }

        foreach (KubernetesObject policy in objects.OfKind("policy.sigstore.dev", "ClusterImagePolicy"))
        {
            SigstoreClaims.Add(claims, policy);
        }

        All = claims;
    }

    public IReadOnlyList<ImageClaim> All { get; }

    public static ImageClaims Of(SharedFacts facts) => facts.Get(static shared => new ImageClaims(shared.Objects));
}
