using Rampart.Protocol.Values;
using Rampart.Rules.Objects;

namespace Rampart.Rules.PodSecurity.Checks;

/// <summary>SELinux types must be those of containers, and user and role must not be set.</summary>
/// <remarks>
/// Fields: <c>type</c>, <c>user</c> and <c>role</c> of <c>spec.securityContext.seLinuxOptions</c> and
/// <c>spec.containers[*].securityContext.seLinuxOptions</c>; <c>level</c> is free. Allowed types: unset, empty,
/// <c>container_t</c>, <c>container_init_t</c>, <c>container_kvm_t</c> and, since 1.31, <c>container_engine_t</c>.
/// </remarks>
internal static class SELinuxOptionsCheck
{
    private static readonly CheckedField[] Fields =
    [
        new("spec.securityContext.seLinuxOptions.type", PropertyKind.String),
        new("spec.securityContext.seLinuxOptions.user", PropertyKind.String),
        new("spec.securityContext.seLinuxOptions.role", PropertyKind.String),
        new("spec.containers[*].securityContext.seLinuxOptions.type", PropertyKind.String),
        new("spec.containers[*].securityContext.seLinuxOptions.user", PropertyKind.String),
        new("spec.containers[*].securityContext.seLinuxOptions.role", PropertyKind.String),
    ];

    public static PodSecurityCheck Create() => new(
        "RMP1009",
        "seLinuxOptions",
        PodSecurityLevel.Baseline,
        new PodSecurityCheckVersion(PolicyVersion.V1(0), CheckV1_0, Fields),
        new PodSecurityCheckVersion(PolicyVersion.V1(31), CheckV1_31, Fields));

    private static CheckResult CheckV1_0(in PodView pod) => Check(pod, allowsEngine: false);

    private static CheckResult CheckV1_31(in PodView pod) => Check(pod, allowsEngine: true);

    private static CheckResult Check(in PodView pod, bool allowsEngine)
    {
        Search search = new(allowsEngine);
        bool isPodBad = search.IsBad(pod.SecurityContext["seLinuxOptions"]);
        Offenders containers = default;
        foreach (Field container in pod.Containers)
        {
            if (search.IsBad(container["securityContext"]["seLinuxOptions"]))
            {
                containers.Add(container);
            }
        }

        return isPodBad || containers.Any
            ? CheckResult.Forbid(
                "seLinuxOptions", $"{containers.WithPod(isPodBad)} set forbidden securityContext.seLinuxOptions: {search.Describe()}")
            : CheckResult.AllowUnlessUnknown(search.IsUnknown);
    }

    private struct Search(bool allowsEngine)
    {
        private ValueSet _types;
        private bool _setsUser;
        private bool _setsRole;

        public bool IsUnknown { get; private set; }

        public bool IsBad(Field options)
        {
            Field type = options["type"];
            bool isBad = false;
            if (!type.TryGetText(out string name))
            {
                IsUnknown = true;
            }
            else if (name is not ("" or "container_t" or "container_init_t" or "container_kvm_t")
                && !(allowsEngine && name == "container_engine_t"))
            {
                isBad = true;
                _types.Add(type.Shown);
            }

            bool setsUser = IsSet(options["user"]), setsRole = IsSet(options["role"]);
            _setsUser |= setsUser;
            _setsRole |= setsRole;
            return isBad || setsUser || setsRole;
        }

        public readonly string Describe()
        {
            List<string> parts = [];
            if (_types.Count > 0)
            {
                parts.Add($"{(_types.Count == 1 ? "type" : "types")} {_types.Quoted}");
            }

            if (_setsUser)
            {
                parts.Add("user may not be set");
            }

            if (_setsRole)
            {
                parts.Add("role may not be set");
            }

            return string.Join("; ", parts);
        }

        private bool IsSet(Field field)
        {
            IsUnknown |= !field.TryGetText(out string text);
            return text.Length > 0;
        }
    }
}
