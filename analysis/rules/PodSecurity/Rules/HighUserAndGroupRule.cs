using System.Globalization;
using Rampart.Rules.Catalogue;
using Rampart.Rules.Checklists;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;

namespace Rampart.Rules.PodSecurity.Rules;

/// <summary>RMP1107: users and groups are none that a node has too.</summary>
internal sealed class HighUserAndGroupRule()
    : WorkloadRule("RMP1107", "high-user-and-group", RuleCategory.PodSecurity, DiagnosticSeverity.Warning)
{
    /// <summary>The lowest number that no scanner objects to.</summary>
    public const int Lowest = 10001;

    public override string Summary =>
        "Users and groups have numbers above 10000, where nodes have no accounts of their own: who breaks out is then nobody there.";

    public override string Allowed => "numbers from 10001";

    public override string Fix => "use a number from 10001, e.g. 65532";

    public override string Guide => "Pod-Level Security Context";

    public override ChecklistPoint? Point => ChecklistPoint.NonRootContainers;

    public override IReadOnlyList<string> OtherIds =>
    [
        "checkov:CKV_K8S_40", "kube-score:container-security-context-user-group-id", "kubescape:C-0013", "kubesec:RunAsGroup",
        "kubesec:RunAsUser", "trivy:KSV-0020", "trivy:KSV-0021", "trivy:KSV-0116",
    ];

    protected override void Check(Workload workload, Inspection inspection)
    {
        Check(workload, "runAsUser", "user", inspection);
        Check(workload, "runAsGroup", "group", inspection);
    }

    private static void Check(Workload workload, string name, string noun, Inspection inspection)
    {
        bool isTaken = workload.Containers.Count == 0;
        foreach (Container container in workload.Containers)
        {
            isTaken |= container["securityContext"][name].IsUnset;
            Check(workload, container["securityContext"], container, name, noun, inspection);
        }

        // Where every container has a number of its own, the pod's is nobody's.
        if (isTaken)
        {
            Check(workload, workload.PodSpec["securityContext"], null, name, noun, inspection);
        }
    }

    private static void Check(Workload workload, Field context, Container? container, string name, string noun, Inspection inspection)
    {
        Field field = context[name];
        if (field.IsUnset || (field.TryGetInteger(out double number) && number >= Lowest))
        {
            return;
        }

        string path = $"{container?.Path ?? workload.SpecPath}.securityContext.{name}";
        if (field.TryGetInteger(out number))
        {
            string who = container is null ? "the pod" : container.ToString();
            inspection.Broken(
                workload.Object, path, string.Create(CultureInfo.InvariantCulture, $"{who} runs as {noun} {field.Shown}, which is below {Lowest}"), field.Shown);
        }
        else
        {
            inspection.Unknown(workload.Object, path);
        }
    }
}
