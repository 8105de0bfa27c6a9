using System.Globalization;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Findings;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Policies.Rules;

/// <summary>The rules about Gatekeeper policies.</summary>
internal static class GatekeeperRules
{
    public static IReadOnlyList<Rule> All { get; } =
    [
        new ObjectRule("RMP6201", "gatekeeper-template-version", RuleCategory.Policies, DiagnosticSeverity.Info, "templates.gatekeeper.sh", "ConstraintTemplate")
        {
            Summary = "A ConstraintTemplate has the version templates.gatekeeper.sh/v1, which validates the schema of its parameters.",
            Allowed = "templates.gatekeeper.sh/v1",
            Fix = "set apiVersion to templates.gatekeeper.sh/v1 and give parameters a schema with types",
            Guide = "OPA Gatekeeper Example",
            Check = static (item, inspection) =>
            {
                if (item.ApiVersion != "templates.gatekeeper.sh/v1")
                {
                    inspection.Broken(item, "apiVersion", $"{item} does not have the version v1", item.ApiVersion);
                }
            },
        },
        new ObjectRule("RMP6202", "gatekeeper-template-without-code", RuleCategory.Policies, DiagnosticSeverity.Error, "templates.gatekeeper.sh", "ConstraintTemplate")
        {
            Summary = "Each target of a ConstraintTemplate has code; Gatekeeper rejects a target without code.",
            Allowed = "rego or code at each target",
            Fix = "add code with the engine Rego or K8sNativeValidation",
            Guide = "OPA Gatekeeper Example",
            Check = CheckGatekeeperTemplateCode,
        },
        new ObjectRule("RMP6203", "gatekeeper-template-name", RuleCategory.Policies, DiagnosticSeverity.Error, "templates.gatekeeper.sh", "ConstraintTemplate")
        {
            Summary = "The name of a ConstraintTemplate is the kind that it defines, in lower case; Gatekeeper rejects any other.",
            Allowed = "the kind in lower case",
            Fix = "rename the template, or the kind",
            Guide = "OPA Gatekeeper Example",
            Check = static (item, inspection) =>
            {
                Field kind = item.Spec["crd"]["spec"]["names"]["kind"];
                if (kind.Text.Length > 0 && item.Name.Length > 0 && !string.Equals(item.Name, kind.Text.ToLowerInvariant(), StringComparison.Ordinal))
                {
                    string shown = item.Metadata["name"].Shown;
                    inspection.Broken(item, "metadata.name", $"the name '{shown}' is not the kind '{kind.Shown}' in lower case", shown);
                }
            },
        },
        new ObjectRule("RMP6204", "gatekeeper-containers-only", RuleCategory.Policies, DiagnosticSeverity.Error, "templates.gatekeeper.sh", "ConstraintTemplate")
        {
            Summary =
                "Code about images or security contexts also checks init and ephemeral containers; otherwise those containers can do what it forbids.",
            Allowed = "containers, initContainers and ephemeralContainers",
            Fix = "repeat the violation for initContainers and ephemeralContainers",
            Guide = "OPA Gatekeeper Example",
            Check = CheckGatekeeperContainersOnly,
        },
        new ObjectRule("RMP6205", "gatekeeper-raw-image", RuleCategory.Policies, DiagnosticSeverity.Warning, "templates.gatekeeper.sh", "ConstraintTemplate")
        {
            Summary = "Rego sees the image as the pod writes it; a prefix without a registry rejects the same image written in full.",
            Allowed = "prefixes with a registry, as parameters",
            Fix = "write images with their registry and compare them with it, e.g. docker.io/authzed/",
            Guide = "OPA Gatekeeper Example",
            Check = CheckGatekeeperRawImage,
        },
        new ObjectSetRule("RMP6206", "gatekeeper-open-prefix", RuleCategory.Policies, DiagnosticSeverity.Warning)
        {
            Summary =
                "An image prefix ends with a slash; a prefix that ends in the middle of a name also matches names that anyone can register.",
            Allowed = "prefixes that end with a slash",
            Fix = "end the prefix with a slash",
            Guide = "OPA Gatekeeper Example",
            OtherIds = ["trivy:KSV-0124"],
            Check = CheckGatekeeperOpenPrefix,
        },
        new ObjectSetRule("RMP6207", "gatekeeper-constraint-without-template", RuleCategory.Policies, DiagnosticSeverity.Info)
        {
            Summary = "The template of a constraint exists before it, since the template creates the constraint's kind.",
            Allowed = "a ConstraintTemplate for the constraint's kind",
            Fix = "add the ConstraintTemplate, unless the cluster has it, and wait for it before the constraint",
            Guide = "OPA Gatekeeper Example",
            Check = static inspection =>
            {
                HashSet<string>? kinds = null;
                IReadOnlyList<KubernetesObject> objects = inspection.Objects.Objects;
                for (int i = 0; i < objects.Count; i++)
                {
                    if (objects[i].Group == "constraints.gatekeeper.sh" && !(kinds ??= KindsOf(inspection.Objects)).Contains(objects[i].Kind))
                    {
                        inspection.Broken(objects[i], "kind", $"no ConstraintTemplate among these objects defines the kind {objects[i].Kind}", objects[i].Kind);
                    }
                }
            },
        },
        new ObjectSetRule("RMP6208", "gatekeeper-dry-run", RuleCategory.Policies, DiagnosticSeverity.Info)
        {
            Summary = "A constraint denies violations; with dryrun or warn it only reports them.",
            Allowed = "enforcementAction deny or unset",
            Fix = "set enforcementAction to deny when the audit is clean",
            Guide = "OPA Gatekeeper Example",
            Check = static inspection =>
            {
                IReadOnlyList<KubernetesObject> objects = inspection.Objects.Objects;
                for (int i = 0; i < objects.Count; i++)
                {
                    KubernetesObject item = objects[i];
                    if (item.Group == "constraints.gatekeeper.sh" && item.Spec["enforcementAction"] is var action && action.Text is "dryrun" or "warn")
                    {
                        inspection.Broken(item, "spec.enforcementAction", $"{item} only reports violations", action.Shown);
                    }
                }
            },
        },
    ];

