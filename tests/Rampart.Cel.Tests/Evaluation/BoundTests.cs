using System.Text;
using Rampart.Cel.Kubernetes;
using Rampart.Cel.Values;

namespace Rampart.Cel.Tests.Evaluation;

/// <summary>Whatever an expression says, it ends, within its cost and within memory.</summary>
public sealed class BoundTests
{
    private const string CostExceeded = "operation cancelled: actual cost limit exceeded", WorkExceeded = "operation cancelled: work limit exceeded";

    private static readonly CelEnvironment Environment = KubernetesEnvironment.Admission();

    [Fact]
    public void Cost_OfNestedFolds_StopsThem()
    {
        CelResult result = Evaluate("object.l.all(x, object.l.all(y, object.l.all(z, object.l.all(w, w >= 0))))");

        Assert.Equal(CostExceeded, result.Error);
        Assert.InRange(result.Cost, CelProgram.DefaultCostLimit, CelProgram.DefaultCostLimit + 10);
    }

    [Fact]
    public void Text_ThatDoublesItself_IsRefused() =>
        Assert.Equal("string size limit exceeded", Evaluate("[object.s]" + Repeat(".map(a, a + a)", 40) + ".size() == 0").Error);

    [Fact]
    public void List_ThatDoublesItself_IsRefused() =>
        Assert.Equal("list size limit exceeded", Evaluate("[object.l]" + Repeat(".map(a, a + a)", 40) + ".size() == 0").Error);

    [Fact]
    [Trait("Speed", "Slow")]
    public void Comparison_OfSharedParts_Stops() =>
        Assert.Equal(WorkExceeded, Evaluate("[object.l]" + Repeat(".map(a, [a, a])", 40) + " == [object.l]" + Repeat(".map(a, [a, a])", 40)).Error);

    [Fact]
    public void Text_OfSharedParts_Stops() =>
        Assert.Equal(WorkExceeded, Evaluate("'%s'.format([object.l]" + Repeat(".map(a, [a, a])", 40) + ")").Error);

    [Fact]
    [Trait("Speed", "Slow")]
    public void Membership_InALongList_AgainAndAgain_Stops() =>
        Assert.Equal(WorkExceeded, Evaluate("[object.l]" + Repeat(".map(a, a + a)", 14) + ".all(big, lists.range(10000).all(i, !((i - 20000) in big)))").Error);

    [Fact]
    public void Pattern_ThatBacktracksElsewhere_TakesLinearTime() =>
        Assert.Equal("false", Evaluate($"'{new string('a', 2000)}b'.matches('^(a+)+$')").Value.ToString());

    [Fact]
    public void Macros_ThatRepeatTheirReceiver_AreRefused() =>
        Assert.Equal(
            "expression size exceeds limit once its macros are expanded: limit 100000",
            Assert.Single(CelProgram.Compile(Environment, "object.?a" + Repeat(".optMap(x, x)", 60)).Issues).Message);

    [Theory]
    [InlineData("(", ")")]
    [InlineData("[", "]")]
    [InlineData("1 + ", "")]
    [InlineData("object.a", ".a")]
    [InlineData("true ? 1 : ", "")]
    public void Depth_BeyondTheLimit_IsRefused(string before, string after)
    {
        CelCompilation compilation = CelProgram.Compile(Environment, Repeat(before, before == "object.a" ? 1 : 300) + (before == "object.a" ? "" : "1") + Repeat(after, 300));

        Assert.Equal("expression recursion limit exceeded: 250", Assert.Single(compilation.Issues).Message);
    }

    [Fact]
    public void Chain_OfConditions_MayBeLong() => Assert.Equal("true", Evaluate("true" + Repeat(" && object.l.size() > 0", 2000)).Value.ToString());

    [Fact]
    public void Size_BeyondTheLimit_IsRefused() =>
        Assert.Equal("expression code point size exceeds limit: size: 100002, limit 100000", Assert.Single(CelProgram.Compile(Environment, "'" + new string('x', 100_000) + "'").Issues).Message);

    private static string Repeat(string text, int count) => new StringBuilder().Insert(0, text, count).ToString();

    private static CelResult Evaluate(string expression)
    {
        CelCompilation compilation = CelProgram.Compile(Environment, expression);
        Assert.Null(compilation.Message);
        using System.Text.Json.JsonDocument json = System.Text.Json.JsonDocument.Parse("""{"l":[0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25,26,27,28,29,30,31,32,33,34,35,36,37,38,39],"s":"abcdefghij"}""");
        return compilation.Program!.Evaluate(new CelBindings().Set("object", CelJson.Read(json.RootElement)));
    }
}
