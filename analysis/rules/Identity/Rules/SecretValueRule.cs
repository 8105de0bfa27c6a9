using System.Globalization;
using Rampart.Protocol.Values;
using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Identity.Rules;

/// <summary>RMP5103: keys, tokens and passwords are in Secrets.</summary>
internal sealed class SecretValueRule()
    : Rule("RMP5103", "no-secret-values", RuleCategory.Identity, DiagnosticSeverity.Error)
{
    private static readonly string[] Lists = ["command", "args"];

    public override string Summary => "Private keys, tokens and URLs with a password are in Secrets, not in pods and ConfigMaps, which many may read.";

    public override string Allowed => "a reference to a Secret";

    public override string Fix => "put the value into a Secret, and renew it: it has been readable";

    public override IReadOnlyList<string> OtherIds => ["kubescape:C-0012", "polaris:sensitiveConfigmapContent", "polaris:sensitiveContainerEnvVar"];

    internal override void Check(Inspection inspection)
    {
        foreach (Workload workload in inspection.Objects.Workloads)
        {
            ContainerList containers = workload.Containers;
            for (int i = 0; i < containers.Count; i++)
            {
                CheckContainer(containers[i], inspection);
            }
        }

        foreach (KubernetesObject map in inspection.Objects.OfKind("", "ConfigMap"))
        {
            Field data = map["data"];
            data.TryGetProperties(out ReadOnlySpan<Property> entries);
            foreach (Property entry in entries)
            {
                if (SecretValue.Find(data.Below(entry.Value).Text) is { } noun)
                {
                    inspection.Broken(map, $"data[{entry.Name}]", $"key '{entry.Name}' of ConfigMap '{map.Name}' holds {noun}", Field.Secret);
                }
            }
        }
    }

    private static void CheckContainer(Container container, Inspection inspection)
    {
        container["env"].TryGetItems(out FieldItems variables);
        for (int i = 0; i < variables.Count; i++)
        {
            if (SecretValue.Find(variables[i]["value"].Text) is { } noun)
            {
                inspection.Broken(
                    container.Workload.Object,
                    string.Create(CultureInfo.InvariantCulture, $"{container.Path}.env[{i}].value"),
                    $"{variables[i]["name"].Shown} of {container} holds {noun}",
                    Field.Secret);
            }
        }

        foreach (string list in Lists)
        {
            container[list].TryGetItems(out FieldItems arguments);
            for (int i = 0; i < arguments.Count; i++)
            {
                if (SecretValue.Find(arguments[i].Text) is { } noun)
                {
                    inspection.Broken(
                        container.Workload.Object,
                        string.Create(CultureInfo.InvariantCulture, $"{container.Path}.{list}[{i}]"),
                        $"an argument of {container} holds {noun}",
                        Field.Secret);
                }
            }
        }
    }
}
