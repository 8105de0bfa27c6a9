using System.Globalization;
using Rampart.Cli.Checks;
using Rampart.Protocol.Values;
using Rampart.Rules.Catalogue;
using Rampart.Rules.Checklists;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Findings;
using Rampart.Rules.Objects;
using Rampart.Rules.Options;
using Rampart.Rules.PodSecurity.Evaluation;
using Rampart.Rules.Reports;
using Rampart.Rules.Waivers;

namespace Rampart.Cli.Tests.Checks;

/// <summary>A check with every kind of finding, made by hand so that new rules change nothing in it.</summary>
internal static class SampleCheck
{
    private static readonly DateOnly Day = new(2027, 1, 31);

    public static CheckOutcome OfFiles(DiagnosticSeverity lowest = DiagnosticSeverity.Info, DiagnosticSeverity? failOn = DiagnosticSeverity.Error)
    {
        KubernetesObject web = Object("apps/v1", "Deployment", "prod", "web", new ObjectOrigin { File = "apps/web app.yaml", Line = 3 });
        KubernetesObject secret = Object("v1", "Secret", "prod", "a|b\u0001\"<&>", new ObjectOrigin { File = "-", Line = 1 });
        KubernetesObject pod = Object("v1", "Pod", "", "", new ObjectOrigin { File = "apps/web app.yaml", Line = 40 });
        return new CheckOutcome(ReportOf([web, secret, pod]), lowest, failOn);
    }

    public static CheckOutcome OfStack()
    {
        KubernetesObject web = Object("apps/v1", "Deployment", "prod", "web", new ObjectOrigin { Urn = "urn:pulumi:dev::app::kubernetes:apps/v1:Deployment::web" });
        return new CheckOutcome(ReportOf([web]), DiagnosticSeverity.Info, DiagnosticSeverity.Error) { StackFile = "Pulumi.dev.yaml" };
    }

    /// <summary>A check of one object, whose name and file are given, with one finding.</summary>
    public static CheckOutcome OfOne(string name, string file, Func<Finding, Finding>? change = null)
    {
        KubernetesObject item = Object("v1", "Secret", "prod", name, new ObjectOrigin { File = file, Line = 2 });
        Finding finding = Finding(item, "RMP1007", DiagnosticSeverity.Error, FindingVerdict.Broken, "spec", "privileged");
        return Of([new ObjectReport(item, null, [change?.Invoke(finding) ?? finding])]);
    }

    /// <summary>A check of one object, which has infos, warnings, errors and findings that are not known, so many of each, and is waived as often.</summary>
    public static CheckOutcome OfMany(int count)
    {
        KubernetesObject item = Object("apps/v1", "Deployment", "prod", "web", new ObjectOrigin { File = "web.yaml", Line = 2 });
        Finding Numbered(string rule, DiagnosticSeverity severity, int number, FindingVerdict verdict = FindingVerdict.Broken) =>
            Finding(item, rule, severity, verdict, string.Create(CultureInfo.InvariantCulture, $"spec.field[{number}]"), "it is so");
        Waiver waiver = FindingsOf(item)[^1].Waiver!;
        int[] numbers = [.. Enumerable.Range(0, count)];
        return Of([new ObjectReport(
            item,
            null,
            [
                .. numbers.Select(number => Numbered("RMP1007", DiagnosticSeverity.Error, number) with { Waiver = waiver }),
                .. numbers.Select(number => Numbered("RMP1009", DiagnosticSeverity.Info, number)),
                .. numbers.Select(number => Numbered("RMP1010", DiagnosticSeverity.Error, number, FindingVerdict.Unknown)),
                .. numbers.Select(number => Numbered("RMP1011", DiagnosticSeverity.Warning, number)),
                .. numbers.Select(number => Numbered("RMP1013", DiagnosticSeverity.Error, number)),
            ])]);
    }

    private static CheckOutcome Of(ObjectReport[] objects)
    {
        CheckReport report = ReportOf([]);
        return new CheckOutcome(report with { Objects = objects }, DiagnosticSeverity.Info, DiagnosticSeverity.Error);
    }

