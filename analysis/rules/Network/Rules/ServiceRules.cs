using System.Globalization;
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
            Summary = "A policy lets somebody reach each port that a Service offers, where ingress is denied by default: otherwise clients time out.",
            Allowed = "an ingress rule for the port",
            Fix = "allow ingress to the port from those who use it, or remove it from the Service",
            Check = static (service, targets, inspection) =>
            {
                NetworkPolicies policies = NetworkPolicies.Of(inspection.Facts);
                service.Spec["ports"].TryGetItems(out FieldItems ports);
                for (int i = 0; i < ports.Count && !policies.HasOthers; i++)
                {
                    Field target = ServicePort.Target(ports[i]), protocol = ports[i]["protocol"];
                    if (targets.FindUnreachable(target, protocol, workload => IsReachable(policies, workload, target, protocol)) is { } workload)
                    {
                        inspection.Broken(
                            service,
                            string.Create(CultureInfo.InvariantCulture, $"spec.ports[{i}]"),
                            $"no policy lets anybody reach port '{target.Shown}' of {workload.Object.Kind} '{workload.Object.Name}'",
                            target.Shown);
                    }
                }
            },
        },
        new ObjectRule("RMP5301", "no-node-port", RuleCategory.Identity, DiagnosticSeverity.Warning, "", "Service")
        {
            Summary = "Services do not open a port on every node, which whoever reaches a node reaches too.",
            Allowed = "type ClusterIP",
            Fix = "use ClusterIP, and an Ingress or a Gateway for clients outside of the cluster",
            OtherIds = ["kube-linter:exposed-services", "kube-score:service-type"],
            Check = static (item, inspection) =>
                inspection.At(item)["spec"]["type"].ReportIf(Is.Text("NodePort"), $"Service '{item.Name}' opens a port on every node"),
        },
        new ObjectRule("RMP5302", "load-balancer-sources", RuleCategory.Identity, DiagnosticSeverity.Info, "", "Service")
        {
            Summary = "A load balancer says who may use it: without source ranges most clouds open it to the Internet.",
            Allowed = "type ClusterIP, or loadBalancerSourceRanges",
            Fix = "set loadBalancerSourceRanges, or use ClusterIP behind an Ingress or a Gateway",
            OtherIds = ["kube-linter:exposed-services"],
            Check = static (item, inspection) =>
            {
                FieldAt spec = inspection.At(item)["spec"];
                if (spec["type"].Text == "LoadBalancer")
                {
                    spec["loadBalancerSourceRanges"].ReportIf(Is.Empty, $"Service '{item.Name}' is a load balancer for everybody: it has no source ranges");
                }
            },
        },
        new ObjectRule("RMP5303", "no-external-ips", RuleCategory.Identity, DiagnosticSeverity.Error, "", "Service")
        {
            Summary = "No Service claims addresses by externalIPs: it would receive what the whole cluster sends to them (CVE-2020-8554).",
            Allowed = "no externalIPs",
            Fix = "remove externalIPs; use a load balancer",
            OtherIds = ["trivy:KSV-0108"],
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
            Summary = "A Service selects pods of its namespace: one that selects none refuses every connection.",
            Allowed = "a selector that matches a workload",
            Fix = "correct the selector, or the labels of the pods",
            OtherIds = ["kube-linter:dangling-service", "kube-score:service-targets-pod", "kubescape:C-0293"],
            Check = CheckIdleService,
        },
        new ServiceRule("RMP5305", "target-port-name", DiagnosticSeverity.Error)
        {
            Summary = "A port that a Service names is one of a container that it selects: for another name it has no endpoint and refuses connections.",
            Allowed = "the name of a port of a container",
            Fix = "correct targetPort, or name the container's port",
            Check = CheckTargetPortName,
        },
        new ServiceRule("RMP5306", "target-port-number", DiagnosticSeverity.Info)
        {
            Summary = "A port that a Service leads to is declared by a container that it selects; where others are, a missing one is often a typing error.",
            Allowed = "a containerPort of a container",
            Fix = "correct targetPort, or declare the port at the container",
            Check = CheckTargetPortNumber,
        },
        new ServiceRule("RMP5307", "service-without-jobs", DiagnosticSeverity.Warning)
        {
            Summary = "A Service of a server does not select the pods of a job too, such as a migration: while it runs, some requests would go there.",
            Allowed = "a selector that matches servers only",
            Fix = "give the job labels of its own, or add one to the selector",
            Check = static (service, targets, inspection) =>
            {
                if (!targets.HasLasting || targets.Jobs.Count == 0)
                {
                    return;
                }

                KubernetesObject first = targets.Jobs[0].Object;
                string others = targets.Jobs.Count == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $" and {targets.Jobs.Count - 1} more");
                inspection.Broken(service, "spec.selector", $"Service '{service.Name}' also selects the pods of {first.Kind} '{first.Name}'{others}");
            },
        },
        new ObjectRule("RMP5309", "service-valid", RuleCategory.Identity, DiagnosticSeverity.Error, "", "Service")
        {
            Summary = "Services have ports, with names where there are several: the API server rejects all else.",
            Allowed = "ports with numbers, and with names where there is more than one",
            Fix = "add the port's number or name",
            Check = CheckServiceValid,
        },
        new ObjectRule("RMP5310", "service-selector", RuleCategory.Identity, DiagnosticSeverity.Info, "", "Service")
        {
            Summary = "A Service has a selector, or somebody declares its endpoints: whoever may write endpoints decides where its requests go.",
            Allowed = "a selector, or Endpoints or an EndpointSlice among the objects",
            Fix = "set spec.selector to the labels of the pods",
            Check = CheckServiceSelector,
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
            // A name that no container has is another rule's.
            return true;
        }

        string name = declared["name"].Text;
        string transport = protocol.IsUnset ? "TCP" : protocol.Text;
        return policies.MayAllow(workload, PolicyDirection.Ingress, new Port(number, transport, name), static (rule, port) => PolicyRule.AllowsPort(rule, port.Number, port.Protocol, port.Name));
    }

    private sealed record Port(double Number, string Protocol, string Name);

    private static void CheckIdleService(KubernetesObject service, ServiceTargets targets, Inspection inspection)
    {
        if (targets.Selected.Count > 0)
        {
            return;
        }

        if (targets.MayBeMore)
        {
            inspection.Unknown(service, "spec.selector", "cannot be compared with labels that are not known yet");
        }
        else if (inspection.Objects.MayHoldMoreWorkloads(service.Place))
        {
            inspection.UnknownNamespace(service, "spec.selector");
        }
        else
        {
            inspection.Broken(service, "spec.selector", $"Service '{service.Name}' selects no workload of its namespace in these objects");
        }
    }

    private static void CheckTargetPortName(KubernetesObject service, ServiceTargets targets, Inspection inspection)
    {
        if (targets.Selected.Count == 0 || targets.MayBeMore || inspection.Objects.MayHoldMoreWorkloads(service.Place))
        {
            return;
        }

        service.Spec["ports"].TryGetItems(out FieldItems ports);
        for (int i = 0; i < ports.Count; i++)
        {
            Field target = ports[i]["targetPort"];
            if (target.Text.Length == 0)
            {
                continue;
            }

            Flag found = targets.Declares(target);
            string path = string.Create(CultureInfo.InvariantCulture, $"spec.ports[{i}].targetPort");
            if (found == Flag.Unknown)
            {
                inspection.Unknown(service, path, "cannot be compared with ports that are not known yet");
            }
            else if (found == Flag.False)
            {
                inspection.Broken(service, path, $"no container that Service '{service.Name}' selects has a port named '{target.Shown}'", target.Shown);
            }
        }
    }

    private static void CheckTargetPortNumber(KubernetesObject service, ServiceTargets targets, Inspection inspection)
    {
        if (targets.MayBeMore || inspection.Objects.MayHoldMoreWorkloads(service.Place) || !targets.Selected.Exists(DeclaresPorts))
        {
            return;
        }

        service.Spec["ports"].TryGetItems(out FieldItems ports);
        for (int i = 0; i < ports.Count; i++)
        {
            Field target = ServicePort.Target(ports[i]);
            if (target.TryGetInteger(out double number) && number > 0
                && targets.Declares(target) == Flag.False)
            {
                inspection.Broken(
                    service,
                    string.Create(CultureInfo.InvariantCulture, $"spec.ports[{i}].{(ports[i]["targetPort"].IsUnset ? "port" : "targetPort")}"),
                    $"no container that Service '{service.Name}' selects declares port {target.Shown}",
                    target.Shown);
            }
        }
    }

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

    private static void CheckServiceValid(KubernetesObject item, Inspection inspection)
    {
        Field type = item.Spec["type"];
        if (!item.Spec["ports"].TryGetItems(out FieldItems ports) || type.IsUnknown || type.Text == "ExternalName")
        {
            return;
        }

        // A headless Service with a selector may have none.
        if (ports.Count == 0 && !item.Spec["clusterIP"].IsUnknown && item.Spec["clusterIP"].Text != "None")
        {
            inspection.Broken(item, "spec.ports", $"Service '{item.Name}' has no ports");
        }

        for (int i = 0; i < ports.Count; i++)
        {
            string? missing = ports[i]["port"].IsUnset ? "port" : ports.Count > 1 && ports[i]["name"].IsUnset ? "name" : null;
            if (missing is not null)
            {
                inspection.Broken(
                    item,
                    string.Create(CultureInfo.InvariantCulture, $"spec.ports[{i}].{missing}"),
                    missing == "port" ? $"a port of Service '{item.Name}' has no number" : $"one of the ports of Service '{item.Name}' has no name");
            }
        }
    }

    private static void CheckServiceSelector(KubernetesObject item, Inspection inspection)
    {
        if (item is { Place: "", Name: "kubernetes" }
            || item.Spec["type"].Text == "ExternalName"
            || ServicePort.Selects(item)
            || inspection.Objects.Find("", "Endpoints", item.Place, item.Name) is not null
            || inspection.Facts.Get(static shared => new ServicesWithSlices(shared.Objects)).Has(item))
        {
            return;
        }

        if (inspection.Objects.MayHoldMore("", "Endpoints", item.Place) || inspection.Objects.MayHoldMore("discovery.k8s.io", "EndpointSlice", item.Place))
        {
            inspection.UnknownNamespace(item, "spec.selector");
            return;
        }

        inspection.Broken(item, "spec.selector", $"Service '{item.Name}' has no selector, and nothing in these objects says where it leads");
    }
}
