using System.Globalization;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Findings;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Network.Rules;

/// <summary>The rules about ingresses.</summary>
internal static class IngressRules
{
    // Load balancers of clouds take their certificates from elsewhere.
    private static readonly string[] Certificates =
    [
        "alb.ingress.kubernetes.io/certificate-arn", "ingress.gcp.kubernetes.io/pre-shared-cert", "networking.gke.io/managed-certificates",
        "appgw.ingress.kubernetes.io/appgw-ssl-certificate",
    ];

    public static IReadOnlyList<Rule> All { get; } =
    [
        new ObjectRule("RMP5308", "ingress-tls", RuleCategory.Identity, DiagnosticSeverity.Warning, NetworkPolicies.Group, "Ingress")
        {
            Summary = "Every host of an Ingress has a certificate: without one requests, and the credentials in them, travel in clear.",
            Allowed = "an entry of tls for every host",
            Fix = "add the host with a secretName to spec.tls",
            OtherIds = ["kubescape:C-0263", "polaris:tlsSettingsMissing"],
            Check = CheckIngressTls,
        },
        IngressBackendRule.Descriptor,
    ];

    private static void CheckIngressTls(KubernetesObject item, Inspection inspection)
    {
        Field annotations = item.Metadata["annotations"];
        foreach (string name in Certificates)
        {
            if (!annotations[name].IsUnset)
            {
                return;
            }
        }

        if (!item.Spec["tls"].TryGetItems(out FieldItems entries))
        {
            inspection.Unknown(item, "spec.tls");
            return;
        }

        if (entries.Count == 0)
        {
            inspection.Broken(item, "spec.tls", $"Ingress '{item.Name}' has no TLS");
            return;
        }

        if (!TryGetHosts(entries, out HashSet<string> covered))
        {
            return;
        }

        item.Spec["rules"].TryGetItems(out FieldItems rules);
        for (int i = 0; i < rules.Count; i++)
        {
            Field host = rules[i]["host"];
            if (host.Text.Length > 0 && !IsCovered(host.Text, covered))
            {
                inspection.Broken(
                    item, string.Create(CultureInfo.InvariantCulture, $"spec.rules[{i}].host"), $"Ingress '{item.Name}' has no TLS for host '{host.Shown}'", host.Shown);
            }
        }
    }

    // An entry without hosts is for all of them, and one that is not known may be for any: false.
    private static bool TryGetHosts(FieldItems entries, out HashSet<string> covered)
    {
        covered = new HashSet<string>(StringComparer.Ordinal);
        foreach (Field entry in entries)
        {
            if (!entry["hosts"].TryGetItems(out FieldItems hosts) || hosts.Count == 0)
            {
                return false;
            }

            foreach (Field host in hosts)
            {
                if (host.IsUnknown)
                {
                    return false;
                }

                covered.Add(host.Text);
            }
        }

        return true;
    }

    private static bool IsCovered(string host, HashSet<string> covered)
    {
        int dot = host.IndexOf('.', StringComparison.Ordinal);
        return covered.Contains(host) || (dot > 0 && covered.Contains($"*{host.AsSpan(dot)}"));
    }
}
