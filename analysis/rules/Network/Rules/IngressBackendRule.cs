using Rampart.Rules.Diagnostics;
using Rampart.Rules.Findings;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Network.Rules;

/// <summary>RMP5311: an Ingress leads to services that exist.</summary>
internal static class IngressBackendRule
{
    public static Rule Descriptor { get; } = new ObjectRule("RMP5311", "ingress-backend", RuleCategory.Identity, DiagnosticSeverity.Warning, NetworkPolicies.Group, "Ingress")
    {
        Summary =
            "An Ingress leads to a Service of its namespace and to one of its ports: otherwise its controller responds with an error, and anyone who creates the Service later gets the requests.",
        Allowed = "a Service among the objects, where others of the namespace are, and a port that it has",
        Fix = "add the Service or its port, or correct the backend",
        OtherIds = ["kube-linter:dangling-ingress", "kube-score:ingress-targets-service", "kubescape:C-0298"],
        NeedsOtherObjects = true,
        Example = new(
            """
            kind: Service
            spec: {selector: {app: app}, ports: [{port: 80}]}
            ---
            kind: Ingress
            spec:
              rules:
              - http: {paths: [{path: /, pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}]}
            """,
            """
            kind: Service
            spec: {selector: {app: app}, ports: [{port: 80}]}
            ---
            kind: Ingress
            spec:
              rules:
              - http: {paths: [{path: /, pathType: Prefix, backend: {service: {name: app, port: {number: 80}}}}]}
            """),
        Check = static (item, inspection) =>
        {
            // Services that are declared elsewhere leave none of the namespace here.
            if (inspection.Objects.OfKind("", "Service", item.Place).Count == 0)
            {
                return;
            }

            FieldAt spec = inspection.At(item)["spec"];
            CheckService(item, spec["defaultBackend"]["service"]);
            foreach (FieldAt rule in spec["rules"].Items)
            {
                foreach (FieldAt path in rule["http"]["paths"].Items)
                {
                    CheckService(item, path["backend"]["service"]);
                }
            }
        },
    };

    private static void CheckService(KubernetesObject item, FieldAt backend)
    {
        FieldAt name = backend["name"];
        ObjectSet objects = backend.Inspection.Objects;
        if (name.IsUnset || !name.TryRead(out string wanted))
        {
            return;
        }

        // A Service whose name is unknown or a secret may be the one.
        IReadOnlyCollection<string> names = objects.Names("", "Service", item.Place);
        if (objects.Find("", "Service", item.Place, wanted) is { } service)
        {
            CheckPort(item, backend["port"], service);
        }
        else if (objects.MayHoldMore("", "Service", item.Place))
        {
            name.ReportUnknownNamespace();
        }
        else if (!names.Contains("") && !names.Contains(Field.Secret))
        {
            name.Report($"Service '{name.Shown}', to which Ingress '{item.Name}' leads, is not among the services of the namespace in these objects");
        }
    }

    private static void CheckPort(KubernetesObject item, FieldAt port, KubernetesObject service)
    {
        bool isNumber = !port["number"].IsUnset;
        FieldAt wanted = port[isNumber ? "number" : "name"];

        // The ports of an ExternalName are not declared, and the load balancers of AWS read an annotation for this one.
        if (wanted.IsUnset || service.Spec["type"].Text == "ExternalName" || wanted.Text == "use-annotation")
        {
            return;
        }

        // A number in place of a name, or a name in place of a number, has the wrong type.
        Flag found = isNumber == wanted.Field.TryGetInteger(out _) ? ServicePorts.Of(port.Inspection, service).Find(wanted.Field, out _)
            : wanted.Field.IsUnknown ? Flag.Unknown
            : Flag.False;
        if (found == Flag.Unknown)
        {
            wanted.ReportUnknown("cannot be compared with ports that are not known yet");
        }
        else if (found == Flag.False)
        {
            wanted.Report($"Service '{service.Name}', to which Ingress '{item.Name}' leads, has no port {(isNumber ? wanted.Shown : $"named '{wanted.Shown}'")}");
        }
    }
}
