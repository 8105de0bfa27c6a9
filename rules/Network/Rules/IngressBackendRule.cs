using System.Globalization;
using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Network.Rules;

/// <summary>RMP5311: an Ingress leads to services that exist.</summary>
internal sealed class IngressBackendRule()
    : ObjectRule("RMP5311", "ingress-backend", RuleCategory.Identity, DiagnosticSeverity.Warning, NetworkPolicies.Group, "Ingress")
{
    public override bool NeedsOtherObjects => true;

    public override string Summary =>
        "An Ingress leads to a Service of its namespace and to one of its ports: for others its controller answers with an error, and whoever makes the Service later gets the requests.";

    public override string Allowed => "a Service among the objects, where others of the namespace are, and a port that it has";

    public override string Fix => "add the Service or its port, or correct the backend";

    public override IReadOnlyList<string> OtherIds => ["kube-linter:dangling-ingress", "kube-score:ingress-targets-service", "kubescape:C-0298"];

    protected override void Check(KubernetesObject item, Inspection inspection)
    {
        IReadOnlyList<KubernetesObject> services = inspection.Objects.OfKind("", "Service", item.Place);

        // Whoever keeps services elsewhere has none of the namespace here.
        if (services.Count == 0)
        {
            return;
        }

        Check(item, "spec.defaultBackend.service", item.Spec["defaultBackend"]["service"], services, inspection);
        item.Spec["rules"].TryGetItems(out FieldItems rules);
        for (int i = 0; i < rules.Count; i++)
        {
            rules[i]["http"]["paths"].TryGetItems(out FieldItems paths);
            for (int j = 0; j < paths.Count; j++)
            {
                Check(item, string.Create(CultureInfo.InvariantCulture, $"spec.rules[{i}].http.paths[{j}].backend.service"), paths[j]["backend"]["service"], services, inspection);
            }
        }
    }

    private static void Check(KubernetesObject item, string path, Field backend, IReadOnlyList<KubernetesObject> services, Inspection inspection)
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

        KubernetesObject? service = null;
        bool mayBeOther = false;
        foreach (KubernetesObject candidate in services)
        {
            Field own = candidate.Metadata["name"];
            mayBeOther |= own.Text.Length == 0;
            service = own.Text == wanted ? candidate : service;
        }

        if (service is not null)
        {
            CheckPort(item, path, backend["port"], service, inspection);
        }
        else if (!mayBeOther)
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

        Flag found = Find(service.Spec["ports"], isNumber ? "port" : "name", wanted);
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

    private static Flag Find(Field ports, string field, Field wanted)
    {
        if (wanted.IsUnknown || !ports.TryGetItems(out FieldItems items))
        {
            return Flag.Unknown;
        }

        Flag result = Flag.False;
        foreach (Field port in items)
        {
            Field own = port[field];
            if (own.IsUnknown)
            {
                result = Flag.Unknown;
            }
            else if (wanted.TryGetInteger(out double number) ? own.TryGetInteger(out double candidate) && candidate == number : own.Text == wanted.Text)
            {
                return Flag.True;
            }
        }

        return result;
    }
}
