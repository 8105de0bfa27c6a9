using Rampart.Rules.Diagnostics;
using Rampart.Rules.Findings;
using Rampart.Rules.Objects;
using Rampart.Rules.Options;

namespace Rampart.Rules.Tests.Findings;

public sealed class FieldAtTests
{
    private const string Thing =
        """
        {'apiVersion': 'example.com/v1', 'kind': 'Thing', 'metadata': {'name': 'a', 'labels': {'app': 'a', 'example.com/tier': 'b'}},
         'spec': {'text': 'x', 'empty': '', 'unknown': '?', 'number': 3, 'list': [{'a': {'b': {'c': {'d': {'e': 'deep'}}}}}, 'y']}}
        """;

    [Fact]
    public void Path_MoreStepsThanAreHeld_IsWhole() =>
        Assert.Equal(
            ["spec.list[0].a.b.c.d.e: e is deep"],
            Run(static thing =>
            {
                FieldAt deep = thing["spec"]["list"].Items[0]["a"]["b"]["c"]["d"]["e"];
                deep.Report($"{deep.Name} is {deep.Shown}");
            }));

    [Fact]
    public void Entries_KeysWithDotsOrSlashes_AreInBrackets() =>
        Assert.Equal(
            ["metadata.labels.app: app", "metadata.labels[example.com/tier]: example.com/tier"],
            Run(static thing =>
            {
                foreach (FieldAt label in thing["metadata"]["labels"].Entries)
                {
                    label.Report(label.Name);
                }
            }));

    [Fact]
    public void Items_NoList_AreNone() =>
        Assert.Equal(
            ["? spec.unknown is not known yet"],
            Run(static thing =>
            {
                foreach (FieldAt item in thing["spec"]["unknown"].Items)
                {
                    item.Report("reported");
                }

                foreach (FieldAt item in thing["spec"]["unknown"].ReadItems())
                {
                    item.Report("reported");
                }
            }));

    [Fact]
    public void ReportIf_TextOfEitherKind_ReportsTheUnknownToo() =>
        Assert.Equal(
            ["spec.text: x is wrong", "spec.text: wrong", "? spec.unknown is not known yet", "? spec.unknown is not known yet"],
            Run(static thing =>
            {
                foreach (string field in (string[])["text", "unknown", "missing"])
                {
                    FieldAt at = thing["spec"][field];
                    at.ReportIf(Is.Text("x"), $"{at.Shown} is wrong");
                    at.ReportIf(Is.Text("x"), "wrong");
                }
            }));

    [Fact]
    public void ReportIfKnown_TextOfEitherKind_LeavesTheUnknownOut() =>
        Assert.Equal(
            ["spec.text: x is wrong", "spec.text: wrong"],
            Run(static thing =>
            {
                foreach (string field in (string[])["text", "unknown", "missing"])
                {
                    FieldAt at = thing["spec"][field];
                    at.ReportIfKnown(Is.Text("x"), $"{at.Shown} is wrong");
                    at.ReportIfKnown(Is.Text("x"), "wrong");
                }
            }));

    [Fact]
    public void ReportMissing_MayBeElsewhere_IsUnknown() =>
        Assert.Equal(
            ["? spec.text depends on objects whose namespace is not known yet", "spec.text: there is no x"],
            Run(static thing =>
            {
                FieldAt at = thing["spec"]["text"];
                at.ReportMissing(mayBeElsewhere: true, $"there is no {at.Shown}");
                at.ReportMissing(mayBeElsewhere: false, $"there is no {at.Shown}");
            }));

    [Theory]
    [InlineData("text", Flag.True, Flag.False, Flag.False)]
    [InlineData("empty", Flag.False, Flag.True, Flag.False)]
    [InlineData("missing", Flag.False, Flag.False, Flag.True)]
    [InlineData("unknown", Flag.Unknown, Flag.Unknown, Flag.False)]
    [InlineData("number", Flag.Unknown, Flag.Unknown, Flag.False)]
    internal void Is_TextMissingOrUnknown_AnswersEach(string field, Flag oneOf, Flag noneOf, Flag unset)
    {
        Field value = new KubernetesObject(ManifestText.Object(Thing)).Spec[field];

        Assert.Equal((oneOf, noneOf, unset), (Is.OneOf("x", "y").Ask(value), Is.NoneOf("x", "y").Ask(value), Is.Unset.Ask(value)));
    }

    private delegate void Look(FieldAt thing);

    private static string[] Run(Look look)
    {
        ObjectRule rule = new("RMP9999", "test", RuleCategory.Resources, DiagnosticSeverity.Error, "example.com", "Thing")
        {
            Summary = "",
            Allowed = "",
            Fix = "",
            Check = (item, inspection) => look(inspection.At(item)),
        };
        Inspection inspection = new(new ObjectSet([new KubernetesObject(ManifestText.Object(Thing))]), CheckOptions.Default);
        inspection.Run(rule);
        return [.. inspection.Findings.Select(static finding =>
            finding.Verdict == FindingVerdict.Unknown ? $"? {finding.Message}" : $"{finding.Path}: {finding.Message}")];
    }
}
