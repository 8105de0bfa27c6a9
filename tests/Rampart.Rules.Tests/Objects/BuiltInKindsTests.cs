using System.Text;
using Rampart.Rules.Findings;
using Rampart.Rules.Objects;
using Rampart.Rules.Reports;

namespace Rampart.Rules.Tests.Objects;

public sealed class BuiltInKindsTests
{
    [Theory]
    [InlineData("apps/v1beta2", "DaemonSet", "write apiVersion apps/v1, and check for fields that differ there", "apps/v1")]
    [InlineData("autoscaling/v2beta2", "HorizontalPodAutoscaler", "write apiVersion autoscaling/v2, and check for fields that differ there", "autoscaling/v2")]
    [InlineData("extensions/v1beta1", "PodSecurityPolicy", "remove it, and label namespaces for Pod Security admission", "no object of this kind")]
    [InlineData("settings.k8s.io/v1alpha1", "PodPreset", "remove it", "no object of this kind")]
    [InlineData("v1", "deployments", "write kind Deployment and apiVersion apps/v1", "Deployment")]
    [InlineData("apps/v1", "deployment", "write kind Deployment", "Deployment")]
    [InlineData("apps/v1", "Nonsense", "correct apiVersion and kind; kubectl api-resources lists those of a cluster", "kinds in groups and versions that Kubernetes 1.37 serves, and custom resources")]
    public void Check_KindThatIsNotServed_TellsWhatIs(string apiVersion, string kind, string fix, string allowed)
    {
        KubernetesObject item = new(ManifestText.Object($"{{'apiVersion': '{apiVersion}', 'kind': '{kind}', 'metadata': {{'name': 'a'}}}}"));

        Finding finding = Assert.Single(ObjectChecker.Check(new ObjectSet([item])).Findings, finding => finding.Rule.Id == "RMP1201");

        Assert.Equal((fix, allowed), (finding.Fix, finding.Allowed));
    }

    [Fact]
    public void Find_KindOfTwoGroups_GivesThatOfTheGroupFirst()
    {
        Assert.Equal(["events.k8s.io", ""], BuiltInKinds.Find("events.k8s.io", "Event").Select(kind => kind.Group));
        Assert.Equal(["", "events.k8s.io"], BuiltInKinds.Find("", "event").Select(kind => kind.Group));
        Assert.Equal([], BuiltInKinds.Find("", "Widget"));
    }

    [Fact]
    public void Find_Plurals_AreThoseOfTheirResources()
    {
        Assert.All(
            (string[])["endpoints", "ingressclasses", "networkpolicies", "storageclasses", "csidrivers", "ipaddresses", "servicecidrs"],
            plural => Assert.Single(BuiltInKinds.Find("", plural)));
    }

    // The library lists the kinds of the release that it is made for, those that are off unless somebody asks for them too.
    [Fact]
    public void IsServed_KindsOfTheClientLibrary_AreTheSame()
    {
        (string ApiVersion, string Kind)[] library =
        [
            .. Encoding.UTF8.GetString(FieldTable.Kinds).Split('\n').Select(static line => line.Split(' ')).Select(static words => (words[0], words[1])),
        ];

        // These are answers of the API server.
        Assert.Equal([], library.Where(static each => !BuiltInKinds.IsServed(each.ApiVersion, each.Kind) && each.Kind is not ("Status" or "APIGroupDiscovery")));
        Assert.Equal(
            [],
            BuiltInKinds.Served
                .Where(static each => !each.Kind.Contains("Review", StringComparison.Ordinal))
                .Except(library)
                .Where(static each => each.Kind is not ("Binding" or "Eviction" or "Scale" or "TokenRequest")));
    }
}
