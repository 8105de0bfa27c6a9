using System.Xml.Linq;
using Rampart.Cli.Checks;
using Rampart.Rules.Diagnostics;
using Rampart.Tests.Shared;

namespace Rampart.Cli.Tests.Checks;

public sealed class CheckJUnitReportTests
{
    // What Jenkins' schema junit-10 knows, apart from what we have no use for.
    private static readonly Dictionary<string, string[]> Attributes = new()
    {
        ["testsuites"] = ["name", "tests", "failures", "errors"],
        ["testsuite"] = ["name", "tests", "failures", "errors", "skipped", "file"],
        ["testcase"] = ["name", "classname"],
        ["failure"] = ["type", "message"],
        ["skipped"] = ["message"],
        ["system-out"] = [],
    };

    [Fact]
    public void JUnit_EveryKindOfFinding_IsWrittenSo() => GoldenFile.Verify("check.junit.xml", Write(SampleCheck.OfFiles()));

    [Theory]
    [InlineData("files")]
    [InlineData("never")]
    [InlineData("stack")]
    [InlineData("many")]
    [InlineData("same names")]
    [InlineData("odd characters")]
    public void JUnit_Report_FitsTheSchemaAndCountsRight(string name)
    {
        XElement root = XDocument.Parse(Write(CheckOf(name))).Root!;

        Assert.Equal("testsuites", root.Name.LocalName);
        Assert.All(root.DescendantsAndSelf(), static element => Assert.All(
            element.Attributes(), attribute => Assert.Contains(attribute.Name.LocalName, Attributes[element.Name.LocalName])));
        Assert.All(root.Elements(), static suite =>
        {
            Assert.Equal("testsuite", suite.Name.LocalName);
            Assert.All(suite.Elements(), static each => Assert.Equal("testcase", each.Name.LocalName));
            Assert.All(suite.Elements(), static each => Assert.InRange(each.Elements().Count(), 0, 1));
            Assert.Equal((int)suite.Attribute("tests")!, suite.Elements().Count());
            Assert.Equal((int)suite.Attribute("failures")!, suite.Descendants("failure").Count());
            Assert.Equal((int)suite.Attribute("skipped")!, suite.Descendants("skipped").Count());
            Assert.Equal(0, (int)suite.Attribute("errors")!);
            Assert.Equal(suite.Elements().Count(), suite.Elements().DistinctBy(static each => (string)each.Attribute("name")!).Count());
        });
        Assert.Equal((int)root.Attribute("tests")!, root.Descendants("testcase").Count());
        Assert.Equal((int)root.Attribute("failures")!, root.Descendants("failure").Count());
        Assert.Equal(root.Elements().Count(), root.Elements().DistinctBy(static each => (string)each.Attribute("name")!).Count());
        Assert.Equal(CheckOf(name).ExitCode == ExitCodes.Findings, root.Descendants("failure").Any());
        Assert.Equal(Write(CheckOf(name)), Write(CheckOf(name)));
    }

    [Fact]
    public void JUnit_SameObjectTwice_HasTwoSuitesOfOneClass()
    {
        XElement[] suites = [.. XDocument.Parse(Write(CheckOf("same names"))).Root!.Elements().Take(3)];

        Assert.Equal(["Secret prod/web", "Secret prod/web (web.yaml)", "Secret prod/web (web.yaml 2)"], suites.Select(static suite => (string)suite.Attribute("name")!));
        Assert.Equal(["Secret prod/web"], suites.Descendants("testcase").Select(static each => (string)each.Attribute("classname")!).Distinct());
    }

    [Fact]
    public void JUnit_CharactersThatXmlForbids_AreEscaped()
    {
        XElement suite = XDocument.Parse(Write(CheckOf("odd characters"))).Root!.Elements().First();

        Assert.Equal("Secret prod/a\\nb\\tc\\u0000\\u001B\\u0085\\uD800\\uFFFE\\uFFFF😀d", (string)suite.Attribute("name")!);
        Assert.Equal("x\\u0000\\u0008 \\u000By", (string)suite.Descendants("failure").Single().Attribute("message")!);
    }

    private static CheckOutcome CheckOf(string name) => name switch
    {
        "files" => SampleCheck.OfFiles(),
        "never" => SampleCheck.OfFiles(failOn: null),
        "stack" => SampleCheck.OfStack(),
        "many" => SampleCheck.OfMany(50),
        "same names" => Thrice(SampleCheck.OfOne("web", "web.yaml")),
        _ => SampleCheck.OfOne("a\nb\tc\u0000\u001B\u0085\uD800\uFFFE\uFFFF😀d", "\u0001.yaml", static finding => finding with { Message = "x\u0000\u0008 \u000By" }),
    };

    private static CheckOutcome Thrice(CheckOutcome check) =>
        check with { FailOn = DiagnosticSeverity.Info, Report = check.Report with { Objects = [.. Enumerable.Repeat(check.Report.Objects[0], 3)] } };

    private static string Write(CheckOutcome result) => CheckReportTests.Write(CheckJUnitReport.Write, result);
}
