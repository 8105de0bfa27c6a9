using System.Globalization;
using Rampart.Protocol.Values;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Findings;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Identity.Rules;

/// <summary>The rules about secrets.</summary>
internal static class SecretRules
{
    private static readonly string[] Lists = ["command", "args"];

    private static readonly string[] Maps = ["data", "stringData"];

    private static readonly (string Field, string Kind)[] References = [("secretKeyRef", "Secret"), ("configMapKeyRef", "ConfigMap")];

    public static IReadOnlyList<Rule> All { get; } =
    [
        new ContainerRule("RMP5101", "secrets-as-files", RuleCategory.Identity, DiagnosticSeverity.Info)
        {
            Summary = "Programs read secrets from files: environment variables end up in crash dumps, logs and child processes, and do not change.",
            Allowed = "secrets mounted as files, or fetched by the program",
            Fix = "mount the Secret as a volume where the program can read it from a file",
            OtherIds =
                ["checkov:CKV_K8S_35", "kube-linter:read-secret-from-env-var", "kubescape:C-0207", "kubesec:SecretsAsEnvironmentVariables"],
            Check = CheckSecretsInEnvironment,
        },
        PlainSecretRule.Descriptor,
        new ObjectSetRule("RMP5103", "no-secret-values", RuleCategory.Identity, DiagnosticSeverity.Error)
        {
            Summary = "Private keys, tokens and URLs with a password are in Secrets, not in pods and ConfigMaps, which many may read.",
            Allowed = "a reference to a Secret",
            Fix = "put the value into a Secret, and renew it: it has been readable",
            OtherIds = ["kubescape:C-0012", "polaris:sensitiveConfigmapContent", "polaris:sensitiveContainerEnvVar"],
            Check = CheckSecretValue,
        },
        new ObjectRule("RMP5104", "no-secrets-in-config-maps", RuleCategory.Identity, DiagnosticSeverity.Warning, "", "ConfigMap")
        {
            Summary = "What is named like a secret is in a Secret: ConfigMaps are neither encrypted nor kept from those who may read configuration.",
            Allowed = "a Secret",
            Fix = "move the key into a Secret",
            OtherIds = ["kubescape:C-0012", "polaris:sensitiveConfigmapContent", "trivy:KSV-01010", "trivy:KSV-0109"],
            Check = CheckConfigMapSecret,
        },
        new ObjectRule("RMP5105", "no-secrets-in-files", RuleCategory.Identity, DiagnosticSeverity.Warning, "", "Secret")
        {
            Summary = "The values of Secrets come from a secret store or encrypted configuration: base64 in a file hides nothing.",
            Allowed = "an encrypted file, or an object that fetches the values",
            Fix = "use a secret store, SealedSecret, ExternalSecret or encrypted stack configuration",
            Check = CheckSecretInFile,
        },
        SecretValidRule.Descriptor,
        new ContainerRule("RMP5107", "referenced-keys", RuleCategory.Identity, DiagnosticSeverity.Error)
        {
            Summary = "The keys of Secrets and ConfigMaps that variables refer to exist: otherwise the container never starts.",
            Allowed = "a key of the object, or optional true",
            Fix = "add the key, or correct the reference",
            OtherIds = ["kube-linter:env-value-from"],
            Check = CheckReferencedKeys,
        },
    ];

    private static void CheckSecretsInEnvironment(Container container, Inspection inspection)
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

    private static void CheckSecretValue(Inspection inspection)
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

    private static void CheckConfigMapSecret(KubernetesObject item, Inspection inspection)
    {
        Field data = item["data"];
        data.TryGetProperties(out ReadOnlySpan<Property> entries);
        foreach (Property entry in entries)
        {
            if (!SecretName.Matches(entry.Name))
            {
                continue;
            }

            Field value = data.Below(entry.Value);
            if (!value.TryGetText(out string text))
            {
                inspection.Unknown(item, $"data[{entry.Name}]");
            }
            else if (!SecretValue.IsHarmless(text) && SecretValue.Find(text) is null)
            {
                inspection.Broken(item, $"data[{entry.Name}]", $"key '{entry.Name}' of ConfigMap '{item.Name}' is named like a secret", Field.Secret);
            }
        }
    }

    private static void CheckSecretInFile(KubernetesObject item, Inspection inspection)
    {
        // SOPS leaves a note in the objects whose values it has encrypted.
        if (item.Origin.File.Length == 0 || !item["sops"].IsUnset)
        {
            return;
        }

        int count = 0;
        string path = "", first = "";
        foreach (string map in Maps)
        {
            Field values = item[map];
            values.TryGetProperties(out ReadOnlySpan<Property> entries);
            foreach (Property entry in entries)
            {
                string text = values.Below(entry.Value).Text;
                if (text.Length > 0 && !IsPlaceholder(text) && count++ == 0)
                {
                    path = $"{map}[{entry.Name}]";
                    first = entry.Name;
                }
            }
        }

        if (count > 0)
        {
            string more = count == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $" and {count - 1} more");
            inspection.Broken(item, path, $"Secret '{item.Name}' has its values in a file: key '{first}'{more}", Field.Secret);
        }
    }

    // What our own rendering and templates write where a secret belongs.
    private static bool IsPlaceholder(string value) =>
        value is "[secret]" or "[unknown]" || value[0] == '<'
        || value.StartsWith("${", StringComparison.Ordinal) || value.StartsWith("{{", StringComparison.Ordinal);

    private static void CheckReferencedKeys(Container container, Inspection inspection)
    {
        container["env"].TryGetItems(out FieldItems variables);
        for (int i = 0; i < variables.Count; i++)
        {
            Field source = variables[i]["valueFrom"];
            foreach ((string field, string kind) in References)
            {
                Field reference = source[field];
                if (reference.Presence == Flag.True && Problem(container.Workload.Object.Place, reference, kind, inspection.Objects) is { } problem)
                {
                    inspection.Broken(
                        container.Workload.Object,
                        string.Create(CultureInfo.InvariantCulture, $"{container.Path}.env[{i}].valueFrom.{field}"),
                        $"{variables[i]["name"].Shown} of {container} {problem}");
                }
            }
        }
    }

    // An object that is not here may be in the cluster.
    private static string? Problem(string place, Field reference, string kind, ObjectSet objects)
    {
        if (!reference["name"].TryGetText(out string name) || !reference["key"].TryGetText(out string key))
        {
            return null;
        }

        if (name.Length == 0 || key.Length == 0)
        {
            return $"refers to a {kind} but not to its {(name.Length == 0 ? "name" : "key")}";
        }

        return reference["optional"].Flag is Flag.Unset or Flag.False
            && objects.Find("", kind, place, name) is { } item
            && item["data"][key].IsUnset && item["stringData"][key].IsUnset && item["binaryData"][key].IsUnset
            && item["sops"].IsUnset
            ? $"refers to key '{reference["key"].Shown}', which {kind} '{reference["name"].Shown}' does not have"
            : null;
    }
}
