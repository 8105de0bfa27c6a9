namespace Rampart.Rules.Findings;

/// <summary>What a rule is about; the first digit of its number.</summary>
public enum RuleCategory
{
    /// <summary>1xxx: the Pod Security Standards, and what hardens a pod besides.</summary>
    PodSecurity = 1,

    /// <summary>2xxx: images and where they come from.</summary>
    Images = 2,

    /// <summary>3xxx: resources, quota and limit ranges.</summary>
    Resources = 3,

    /// <summary>4xxx: availability, scheduling and probes.</summary>
    Availability = 4,

    /// <summary>5xxx: identity, secrets and network.</summary>
    Identity = 5,

    /// <summary>6xxx: policy objects and runtime monitoring.</summary>
    Policies = 6,

    /// <summary>8xxx: what a program declares, and what its updates do.</summary>
    Programs = 8,
}

/// <summary>The texts of <see cref="RuleCategory"/>.</summary>
public static class RuleCategories
{
    /// <summary>The title of a category, e.g. <c>Images and supply chain</c>.</summary>
    public static string Title(this RuleCategory category) => category switch
    {
        RuleCategory.PodSecurity => "Pod security",
        RuleCategory.Images => "Images and supply chain",
        RuleCategory.Resources => "Resources and quota",
        RuleCategory.Availability => "Availability and scheduling",
        RuleCategory.Identity => "Identity, secrets and network",
        RuleCategory.Policies => "Policies and runtime monitoring",
        _ => "Programs and updates",
    };
}
