using System.Globalization;
using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Identity.Rules;

/// <summary>RMP5101: programs read secrets from files.</summary>
internal sealed class SecretsInEnvironmentRule()
    : ContainerRule("RMP5101", "secrets-as-files", RuleCategory.Identity, DiagnosticSeverity.Info)
{
    public override string Summary => "Programs read secrets from files: environment variables end up in crash dumps, logs and child processes, and do not change.";

    public override string Allowed => "secrets mounted as files, or fetched by the program";

    public override string Fix => "mount the Secret as a volume where the program can read it from a file";

    public override IReadOnlyList<string> OtherIds =>
        ["checkov:CKV_K8S_35", "kube-linter:read-secret-from-env-var", "kubescape:C-0207", "kubesec:SecretsAsEnvironmentVariables"];

    protected override void Check(Container container, Inspection inspection)
    {
        int count = 0;
        string path = "", first = "";
        container["env"].TryGetItems(out FieldItems variables);
        for (int i = 0; i < variables.Count; i++)
        {
            if (!variables[i]["valueFrom"]["secretKeyRef"].IsUnset && !variables[i]["valueFrom"].IsUnknown && count++ == 0)
            {
                path = string.Create(CultureInfo.InvariantCulture, $"{container.Path}.env[{i}].valueFrom.secretKeyRef");
                first = variables[i]["name"].Shown;
            }
        }

        container["envFrom"].TryGetItems(out FieldItems sources);
        for (int i = 0; i < sources.Count; i++)
        {
            if (!sources[i]["secretRef"].IsUnset && !sources[i].IsUnknown && count++ == 0)
            {
                path = string.Create(CultureInfo.InvariantCulture, $"{container.Path}.envFrom[{i}].secretRef");
                first = $"all of Secret '{sources[i]["secretRef"]["name"].Shown}'";
            }
        }

        if (count > 0)
        {
            string more = count == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $" and {count - 1} more");
            inspection.Broken(container.Workload.Object, path, $"{container} has secrets in its environment: {first}{more}");
        }
    }
}
