using Rampart.Rules.Diagnostics;
using Rampart.Rules.Findings;
using Rampart.Rules.Images.Uses;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Images.Rules;

/// <summary>The rules about how images are pulled.</summary>
internal static class PullRules
{
    public static IReadOnlyList<Rule> All { get; } =
    [
        new ObjectSetRule("RMP2011", "pull-policy-value", RuleCategory.Images, DiagnosticSeverity.Error)
        {
            Summary = "Every pull policy is one that Kubernetes knows; the API server rejects any other.",
            Allowed = "Always, IfNotPresent or Never",
            Fix = "set imagePullPolicy to Always",
            Example = new(
                """
                containers:
                - name: app
                  image: registry.example.com/app:v1.2.3
                  imagePullPolicy: always
                """,
                """
                containers:
                - name: app
                  image: registry.example.com/app:v1.2.3
                  imagePullPolicy: Always
                """),
            Check = CheckPullPolicyValue,
        },
        new ImageRule("RMP2012", "pull-never", DiagnosticSeverity.Warning)
        {
            Summary = "No container relies on an image that is already on the node: the pod starts on no other node, and nothing checks the image.",
            Allowed = "Always or IfNotPresent",
            Fix = "set imagePullPolicy to Always",
            OtherIds = ["checkov:CKV_K8S_15", "kube-score:container-image-pull-policy", "polaris:pullPolicyNotAlways"],
            Example = new(
                """
                containers:
                - name: app
                  image: registry.example.com/app:v1.2.3
                  imagePullPolicy: Never
                """,
                """
                containers:
                - name: app
                  image: registry.example.com/app:v1.2.3
                  imagePullPolicy: Always
                """,
                "Nodes into which the image was loaded by hand: they now need the registry."),
            Check = static (use, image, inspection) =>
            {
                if (use.PullPolicy.IsUnknown)
                {
                    inspection.Unknown(use.Workload.Object, use.PullPolicyPath);
                }
                else if (use.PullPolicy.Text == "Never")
                {
                    inspection.Broken(use.Workload.Object, use.PullPolicyPath, $"{use} never pulls its image, so it starts only on nodes that have it", use.PullPolicy.Shown);
                }
            },
        },
        new ImageRule("RMP2013", "pull-always", DiagnosticSeverity.Info)
        {
            Summary = "Every start of a container asks the registry for its image, so that no pod runs an old copy, or an image that it is not allowed to pull.",
            Allowed = "Always",
            Fix = "set imagePullPolicy to Always",
            OtherIds =
                ["checkov:CKV_K8S_15", "kube-score:container-image-pull-policy", "kubescape:C-0075", "polaris:pullPolicyNotAlways"],
            Example = new(
                """
                containers:
                - name: app
                  image: registry.example.com/app:v1.2.3
                  imagePullPolicy: IfNotPresent
                """,
                """
                containers:
                - name: app
                  image: registry.example.com/app:v1.2.3
                  imagePullPolicy: Always
                """,
                "Pods start only while the registry answers."),
            Check = CheckPullAlways,
        },
        new ObjectSetRule("RMP2021", "pull-secret-name", RuleCategory.Images, DiagnosticSeverity.Warning)
        {
            Summary = "Every pull secret has a name: the API server accepts an empty one, and the kubelet then pulls the private image without credentials.",
            Allowed = "the name of a Secret in the pod's namespace",
            Fix = "give the Secret's name, or remove the item",
            Guide = "3. Use Image Pull Secrets for Private Registries",
            Example = new(
                """
                imagePullSecrets: [{}]
                """,
                """
                imagePullSecrets: [{name: registry}]
                """),
            Check = static inspection =>
            {
                foreach ((KubernetesObject item, string path, Field name) in PullSecretUses.Of(inspection.Facts))
                {
                    CheckName(item, path, name, inspection);
                }
            },
        },
        new ObjectSetRule("RMP2022", "pull-secret-type", RuleCategory.Images, DiagnosticSeverity.Warning)
        {
            Summary = "Every pull secret holds registry credentials: the kubelet silently ignores Secrets of other types.",
            Allowed = "type kubernetes.io/dockerconfigjson",
            Fix = "set the Secret's type to kubernetes.io/dockerconfigjson and its key to .dockerconfigjson",
            Guide = "3. Use Image Pull Secrets for Private Registries",
            Example = new(
                """
                imagePullSecrets: [{name: registry}]
                ---
                kind: Secret
                metadata: {name: registry, namespace: shop}
                type: Opaque
                """,
                """
                imagePullSecrets: [{name: registry}]
                ---
                kind: Secret
                metadata: {name: registry, namespace: shop}
                type: kubernetes.io/dockerconfigjson
                """),
            Check = static inspection =>
            {
                foreach ((KubernetesObject item, string path, Field name) in PullSecretUses.Of(inspection.Facts))
                {
                    CheckType(item, path, name, inspection);
                }
            },
        },
    ];

    private static void CheckPullPolicyValue(Inspection inspection)
    {
        foreach (ImageUse use in ImageUses.Of(inspection.Facts).All)
        {
            if (!use.PullPolicy.TryGetText(out string policy))
            {
                if (!use.Image.IsUnknown)
                {
                    inspection.Unknown(use.Workload.Object, use.PullPolicyPath);
                }
            }
            else if (policy is not ("Always" or "IfNotPresent" or "Never") && !use.PullPolicy.IsUnset)
            {
                string found = use.PullPolicy.Shown;
                inspection.Broken(use.Workload.Object, use.PullPolicyPath, $"{use} has the pull policy '{found}', which does not exist", found);
            }
        }
    }

    private static void CheckPullAlways(ImageUse use, ImageReference image, Inspection inspection)
    {
        if (use.IsEphemeral)
        {
            return;
        }

        Field policy = use.PullPolicy;
        if (policy.IsUnknown)
        {
            inspection.Unknown(use.Workload.Object, use.PullPolicyPath);
        }
        else if (policy.Text == "IfNotPresent" || (policy.IsUnset && !IsAlwaysByDefault(image)))
        {
            string problem = image.IsPinnedByDigest
                ? "runs a copy on the node without asking the registry whether the pod is allowed to pull it"
                : "runs a copy on the node, however old, without asking the registry";
            inspection.Broken(use.Workload.Object, use.PullPolicyPath, $"{use} {problem}", policy.Shown);
        }
    }

    // The API server's default depends on the tag alone, even beside a digest.
    private static bool IsAlwaysByDefault(ImageReference image) => image.IsLatest || image.Tag == ImageReference.DefaultTag;

    private static void CheckName(KubernetesObject item, string path, Field name, Inspection inspection)
    {
        if (!name.TryGetText(out string text))
        {
            inspection.Unknown(item, path);
        }
        else if (text.Length == 0)
        {
            inspection.Broken(item, path, "the pull secret has no name, so the kubelet ignores it");
        }
    }

    private static void CheckType(KubernetesObject item, string path, Field name, Inspection inspection)
    {
        // A secret that is not here may be in the cluster.
        if (name.Text.Length == 0 || inspection.Objects.Find("", "Secret", item.Place, name.Text) is not { } secret)
        {
            return;
        }

        Field type = secret["type"];
        if (!type.TryGetText(out string text))
        {
            inspection.Unknown(secret, "type");
        }
        else if (text is not ("kubernetes.io/dockerconfigjson" or "kubernetes.io/dockercfg"))
        {
            inspection.Broken(item, path, $"the pull secret '{name.Shown}' is of type {(text.Length == 0 ? "Opaque" : type.Shown)}, which the kubelet ignores", name.Shown);
        }
    }
}
