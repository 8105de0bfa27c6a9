using System.Globalization;
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
            "An Ingress leads to a Service of its namespace and to one of its ports: for others its controller answers with an error, and whoever makes the Service later gets the requests.",
        Allowed = "a Service among the objects, where others of the namespace are, and a port that it has",
        Fix = "add the Service or its port, or correct the backend",
        OtherIds = ["kube-linter:dangling-ingress", "kube-score:ingress-targets-service", "kubescape:C-0298"],
        NeedsOtherObjects = true,
        Check = Check,
    };

    private static void Check(KubernetesObject item, Inspection inspection)
    {
        // Whoever keeps services elsewhere has none of the namespace here.
        if (inspection.Objects.OfKind("", "Service", item.Place).Count == 0)
        {
            return;
        }

        CheckPart(item, "spec.defaultBackend.service", item.Spec["defaultBackend"]["service"], inspection);
        item.Spec["rules"].TryGetItems(out FieldItems rules);
        for (int i = 0; i < rules.Count; i++)
        {
            rules[i]["http"]["paths"].TryGetItems(out FieldItems paths);
            for (int j = 0; j < paths.Count; j++)
            {
                CheckPart(item, string.Create(CultureInfo.InvariantCulture, $"spec.rules[{i}].http.paths[{j}].backend.service"), paths[j]["backend"]["service"], inspection);
            }
        }
    }

    private static void CheckPart(KubernetesObject item, string path, Field backend, Inspection inspection)
    {
        Field name = backend["name"];
        if (backend.IsUnset || name.IsUnset)
        {
            return;
        }

        if (!name.TryGetText(out string wanted))
        {
            inspection.Unknown(item, $"{path}.name");
            return;
        }

        // One whose name is not known, or that nobody may see, may be the one.
        IReadOnlyCollection<string> names = inspection.Objects.Names("", "Service", item.Place);
        if (inspection.Objects.Find("", "Service", item.Place, wanted) is { } service)
        {
            CheckPort(item, path, backend["port"], service, inspection);
        }
        else if (inspection.Objects.MayHoldMore("", "Service", item.Place))
        {
            inspection.UnknownNamespace(item, $"{path}.name");
        }
        else if (!names.Contains("") && !names.Contains(Field.Secret))
        {
            inspection.Broken(
                item, $"{path}.name", $"Service '{name.Shown}', to which Ingress '{item.Name}' leads, is not among the services of the namespace in these objects", name.Shown);
        }
    }

    private static void CheckPort(KubernetesObject item, string path, Field port, KubernetesObject service, Inspection inspection)
    {
        bool isNumber = !port["number"].IsUnset;
        string field = isNumber ? "number" : "name";
        Field wanted = port[field];

        // Ports of a name of DNS are nobody's, and load balancers of AWS read an annotation for this one.
        if (wanted.IsUnset || service.Spec["type"].Text == "ExternalName" || wanted.Text == "use-annotation")
        {
            return;
        }

        // A number for a name, or a name for a number, is of a wrong type.
        Flag found = isNumber == wanted.TryGetInteger(out _) ? ServicePorts.Of(inspection, service).Find(wanted, out _) : wanted.IsUnknown ? Flag.Unknown : Flag.False;
        if (found == Flag.Unknown)
        {
            inspection.Unknown(item, $"{path}.port.{field}", "cannot be compared with ports that are not known yet");
        }
        else if (found == Flag.False)
        {
            inspection.Broken(
                item, $"{path}.port.{field}", $"Service '{service.Name}', to which Ingress '{item.Name}' leads, has no port {(isNumber ? wanted.Shown : $"named '{wanted.Shown}'")}", wanted.Shown);
        }
    }
}
