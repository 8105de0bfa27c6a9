using Rampart.Rules.Diagnostics;

namespace Rampart.Rules.Resources.Rules;

/// <summary>RMP3017: every container has a limit for ephemeral storage.</summary>
internal sealed class EphemeralStorageLimitRule() : ResourceAmountRule("RMP3017", "ephemeral-storage-limit", DiagnosticSeverity.Info, ResourceList.EphemeralStorage, isLimit: true)
{
    public override string Summary => "Every container has a limit for ephemeral storage, so that its logs and scratch files do not fill the node's disk.";

    public override IReadOnlyList<string> OtherIds => ["kube-score:container-ephemeral-storage-request-and-limit"];
}
