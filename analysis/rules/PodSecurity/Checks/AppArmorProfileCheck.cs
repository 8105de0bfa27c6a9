using Rampart.Protocol.Values;
using Rampart.Rules.Objects;

namespace Rampart.Rules.PodSecurity.Checks;

/// <summary>The default AppArmor profile must not be disabled or replaced by one from elsewhere than the node.</summary>
/// <remarks>
/// Fields: <c>spec.securityContext.appArmorProfile.type</c> and <c>spec.containers[*].securityContext.appArmorProfile.type</c>;
/// allowed: unset, <c>RuntimeDefault</c>, <c>Localhost</c>. Annotations
/// <c>container.apparmor.security.beta.kubernetes.io/&lt;container&gt;</c>, deprecated since 1.30; allowed: empty,
/// <c>runtime/default</c>, <c>localhost/…</c>.
/// </remarks>
internal static class AppArmorProfileCheck
{
    internal const string AnnotationPrefix = "container.apparmor.security.beta.kubernetes.io/";

    public static PodSecurityCheck Create() => new(
        "RMP1001",
        "appArmorProfile",
        PodSecurityLevel.Baseline,
        new PodSecurityCheckVersion(
            PolicyVersion.V1(0),
            CheckV1_0,
            new("spec.securityContext.appArmorProfile.type", PropertyKind.String) { Sound = ProfileField.Sound },
            new("spec.containers[*].securityContext.appArmorProfile.type", PropertyKind.String) { Sound = ProfileField.Sound },
            new($"metadata.annotations[{AnnotationPrefix}*]", PropertyKind.String)));

    private static CheckResult CheckV1_0(in PodView pod)
    {
        ValueSet values = default;
        bool isUnknown = false, isPodBad = false;
        Field podProfile = pod.SecurityContext["appArmorProfile"];
        switch (ProfileField.Read(podProfile))
        {
            case ProfileState.Forbidden:
                isPodBad = true;
                values.Add(podProfile["type"].Shown);
                break;
            case ProfileState.Unknown:
                isUnknown = true;
                break;
        }

        Offenders containers = default;
        foreach (Field container in pod.Containers)
        {
            Field profile = container["securityContext"]["appArmorProfile"];
            switch (ProfileField.Read(profile))
            {
                case ProfileState.Forbidden:
                    containers.Add(container);
                    values.Add(profile["type"].Shown);
                    break;
                case ProfileState.Unknown:
                    isUnknown = true;
                    break;
            }
        }

        ValueSet annotations = FindAnnotations(pod.Annotations, ref isUnknown);
        return isPodBad || containers.Any || annotations.Count > 0
            ? Forbid(containers, isPodBad, values, annotations)
            : CheckResult.AllowUnlessUnknown(isUnknown);
    }

    private static ValueSet FindAnnotations(Field annotations, ref bool isUnknown)
    {
        ValueSet found = default;
        isUnknown |= !annotations.TryGetProperties(out ReadOnlySpan<Property> properties);
        foreach (ref readonly Property property in properties)
        {
            if (!property.Name.StartsWith(AnnotationPrefix, StringComparison.Ordinal))
            {
                continue;
            }

            if (!annotations.Below(property.Value).TryGetText(out string profile))
            {
                isUnknown = true;
            }
            else if (profile.Length > 0 && profile != "runtime/default" && !profile.StartsWith("localhost/", StringComparison.Ordinal))
            {
                found.Add(AnnotationText.Of(annotations, property));
            }
        }

        return found;
    }

    private static CheckResult Forbid(Offenders containers, bool isPodBad, ValueSet values, ValueSet annotations)
    {
        List<string> setters = [];
        if (isPodBad || containers.Any)
        {
            setters.Add(containers.WithPod(isPodBad));
        }

        List<string> quoted = [];
        if (values.Count > 0)
        {
            quoted.Add(values.Quoted);
        }

        if (annotations.Count > 0)
        {
            setters.Add(annotations.Count == 1 ? "annotation" : "annotations");
            quoted.Add(annotations.Quoted);
        }

        return CheckResult.Forbid(
            values.Count + annotations.Count == 1 ? "forbidden AppArmor profile" : "forbidden AppArmor profiles",
            $"{string.Join(" and ", setters)} must not set AppArmor profile type to {string.Join(", ", quoted)}");
    }
}
