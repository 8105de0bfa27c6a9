using Rampart.Rules.Diagnostics;
using Rampart.Rules.Findings;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Network.Rules;

/// <summary>The rules about services.</summary>
internal static class ServiceRules
{
    public static IReadOnlyList<Rule> All { get; } =
    [
        new ServiceRule("RMP5212", "service-ingress", DiagnosticSeverity.Warning)
        {
            Summary = "Where ingress is denied by default, a policy allows traffic to each port that a Service offers: otherwise clients time out.",
            Allowed = "an ingress rule for the port",
            Fix = "allow ingress to the port from its clients, or remove it from the Service",
            Example = new(
                """
                containers: [{name: app, ports: [{name: http, containerPort: 8080}]}]
                ---
                kind: Service
                spec: {selector: {app: app}, ports: [{port: 80, targetPort: http}]}
                ---
                kind: NetworkPolicy
                metadata: {name: default-deny, namespace: shop}
                spec: {podSelector: {}, policyTypes: [Ingress, Egress]}
                """,
                """
                containers: [{name: app, ports: [{name: http, containerPort: 8080}]}]
                ---
                kind: Service
                spec: {selector: {app: app}, ports: [{port: 80, targetPort: http}]}
                ---
                kind: NetworkPolicy
                metadata: {name: default-deny, namespace: shop}
                spec: {podSelector: {}, policyTypes: [Ingress, Egress]}
                ---
                kind: NetworkPolicy
                spec:
                  podSelector: {matchLabels: {app: app}}
                  policyTypes: [Ingress]
                  ingress: [{from: [{podSelector: {matchLabels: {app: web}}}], ports: [{port: http}]}]
                """),
            Check = static (service, targets, inspection) =>
            {
                NetworkPolicies policies = NetworkPolicies.Of(inspection.Facts);
                if (policies.HasOthers)
                {
                    return;
                }

                foreach (FieldAt port in inspection.At(service)["spec"]["ports"].Items)
                {
                    Field target = ServicePorts.TargetOf(port).Field, protocol = port["protocol"].Field;
                    if (targets.FindUnreachable(target, protocol, workload => IsReachable(policies, workload, target, protocol)) is { } workload)
                    {
                        port.Report($"no policy allows traffic to port '{target.Shown}' of {workload.Object.Kind} '{workload.Object.Name}'", target.Shown);
                    }
                }
            },
        },
        new ObjectRule("RMP5301", "no-node-port", RuleCategory.Identity, DiagnosticSeverity.Warning, "", "Service")
        {
            Summary = "Services do not open a port on every node, where anyone who can reach a node can reach it.",
            Allowed = "type ClusterIP",
            Fix = "use ClusterIP, and an Ingress or a Gateway for clients outside the cluster",
            OtherIds = ["kube-linter:exposed-services", "kube-score:service-type"],
            Example = new(
                """
                kind: Service
                spec: {type: NodePort, selector: {app: app}, ports: [{port: 80}]}
                """,
                """
                kind: Service
                spec: {type: ClusterIP, selector: {app: app}, ports: [{port: 80}]}
                """,
                "Clients outside the cluster can no longer connect by the address of a node."),
            Check = static (item, inspection) =>
                inspection.At(item)["spec"]["type"].ReportIf(Is.Text("NodePort"), $"Service '{item.Name}' opens a port on every node"),
        },
        new ObjectRule("RMP5302", "load-balancer-sources", RuleCategory.Identity, DiagnosticSeverity.Info, "", "Service")
        {
            Summary = "A load balancer limits who may use it: without source ranges most clouds open it to the Internet.",
            Allowed = "type ClusterIP, or loadBalancerSourceRanges",
            Fix = "set loadBalancerSourceRanges, or use ClusterIP behind an Ingress or a Gateway",
            OtherIds = ["kube-linter:exposed-services"],
            Example = new(
                """
                kind: Service
                spec: {type: LoadBalancer, selector: {app: app}, ports: [{port: 443}]}
                """,
                """
                kind: Service
                spec: {type: LoadBalancer, loadBalancerSourceRanges: [192.0.2.0/24], selector: {app: app}, ports: [{port: 443}]}
                """,
                "Clients outside the ranges can no longer connect."),
            Check = static (item, inspection) =>
            {
                FieldAt spec = inspection.At(item)["spec"];
                if (spec["type"].Text == "LoadBalancer")
                {
                    spec["loadBalancerSourceRanges"].ReportIf(Is.Empty, $"Service '{item.Name}' is a load balancer that is open to everyone: it has no source ranges");
                }
            },
        },
        new ObjectRule("RMP5303", "no-external-ips", RuleCategory.Identity, DiagnosticSeverity.Error, "", "Service")
        {
            Summary = "No Service claims addresses with externalIPs: it would receive what the whole cluster sends to them (CVE-2020-8554).",
            Allowed = "no externalIPs",
            Fix = "remove externalIPs; use a load balancer",
            OtherIds = ["trivy:KSV-0108"],
            Example = new(
                """
                kind: Service
                spec: {externalIPs: [192.0.2.1], selector: {app: app}, ports: [{port: 443}]}
                """,
                """
                kind: Service
                spec: {type: LoadBalancer, loadBalancerSourceRanges: [192.0.2.0/24], selector: {app: app}, ports: [{port: 443}]}
                """,
                "Clients need the address of the load balancer."),
            Check = static (item, inspection) =>
            {
                FieldAt addresses = inspection.At(item)["spec"]["externalIPs"];
                foreach (FieldAt first in addresses.ReadItems())
                {
                    addresses.Report($"Service '{item.Name}' claims the address {first.Shown}", first.Shown);
                    break;
                }
            },
        },
        new ServiceRule("RMP5304", "service-selects-pods", DiagnosticSeverity.Warning)
        {
            Summary = "A Service selects pods of its namespace: a Service that selects none refuses every connection.",
            Allowed = "a selector that matches a workload",
            Fix = "correct the selector, or the labels of the pods",
            OtherIds = ["kube-linter:dangling-service", "kube-score:service-targets-pod", "kubescape:C-0293"],
            Example = new(
                """
                containers: [{name: app}]
                ---
                kind: Service
                spec: {selector: {app: application}, ports: [{port: 80}]}
                """,
                """
                containers: [{name: app}]
                ---
                kind: Service
                spec: {selector: {app: app}, ports: [{port: 80}]}
                """),
            Check = static (service, targets, inspection) =>
            {
                FieldAt selector = inspection.At(service)["spec"]["selector"];
                if (targets.Selected.Count > 0)
                {
                    return;
                }

                if (targets.MayBeMore)
                {
                    selector.ReportUnknown("cannot be compared with labels that are not known yet");
                }
                else
                {
                    selector.ReportMissing(
                        inspection.Objects.MayHoldMoreWorkloads(service.Place), $"Service '{service.Name}' selects no workload of its namespace in these objects");
                }
            },
        },
        new ServiceRule("RMP5305", "target-port-name", DiagnosticSeverity.Error)
        {
            Summary = "A target port that a Service refers to by name is a port of a container that it selects: for any other name it has no endpoint and refuses connections.",
            Allowed = "the name of a port of a container",
            Fix = "correct targetPort, or name the container's port",
            Example = new(
                """
                containers: [{name: app, ports: [{name: http, containerPort: 8080}]}]
                ---
                kind: Service
                spec: {selector: {app: app}, ports: [{port: 80, targetPort: web}]}
                """,
                """
                containers: [{name: app, ports: [{name: http, containerPort: 8080}]}]
                ---
                kind: Service
                spec: {selector: {app: app}, ports: [{port: 80, targetPort: http}]}
                """),
            Check = static (service, targets, inspection) =>
            {
                if (targets.Selected.Count == 0 || targets.MayBeMore || inspection.Objects.MayHoldMoreWorkloads(service.Place))
                {
                    return;
                }

                foreach (FieldAt port in inspection.At(service)["spec"]["ports"].Items)
                {
                    FieldAt target = port["targetPort"];
                    Flag found = target.Text.Length == 0 ? Flag.True : targets.Declares(target.Field);
                    if (found == Flag.Unknown)
                    {
                        target.ReportUnknown("cannot be compared with ports that are not known yet");
                    }
                    else if (found == Flag.False)
                    {
                        target.Report($"no container that Service '{service.Name}' selects has a port named '{target.Shown}'");
                    }
                }
            },
        },
        new ServiceRule("RMP5306", "target-port-number", DiagnosticSeverity.Info)
        {
            Summary = "A port that a Service leads to is declared by a container that it selects; where the pods declare other ports, a missing one is often a typo.",
            Allowed = "a containerPort of a container",
            Fix = "correct targetPort, or declare the port in the container",
            Example = new(
                """
                containers: [{name: app, ports: [{name: http, containerPort: 8080}]}]
                ---
                kind: Service
                spec: {selector: {app: app}, ports: [{port: 80, targetPort: 8088}]}
                """,
                """
                containers: [{name: app, ports: [{name: http, containerPort: 8080}]}]
                ---
                kind: Service
                spec: {selector: {app: app}, ports: [{port: 80, targetPort: 8080}]}
                """),
            Check = static (service, targets, inspection) =>
            {
                if (targets.MayBeMore || inspection.Objects.MayHoldMoreWorkloads(service.Place) || !targets.Selected.Exists(DeclaresPorts))
                {
                    return;
                }

                foreach (FieldAt port in inspection.At(service)["spec"]["ports"].Items)
                {
                    FieldAt target = ServicePorts.TargetOf(port);
                    if (target.Field.TryGetInteger(out double number) && number > 0 && targets.Declares(target.Field) == Flag.False)
                    {
                        target.Report($"no container that Service '{service.Name}' selects declares port {target.Shown}");
                    }
                }
            },
        },
        new ServiceRule("RMP5307", "service-without-jobs", DiagnosticSeverity.Warning)
        {
            Summary = "A Service of a server does not also select the pods of a job, such as a migration: while the job runs, it would get some of the requests.",
            Allowed = "a selector that matches servers only",
            Fix = "give the job labels of its own, or add one to the selector",
            Example = new(
                """
                containers: [{name: app}]
                ---
                kind: Job
                metadata: {name: migrate, namespace: shop}
                spec:
                  template:
                    metadata: {labels: {app: app}}
                    spec: {restartPolicy: Never, containers: [{name: migrate}]}
                ---
                kind: Service
                spec: {selector: {app: app}, ports: [{port: 80}]}
                """,
                """
                containers: [{name: app}]
                ---
                kind: Job
                metadata: {name: migrate, namespace: shop}
                spec:
                  template:
                    metadata: {labels: {app: migrate}}
                    spec: {restartPolicy: Never, containers: [{name: migrate}]}
                ---
                kind: Service
                spec: {selector: {app: app}, ports: [{port: 80}]}
                """),
            Check = static (service, targets, inspection) =>
            {
                if (targets.HasLasting && targets.Jobs.Count > 0)
                {
                    KubernetesObject first = targets.Jobs[0].Object;
                    string others = targets.Jobs.Count == 1 ? "" : $" and {targets.Jobs.Count - 1} more";
                    inspection.At(service)["spec"]["selector"].Report($"Service '{service.Name}' also selects the pods of {first.Kind} '{first.Name}'{others}");
                }
            },
        },
        new ObjectRule("RMP5309", "service-valid", RuleCategory.Identity, DiagnosticSeverity.Error, "", "Service")
        {
            Summary = "Services have ports, with names where there are several: the API server rejects anything else.",
            Allowed = "ports with numbers, and with names where there is more than one",
            Fix = "add the port's number or name",
            Example = new(
                """
                kind: Service
                spec: {selector: {app: app}, ports: [{name: http, port: 80}, {port: 9090}]}
                """,
                """
                kind: Service
                spec: {selector: {app: app}, ports: [{name: http, port: 80}, {name: metrics, port: 9090}]}
                """),
            Check = CheckPorts,
        },
        new ObjectRule("RMP5310", "service-selector", RuleCategory.Identity, DiagnosticSeverity.Info, "", "Service")
        {
            Summary = "A Service has a selector, or declared endpoints: otherwise, anyone who may write endpoints decides where its requests go.",
            Allowed = "a selector, or Endpoints or an EndpointSlice among the objects",
            Fix = "set spec.selector to the labels of the pods",
            Example = new(
                """
                kind: Service
                spec: {ports: [{port: 80}]}
                """,
                """
                kind: Service
                spec: {selector: {app: app}, ports: [{port: 80}]}
                """,
                "Endpoints that were written by hand are replaced."),
            Check = static (item, inspection) =>
            {
                if (item is { Place: "", Name: "kubernetes" }
                    || item.Spec["type"].Text == "ExternalName"
                    || ServicePorts.Selects(item)
                    || inspection.Objects.Find("", "Endpoints", item.Place, item.Name) is not null
                    || inspection.Facts.Get(static shared => new ServicesWithSlices(shared.Objects)).Has(item))
                {
                    return;
                }

                inspection.At(item)["spec"]["selector"].ReportMissing(
                    inspection.Objects.MayHoldMore("", "Endpoints", item.Place) || inspection.Objects.MayHoldMore("discovery.k8s.io", "EndpointSlice", item.Place),
                    $"Service '{item.Name}' has no selector, and nothing in these objects says where it leads");
            },
        },
        PortValidRule.Descriptor,
    ];

