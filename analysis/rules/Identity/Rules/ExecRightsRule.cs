using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;

namespace Rampart.Rules.Identity.Rules;

/// <summary>RMP5009: roles do not let into running pods.</summary>
internal sealed class ExecRightsRule()
    : RightsRule("RMP5009", "role-no-exec", DiagnosticSeverity.Warning)
{
    private static readonly string[] Connections = ["pods/exec", "pods/attach", "pods/portforward", "nodes/proxy"];

    // The API server asks for one of them when a connection is made: by a GET request, as for WebSockets, or by a POST request.
    private static readonly string[] ConnectVerbs = ["create", "get"];

    private static readonly string[] EphemeralContainers = ["pods/ephemeralcontainers"];

    private static readonly string[] ChangeVerbs = ["update", "patch"];

    public override string Summary => "Roles do not let anybody into running pods, where all that the pod may do and knows is theirs.";

    public override string Allowed => "neither pods/exec, pods/attach, pods/portforward, pods/ephemeralcontainers nor nodes/proxy";

    public override string Fix => "remove the subresource from the role; give it to people for the time they need it";

    public override IReadOnlyList<string> OtherIds =>
    [
        "checkov:CKV2_K8S_2", "kubescape:C-0002", "kubescape:C-0063", "kubescape:C-0279", "polaris:clusterrolePodExecAttach",
        "polaris:clusterrolebindingPodExecAttach", "polaris:rolePodExecAttach", "polaris:rolebindingClusterRolePodExecAttach",
        "polaris:rolebindingRolePodExecAttach", "trivy:KSV-0047", "trivy:KSV-0053", "trivy:KSV-0054",
    ];

    protected override void CheckRights(in Permission permission, Inspection inspection)
    {
        if ((permission.FindRight("", Connections, ConnectVerbs) ?? permission.FindRight("", EphemeralContainers, ChangeVerbs)) is { } right)
        {
            inspection.Broken(permission.Role, $"{permission.Path}.resources", $"{permission} allows '{right.Resource}'", right.ResourceText);
        }
    }
}
