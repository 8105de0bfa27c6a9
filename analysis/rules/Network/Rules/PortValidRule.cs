using System.Globalization;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Findings;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Network.Rules;

/// <summary>RMP5312: the API server takes the names and numbers of ports.</summary>
internal static class PortValidRule
{
    private const int MaxNameLength = 15;

    private const int MaxNumber = 65535;

    public static Rule Descriptor { get; } = new ObjectSetRule("RMP5312", "port-valid", RuleCategory.Identity, DiagnosticSeverity.Error)
    {
        Summary = "Containers and services give ports names and numbers that are valid: the API server rejects all else.",
        Allowed = "numbers from 1 to 65535; names of up to 15 small letters, digits and hyphens, with a letter, and with no hyphen at an end or beside another",
        Fix = "correct the name or the number, e.g. to http-metrics or 8080",
        OtherIds = ["kube-linter:invalid-target-ports"],
        Check = Check,
    };

    private static void Check(Inspection inspection)
    {
        foreach (Workload workload in inspection.Objects.Workloads)
        {
            foreach (Container container in workload.Containers)
            {
                container["ports"].TryGetItems(out FieldItems ports);
                for (int i = 0; i < ports.Count; i++)
                {
                    string path = PathPool.Item(container.Path, "ports", i);
                    CheckPart(workload.Object, container, path, "name", ports[i], inspection);
                    CheckPart(workload.Object, container, path, "containerPort", ports[i], inspection);
                }
            }
        }

        foreach (KubernetesObject service in inspection.Objects.OfKind("", "Service"))
        {
            service.Spec["ports"].TryGetItems(out FieldItems ports);
            for (int i = 0; i < ports.Count; i++)
            {
                string path = PathPool.Item("spec", "ports", i);
                CheckPart(service, null, path, "port", ports[i], inspection);

                // Zero stands for the Service's own port.
                Field target = ports[i]["targetPort"];
                if (!target.TryGetInteger(out double number) || number != 0)
                {
                    CheckPart(service, null, path, "targetPort", ports[i], inspection);
                }
            }
        }
    }

    private static void CheckPart(KubernetesObject item, Container? container, string path, string name, Field port, Inspection inspection)
    {
        Field value = port[name];
        if (value.IsUnset)
        {
            return;
        }

        if (value.Text.Length > 0 && !IsName(value.Text))
        {
            inspection.Broken(item, $"{path}.{name}", $"{Owner()} has the port '{value.Shown}', which is no name of a port", value.Shown);
        }
        else if (value.TryGetInteger(out double number) && number is < 1 or > MaxNumber)
        {
            inspection.Broken(item, $"{path}.{name}", $"{Owner()} has the port {value.Shown}, which is not from 1 to {MaxNumber.ToString(CultureInfo.InvariantCulture)}", value.Shown);
        }

        string Owner() => container?.ToString() ?? $"Service '{item.Name}'";
    }

    private static bool IsName(string name)
    {
        bool hasLetter = false;
        for (int i = 0; i < name.Length; i++)
        {
            if (!char.IsAsciiLetterLower(name[i]) && !char.IsAsciiDigit(name[i]) && !(name[i] == '-' && i > 0 && i < name.Length - 1 && name[i - 1] != '-'))
            {
                return false;
            }

            hasLetter |= char.IsAsciiLetterLower(name[i]);
        }

        return hasLetter && name.Length <= MaxNameLength;
    }
}
