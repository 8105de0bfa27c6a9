using System.Globalization;
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
            Summary = "Programs read secrets from files: environment variables end up in crash dumps, logs and child processes, and do not change when the Secret does.",
            Allowed = "secrets mounted as files, or fetched by the program",
            Fix = "mount the Secret as a volume where the program can read it from a file",
            OtherIds =
                ["checkov:CKV_K8S_35", "kube-linter:read-secret-from-env-var", "kubescape:C-0207", "kubesec:SecretsAsEnvironmentVariables"],
            Check = CheckSecretsInEnvironment,
        },
        PlainSecretRule.Descriptor,
        new ObjectSetRule("RMP5103", "no-secret-values", RuleCategory.Identity, DiagnosticSeverity.Error)
        {
            Summary = "Private keys, tokens and URLs with a password are in Secrets, not in pods and ConfigMaps, which many can read.",
            Allowed = "a reference to a Secret",
            Fix = "put a new value into a Secret, since the old one was readable",
            OtherIds = ["kubescape:C-0012", "polaris:sensitiveConfigmapContent", "polaris:sensitiveContainerEnvVar"],
            Check = CheckSecretValue,
        },
        new ObjectRule("RMP5104", "no-secrets-in-config-maps", RuleCategory.Identity, DiagnosticSeverity.Warning, "", "ConfigMap")
        {
            Summary = "Values that are named like a secret are in a Secret: ConfigMaps are not encrypted, and everyone who may read configuration can read them.",
            Allowed = "a Secret",
            Fix = "move the key into a Secret",
            OtherIds = ["kubescape:C-0012", "polaris:sensitiveConfigmapContent", "trivy:KSV-01010", "trivy:KSV-0109"],
            Check = CheckConfigMapSecret,
        },
        new ObjectRule("RMP5105", "no-secrets-in-files", RuleCategory.Identity, DiagnosticSeverity.Warning, "", "Secret")
        {
            Summary = "The values of Secrets come from a secret store or from encrypted configuration: base64 in a file hides nothing.",
            Allowed = "an encrypted file, or an object that fetches the values",
            Fix = "use a secret store, SealedSecret, ExternalSecret or encrypted stack configuration",
            Check = CheckSecretInFile,
        },
        SecretValidRule.Descriptor,
        new ContainerRule("RMP5107", "referenced-keys", RuleCategory.Identity, DiagnosticSeverity.Error)
        {
            Summary = "The keys of Secrets and ConfigMaps that environment variables refer to exist: otherwise the container never starts.",
            Allowed = "a key of the object, or optional true",
            Fix = "add the key, or correct the reference",
            OtherIds = ["kube-linter:env-value-from"],
            Check = CheckReferencedKeys,
        },
    ];

    private static void CheckSecretsInEnvironment(Container container, Inspection inspection)
    {
        int count = 0;
        FieldAt at = inspection.At(container), first = at;
        string name = "";
        foreach (FieldAt variable in at["env"].Items)
        {
            FieldAt reference = variable["valueFrom"]["secretKeyRef"];
            if (!reference.IsUnset && !variable["valueFrom"].Field.IsUnknown && count++ == 0)
            {
                first = reference;
                name = variable["name"].Shown;
            }
        }

        foreach (FieldAt source in at["envFrom"].Items)
        {
            FieldAt reference = source["secretRef"];
            if (!reference.IsUnset && !source.Field.IsUnknown && count++ == 0)
            {
                first = reference;
                name = $"all of Secret '{reference["name"].Shown}'";
            }
        }

        if (count > 0)
        {
            first.Report($"{container} has secrets in its environment: {name}{AndMore(count)}");
        }
    }

    private static string AndMore(int count) => count == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $" and {count - 1} more");

    private static void CheckSecretValue(Inspection inspection)
    {
        foreach (Workload workload in inspection.Objects.Workloads)
        {
            foreach (Container container in workload.Containers)
            {
                CheckContainer(container, inspection.At(container));
            }
        }

        foreach (KubernetesObject map in inspection.Objects.OfKind("", "ConfigMap"))
        {
            foreach (FieldAt entry in inspection.At(map)["data"].MapEntries)
            {
                if (SecretValue.Find(entry.Text) is { } noun)
                {
                    entry.Report($"key '{entry.Name}' of ConfigMap '{map.Name}' holds {noun}", Field.Secret);
                }
            }
        }
    }

    private static void CheckContainer(Container container, FieldAt at)
    {
        foreach (FieldAt variable in at["env"].Items)
        {
            if (SecretValue.Find(variable["value"].Text) is { } noun)
            {
                variable["value"].Report($"{variable["name"].Shown} of {container} holds {noun}", Field.Secret);
            }
        }

        foreach (string list in Lists)
        {
            foreach (FieldAt argument in at[list].Items)
            {
                if (SecretValue.Find(argument.Text) is { } noun)
                {
                    argument.Report($"an argument of {container} holds {noun}", Field.Secret);
                }
            }
        }
    }

    private static void CheckConfigMapSecret(KubernetesObject item, Inspection inspection)
    {
        foreach (FieldAt entry in inspection.At(item)["data"].MapEntries)
        {
            if (SecretName.Matches(entry.Name) && entry.TryRead(out string text) && !SecretValue.IsHarmless(text) && SecretValue.Find(text) is null)
            {
                entry.Report($"key '{entry.Name}' of ConfigMap '{item.Name}' is named like a secret", Field.Secret);
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
        FieldAt at = inspection.At(item), first = at;
        foreach (string map in Maps)
        {
            foreach (FieldAt entry in at[map].MapEntries)
            {
                if (entry.Text is { Length: > 0 } text && !IsPlaceholder(text) && count++ == 0)
                {
                    first = entry;
                }
            }
        }

        if (count > 0)
        {
            first.Report($"Secret '{item.Name}' has its values in a file: key '{first.Name}'{AndMore(count)}", Field.Secret);
        }
    }

    // What our own rendering and templates write where a secret belongs.
    private static bool IsPlaceholder(string value) =>
        value is "[secret]" or "[unknown]" || value[0] == '<'
        || value.StartsWith("${", StringComparison.Ordinal) || value.StartsWith("{{", StringComparison.Ordinal);

    private static void CheckReferencedKeys(Container container, Inspection inspection)
    {
        foreach (FieldAt variable in inspection.At(container)["env"].Items)
        {
            foreach ((string field, string kind) in References)
            {
                FieldAt reference = variable["valueFrom"][field];
                if (reference.Presence == Flag.True && Problem(container.Workload.Object.Place, reference.Field, kind, inspection.Objects) is { } problem)
                {
                    reference.Report($"{variable["name"].Shown} of {container} {problem}");
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