    private static void CheckGatekeeperTemplateCode(KubernetesObject item, Inspection inspection)
    {
        if (!item.Spec["targets"].TryGetItems(out FieldItems targets))
        {
            inspection.Unknown(item, "spec.targets");
            return;
        }

        if (targets.Count == 0)
        {
            inspection.Broken(item, "spec.targets", $"{item} has no target");
        }

        for (int i = 0; i < targets.Count; i++)
        {
            if (targets[i]["rego"].TryGetText(out string rego)
                && rego.Length == 0
                && targets[i]["code"].TryGetItems(out FieldItems code)
                && code.Count == 0)
            {
                string path = PathPool.Item("spec", "targets", i);
                inspection.Broken(item, path, $"target '{targets[i]["target"].Shown}' of {item} has no code");
            }
        }
    }

    private static void CheckGatekeeperContainersOnly(KubernetesObject item, Inspection inspection)
    {
        _ = item.Spec["targets"].TryGetItems(out FieldItems targets);
        for (int i = 0; i < targets.Count; i++)
        {
            PolicyText text = default;
            string path = string.Create(CultureInfo.InvariantCulture, $"spec.targets[{i}]"), first = "";
            RegoText.VisitTarget(path, targets[i], (at, code) =>
            {
                text = text.With(code.Text);
                first = first.Length == 0 ? at : first;
            });
            if (text.LetsContainersEscape)
            {
                inspection.Broken(item, first, $"{item} checks containers but not {text.Unread}");
            }
        }
    }

    private static void CheckGatekeeperRawImage(KubernetesObject item, Inspection inspection)
    {
        _ = item.Spec["targets"].TryGetItems(out FieldItems targets);
        for (int i = 0; i < targets.Count; i++)
        {
            RegoText.VisitTarget(string.Create(CultureInfo.InvariantCulture, $"spec.targets[{i}]"), targets[i], (path, code) =>
            {
                List<string> prefixes = RegoText.ImagePrefixes(code.Text);
                foreach (string prefix in prefixes)
                {
                    if (ImagePattern.NamesNoRegistry(prefix) && !prefixes.Contains(ImagePattern.OtherForm(prefix) ?? ""))
                    {
                        string shown = code.IsSecret ? Field.Secret : prefix;
                        inspection.Broken(item, path, $"the prefix '{shown}' names no registry and rejects the same image written docker.io/{shown}", shown);
                    }
                }
            });
        }
    }

    private static void CheckGatekeeperOpenPrefix(Inspection inspection)
    {
        foreach (KubernetesObject item in inspection.Objects.OfKind("templates.gatekeeper.sh", "ConstraintTemplate"))
        {
            _ = item.Spec["targets"].TryGetItems(out FieldItems targets);
            for (int i = 0; i < targets.Count; i++)
            {
                RegoText.VisitTarget(string.Create(CultureInfo.InvariantCulture, $"spec.targets[{i}]"), targets[i], (path, code) =>
                {
                    foreach (string prefix in RegoText.ImagePrefixes(code.Text))
                    {
                        CheckPrefix(item, path, prefix, code.IsSecret ? Field.Secret : prefix, inspection);
                    }
                });
            }
        }

        // The template of Gatekeeper's library compares images with each of these by prefix.
        foreach (KubernetesObject item in inspection.Objects.OfKind("constraints.gatekeeper.sh", "K8sAllowedRepos"))
        {
            _ = item.Spec["parameters"]["repos"].TryGetItems(out FieldItems repositories);
            for (int i = 0; i < repositories.Count; i++)
            {
                CheckPrefix(
                    item, string.Create(CultureInfo.InvariantCulture, $"spec.parameters.repos[{i}]"), repositories[i].Text, repositories[i].Shown, inspection);
            }
        }
    }

    private static void CheckPrefix(KubernetesObject item, string path, string prefix, string shown, Inspection inspection)
    {
        if (ImagePattern.IsOpenPrefix(prefix))
        {
            inspection.Broken(item, path, $"the prefix '{shown}' also matches images with longer names", shown);
        }
    }

    private static HashSet<string> KindsOf(ObjectSet objects)
    {
        HashSet<string> kinds = new(StringComparer.Ordinal);
        foreach (KubernetesObject item in objects.OfKind("templates.gatekeeper.sh", "ConstraintTemplate"))
        {
            kinds.Add(item.Spec["crd"]["spec"]["names"]["kind"].Text);
        }

        return kinds;
    }
}
