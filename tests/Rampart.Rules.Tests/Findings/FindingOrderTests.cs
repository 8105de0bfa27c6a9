using CsCheck;
using Rampart.Protocol.Values;
using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Findings;
using Rampart.Rules.Objects;
using Rampart.Rules.Reports;

namespace Rampart.Rules.Tests.Findings;

public sealed class FindingOrderTests
{
    private static readonly KubernetesObject Item = new(PropertyObject.Empty);

    private static readonly Gen<string> Step = Gen.OneOf(
        Gen.Int[0, 120].Select(static index => $"[{index}]"), Gen.OneOf("a", "b", "a1", "a10", "a2", "[a.b/c]", ".", ""));

    [Fact]
    public void Compare_ItemsOfLists_AreInTheOrderOfTheLists()
    {
        string[] expected = ["add[1]", "add[2]", "add[9]", "add[10]", "add[11]", "add[100]", "drop"];
        Finding[] findings = [.. expected.Reverse().Select(static path => At(path))];
        Array.Sort(findings, FindingOrder.Compare);
        Assert.Equal(expected, findings.Select(static finding => finding.Path));
    }

    [Fact]
    public void Compare_RuleBeforePathBeforeMessage()
    {
        Finding[] expected = [At("b", rule: 0), At("a", rule: 1), At("b", "a", rule: 1), At("b", "b", rule: 1)];
        Finding[] findings = [.. expected.Reverse()];
        Array.Sort(findings, FindingOrder.Compare);
        Assert.Equal(expected, findings);
    }

    [Fact]
    public void Compare_AnyThree_AreInOneOrder() =>
        Gen.Select(Step.Array[1, 3], Step.Array[1, 3], Step.Array[1, 3]).Sample(
            static (left, middle, right) =>
            {
                Finding a = At(string.Concat(left)), b = At(string.Concat(middle)), c = At(string.Concat(right));
                int ab = Math.Sign(FindingOrder.Compare(a, b)), bc = Math.Sign(FindingOrder.Compare(b, c)), ac = Math.Sign(FindingOrder.Compare(a, c));
                Assert.Equal(ab, -Math.Sign(FindingOrder.Compare(b, a)));
                Assert.True(ab != bc || ac == ab, $"{a.Path} {b.Path} {c.Path}");
            },
            iter: 50_000,
            threads: 1);

    private static Finding At(string path, string message = "", int rule = 0) =>
        new(RuleCatalogue.All[rule], DiagnosticSeverity.Error, FindingVerdict.Broken, Item, path, message) { Allowed = "", Fix = "" };
}
