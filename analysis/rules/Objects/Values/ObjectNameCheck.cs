namespace Rampart.Rules.Objects.Values;

/// <summary>What the API server takes as the name of an object, which depends on its kind.</summary>
internal static class ObjectNameCheck
{
    // A CronJob adds the minute to the name of a Job, which is a label of its pods.
    private const int MaxCronJobLength = DnsName.MaxLabelLength - 11;

    private const string Label = "at most 63 small letters, digits and inner hyphens";
    private const string Name = "small letters, digits, and inner hyphens and dots";

    public static void Check(KubernetesObject item, RejectedValueReport report)
    {
        Field name = item.Metadata["name"], place = item.Metadata["namespace"];
        report.Enter("metadata");
        if (name.Text is { Length: > 0 } text && FindForm(item.Group, item.Kind, text) is { } form)
        {
            report.Add("name", name, $"is not a name of this kind: {form}", $"give {form}");
        }

        if (place.Text is { Length: > 0 } parent && !DnsName.IsLabel(parent))
        {
            report.Add("namespace", place, $"is not the name of a namespace: {Label}", $"give {Label}");
        }

        report.Leave();
    }

    // Null for a name that is right, or of a kind whose names are not known.
    private static string? FindForm(string group, string kind, string name) => (group, kind) switch
    {
        ("", "Namespace" or "Service") or ("apps", "StatefulSet") => DnsName.IsLabel(name) ? null : Label,
        ("batch", "Job") => IsName(name, DnsName.MaxLabelLength),
        ("batch", "CronJob") => IsName(name, MaxCronJobLength),
        ("rbac.authorization.k8s.io", _) or ("policy", "PodDisruptionBudget") =>
            name is "." or ".." || name.AsSpan().ContainsAny('/', '%') ? "anything without '/' and '%' but '.' and '..'" : null,
        ("" or "apps" or "autoscaling" or "networking.k8s.io" or "scheduling.k8s.io" or "storage.k8s.io", _) => IsName(name, DnsName.MaxLength),
        _ => null,
    };

    private static string? IsName(string name, int longest) =>
        name.Length <= longest && DnsName.IsName(name) ? null : $"at most {longest} {Name}";
}
