using Rampart.Plan.CheckSettings;
using Rampart.Plan.Configuration;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Options;
using Rampart.Rules.Settings;
using Rampart.Rules.Waivers;

namespace Rampart.Plan.Tests.CheckSettings;

public sealed class RuleSettingsTests
{
    private const string Complete =
        """
        level: baseline
        version: v1.34
        severities:
          RMP1101: warning
          privileged: off
        allowedRegistries:
        - docker.io/authzed
        - ghcr.io
        cluster:
          nodesByZone: {a: 2, b: 1}
          priorityClasses: [normal]
        waivers:
        - rule: read-only-root-filesystem
          object: Deployment/prod/spicedb
          path: spec.template.spec.containers[0]
          reason: writes a socket
          owner: platform
          expires: 2027-01-31
        """;

    [Fact]
    public void FromFile_Complete_GivesAllSettings()
    {
        RuleSettings settings = ReadSound(Complete);

        CheckOptions options = settings.ToOptions(level: null, version: null, new DateOnly(2026, 1, 1));

        Assert.Equal("baseline:v1.34", options.PodSecurity.ToString());
        Assert.Equal([("RMP1007", null), ("RMP1101", DiagnosticSeverity.Warning)], options.Severities.Select(static pair => (pair.Key, pair.Value)).Order());
        Assert.Equal(["docker.io/authzed", "ghcr.io"], options.AllowedRegistries.Select(static prefix => prefix.ToString()));
        Assert.Equal((3, "normal"), (options.Cluster.Nodes, Assert.Single(options.Cluster.PriorityClasses!)));
        Waiver waiver = Assert.Single(options.Waivers);
        Assert.Equal(
            ("RMP1101", "Deployment/prod/spicedb", "spec.template.spec.containers[0]", "writes a socket", "platform", new DateOnly(2027, 1, 31), "rampart.yaml", "waivers[0]", 13),
            (waiver.RuleId, waiver.Object.ToString(), waiver.Path.ToString(), waiver.Reason, waiver.Owner, waiver.Expires, waiver.File, waiver.Key, waiver.Line));
    }

    [Fact]
    public void ToOptions_CommandLine_WinsOverSettings() => Assert.Equal(
        "restricted:latest",
        ReadSound(Complete).ToOptions(CheckOptions.Default.PodSecurity.Level, CheckOptions.Default.PodSecurity.Version, default).PodSecurity.ToString());

    [Fact]
    public void FromFile_NothingSaid_IsTheDefault()
    {
        CheckOptions options = ReadSound("# nothing yet\n").ToOptions(level: null, version: null, default);

        Assert.Equal(("restricted:latest", 0, 0), (options.PodSecurity.ToString(), options.Severities.Count, options.Waivers.Count));
    }

    [Fact]
    public void FromFile_Mistakes_AreToldTogetherWithTheirPlaces() => Assert.Equal(
        [
            "rampart.yaml:1:8: error RMP7051: level: 'privileged' is not a level to check by; give baseline or restricted",
            "rampart.yaml:2:10: error RMP7051: version: '1.35' is not a version of the Pod Security Standards; give latest or v1.N, e.g. v1.35",
            "rampart.yaml:3:1: error RMP7050: severites: there is no such setting; did you mean 'severities'?",
            "rampart.yaml:5:3: error RMP7052: severities.privledged: there is no rule 'privledged'; did you mean 'privileged'?",
            "rampart.yaml:6:12: error RMP7053: severities.RMP1101: 'fatal' is not a severity; give error, warning, info or off",
            "rampart.yaml:8:15: error RMP7054: severities.privileged: the severity of RMP1007 privileged is set already; keep one of them",
            "rampart.yaml:9:21: error RMP7058: allowedRegistries[0]: 'docker.io/*' is not an image prefix: it has a wildcard, and a prefix covers all below it without one; give a registry or a part of one, e.g. docker.io/authzed",
            "rampart.yaml:11:20: error RMP7051: cluster.nodesByZone.a: 'many' is not a number of nodes; give a whole number from 0 on",
            "rampart.yaml:12:3: error RMP7050: cluster.nodeByZone: nothing of this name is known of a cluster; did you mean 'nodesByZone'?",
        ],
        ReadBroken(
            """
            level: privileged
            version: "1.35"
            severites: {}
            severities:
              privledged: error
              RMP1101: fatal
              RMP1007: off
              privileged: off
            allowedRegistries: ["docker.io/*"]
            cluster:
              nodesByZone: {a: many}
              nodeByZone: {}
            """));