    private static bool IsReachable(NetworkPolicies policies, Workload workload, Field target, Field protocol)
    {
        Flag found = workload.Ports.Find(target, out Field declared);
        bool isNumber = target.TryGetInteger(out double number) && !target.IsUnset;
        if (found == Flag.True)
        {
            if (!declared["containerPort"].TryGetInteger(out number) || !declared["name"].TryGetText(out _))
            {
                return true;
            }
        }
        else if (!isNumber || found == Flag.Unknown)
        {
            // Another rule reports a name that no container has.
            return true;
        }

        string name = declared["name"].Text;
        string transport = protocol.IsUnset ? "TCP" : protocol.Text;
        return policies.MayAllow(workload, PolicyDirection.Ingress, new Port(number, transport, name), static (rule, port) => PolicyRule.AllowsPort(rule, port.Number, port.Protocol, port.Name));
    }

    private sealed record Port(double Number, string Protocol, string Name);

    private static bool DeclaresPorts(Workload workload)
    {
        foreach (Container container in workload.Containers)
        {
            if (container["ports"].TryGetItems(out FieldItems ports) && ports.Count > 0)
            {
                return true;
            }
        }

        return false;
    }

    private static void CheckPorts(KubernetesObject item, Inspection inspection)
    {
        FieldAt spec = inspection.At(item)["spec"], ports = spec["ports"];
        if (!ports.Field.TryGetItems(out FieldItems items) || spec["type"].Field.IsUnknown || spec["type"].Text == "ExternalName")
        {
            return;
        }

        // A headless Service with a selector may have none.
        if (items.Count == 0 && !spec["clusterIP"].Field.IsUnknown && spec["clusterIP"].Text != "None")
        {
            ports.Report($"Service '{item.Name}' has no ports");
        }

        foreach (FieldAt port in ports.Items)
        {
            if (port["port"].IsUnset)
            {
                port["port"].Report($"a port of Service '{item.Name}' has no number");
            }
            else if (items.Count > 1)
            {
                port["name"].ReportIf(Is.Unset, $"one of the ports of Service '{item.Name}' has no name");
            }
        }
    }
}
