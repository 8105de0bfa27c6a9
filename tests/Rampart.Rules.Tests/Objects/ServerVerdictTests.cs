using System.Text.Json;
using Rampart.Protocol.Values;
using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Findings;
using Rampart.Rules.Objects;
using Rampart.Rules.Options;
using Rampart.Rules.Tests.Catalogue;

namespace Rampart.Rules.Tests.Objects;

/// <summary>What a Kubernetes 1.37 API server said of objects, each with one fault or none, and what the rules say.</summary>
public sealed class ServerVerdictTests
{
    private static readonly Dictionary<string, Row> Rows = Read();

    // What a rule holds against an object that the server takes: its pods would be rejected or never run, or not be restricted.
    private static readonly HashSet<string> TakenByTheServer =
    [
        "cap-lower", "image-with-space", "lr-neg", "spread-key-in-selector-and-match",
    ];

    public static TheoryData<string> Names() => [.. Rows.Keys];

    [Theory, MemberData(nameof(Names))]
    public void Check_Object_FindsAnErrorWhereTheServerDoes(string name)
    {
        Row row = Rows[name];
        Inspection inspection = new(new ObjectSet([new KubernetesObject(row.Object)]), CheckOptions.Default);
        foreach (Rule rule in RuleCatalogue.All)
        {
            inspection.Run(rule);
        }

        string[] errors =
        [
            .. inspection.Findings
                .Where(finding => finding is { Severity: DiagnosticSeverity.Error, Verdict: FindingVerdict.Broken })
                .Select(finding => $"{finding.Rule.Id} {finding.Path}: {finding.Message}"),
        ];

        if (ServerVerdictGaps.Names.Contains(name))
        {
            Assert.True(errors.Length == 0, $"no longer a gap: {string.Join('\n', errors)}");
        }
        else if (row.IsAccepted && !TakenByTheServer.Contains(name))
        {
            Assert.Equal([], errors);
        }
        else
        {
            Assert.True(errors.Length > 0, row.Message);
        }
    }

    private static Dictionary<string, Row> Read()
    {
        Dictionary<string, Row> rows = new(StringComparer.Ordinal);
        using StreamReader reader = new(typeof(ServerVerdictTests).Assembly.GetManifestResourceStream("ServerVerdicts.jsonl")!);
        while (reader.ReadLine() is { } line)
        {
            using JsonDocument document = JsonDocument.Parse(line);
            JsonElement row = document.RootElement;
            PropertyObject body;
            if (row.TryGetProperty("object", out JsonElement whole))
            {
                body = ManifestText.Value(whole).AsObject();
            }
            else
            {
                body = rows["base-" + row.GetProperty("base").GetString()].Object;
                foreach (JsonElement change in row.GetProperty("set").EnumerateArray())
                {
                    body = ManifestEdit.Set(body, change[0].GetString()!, ManifestText.Value(change[1]));
                }
            }

            bool isAccepted = row.GetProperty("server").GetString() == "accepted";
            rows.Add(row.GetProperty("name").GetString()!, new Row(body, isAccepted, isAccepted ? "" : row.GetProperty("message").GetString()!));
        }

        return rows;
    }

    private sealed record Row(PropertyObject Object, bool IsAccepted, string Message);
}