    [Fact]
    public void FromFile_BrokenWaivers_AreToldWithWhatIsAllowed() => Assert.Equal(
        [
            "rampart.yaml:2:3: error RMP7055: waivers[0]: the waiver has no object, reason, owner and expires; a waiver says rule, object, reason, owner and expires",
            "rampart.yaml:3:9: error RMP7052: waivers[1].rule: there is no rule 'nothing-like-it'; give a number or a name that `rules` lists",
            "rampart.yaml:4:11: error RMP7057: waivers[1].object: 'spicedb' does not name an object; give Kind/name or Kind/namespace/name, each of which may be * or end with it, e.g. Deployment/prod/spicedb",
            "rampart.yaml:5:10: error RMP7051: waivers[1].reason: an empty value is not a text that says something; write a text, in quotes if need be",
            "rampart.yaml:7:12: error RMP7056: waivers[1].expires: '31.1.2027' is not a day; write year, month and day, e.g. \"2027-01-31\"",
            "rampart.yaml:8:3: error RMP7050: waivers[1].expire: a waiver has no such field; did you mean 'expires'?",
            "rampart.yaml:9:3: error RMP7051: waivers[2]: 'privileged' is not a waiver; give rule, object, reason, owner and expires",
            "rampart.yaml:12:9: error RMP7051: waivers[3].path: 'spec.containers[1' has a bracket that is not closed; give a path as findings show it, or its start, e.g. spec.template.spec.containers[0] or metadata.annotations[example.com/key]",
        ],
        ReadBroken(
            """
            waivers:
            - rule: privileged
            - rule: nothing-like-it
              object: spicedb
              reason:
              owner: me
              expires: 31.1.2027
              expire: never
            - privileged
            - rule: privileged
              object: Pod/a
              path: spec.containers[1
              reason: r
              owner: o
              expires: "2027-01-31"
            """));

    [Fact]
    public void FromFile_NamedFileIsNotThere_IsTold()
    {
        using ManifestFiles.ManifestFolder folder = new();

        Assert.Equal(["mine.yaml: error RMP7060: there is no such file; name one that is there"], Texts(RuleSettingsFiles.ReadFile(folder.Path, "mine.yaml")));
        Assert.Empty(Texts(RuleSettingsFiles.ReadFile(folder.Path, file: null)));
    }

    [Fact]
    public void FromStack_KeysOfRampart_AreReadWithTheirPlaces()
    {
        using ManifestFiles.ManifestFolder folder = new ManifestFiles.ManifestFolder()
            .With("Pulumi.yaml", "name: app\nruntime: dotnet\n")
            .With("Pulumi.dev.yaml", "config:\n  app:size: 3\n  rampart:level: baseline\n  rampart:levle: x\n  rampart:waivers:\n  - rule: privileged\n    object: Pod/a\n    reason: r\n    owner: o\n    expires: \"2027-01-31\"\n");
        StackConfiguration configuration = StackConfiguration.Load(folder.Path, "dev", ["rampart:version=v1.30"], static _ => null);

        RuleSettingsResult result = RuleSettingsFiles.ReadStack(configuration);

        Assert.Equal(["Pulumi.dev.yaml:4:18: error RMP7050: rampart:levle: there is no such setting; did you mean 'rampart:level'?"], Texts(result));
        Assert.Equal("baseline:v1.30", result.Settings.ToOptions(level: null, version: null, default).PodSecurity.ToString());
        Waiver waiver = Assert.Single(result.Settings.Waivers);
        Assert.Equal(("Pulumi.dev.yaml", "rampart:waivers[0]", 6), (waiver.File, waiver.Key, waiver.Line));
    }

    private static RuleSettings ReadSound(string text)
    {
        using ManifestFiles.ManifestFolder folder = new ManifestFiles.ManifestFolder().With("rampart.yaml", text);
        RuleSettingsResult result = RuleSettingsFiles.ReadFile(folder.Path, file: null);
        Assert.Empty(Texts(result));
        return result.Settings;
    }

    private static string[] ReadBroken(string text)
    {
        using ManifestFiles.ManifestFolder folder = new ManifestFiles.ManifestFolder().With("rampart.yaml", text);
        return Texts(RuleSettingsFiles.ReadFile(folder.Path, file: null));
    }

    private static string[] Texts(RuleSettingsResult result) => [.. result.Diagnostics.Select(static diagnostic => diagnostic.ToString())];
}
