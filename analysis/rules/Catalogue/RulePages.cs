using System.Globalization;
using Rampart.Rules.Findings;

namespace Rampart.Rules.Catalogue;

/// <summary>Where to read more about rules: pages of the projects whose fields they are about, and points of two well-known guides.</summary>
public static class RulePages
{
    private const string Kubernetes = "https://kubernetes.io/docs/";

    // From this number on, until the next one.
    private static readonly (int From, string Page)[] Pages =
    [
        (1001, "concepts/security/pod-security-standards/"),
        (1101, "tasks/configure-pod-container/security-context/"),
        (1102, "tasks/configure-pod-container/enforce-standards-namespace-labels/"),
        (1106, "tasks/configure-pod-container/security-context/"),
        (1113, "tutorials/security/apparmor/"),
        (1116, "tasks/configure-pod-container/security-context/"),
        (1117, "tutorials/security/seccomp/"),
        (1119, "concepts/workloads/pods/user-namespaces/"),
        (1121, "tasks/configure-pod-container/security-context/"),
        (1122, "concepts/services-networking/service/"),
        (1123, "tasks/network/customize-hosts-file-for-pods/"),
        (1124, "tasks/configure-pod-container/share-process-namespace/"),
        (1125, "concepts/storage/volumes/"),
        (1127, "concepts/services-networking/service/"),
        (1129, "tasks/inject-data-application/define-environment-variable-container/"),
        (1130, "concepts/storage/volumes/"),
        (1131, "tasks/inject-data-application/define-environment-variable-container/"),
        (1201, "reference/using-api/deprecation-guide/"),
        (1202, "concepts/workloads/pods/"),
        (1203, "concepts/overview/working-with-objects/"),
        (2001, "concepts/containers/images/"),
        (2031, "https://github.com/authzed/spicedb/security/advisories"),
        (2041, "concepts/security/security-checklist/"),
        (2051, "concepts/security/security-checklist/"),
        (3001, "concepts/configuration/manage-resources-containers/"),
        (3021, "concepts/workloads/pods/pod-qos/"),
        (3031, "concepts/policy/resource-quotas/"),
        (3041, "concepts/policy/limit-range/"),
        (3051, "concepts/policy/resource-quotas/"),
        (4001, "tasks/run-application/configure-pdb/"),
        (4011, "concepts/workloads/controllers/deployment/"),
        (4013, "tasks/run-application/horizontal-pod-autoscale/"),
        (4021, "concepts/workloads/controllers/deployment/"),
        (4031, "tasks/configure-pod-container/configure-liveness-readiness-startup-probes/"),
        (4037, "concepts/containers/container-lifecycle-hooks/"),
        (4040, "tasks/debug/debug-application/determine-reason-pod-failure/"),
        (4041, "concepts/workloads/controllers/statefulset/"),
        (4042, "concepts/workloads/pods/pod-lifecycle/"),
        (4043, "concepts/workloads/controllers/ttlafterfinished/"),
        (4044, "concepts/workloads/controllers/job/"),
        (4045, "concepts/workloads/controllers/cron-jobs/"),
        (4047, "concepts/workloads/pods/"),
        (4051, "concepts/scheduling-eviction/topology-spread-constraints/"),
        (4058, "concepts/scheduling-eviction/assign-pod-node/"),
        (4061, "concepts/scheduling-eviction/pod-priority-preemption/"),
        (4067, "concepts/scheduling-eviction/assign-pod-node/"),
        (4068, "concepts/scheduling-eviction/topology-spread-constraints/"),
        (4071, "concepts/overview/working-with-objects/"),
        (4101, "tasks/run-application/configure-pdb/"),
        (5001, "tasks/configure-pod-container/configure-service-account/"),
        (5006, "concepts/security/rbac-good-practices/"),
        (5015, "tasks/configure-pod-container/configure-service-account/"),
        (5017, "reference/access-authn-authz/rbac/"),
        (5022, "concepts/security/rbac-good-practices/"),
        (5101, "concepts/security/secrets-good-practices/"),
        (5106, "concepts/configuration/secret/"),
        (5201, "concepts/services-networking/network-policies/"),
        (5301, "concepts/services-networking/service/"),
        (5308, "concepts/services-networking/ingress/"),
        (5309, "concepts/services-networking/service/"),
        (5311, "concepts/services-networking/ingress/"),
        (5312, "concepts/services-networking/service/"),
        (5401, "concepts/overview/working-with-objects/namespaces/"),
        (5402, "concepts/overview/working-with-objects/common-labels/"),
        (6001, "concepts/security/security-checklist/"),
        (6101, "https://kyverno.io/docs/"),
        (6201, "https://open-policy-agent.github.io/gatekeeper/website/docs/"),
        (6301, "reference/access-authn-authz/validating-admission-policy/"),
        (6401, "https://tetragon.io/docs/concepts/tracing-policy/"),
        (6501, "https://falco.org/docs/concepts/rules/"),
        (8001, "https://www.pulumi.com/docs/iac/concepts/resources/options/"),
    ];

