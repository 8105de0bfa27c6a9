using Rampart.Plan.Configuration;
using Rampart.Rules.Diagnostics;

namespace Rampart.Plan.Tests.Configuration;

public sealed class LocateTests
{
    private const string Project = "name: spicedb\nconfig:\n  replicas: 1\n  image: {type: string, default: a}\n  resources: {type: object}\n  images: {default: []}\n  labels: {default: {}}\n  size: {type: integer, default: 1}\n  tls: {type: boolean}\n";

    private const string Stack =
        """
        # comment
        config:
          spicedb:image: b
          spicedb:resources:
            limits:
              cpu: 2
              memory: {unit: Gi}
          images:
          - a
          - name: b
          labels:
            app.kubernetes.io/name: a
            app: {kubernetes: b}
            a.b: {c: d}
          size: three
        """;

    // key, place
    public static TheoryData<string, string> Places => new()
    {
        { "spicedb:image", "Pulumi.dev.yaml:3:18" },
        { "image", "Pulumi.dev.yaml:3:18" },
        { "spicedb:replicas", "Pulumi.yaml:3:13" },
        { "spicedb:resources", "Pulumi.dev.yaml:4:3" },
        { "spicedb:resources.limits", "Pulumi.dev.yaml:5:5" },
        { "spicedb:resources.limits.cpu", "Pulumi.dev.yaml:6:12" },
        { "resources.limits.memory.unit", "Pulumi.dev.yaml:7:22" },
        { "spicedb:resources.limits.gpu", "Pulumi.dev.yaml:5:5" },
        { "spicedb:resources.requests.cpu", "Pulumi.dev.yaml:4:3" },
        { "spicedb:resources.limits.cpu.x", "Pulumi.dev.yaml:6:12" },
        { "spicedb:images[0]", "Pulumi.dev.yaml:9:5" },
        { "spicedb:images[1].name", "Pulumi.dev.yaml:10:11" },
        { "spicedb:images[2]", "Pulumi.dev.yaml:8:3" },
        { "spicedb:images[x", "Pulumi.dev.yaml:8:3" },
        { "spicedb:images.", "Pulumi.dev.yaml:8:3" },
        { "spicedb:labels[\"app.kubernetes.io/name\"]", "Pulumi.dev.yaml:12:29" },
        { "spicedb:labels.app.kubernetes.io/name", "Pulumi.dev.yaml:12:29" },
        { "spicedb:labels.app.kubernetes", "Pulumi.dev.yaml:13:23" },
        { "spicedb:labels.a.b.c", "Pulumi.dev.yaml:14:14" },
        { "spicedb:debug", "--config:0:0" },
        { "spicedb:other", "Pulumi.dev.yaml:2:1" },
        { "kubernetes:context", "Pulumi.dev.yaml:2:1" },
    };

    private static Diagnostic Settings(string id, string key, string problem = "is wrong", DiagnosticSeverity severity = DiagnosticSeverity.Error) =>
        new(id, severity, "", key, problem, "mend it");

    [Theory, MemberData(nameof(Places))]
    public void Locate_Key_GivesItsPlace(string key, string place)
    {
        using ProjectFolder folder = new(Project, Stack);

        SourceLocation location = folder.Load("debug=true").Locate(key);

        Assert.Equal(place, $"{location.File}:{location.Line}:{location.Column}");
    }

    [Fact]
    public void Locate_Diagnostic_GetsItsPlace()
    {
        using ProjectFolder folder = new(Project, Stack);
        StackConfiguration configuration = folder.Load();

        Diagnostic placed = Settings("RMP3001", "a") with { File = "file", Line = 7 };

        Assert.Equal("Pulumi.dev.yaml:6:12: error RMP3001: spicedb:resources.limits.cpu: is wrong; mend it", configuration.Locate(Settings("RMP3001", "spicedb:resources.limits.cpu")).ToString());
        Assert.Same(placed, configuration.Locate(placed));
        Assert.Equal(": error RMP3001: is wrong; mend it", configuration.Locate(Settings("RMP3001", "")).ToString());
    }

    [Fact]
    public void Locate_NoStackOrProject_NamesTheFile()
    {
        using ProjectFolder folder = new(Project);

        Assert.Equal(new SourceLocation("Pulumi.yaml", 0, 0), folder.Load().Locate("spicedb:a"));
    }

    [Fact]
    public void Merge_SettingsDiagnostics_ReplaceThoseOfTheSchema()
    {
        using ProjectFolder folder = new(Project, Stack);
        StackConfiguration configuration = folder.Load();

        IReadOnlyList<Diagnostic> merged = configuration.Merge(
        [
            Settings("RMP7100", "spicedb:size", "'three' is not an integer"),
            Settings("RMP2001", "spicedb:image", "the tag is missing", DiagnosticSeverity.Warning),
            Settings("RMP3001", "spicedb:replicas"),
        ]);

        Assert.Equal(
            [
                "Pulumi.dev.yaml:2:1: error RMP7012: spicedb:tls: the key has no value; give a boolean in Pulumi.dev.yaml, or with --config tls=…",
                "Pulumi.dev.yaml:3:18: warning RMP2001: spicedb:image: the tag is missing; mend it",
                "Pulumi.dev.yaml:15:9: error RMP7100: spicedb:size: 'three' is not an integer; mend it",
                "Pulumi.yaml:3:13: error RMP3001: spicedb:replicas: is wrong; mend it",
            ],
            merged.Select(diagnostic => diagnostic.ToString()));
    }
}
