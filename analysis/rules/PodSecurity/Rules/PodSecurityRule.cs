using Rampart.Rules.Catalogue;
using Rampart.Rules.Checklists;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;

namespace Rampart.Rules.PodSecurity.Rules;

/// <summary>One check of the Pod Security Standards as a rule: a finding for each field, with what the upstream evaluator says about it alone.</summary>
internal sealed class PodSecurityRule : WorkloadRule
{
    private readonly PodSecurityCheck _check;

    public PodSecurityRule(PodSecurityCheck check, string summary, string allowed, string fix)
        : base(check.RuleId, check.Id, RuleCategory.PodSecurity, DiagnosticSeverity.Error)
    {
        _check = check;
        Summary = summary;
        Allowed = allowed;
        Fix = fix;
    }

    public override string Summary { get; }

    public override string Allowed { get; }

    public override string Fix { get; }

    public override string Guide => "Pod Security Standards";

    public override IReadOnlyList<string> OtherIds => Aliases;

    public override ChecklistPoint? Point => ChecklistOf;

    public IReadOnlyList<string> Aliases { get; init; } = [];

    public ChecklistPoint ChecklistOf { get; init; } = ChecklistPoint.PodSecurityStandards;

    protected override void Check(Workload workload, Inspection inspection)
    {
        IReadOnlyList<PodSecurityFinding> findings = inspection.PodSecurity(workload).Findings;
        for (int i = 0; i < findings.Count; i++)
        {
            PodSecurityFinding finding = findings[i];
            if (finding.Check.RuleId == Id)
            {
                Report(workload, finding.Result, inspection);
            }
        }
    }

    private void Report(Workload workload, CheckResult result, Inspection inspection)
    {
        IReadOnlyList<UnknownField> unknown = result.UnknownFields;
        if (result.Verdict == PodSecurityVerdict.Forbidden)
        {
            PodSecurityCheckVersion check = _check.At(inspection.Options.PodSecurity.Version)!;
            foreach (Offence offence in OffenceFinder.Find(check, workload.Pod, out unknown))
            {
                (string reason, string detail) = (offence.Result.ForbiddenReason, offence.Result.ForbiddenDetail);
                if (detail.Length == 0)
                {
                    inspection.Broken(workload.Object, offence.Path, reason);
                }
                else
                {
                    inspection.Broken(workload.Object, offence.Path, $"{reason} ({detail})");
                }
            }
        }

        foreach (UnknownField field in unknown)
        {
            inspection.Unknown(workload.Object, field.Path, field.Problem);
        }
    }
}