    // Points of the CIS Kubernetes Benchmark 1.8.
    private static readonly (string Point, string[] Rules)[] Cis =
    [
        ("5.1.1", ["RMP5006", "RMP5012"]),
        ("5.1.2", ["RMP5008"]),
        ("5.1.3", ["RMP5006", "RMP5007"]),
        ("5.1.4", ["RMP5011"]),
        ("5.1.5", ["RMP5003", "RMP5014", "RMP5015"]),
        ("5.1.6", ["RMP5001", "RMP5002", "RMP5016", "RMP5020"]),
        ("5.1.7", ["RMP5024"]),
        ("5.1.8", ["RMP5010"]),
        ("5.1.10", ["RMP5009"]),
        ("5.1.11", ["RMP5022"]),
        ("5.1.12", ["RMP5023"]),
        ("5.1.13", ["RMP5010"]),
        ("5.2.1", ["RMP1102"]),
        ("5.2.2", ["RMP1007"]),
        ("5.2.3", ["RMP1003"]),
        ("5.2.4", ["RMP1003"]),
        ("5.2.5", ["RMP1003"]),
        ("5.2.6", ["RMP1013"]),
        ("5.2.7", ["RMP1017", "RMP1018"]),
        ("5.2.8", ["RMP1002", "RMP1014"]),
        ("5.2.9", ["RMP1002", "RMP1014"]),
        ("5.2.10", ["RMP1014"]),
        ("5.2.11", ["RMP1012"]),
        ("5.2.12", ["RMP1004"]),
        ("5.2.13", ["RMP1005"]),
        ("5.3.2", ["RMP5201", "RMP5203"]),
        ("5.4.1", ["RMP5101"]),
        ("5.4.2", ["RMP5105"]),
        ("5.5.1", ["RMP2051"]),
        ("5.7.1", ["RMP5401"]),
        ("5.7.2", ["RMP1010", "RMP1019"]),
        ("5.7.3", ["RMP1101", "RMP1106", "RMP1111", "RMP1112"]),
        ("5.7.4", ["RMP5401"]),
    ];

    // Headings of the Kubernetes Hardening Guidance 1.2 of NSA and CISA.
    private static readonly (string Heading, string[] Rules)[] Nsa =
    [
        ("\"Non-root\" containers and \"rootless\" container engines", ["RMP1017", "RMP1018", "RMP1106", "RMP1108"]),
        ("Immutable container file systems", ["RMP1101", "RMP1125"]),
        ("Building secure container images", ["RMP2002", "RMP2005", "RMP2041", "RMP2051"]),
        ("Pod security enforcement", ["RMP1003", "RMP1004", "RMP1007", "RMP1013", "RMP1014", "RMP1102"]),
        ("Protecting Pod service account tokens", ["RMP5001", "RMP5002", "RMP5016"]),
        ("Hardening container environments", ["RMP1009", "RMP1010", "RMP1019", "RMP1113"]),
        ("Namespaces", ["RMP5401"]),
        ("Network policies", ["RMP5201", "RMP5203", "RMP5206"]),
        ("Resource policies", ["RMP3013", "RMP3014", "RMP3031", "RMP3041"]),
        ("Secrets", ["RMP5102", "RMP5103", "RMP5104", "RMP5105"]),
        ("Role-based access control", ["RMP5006", "RMP5007", "RMP5010", "RMP5012", "RMP5013"]),
    ];

    /// <summary>The page of the project whose fields a rule is about.</summary>
    public static string PageOf(Rule rule)
    {
        string page = "";
        foreach ((int from, string candidate) in Pages)
        {
            page = from <= rule.Order ? candidate : page;
        }

        return page.StartsWith("https:", StringComparison.Ordinal) ? page : Kubernetes + page;
    }

    /// <summary>The points of the CIS Kubernetes Benchmark 1.8 that ask for it, e.g. <c>5.2.2</c>.</summary>
    public static IReadOnlyList<string> CisOf(Rule rule) => [.. Cis.Where(each => each.Rules.Contains(rule.Id)).Select(static each => each.Point)];

    /// <summary>The headings of the Kubernetes Hardening Guidance of NSA and CISA under which it is asked for.</summary>
    public static IReadOnlyList<string> NsaOf(Rule rule) => [.. Nsa.Where(each => each.Rules.Contains(rule.Id)).Select(static each => each.Heading)];

    /// <summary>The rules that the tables name, so that a test finds those that are none.</summary>
    internal static IEnumerable<string> Named => Pages.Select(static each => string.Create(CultureInfo.InvariantCulture, $"RMP{each.From}"))
        .Concat(Cis.SelectMany(static each => each.Rules)).Concat(Nsa.SelectMany(static each => each.Rules));
}
