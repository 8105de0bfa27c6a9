using Rampart.Rules.Diagnostics;
using Rampart.Rules.Findings;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Network.Rules;

/// <summary>RMP5312: the API server accepts the names and numbers of ports.</summary>
internal static class PortValidRule
{
    private const int MaxNameLength = 15;

    private const int MaxNumber = 65535;

    public static Rule Descriptor { get; } = new ObjectSetRule("RMP5312", "port-valid", RuleCategory.Identity, DiagnosticSeverity.Error)
    {
        Summary = "Containers and services give ports valid names and numbers: the API server rejects anything else.",
        Allowed = "numbers from 1 to 65535; names of up to 15 lowercase letters, digits and hyphens, with a letter, and with no hyphen at an end or beside another",
        Fix = "correct the name or the number, e.g. to http-metrics or 8080",
        OtherIds = ["kube-linter:invalid-target-ports"],
        Example = new(
            """
            containers: [{name: app, ports: [{name: HTTP, containerPort: 80800}]}]
            """,
            """
            containers: [{name: app, ports: [{name: http, containerPort: 8080}]}]
            """),
        Check = static inspection =>
        {
            foreach (Workload workload in inspection.Objects.Workloads)
            {
                foreach (Container container in workload.Containers)
                {
                    foreach (FieldAt port in inspection.At(container)["ports"].Items)
                    {
                        CheckPort(port["name"], container, null);
                        CheckPort(port["containerPort"], container, null);
                    }
                }
            }

            foreach (KubernetesObject service in inspection.Objects.OfKind("", "Service"))
            {
                foreach (FieldAt port in inspection.At(service)["spec"]["ports"].Items)
                {
                    CheckPort(port["port"], null, service);

                    // Zero stands for the Service's own port.
                    FieldAt target = port["targetPort"];
                    if (!target.Field.TryGetInteger(out double number) || number != 0)
                    {
                        CheckPort(target, null, service);
                    }
                }
            }
        },
    };

    private static void CheckPort(FieldAt port, Container? container, KubernetesObject? service)
    {
        if (port.IsUnset)
        {
            return;
        }

        if (port.Text.Length > 0 && !IsName(port.Text))
        {
            port.Report($"{Owner()} has the port '{port.Shown}', which is not a valid port name");
        }
        else if (port.Field.TryGetInteger(out double number) && number is < 1 or > MaxNumber)
        {
            port.Report($"{Owner()} has the port {port.Shown}, which is not from 1 to {MaxNumber}");
        }

        string Owner() => container?.ToString() ?? $"Service '{service!.Name}'";
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
