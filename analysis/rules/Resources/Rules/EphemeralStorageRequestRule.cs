using Rampart.Rules.Diagnostics;

namespace Rampart.Rules.Resources.Rules;

/// <summary>RMP3016: every container requests ephemeral storage.</summary>
internal sealed class EphemeralStorageRequestRule() : ResourceAmountRule("RMP3016", "ephemeral-storage-request", DiagnosticSeverity.Info, ResourceList.EphemeralStorage, isLimit: false)
{
    public override string Summary => "Every container requests ephemeral storage, so that the scheduler finds it a node whose disk has room.";

    public override IReadOnlyList<string> OtherIds => ["kube-score:container-ephemeral-storage-request-and-limit"];
}
