using Rampart.Protocol.Values;
using Rampart.Rules.Objects;

namespace Rampart.Rules.PodSecurity.Checks;

/// <summary>The paths that container runtimes mask in <c>/proc</c> must stay masked.</summary>
/// <remarks>
/// Field: <c>spec.containers[*].securityContext.procMount</c>. Allowed: unset, <c>Default</c>; since 1.35 anything when
/// <c>spec.hostUsers</c> is <c>false</c>.
/// </remarks>
internal static class ProcMountCheck
{
    public const string Id = "procMount";

    public static readonly CheckedField ProcMount = new("spec.containers[*].securityContext.procMount", PropertyKind.String);

    public static PodSecurityCheck Create() => new(
        "RMP1008",
        Id,
        PodSecurityLevel.Baseline,
        new PodSecurityCheckVersion(PolicyVersion.V1(0), CheckV1_0, ProcMount),
        new PodSecurityCheckVersion(PolicyVersion.V1(35), CheckV1_35, ProcMount, new("spec.hostUsers", PropertyKind.Boolean) { IsCondition = true }));

    public static CheckResult CheckV1_0(in PodView pod)
    {
        Offenders containers = default;
        ValueSet values = default;
        bool isUnknown = false;
        foreach (Field container in pod.Containers)
        {
            Field procMount = container["securityContext"]["procMount"];
            if (!procMount.TryGetText(out string value))
            {
                isUnknown = true;
            }
            else if (value != "Default" && !procMount.IsUnset)
            {
                containers.Add(container);
                values.Add(procMount.Shown);
            }
        }

        return containers.Any
            ? CheckResult.Forbid("procMount", $"{containers.Containers} must not set securityContext.procMount to {values.Quoted}")
            : CheckResult.AllowUnlessUnknown(isUnknown);
    }

    private static CheckResult CheckV1_35(in PodView pod) => CheckV1_0(pod).UnlessExempt(pod.HasUserNamespace);
}
