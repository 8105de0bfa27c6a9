using Rampart.Protocol.Values;
using Rampart.Rules.Objects;

namespace Rampart.Rules.PodSecurity.Checks;

/// <summary>Containers must drop all capabilities, and may only take back the one that binds low ports.</summary>
/// <remarks>
/// Fields: <c>spec.containers[*].securityContext.capabilities.drop</c>, which must hold <c>ALL</c> in exactly this spelling, and
/// <c>….add</c>, which may hold <c>NET_BIND_SERVICE</c>. Since 1.25 anything on Windows, which has no capabilities.
/// </remarks>
internal static class CapabilitiesRestrictedCheck
{
    private static readonly CheckedField Dropped = new("spec.containers[*].securityContext.capabilities.drop[*]", PropertyKind.String)
    {
        Sound = PropertyValue.From(PropertyList.Create(PropertyValue.From("ALL"))),
    };

    private static readonly CheckedField Added = new("spec.containers[*].securityContext.capabilities.add[*]", PropertyKind.String);

    public static PodSecurityCheck Create() => new(
        "RMP1014",
        "capabilities_restricted",
        PodSecurityLevel.Restricted,
        new PodSecurityCheckVersion(PolicyVersion.V1(22), CheckV1_22, Dropped, Added) { Overrides = [CapabilitiesBaselineCheck.Id] },
        new PodSecurityCheckVersion(PolicyVersion.V1(25), CheckV1_25, Dropped, Added, new("spec.os.name", PropertyKind.String) { IsCondition = true })
        {
            Overrides = [CapabilitiesBaselineCheck.Id],
        });

    private static CheckResult CheckV1_25(in PodView pod) => CheckV1_22(pod).UnlessExempt(pod.IsWindows);

    private static CheckResult CheckV1_22(in PodView pod)
    {
        Offenders keeping = default, adding = default;
        ValueSet forbidden = default;
        bool isUnknown = false;
        foreach (Field container in pod.Containers)
        {
            Field capabilities = container["securityContext"]["capabilities"];
            switch (DropsAll(capabilities["drop"]))
            {
                case Flag.False:
                    keeping.Add(container);
                    break;
                case Flag.Unknown:
                    isUnknown = true;
                    break;
            }

            bool isBad = false;
            isUnknown |= !capabilities["add"].TryGetItems(out FieldItems added);
            foreach (Field capability in added)
            {
                if (!capability.TryGetText(out string name))
                {
                    isUnknown = true;
                }
                else if (name != "NET_BIND_SERVICE")
                {
                    isBad = true;
                    forbidden.Add(capability.Shown);
                }
            }

            if (isBad)
            {
                adding.Add(container);
            }
        }

        if (!keeping.Any && !adding.Any)
        {
            return CheckResult.AllowUnlessUnknown(isUnknown);
        }

        string keepingText = keeping.Any ? $"{keeping.Containers} must set securityContext.capabilities.drop=[\"ALL\"]" : "";
        string addingText = adding.Any ? $"{adding.Containers} must not include {forbidden.Quoted} in securityContext.capabilities.add" : "";
        return CheckResult.Forbid("unrestricted capabilities", keepingText + (keeping.Any && adding.Any ? "; " : "") + addingText);
    }

    private static Flag DropsAll(Field drop)
    {
        if (!drop.TryGetItems(out FieldItems dropped))
        {
            return Flag.Unknown;
        }

        Flag dropsAll = Flag.False;
        foreach (Field capability in dropped)
        {
            if (!capability.TryGetText(out string name))
            {
                dropsAll = Flag.Unknown;
            }
            else if (name == "ALL")
            {
                return Flag.True;
            }
        }

        return dropsAll;
    }
}
