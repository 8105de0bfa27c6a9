using System.Text.Json.Nodes;
using Rampart.Cli.Checks;
using Rampart.Rules.Catalogue;
using Rampart.Rules.Checklists;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Findings;
using Rampart.Rules.Reports;

namespace Rampart.Cli.Tests.Checks;

/// <summary><c>docs/check-report.schema.json</c> takes every report that is written, and nothing else.</summary>
public sealed class CheckReportSchemaTests
{
    private const string Objects =
        """
        apiVersion: v1
        kind: Namespace
        metadata: {name: prod}
        ---
        apiVersion: v1
        kind: ResourceQuota
        metadata: {name: quota, namespace: prod}
        spec: {hard: {requests.cpu: "1", pods: "20"}}
        ---
        apiVersion: v1
        kind: ResourceQuota
        metadata: {name: other, namespace: prod}
        spec: {hard: {pods: "20"}, scopes: [AScopeThatMayComeLater]}
        ---
        apiVersion: v1
        kind: LimitRange
        metadata: {name: range, namespace: prod}
        spec: {limits: [{type: Container, max: {cpu: 50m}}]}
        ---
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: web, namespace: prod}
        spec:
          replicas: 4
          selector: {matchLabels: {app: web}}
          template:
            metadata: {labels: {app: web}}
            spec:
              hostNetwork: true
              containers:
              - name: web
                image: nginx
                resources: {requests: {cpu: 500m}, limits: {cpu: 500m}}
        ---
        apiVersion: v1
        kind: List
        items:
        - {apiVersion: batch/v1, kind: CronJob, metadata: {name: "a|b\u0001\"<é😀"}, spec: {jobTemplate: {spec: {template: {spec: {containers: [{name: c, securityContext: {privileged: 7}}]}}}}}}
        - {apiVersion: example.com/v1, kind: Widget}

        """;

    private const string Settings =
        """
        waivers:
        - {rule: hostNamespaces, object: Deployment/prod/web, reason: r, owner: o, expires: 2999-12-31}
        - {rule: privileged, object: Job/*, reason: r, owner: o, expires: 2999-12-31}
        - {rule: hostPorts, object: Job/*, reason: r, owner: o, expires: 2020-01-01}
        severities: {RMP1101: error, RMP1013: info, RMP1014: off, RMP2002: warning}
        cluster:
          nodesByZone: {zone-a: 1}

        """;

    [Theory]
    [InlineData]
    [InlineData("--level", "baseline")]
    [InlineData("--level", "baseline", "--version", "v1.0")]
    [InlineData("--version", "v1.23")]
    [InlineData("--severity", "warning")]
    [InlineData("--severity", "error", "--fail-on", "never")]
    [InlineData("--settings", "mine.yaml")]
    [InlineData("-f", "values.yaml", "-f", "falco.yaml")]
    public async Task Json_OfFiles_FitsTheSchema(params string[] args)
    {
        using CommandLine commandLine = Files();

        (_, string output, string error) = await commandLine.RunAsync(["check", "-f", "objects.yaml", "--format", "json", .. args]);

        Assert.Equal("", error);
        Assert.Equal("", ReportSchema.Problems(output));
    }

    [Theory]
    [InlineData]
    [InlineData("--level", "baseline", "--severity", "error")]
    public async Task Json_OfAStack_FitsTheSchema(params string[] args)
    {
        using CommandLine commandLine = new();

        (_, string output, string error) = await commandLine.RunAsync(["check", "dev", "--format", "json", .. args]);

        Assert.Equal("", error);
        Assert.Equal("", ReportSchema.Problems(output));
    }

