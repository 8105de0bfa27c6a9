using Rampart.Protocol.Values;
using Rampart.Rules.Objects;

namespace Rampart.Rules.PodSecurity.Checks;

/// <summary>Seccomp must not be switched off.</summary>
/// <remarks>
/// Until 1.18 the annotations <c>seccomp.security.alpha.kubernetes.io/pod</c> and
/// <c>container.seccomp.security.alpha.kubernetes.io/&lt;container&gt;</c>; allowed: unset, <c>runtime/default</c>,
/// <c>docker/default</c>, <c>localhost/…</c>. Since 1.19 the fields <c>spec.securityContext.seccompProfile.type</c> and
/// <c>spec.containers[*].securityContext.seccompProfile.type</c>; allowed: unset, <c>RuntimeDefault</c>, <c>Localhost</c>.
/// </remarks>
internal static class SeccompProfileBaselineCheck
{
    public const string Id = "seccompProfile_baseline";

    private const string PodAnnotation = "seccomp.security.alpha.kubernetes.io/pod";
    private const string ContainerAnnotationPrefix = "container.seccomp.security.alpha.kubernetes.io/";

    public static PodSecurityCheck Create() => new(
        "RMP1010",
        Id,
        PodSecurityLevel.Baseline,
        new PodSecurityCheckVersion(
            PolicyVersion.V1(0),
            CheckV1_0,
            new($"metadata.annotations[{PodAnnotation}]", PropertyKind.String),
            new($"metadata.annotations[{ContainerAnnotationPrefix}*]", PropertyKind.String),
            new("spec.containers[*].name", PropertyKind.String) { IsCondition = true }),
        new PodSecurityCheckVersion(
            PolicyVersion.V1(19),
            CheckV1_19,
            new("spec.securityContext.seccompProfile.type", PropertyKind.String) { Sound = ProfileField.Sound },
            new("spec.containers[*].securityContext.seccompProfile.type", PropertyKind.String) { Sound = ProfileField.Sound }));

    private static CheckResult CheckV1_0(in PodView pod)
    {
        ValueSet forbidden = default;
        bool isUnknown = !pod.Annotations.TryGetProperties(out ReadOnlySpan<Property> properties);
        foreach (ref readonly Property property in properties)
        {
            Flag applies = property.Name == PodAnnotation ? Flag.True
                : property.Name.StartsWith(ContainerAnnotationPrefix, StringComparison.Ordinal)
                    ? HasContainer(pod, property.Name.AsSpan(ContainerAnnotationPrefix.Length))
                : Flag.False;
            if (applies == Flag.False)
            {
                continue;
            }

            if (!pod.Annotations.Below(property.Value).TryGetText(out string profile))
            {
                isUnknown = true;
            }
            else if (profile is not ("runtime/default" or "docker/default") && !profile.StartsWith("localhost/", StringComparison.Ordinal))
            {
                if (applies == Flag.True)
                {
                    forbidden.Add(AnnotationText.Of(pod.Annotations, property));
                }

                isUnknown |= applies == Flag.Unknown;
            }
        }

        return forbidden.Count > 0
            ? CheckResult.Forbid(
                "seccompProfile", $"forbidden {(forbidden.Count == 1 ? "annotation" : "annotations")} {forbidden.Joined}")
            : CheckResult.AllowUnlessUnknown(isUnknown);
    }

    private static Flag HasContainer(in PodView pod, ReadOnlySpan<char> name)
    {
        Flag found = Flag.False;
        foreach (Field container in pod.Containers)
        {
            if (!container["name"].TryGetText(out string containerName))
            {
                found = Flag.Unknown;
            }
            else if (name.SequenceEqual(containerName))
            {
                return Flag.True;
            }
        }

        return found;
    }

    private static CheckResult CheckV1_19(in PodView pod)
    {
        SeccompProfileFields fields = SeccompProfileFields.Read(pod);
        return fields.Forbidden ?? CheckResult.AllowUnlessUnknown(fields.IsUnknown);
    }
}
