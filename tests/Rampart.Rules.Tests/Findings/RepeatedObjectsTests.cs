using Rampart.Rules.Checklists;
using Rampart.Rules.Findings;
using Rampart.Rules.Objects;
using Rampart.Rules.Tests.Catalogue;

namespace Rampart.Rules.Tests.Findings;

public sealed class RepeatedObjectsTests
{
    [Fact]
    public void Check_SameObjectTwiceInAFile_NamesBothPlaces()
    {
        CheckReport report = ScopedChecker.Check([Map("a.yaml", 1, "default"), Map("a.yaml", 9, "")], CheckOptions.Default);

        Finding finding = Assert.Single(report.Findings, static finding => finding.Rule.Id == "RMP1205");
        Assert.Equal(9, finding.Line);
        Assert.Equal("ConfigMap m is declared before, at a.yaml:1; other rules see it only once", finding.Message);
        Assert.Empty(report.Scopes);
    }

    [Theory]
    [InlineData("{'apiVersion': 'v1', 'kind': 'ConfigMap', 'metadata': {'generateName': 'm-'}}")]
    [InlineData("{'apiVersion': 'v1', 'kind': 'ConfigMap', 'metadata': {'name': '?'}}")]
    [InlineData("{'apiVersion': 'v1', 'kind': 'ConfigMap', 'metadata': {'name': 'm', 'namespace': '?'}}")]
    public void Check_NameThatIsNotKnown_IsNeverTheSame(string json)
    {
        KubernetesObject[] objects = [new(ManifestText.Object(json)), new(ManifestText.Object(json))];

        Assert.DoesNotContain(ObjectChecker.Check(new ObjectSet(objects)).Findings, static finding => finding.Rule.Id == "RMP1205");
    }

    [Fact]
    public void Check_ResourceThatPatchesADeclaredObject_IsNoSecondObject()
    {
        KubernetesObject[] objects =
        [
            new(Hardened.Deployment(), new ObjectOrigin { Urn = "urn:pulumi:dev::p::kubernetes:apps/v1:Deployment::app" }),
            new(Hardened.Deployment(), new ObjectOrigin { Urn = "urn:pulumi:dev::p::kubernetes:apps/v1:DeploymentPatch::app" }),
        ];

        Assert.DoesNotContain(ObjectChecker.Check(new ObjectSet(objects)).Findings, static finding => finding.Rule.Id == "RMP1205");
    }

    // A copy that is worse than the first one is judged, too.
    [Fact]
    public void Check_SecondCopyIsPrivileged_IsForbidden()
    {
        CheckReport report = ObjectChecker.Check(new ObjectSet(
            [new(Hardened.Deployment()), new(Hardened.Container("securityContext", "{'privileged': true}"))]));

        Assert.Equal(1, report.Summary.Forbidden);
        Assert.Contains(report.Findings, finding => finding.Rule.Name == "privileged" && ReferenceEquals(finding.Object, report.Objects[1].Object));
        Assert.Equal(ChecklistState.Broken, report.Checklist[0].State);
    }

    [Fact]
    public void Of_FoldersThatRepeatObjects_AreScopes() => Assert.Equal(
        ["deploy/*: common", "deploy/prod/: a b", "deploy/staging/: a b"],
        Scopes(("deploy/common.yaml", "common"), ("deploy/prod/a.yaml", "a"), ("deploy/prod/net/b.yaml", "b"), ("deploy/staging/a.yaml", "a"), ("deploy/staging/net/b.yaml", "b")));

    [Fact]
    public void Of_FilesOfOneFolderThatRepeatObjects_AreScopesEach() => Assert.Equal(
        ["m/*: other", "m/install.yaml: a", "m/namespace-install.yaml: a"],
        Scopes(("m/install.yaml", "a"), ("m/namespace-install.yaml", "a"), ("m/other.yaml", "other")));

    [Fact]
    public void Of_BaseAndOverlay_AreScopes() => Assert.Equal(
        ["base/: a b", "overlays/: a"], Scopes(("base/a.yaml", "a"), ("base/b.yaml", "b"), ("overlays/prod/a.yaml", "a")));

    [Fact]
    public void Of_NothingRepeated_IsOneScope() => Assert.Equal([": a b"], Scopes(("x/a.yaml", "a"), ("y/b.yaml", "b")));

    // Three replicas in prod do not make room for a budget over one in staging, and a point fails when it fails in one scope.
    [Fact]
    public void Check_StagingBesideProd_HidesNothing()
    {
        KubernetesObject[] objects =
        [
            new(Hardened.Deployment(), new ObjectOrigin { File = "prod/app.yaml", Line = 1 }),
            new(Hardened.Container("securityContext", "{'privileged': true}"), new ObjectOrigin { File = "staging/app.yaml", Line = 1 }),
        ];

        CheckReport report = ScopedChecker.Check(objects, CheckOptions.Default);

        Assert.Equal(["prod/", "staging/"], report.Scopes);
        Assert.Equal(ChecklistState.Broken, report.Checklist[0].State);
        Assert.StartsWith("staging/: ", report.Checklist[0].Evidence, StringComparison.Ordinal);
        Assert.Equal(objects, report.Objects.Select(static item => item.Object));
        Assert.DoesNotContain(report.Findings, static finding => finding.Rule.Id == "RMP1205");
    }

    private static string[] Scopes(params (string File, string Name)[] objects) =>
        [.. CheckScopes.Of([.. objects.Select(each => new KubernetesObject(
                ManifestText.Object($"{{'apiVersion': 'v1', 'kind': 'ConfigMap', 'metadata': {{'name': '{each.Name}'}}}}"),
                new ObjectOrigin { File = each.File, Line = 1 }))])
            .Select(static scope => $"{scope.Name}: {string.Join(' ', scope.Objects.Select(static item => item.Name))}")];

    private static KubernetesObject Map(string file, int line, string place) => new(
        ManifestText.Object($"{{'apiVersion': 'v1', 'kind': 'ConfigMap', 'metadata': {{'name': 'm', 'namespace': '{place}'}}}}"),
        new ObjectOrigin { File = file, Line = line });
}
