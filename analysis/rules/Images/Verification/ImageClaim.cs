using Rampart.Rules.Images.Uses;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Images.Verification;

/// <summary>What one statement of a policy asks of the images that it is about.</summary>
internal sealed class ImageClaim
{
    private readonly Dictionary<string, Flag> _known = new(StringComparer.Ordinal);

    public ImageClaim(KubernetesObject policy) => Policy = policy;

    /// <summary>The policy.</summary>
    public KubernetesObject Policy { get; }

    /// <summary>The images that it is about; none for all images, or when <see cref="IsOpen"/>.</summary>
    public List<ImagePattern> Patterns { get; } = [];

    /// <summary>Patterns that are exempt.</summary>
    public List<ImagePattern> Exempt { get; } = [];

    /// <summary>Whether some of the images that it is about cannot be told, e.g. by an expression.</summary>
    public bool IsOpen { get; set; }

    /// <summary>Whether an image needs a signature.</summary>
    public bool VerifiesSignature { get; init; }

    /// <summary>Whether an image needs a signed report of a scan.</summary>
    public bool RequiresScan { get; init; }

    /// <summary>Whether what does not hold is rejected, and not only reported.</summary>
    public bool Enforces { get; init; }

    /// <summary>The namespaces that it is about, as patterns; none for all, or when <see cref="IsOpenToNamespaces"/>.</summary>
    public List<string> Namespaces { get; } = [];

    /// <summary>Whether some of the namespaces that it is about cannot be told.</summary>
    public bool IsOpenToNamespaces { get; set; }

    /// <summary>Makes it about the namespace of an object alone.</summary>
    public void AddNamespaceOf(KubernetesObject item)
    {
        if (item.Place == KubernetesNamespaces.Unknown)
        {
            IsOpenToNamespaces = true;
        }
        else
        {
            Namespaces.Add(KubernetesNamespaces.NameOf(item.Place));
        }
    }

    /// <summary>Whether the pods in the namespace of an object are meant; unknown when that cannot be told.</summary>
    public Flag AppliesTo(KubernetesObject item)
    {
        if (Namespaces.Count == 0 && !IsOpenToNamespaces)
        {
            return Flag.True;
        }

        string place = KubernetesNamespaces.NameOf(item.Place);
        bool isKnown = place != KubernetesNamespaces.Unknown;
        foreach (string pattern in Namespaces)
        {
            if (pattern == "*" || (isKnown && WildcardPattern.Matches(pattern, place, starStopsAtSlash: false)))
            {
                return Flag.True;
            }
        }

        return isKnown && !IsOpenToNamespaces ? Flag.False : Flag.Unknown;
    }

    /// <summary>Whether an image, which is valid, is one of those that it is about; unknown when that cannot be told.</summary>
    public Flag Covers(ImageUse use)
    {
        Flag applies = AppliesTo(use.Workload.Object);
        if (applies == Flag.False)
        {
            return Flag.False;
        }

        if (!_known.TryGetValue(use.Image.Text, out Flag covers))
        {
            covers = FindWhetherCovered(use);
            _known.Add(use.Image.Text, covers);
        }

        return covers == Flag.True ? applies : covers;
    }

    private Flag FindWhetherCovered(ImageUse use)
    {
        Flag exempt = Any(Exempt, use);
        Flag meant = Patterns.Count == 0 && !IsOpen ? Flag.True : Any(Patterns, use);
        return exempt == Flag.True ? Flag.False
            : meant == Flag.True && exempt == Flag.False ? Flag.True
            : meant == Flag.False && !IsOpen ? Flag.False
            : Flag.Unknown;
    }

    private static Flag Any(List<ImagePattern> patterns, ImageUse use)
    {
        Flag result = Flag.False;
        foreach (ImagePattern pattern in patterns)
        {
            switch (pattern.Matches(use))
            {
                case Flag.True:
                    return Flag.True;
                case Flag.Unknown:
                    result = Flag.Unknown;
                    break;
            }
        }

        return result;
    }
}