    private static CheckReport ReportOf(KubernetesObject[] objects)
    {
        CheckOptions options = CheckOptions.Default with
        {
            Severities = new Dictionary<string, DiagnosticSeverity?> { ["RMP1005"] = null, ["RMP1011"] = DiagnosticSeverity.Warning },
        };
        ObjectReport[] reports = [.. objects.Select(item => new ObjectReport(
            item,
            item.Workload is { } workload ? PodSecurityEvaluator.Evaluate(options.PodSecurity, workload.Pod) : null,
            item.Kind == "Deployment" ? FindingsOf(item) : []))];
        return new CheckReport(
            options,
            reports,
            [
                new ChecklistItem(ChecklistPoint.PodSecurityStandards, ChecklistState.Broken, "RMP1007 Deployment prod/web: privileged"),
                new ChecklistItem(ChecklistPoint.NonRootContainers, ChecklistState.Met, "1 container of 1 workload cannot run as root"),
                new ChecklistItem(ChecklistPoint.ReadOnlyRootFilesystem, ChecklistState.Waived, "it is waived"),
                new ChecklistItem(ChecklistPoint.SeccompProfile, ChecklistState.Unknown, "not known yet"),
                new ChecklistItem(ChecklistPoint.RuntimeMonitoring, ChecklistState.NotApplicable, "its rules are off"),
            ],
            [
                new Diagnostic(WaiverDiagnosticIds.Expired, DiagnosticSeverity.Error, "rampart.yaml", "waivers[1]", "the waiver expired on 2026-01-01", "mend what it covers") { Line = 9 },
                new Diagnostic(WaiverDiagnosticIds.Unused, DiagnosticSeverity.Warning, "rampart.yaml", "waivers[2]", "the waiver covers nothing", "remove it") { Line = 15 },
            ]);
    }

    private static Finding[] FindingsOf(KubernetesObject item)
    {
        _ = ObjectPattern.TryParse("Deployment/web", out ObjectPattern? pattern, out _);
        Waiver waiver = new("RMP1101", pattern!, "writes a socket", "platform", Day);
        return
        [
            Finding(item, "RMP1007", DiagnosticSeverity.Error, FindingVerdict.Broken, "spec.template.spec.containers[0].securityContext.privileged", "privileged (container \"web\" must not)") with { Found = "true" },
            Finding(item, "RMP1009", DiagnosticSeverity.Info, FindingVerdict.Broken, "", "a `message` with | and\nanother line by @somebody"),
            Finding(item, "RMP1010", DiagnosticSeverity.Error, FindingVerdict.Unknown, "spec.template.spec.securityContext.seccompProfile", "spec.template.spec.securityContext.seccompProfile is not known yet"),
            Finding(item, "RMP1011", DiagnosticSeverity.Warning, FindingVerdict.Broken, "spec.template.spec.securityContext.sysctls", "forbidden sysctls (a)"),
            Finding(item, "RMP1101", DiagnosticSeverity.Warning, FindingVerdict.Broken, "spec.template.spec.containers[0].securityContext", "it may write") with { Waiver = waiver },
        ];
    }

    private static Finding Finding(KubernetesObject item, string rule, DiagnosticSeverity severity, FindingVerdict verdict, string path, string message)
    {
        Assert.True(RuleCatalogue.TryFind(rule, out Rule? found));
        return new Finding(found, severity, verdict, item, path, message) { Allowed = "what is allowed", Fix = "do this" };
    }

    private static KubernetesObject Object(string apiVersion, string kind, string place, string name, ObjectOrigin origin)
    {
        PropertyValue container = Map(("name", Text("web")), ("securityContext", Map(("privileged", PropertyValue.From(true)))));
        PropertyValue spec = Map(("containers", PropertyValue.From(PropertyList.Create(container))));
        return new KubernetesObject(
            Map(
                ("apiVersion", Text(apiVersion)),
                ("kind", Text(kind)),
                ("metadata", Map(("name", Text(name)), ("namespace", Text(place)))),
                ("spec", kind == "Deployment" ? Map(("template", Map(("spec", spec)))) : PropertyValue.Unknown)).AsObject(),
            origin);
    }

    private static PropertyValue Text(string text) => PropertyValue.From(text);

    private static PropertyValue Map(params (string Name, PropertyValue Value)[] properties) =>
        PropertyValue.From(PropertyObject.Create([.. properties.Select(static property => new Property(property.Name, property.Value))]));
}