    [Fact]
    public void Json_OfEveryRuleSeverityAndState_FitsTheSchema()
    {
        CheckOutcome sample = SampleCheck.OfFiles();
        ObjectReport first = sample.Report.Objects[0];
        Finding finding = first.Findings[0];
        DiagnosticSeverity[] severities = Enum.GetValues<DiagnosticSeverity>();
        CheckReport report = sample.Report with
        {
            Options = sample.Report.Options with
            {
                Severities = RuleCatalogue.All.Index().ToDictionary(static each => each.Item.Id, each => each.Index % 4 == 3 ? null : (DiagnosticSeverity?)severities[each.Index % 4]),
            },
            Objects = [first with { Findings = [.. RuleCatalogue.All.SelectMany(rule => severities.SelectMany(severity => Enum.GetValues<FindingVerdict>().Select(
                verdict => finding with { Rule = rule, Severity = severity, Verdict = verdict }))) ] }],
            Checklist = [.. Enum.GetValues<ChecklistPoint>().SelectMany(static point => Enum.GetValues<ChecklistState>().Select(state => new ChecklistItem(point, state, "")))],
            Diagnostics = [.. severities.Select(static severity => new Diagnostic("RMP7201", severity, "", "", "", ""))],
        };

        Assert.Equal("", ReportSchema.Problems(CheckReportTests.Write(CheckJsonReport.Write, sample with { Report = report })));
    }

    // Leaves out each value, gives each another type, and adds a member to each object.
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Schema_AnotherForm_IsRefusedWhereverItIs(bool isStack)
    {
        using CommandLine commandLine = Files();
        string[] args = isStack ? ["check", "dev", "--format", "json"] : ["check", "-f", "objects.yaml", "--settings", "mine.yaml", "--format", "json"];
        (_, string output, _) = await commandLine.RunAsync(args);
        JsonNode report = JsonNode.Parse(output)!;
        KeepOneOfEachForm(report);
        Assert.Equal("", ReportSchema.Problems(report.ToJsonString()));

        List<string> accepted = [];
        int tried = 0;
        foreach (JsonNode place in Containers(report).ToArray())
        {
            void Try(string what)
            {
                tried++;
                if (ReportSchema.Problems(report.ToJsonString()).Length == 0)
                {
                    accepted.Add($"{place.GetPath()}: {what}");
                }
            }

            if (place is JsonArray list)
            {
                list.Add(3.5);
                Try("another item");
                list.RemoveAt(list.Count - 1);
                continue;
            }

            JsonObject members = place.AsObject();
            members.Add("other", 1);
            Try("another member");
            members.Remove("other");
            foreach ((string name, JsonNode? value) in members.ToArray())
            {
                members.Remove(name);
                if (name != "urn")
                {
                    Try($"no {name}");
                }

                members[name] = 3.5;
                Try($"{name} of another type");
                members[name] = value;
            }
        }

        Assert.Empty(accepted);
        Assert.InRange(tried, 100, int.MaxValue);
    }

    [Theory]
    [InlineData("objects")]
    [InlineData("findings")]
    [InlineData("unknown")]
    [InlineData("feasibility")]
    [InlineData("severities")]
    [InlineData("diagnostics")]
    public async Task Json_OfTheFilesOfThisTest_HasSomethingInEachList(string name)
    {
        using CommandLine commandLine = Files();
        (_, string output, _) = await commandLine.RunAsync("check", "-f", "objects.yaml", "--settings", "mine.yaml", "--format", "json");
        JsonNode report = JsonNode.Parse(output)!;
        IEnumerable<JsonNode?> lists = report[name] is { } list ? [list] : report["objects"]!.AsArray().Select(each => each![name]);

        Assert.Contains(lists, static list => list!.AsArray().Count > 0);
    }

    private static CommandLine Files()
    {
        CommandLine commandLine = new();
        commandLine.Write("objects.yaml", Objects);
        commandLine.Write("mine.yaml", Settings);
        commandLine.Write("values.yaml", "securityContext:\n  privileged: true\nimage: nginx\n");
        commandLine.Write("falco.yaml", "- rule: r\n  desc: d\n  condition: c\n  output: o\n  priority: WARNING\n");
        return commandLine;
    }

    // A finding more of the same form would only take time.
    private static void KeepOneOfEachForm(JsonNode report)
    {
        foreach (JsonNode place in Containers(report).ToArray())
        {
            if (place is JsonArray { Count: > 2 } list && list.GetPath() != "$.objects")
            {
                while (list.Count > 2)
                {
                    list.RemoveAt(1);
                }
            }
        }
    }

    private static IEnumerable<JsonNode> Containers(JsonNode node)
    {
        if (node is JsonValue)
        {
            return [];
        }

        IEnumerable<JsonNode?> inner = node is JsonObject members ? members.Select(static member => member.Value) : node.AsArray();
        return [node, .. inner.OfType<JsonNode>().SelectMany(Containers)];
    }
}
