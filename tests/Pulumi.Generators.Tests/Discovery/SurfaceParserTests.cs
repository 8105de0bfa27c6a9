using System.Collections.Immutable;
using Pulumi.Generators.Discovery;
using Pulumi.Generators.Facts;
using Pulumi.Generators.Model;

namespace Pulumi.Generators.Tests.Discovery;

public sealed class SurfaceParserTests
{
    private static readonly KubernetesFacts NoFacts = Facts();

    [Fact]
    public void Parse_StableKinds_AreResourcesAndTheirPartsAreNot()
    {
        KubernetesSurface surface = Parse(NoFacts);

        Assert.Equal(
            [
                "Core.V1.Crate resource args",
                "Core.V1.Label args output",
                "Core.V1.ObjectMeta args output",
                "Apps.V1.Widget resource args",
                "Apps.V1.WidgetSpec args output",
                "Apps.V1.WidgetStatus output",
            ],
            surface.Types.Select(Describe));
        Assert.Empty(surface.Problems);
    }

    [Fact]
    public void Parse_Kind_HasVersionTokenAndAliases()
    {
        KubernetesSurface surface = Parse(Facts(aliasTypes: "apps/v1:Widget apps/v1beta1 extensions/v1beta1"));

        Assert.Equal(
            new KubernetesKind(
                "Widget",
                "apps/v1",
                "kubernetes:apps/v1:Widget",
                new EquatableArray<string>(["kubernetes:apps/v1beta1:Widget", "kubernetes:extensions/v1beta1:Widget"]),
                EquatableArray<string>.Empty),
            Type(surface, "Widget").Kind);
    }

    [Fact]
    public void Parse_CoreKind_HasTheGroupInItsTokenOnly()
    {
        KubernetesKind? kind = Type(Parse(NoFacts), "Crate").Kind;

        Assert.Equal(("v1", "kubernetes:core/v1:Crate"), (kind?.ApiVersion, kind?.TypeToken));
    }

    [Fact]
    public void Parse_Members_AreInOrdinalOrderOfWireNames()
    {
        KubernetesSurface surface = Parse(Facts(required: "V1WidgetSpec widgetSpec"));

        Assert.Equal(
            [
                new KubernetesMember("label", "Label", ValueShape.Object("Core.V1.Label"), false, false, true, ""),
                new KubernetesMember("replicas", "Replicas", ValueShape.Integer, true, false, true, "How many."),
                new KubernetesMember("weight", "Weight", ValueShape.Integer, false, false, true, ""),
                new KubernetesMember("widgetSpec", "WidgetSpecValue", ValueShape.String, true, false, true, ""),
                new KubernetesMember("x_kubernetes_tag", "X_kubernetes_tag", ValueShape.Boolean, false, false, true, ""),
            ],
            Type(surface, "WidgetSpec").Members);
    }

    [Fact]
    public void Parse_StatusOfAKind_IsNoInput() =>
        Assert.Equal(["status"], Type(Parse(NoFacts), "Widget").Members.Where(member => !member.IsInput).Select(member => member.WireName));

    [Fact]
    public void Parse_SecretMember_IsSecretAsInputAndOutput()
    {
        KubernetesType crate = Type(Parse(Facts(secrets: "V1Crate contents")), "Crate");

        Assert.Equal(["contents"], crate.Members.Where(member => member.IsSecret).Select(member => member.WireName));
        Assert.Equal(["contents"], crate.Kind!.SecretOutputs);
    }

    [Fact]
    public void Parse_OwnerInTheFacts_WinsOverTheHolders() =>
        Assert.Equal("Meta.V1", Type(Parse(Facts(typeGroups: "Meta V1ObjectMeta")), "ObjectMeta").Namespace);

    [Fact]
    public void Parse_KindNotOffered_IsGoneWithItsParts() => Assert.Equal(
        ["Core.V1.Crate resource args", "Core.V1.Label args output", "Core.V1.ObjectMeta args output"],
        Parse(Facts(notOffered: "V1Widget")).Types.Select(Describe));

    [Fact]
    public void Parse_MemberNotOffered_IsGoneWithWhatOnlyItHolds()
    {
        KubernetesSurface surface = Parse(Facts(notOffered: "V1Widget.status"));

        Assert.DoesNotContain(surface.Types, type => type.Name == "WidgetStatus");
        Assert.DoesNotContain(Type(surface, "Widget").Members, member => member.WireName == "status");
    }

    // name, facts, expected problems
    public static TheoryData<string, string[], string[]> WrongFacts => new()
    {
        { "required member", ["V1WidgetSpec colour", "", "", "", ""], ["RMP9002 V1WidgetSpec.colour"] },
        { "required type", ["V1Gadget name", "", "", "", ""], ["RMP9002 V1Gadget.name"] },
        { "kind not offered", ["", "V1Gadget", "", "", ""], ["RMP9002 V1Gadget"] },
        { "member not offered", ["", "V1Widget.colour", "", "", ""], ["RMP9002 V1Widget.colour"] },
        { "alias", ["", "", "apps/v1:Gadget apps/v1beta1", "", ""], ["RMP9002 apps/v1:Gadget"] },
        { "owner", ["", "", "", "Meta V1Gadget", ""], ["RMP9002 V1Gadget"] },
        { "secret", ["", "", "", "", "V1Crate key"], ["RMP9002 V1Crate.key"] },
    };

