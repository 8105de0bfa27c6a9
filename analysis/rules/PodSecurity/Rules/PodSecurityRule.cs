using System.Diagnostics.CodeAnalysis;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Findings;
using Rampart.Rules.Objects;
using Rampart.Rules.PodSecurity.Evaluation;

namespace Rampart.Rules.PodSecurity.Rules;

/// <summary>One check of the Pod Security Standards as a rule: a finding for each field, with what the upstream evaluator says about it alone.</summary>
internal sealed class PodSecurityRule : Rule
{
    private readonly PodSecurityCheck _check;

    [SetsRequiredMembers]
    public PodSecurityRule(string id, string summary, string allowed, string fix)
        : this(PodSecurityChecks.All.Single(check => check.RuleId == id), summary, allowed, fix)
    {
    }

    [SetsRequiredMembers]
    private PodSecurityRule(PodSecurityCheck check, string summary, string allowed, string fix)
        : base(check.RuleId, check.Id, RuleCategory.PodSecurity, DiagnosticSeverity.Error)
    {
        _check = check;
        (Summary, Allowed, Fix) = (summary, allowed, fix);
        Guide = "Pod Security Standards";
        Point = ChecklistPoint.PodSecurityStandards;
    }

    internal override RuleReach Reach => RuleReach.Workload;

    internal override void Run(Inspection inspection)
    {
        foreach (Workload workload in inspection.Objects.Workloads)
        {
            RunOn(workload, inspection);
        }
    }

    internal override void RunOn(Workload workload, Inspection inspection)
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
