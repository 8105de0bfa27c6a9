using CsCheck;
using Rampart.Rules.Facts;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Tests.Objects;

public sealed class PodIndexTests
{
    // Few different ones, so that they meet.
    private static readonly Gen<string> Label = Gen.OneOf("'a'", "'b'", "'c'").OrUsually("'app'");

    private static readonly Gen<string> Value = Gen.OneOf("'?'", "7", "null", "''", "'!x'").OrUsually("'x'", "'y'", "'z'", "''");

    private static readonly Gen<string> Labels = Gen.Select(Label, Value, static (label, value) => $"{label}:{value}").Array[0, 3]
        .Select(static labels => $"{{{string.Join(',', labels.DistinctBy(static label => label[..label.IndexOf(':', StringComparison.Ordinal)]))}}}")
        .OrRarely("'?'", "[]", "null");

    private static readonly Gen<string> Expression = Gen.Select(
        Label.OrRarely("'?'"),
        Gen.OneOf("'Exists'", "'DoesNotExist'", "'In'", "'NotIn'").OrRarely("'?'", "'Near'"),
        Value.Array[0, 3].Select(static values => $"[{string.Join(',', values)}]").OrRarely("'?'", "null"),
        static (key, operation, values) => $"{{'key':{key},'operator':{operation},'values':{values}}}");

    private static readonly Gen<string> Selector = Gen.Select(
        Labels.OrUsually("null"),
        Expression.Array[0, 2].Select(static expressions => $"[{string.Join(',', expressions)}]").OrRarely("'?'"),
        static (labels, expressions) => $"{{'matchLabels':{labels},'matchExpressions':{expressions}}}").OrRarely("'?'", "{}", "null");

    [Theory]
    [InlineData("'metadata':{'namespace':'ns'}", 4, false)]
    [InlineData("'metadata':{'namespace':'ns'}", 150, false)]
    [InlineData("'metadata':{'namespace':'ns'}", 150, true)]
    [InlineData("'metadata':{'namespace':'?'}", 150, false)]
    [InlineData("'metadata':{'namespace':'other'}", 150, false)]
    public void Select_IsAsComparedWithEachPod(string selecting, int pods, bool isPlain)
    {
        KubernetesObject by = new(ManifestText.Object($"{{{selecting}}}"));
        Gen.Select(Labels.Array[pods], isPlain ? Labels : Selector).Sample(
            (labels, selector) =>
            {
                ObjectSet objects = new([.. labels.Select(static (own, number) => Pod(number, own))]);
                Field wanted = new(ManifestText.Value(selector));
                Assert.Equal(Scan(objects, by, wanted, isPlain), Selected(new PodIndex(objects).Select(by, wanted, isPlain)));
            },
            iter: 500,
            threads: 1);
    }

    [Fact]
    public void Select_OneOfManyPodsExcluded_SelectsAllOthers()
    {
        ObjectSet objects = new([.. Enumerable.Range(0, 200).Select(static number => Pod(number, $"{{'app':'app-{number}'}}"))]);
        Field selector = new(ManifestText.Value("{'matchExpressions':[{'key':'app','operator':'NotIn','values':['app-77']}]}"));
        PodSelection selection = new PodIndex(objects).Select(objects.Objects[0], selector, isPlain: false);
        Assert.NotNull(selection.Certain);
        Assert.Equal(199, selection.Count);
        Assert.DoesNotContain("Pod ns/pod-077 True", Selected(selection));
    }

    [Fact]
    public void Select_SameSelectorTwice_IsLookedUpOnce()
    {
        ObjectSet objects = new([.. Enumerable.Range(0, 200).Select(static number => Pod(number, "{'app':'app'}"))]);
        PodIndex index = new(objects);
        PodSelection first = index.Select(objects.Objects[0], new Field(ManifestText.Value("{'matchLabels':{'app':'app'}}")), isPlain: false);
        Assert.Same(first, index.Select(objects.Objects[9], new Field(ManifestText.Value("{'matchLabels':{'app':'app'}}")), isPlain: false));
        Assert.Equal(200, first.Count);
    }

    private static KubernetesObject Pod(int number, string labels) => new(ManifestText.Object(
        $"{{'apiVersion':'v1','kind':'Pod','metadata':{{'name':'pod-{number:d3}','namespace':'ns','labels':{labels}}},'spec':{{'containers':[]}}}}"));

    private static List<string> Selected(PodSelection selection)
    {
        List<string> selected = [];
        foreach (PodChoice choice in selection)
        {
            selected.Add($"{choice.Workload.Object} {choice.Match}");
        }

        Assert.Equal(selection.Count, selected.Count);
        return selected;
    }

    private static List<string> Scan(ObjectSet objects, KubernetesObject by, Field selector, bool isPlain)
    {
        List<string> selected = [];
        bool isUnknown = by.Metadata["namespace"].IsUnknown;
        foreach (Workload workload in objects.Workloads)
        {
            Flag match = selector.IsUnset || (!isUnknown && workload.Object.Namespace != by.Namespace) ? Flag.False
                : isPlain ? LabelSelector.MatchesLabels(selector, workload.PodLabels)
                : LabelSelector.Matches(selector, workload.PodLabels);
            if (match != Flag.False)
            {
                selected.Add($"{workload.Object} {(isUnknown ? Flag.Unknown : match)}");
            }
        }

        return selected;
    }
}

/// <summary>Generators that mix what is usual with what is rare.</summary>
file static class Mixtures
{
    public static Gen<string> OrUsually(this Gen<string> rare, params string[] usual) =>
        Gen.Int[0, 9].SelectMany(number => number < 8 ? Gen.OneOf(usual) : rare);

    public static Gen<string> OrRarely(this Gen<string> usual, params string[] rare) =>
        Gen.Int[0, 19].SelectMany(number => number == 0 ? Gen.OneOf(rare) : usual);
}