    [Theory, MemberData(nameof(WrongFacts))]
    public void Parse_FactWithoutMetadata_IsReported(string name, string[] facts, string[] expected)
    {
        KubernetesSurface surface = Parse(Facts(facts[0], facts[1], facts[2], facts[3], facts[4]));

        Assert.True(expected.SequenceEqual(surface.Problems.Select(problem => $"{problem.Id} {problem.Argument}")), name);
    }

    [Fact]
    public void Parse_TypeWithoutRule_IsReportedAndLeftOut()
    {
        KubernetesSurface surface = Parse(NoFacts, """
            [KubernetesEntity(Kind = "Clock", Group = "batch", ApiVersion = "v1")]
            public class V1Clock
            {
                [JsonPropertyName("metadata")] public string Metadata { get; set; }
                [JsonPropertyName("ticks")] public Guid Ticks { get; set; }
            }
            """);

        Assert.Equal([new GeneratorProblem("RMP9003", "V1Clock.ticks")], surface.Problems);
        Assert.Equal(["metadata"], Type(surface, "Clock").Members.Select(member => member.WireName));
    }

    [Fact]
    public void Parse_TypeOfTwoGroups_IsReportedAndLeftOut()
    {
        KubernetesSurface surface = Parse(NoFacts, """
            [KubernetesEntity(Kind = "Clock", Group = "batch", ApiVersion = "v1")]
            public class V1Clock
            {
                [JsonPropertyName("metadata")] public string Metadata { get; set; }
                [JsonPropertyName("hand")] public V1Hand Hand { get; set; }
            }

            [KubernetesEntity(Kind = "Watch", Group = "apps", ApiVersion = "v1")]
            public class V1Watch
            {
                [JsonPropertyName("metadata")] public string Metadata { get; set; }
                [JsonPropertyName("hand")] public V1Hand Hand { get; set; }
            }

            public class V1Hand
            {
                [JsonPropertyName("length")] public int Length { get; set; }
            }
            """);

        Assert.Equal(
            [("RMP9004", "V1Hand"), ("RMP9003", "V1Clock.hand"), ("RMP9003", "V1Watch.hand")],
            surface.Problems.Select(problem => (problem.Id, problem.Argument)).OrderByDescending(problem => problem.Id).ThenBy(problem => problem.Argument));
    }

    [Fact]
    public void Parse_PatchKind_AddsTheKindAndWhatItHoldsWithNothingRequired()
    {
        KubernetesSurface surface = Parse(Facts(patchKinds: "apps/v1:Clock", aliasTypes: "apps/v1:Clock apps/v1beta1"), """
            [KubernetesEntity(Kind = "Clock", Group = "apps", ApiVersion = "v1")]
            public class V1Clock
            {
                [JsonPropertyName("metadata")] public string Metadata { get; set; }
                [JsonPropertyName("hands")] public IList<V1Hand> Hands { get; set; }
            }

            public class V1Hand
            {
                [JsonPropertyName("length")] public int Length { get; set; }
            }
            """);

        Assert.Equal([], surface.Problems);
        Assert.Equal(["Clock", "Hand", "ClockPatch", "HandPatch"], surface.Types.Select(type => type.Name));
        KubernetesType patch = Type(surface, "ClockPatch");
        Assert.Equal("Clock", patch.Kind!.Name);
        Assert.Equal("kubernetes:apps/v1:ClockPatch", patch.Kind.TypeToken);
        Assert.Equal(["kubernetes:apps/v1beta1:ClockPatch"], patch.Kind.AliasTypes);
        Assert.Equal(ValueShape.List(ValueShape.Object("Apps.V1.HandPatch")), patch.Members[0].Shape);
        Assert.True(Type(surface, "Hand").Members[0].IsRequired);
        Assert.False(Type(surface, "HandPatch").Members[0].IsRequired);
    }

    [Fact]
    public void Parse_PatchKindThatDoesNotExist_IsReported()
    {
        KubernetesSurface surface = Parse(Facts(patchKinds: "apps/v1:Nothing"));

        Assert.Equal([new GeneratorProblem("RMP9002", "apps/v1:Nothing")], surface.Problems);
    }

    private static KubernetesFacts Facts(
        string required = "", string notOffered = "", string aliasTypes = "", string typeGroups = "", string secrets = "", string patchKinds = "") =>
        new(
            FactFile.Parse(required),
            FactFile.Parse(notOffered),
            FactFile.Parse(aliasTypes),
            FactFile.Parse(typeGroups),
            FactFile.Parse(secrets),
            FactFile.Parse(patchKinds));

    private static KubernetesSurface Parse(KubernetesFacts facts, string models = FakeClient.Models)
    {
        ImmutableArray<ClientType> types = ClientMetadataReader.Read(
            models == FakeClient.Models ? FakeClient.Reference : FakeClient.Compile(models),
            TestContext.Current.CancellationToken);
        ImmutableDictionary<string, string> summaries = ImmutableDictionary<string, string>.Empty.Add("V1WidgetSpec.Replicas", "How many.");
        return SurfaceParser.Parse(types, summaries, facts, TestContext.Current.CancellationToken);
    }

    private static KubernetesType Type(KubernetesSurface surface, string name) => surface.Types.Single(type => type.Name == name);

    private static string Describe(KubernetesType type) => string.Join(
        ' ',
        new[]
        {
            $"{type.Namespace}.{type.Name}",
            type.Kind is null ? null : "resource",
            type.HasArgs ? "args" : null,
            type.HasOutput ? "output" : null,
        }.OfType<string>());
}
