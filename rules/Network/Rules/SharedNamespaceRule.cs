using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Network.Rules;

/// <summary>RMP5401: workloads have a namespace of their own.</summary>
internal sealed class SharedNamespaceRule()
    : Rule("RMP5401", "own-namespace", RuleCategory.Identity, DiagnosticSeverity.Warning)
{
    private static readonly string[] Kinds = ["Service", "ConfigMap", "Secret", "PersistentVolumeClaim"];

    public override string Summary =>
        "Workloads are neither in the namespace default, which nobody guards, nor in one of the control plane, where a standard cannot be enforced.";

    public override string Allowed => "a namespace of its own";

    public override string Fix => "make a namespace for the application and put its objects there";

    public override IReadOnlyList<string> OtherIds =>
        ["checkov:CKV_K8S_21", "kube-linter:use-namespace", "kubescape:C-0061", "kubescape:C-0212", "trivy:KSV-0037", "trivy:KSV-0110"];

    internal override void Check(Inspection inspection)
    {
        foreach (Workload workload in inspection.Objects.Workloads)
        {
            string place = workload.Object.Namespace;
            if ((place == KubernetesNamespaces.Default || KubernetesNamespaces.IsOfControlPlane(place)) && !workload.Object.IsOwned)
            {
                Report(workload.Object, inspection);
            }
        }

        foreach (string kind in Kinds)
        {
            foreach (KubernetesObject item in inspection.Objects.OfKind("", kind, KubernetesNamespaces.Default))
            {
                // One that names no namespace is where its client is set to. Kubernetes itself puts two there.
                if (item.Namespace == KubernetesNamespaces.Default && item is not ({ Kind: "Service", Name: "kubernetes" } or { Kind: "ConfigMap", Name: "kube-root-ca.crt" }))
                {
                    Report(item, inspection);
                }
            }
        }
    }

    private static void Report(KubernetesObject item, Inspection inspection)
    {
        string place = item.Metadata["namespace"].Shown;
        inspection.Broken(item, "metadata.namespace", $"{item.Kind} '{item.Name}' is in namespace '{place}'", place);
    }
}
