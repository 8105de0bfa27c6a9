using Rampart.Rules.Diagnostics;
using Rampart.Rules.Findings;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Network.Rules;

/// <summary>The rules about ingresses.</summary>
internal static class IngressRules
{
    // Cloud load balancers get their certificates from elsewhere.
    private static readonly string[] Certificates =
    [
        "alb.ingress.kubernetes.io/certificate-arn", "ingress.gcp.kubernetes.io/pre-shared-cert", "networking.gke.io/managed-certificates",
        "appgw.ingress.kubernetes.io/appgw-ssl-certificate",
    ];

    public static IReadOnlyList<Rule> All { get; } =
    [
        new ObjectRule("RMP5308", "ingress-tls", RuleCategory.Identity, DiagnosticSeverity.Warning, NetworkPolicies.Group, "Ingress")
        {
            Summary = "Every host of an Ingress has a certificate: without one, requests and the credentials in them travel in plain text.",
            Allowed = "an entry of tls for every host",
            Fix = "add the host with a secretName to spec.tls",
            OtherIds = ["kubescape:C-0263", "polaris:tlsSettingsMissing"],
            Example = new(
                """
                kind: Ingress
                spec:
                  rules:
                  - host: shop.example.com
                    http: {paths: [{path: /, pathType: Prefix, backend: {service: {name: app, port: {number: 80}}}}]}
                """,
                """
                kind: Ingress
                spec:
                  tls: [{hosts: [shop.example.com], secretName: shop-tls}]
                  rules:
                  - host: shop.example.com
                    http: {paths: [{path: /, pathType: Prefix, backend: {service: {name: app, port: {number: 80}}}}]}
                """,
                "Many controllers then redirect requests over HTTP to HTTPS."),
            Check = CheckTls,
        },
        IngressBackendRule.Descriptor,
    ];

    private static void CheckTls(KubernetesObject item, Inspection inspection)
    {
        foreach (string name in Certificates)
        {
            if (!item.Metadata["annotations"][name].IsUnset)
            {
                return;
            }
        }

        FieldAt tls = inspection.At(item)["spec"]["tls"];
        tls.ReportIf(Is.Empty, $"Ingress '{item.Name}' has no TLS");
        if (!tls.Field.TryGetItems(out FieldItems entries) || entries.Count == 0 || !TryGetHosts(entries, out HashSet<string> covered))
        {
            return;
        }

        foreach (FieldAt rule in inspection.At(item)["spec"]["rules"].Items)
        {
            FieldAt host = rule["host"];
            if (host.Text.Length > 0 && !IsCovered(host.Text, covered))
            {
                host.Report($"Ingress '{item.Name}' has no TLS for host '{host.Shown}'");
            }
        }
    }

    // False where an entry is for all hosts, since it has none, or may be for any, since they are not known.
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
