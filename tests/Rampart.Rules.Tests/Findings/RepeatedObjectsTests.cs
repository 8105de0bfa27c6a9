using Rampart.Rules.Checklists;
using Rampart.Rules.Findings;
using Rampart.Rules.Objects;
using Rampart.Rules.Options;
using Rampart.Rules.Reports;
using Rampart.Rules.Tests.Availability;
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
        Assert.Equal("ConfigMap m is declared at a.yaml:1 and again at a.yaml:9; other rules see only the first", finding.Message);
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
    public void Of_FoldersThatRepeatObjects_AreScopesWithWhatIsBesideThem() => Assert.Equal(
        ["deploy/prod/: common a b", "deploy/staging/: common a b"],
        Scopes(("deploy/common.yaml", "common"), ("deploy/prod/a.yaml", "a"), ("deploy/prod/net/b.yaml", "b"), ("deploy/staging/a.yaml", "a"), ("deploy/staging/net/b.yaml", "b")));

    [Fact]
    public void Of_FilesOfOneFolderThatRepeatObjects_AreScopesEach() => Assert.Equal(
        ["m/install.yaml: a other", "m/namespace-install.yaml: a other"],
        Scopes(("m/install.yaml", "a"), ("m/namespace-install.yaml", "a"), ("m/other.yaml", "other")));

    // As Argo CD's manifests: a folder of files that repeat each other beside others that do.
    [Fact]
    public void Of_FilesThatRepeatObjectsInFoldersThatDo_AreScopesEach() => Assert.Equal(
        ["m/all.yaml: a every", "m/ha/all.yaml: a own every", "m/ha/some.yaml: a own every", "m/some.yaml: a b every"],
        Scopes(("m/ha/all.yaml", "a"), ("m/ha/some.yaml", "a"), ("m/ha/x.yaml", "own"), ("m/all.yaml", "a"), ("m/some.yaml", "a"), ("m/some.yaml", "b"), ("n/every.yaml", "every")));

    [Fact]
    public void Of_BaseAndOverlay_AreScopes() => Assert.Equal(
        ["base/: a b", "overlays/: a"], Scopes(("base/a.yaml", "a"), ("base/b.yaml", "b"), ("overlays/prod/a.yaml", "a")));

    // Overlays that repeat the base, and not each other.
    [Fact]
    public void Of_Kustomizations_AreScopesEach() => Assert.Equal(
        ["base/: a b", "overlays/prod/: a every", "overlays/staging/: b net every"],
        Scopes(
            ("base/a.yaml", "a"),
            ("base/b.yaml", "b"),
            ("overlays/prod/a.yaml", "a"),
            ("overlays/prod/kustomization.yaml", ""),
            ("overlays/staging/b.yaml", "b"),
            ("overlays/staging/kustomization.yaml", ""),
            ("overlays/staging/net/kustomization.yaml", ""),
            ("overlays/staging/net/net.yaml", "net"),
            ("overlays/z.yaml", "every")));

    // Names that begin alike are no folders in each other.
    [Fact]
    public void Of_FoldersOfLikeNames_AreScopesEach() => Assert.Equal(
        ["a-b/: x", "a/: x", "ab/: x"], Scopes(("a-b/x.yaml", "x"), ("a/x.yaml", "x"), ("ab/x.yaml", "x")));

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

    // The Deployment has the budget, the policy and the limits of the folder beside those that repeat it.
    [Fact]
    public void Check_ObjectsBesideThoseThatAreRepeated_AreSeenInEachScope()
    {
        KubernetesObject[] objects =
        [
            new(AvailabilityObjects.Budget(), new ObjectOrigin { File = "common/base.yaml", Line = 1 }),
            new(Hardened.Deployment(), new ObjectOrigin { File = "prod/app.yaml", Line = 1 }),
            new(Hardened.Deployment(), new ObjectOrigin { File = "staging/app.yaml", Line = 1 }),
        ];

        CheckReport report = ScopedChecker.Check(objects, CheckOptions.Default);

        Assert.Equal(["prod/", "staging/"], report.Scopes);
        Assert.Equal(objects, report.Objects.Select(static item => item.Object));
        Assert.Equal(Told(ObjectChecker.Check(new ObjectSet(objects[..2]))), Told(report));
    }

    // The budget leaves no room in prod, and three replicas in staging do not make any.
    [Fact]
    public void Check_BudgetWithoutRoomInProdOnly_IsFoundBesideStaging()
    {
        KubernetesObject[] prod =
        [
            new(AvailabilityObjects.Budget(("spec", "{'minAvailable': 3, 'selector': {'matchLabels': {'app': 'spicedb'}}}")), new ObjectOrigin { File = "prod/app.yaml", Line = 9 }),
            new(Hardened.Deployment(("spec.replicas", "3")), new ObjectOrigin { File = "prod/app.yaml", Line = 1 }),
        ];
        KubernetesObject[] staging =
        [
            new(AvailabilityObjects.Budget(), new ObjectOrigin { File = "staging/app.yaml", Line = 9 }),
            new(Hardened.Deployment(("spec.replicas", "5")), new ObjectOrigin { File = "staging/app.yaml", Line = 1 }),
        ];

        string[] alone = Told(ScopedChecker.Check(prod, CheckOptions.Default));

        Assert.Contains(alone, static told => told.Contains("minAvailable", StringComparison.Ordinal));
        Assert.Equal(alone, Told(ScopedChecker.Check([.. staging, .. prod], CheckOptions.Default), "prod/app.yaml"));
    }

    private static string[] Told(CheckReport report, string file = "") =>
        [.. report.Findings.Where(finding => finding.Object.Origin.File.Contains(file, StringComparison.Ordinal) && !finding.Object.Origin.File.StartsWith("staging/", StringComparison.Ordinal))
            .Select(static finding => $"{finding.Rule.Id} {finding.Object} {finding.Path}: {finding.Message}")];

    private static string[] Scopes(params (string File, string Name)[] objects) =>
        [.. CheckScopes.Of([.. objects.Select(each => new KubernetesObject(
                ManifestText.Object($"{{'apiVersion': 'v1', 'kind': 'ConfigMap', 'metadata': {{'name': '{each.Name}'}}}}"),
                new ObjectOrigin { File = each.File, Line = 1 }))])
            .Select(static scope => $"{scope.Name}: {string.Join(' ', scope.Objects.Select(static item => item.Name).Where(static name => name.Length > 0))}")];

    private static KubernetesObject Map(string file, int line, string place) => new(
        ManifestText.Object($"{{'apiVersion': 'v1', 'kind': 'ConfigMap', 'metadata': {{'name': 'm', 'namespace': '{place}'}}}}"),
        new ObjectOrigin { File = file, Line = line });
}
