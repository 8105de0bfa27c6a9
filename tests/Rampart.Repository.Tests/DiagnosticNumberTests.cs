using System.Text.RegularExpressions;
using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;

namespace Rampart.Repository.Tests;

public sealed partial class DiagnosticNumberTests
{
    // They hold data about numbers that others report.
    private static readonly string[] Catalogue = ["DiagnosticDescriptions.cs", "RetiredDiagnostic.cs", "RulePages.cs"];

    // Components and settings report the same before there is an object that a rule could look at.
    private static readonly string[] SharedWithRules = ["RMP2001", "RMP2002", "RMP2003", "RMP4101"];

    [Fact]
    public void Numbers_InTheSources_AreThoseOfTheCatalogue()
    {
        string[] known = [.. DiagnosticCatalogue.All.Where(static entry => entry.Severity is not null).Select(static entry => entry.Id)];
        string[] used = [.. Sources().SelectMany(static source => Number().Matches(source.Text)).Select(static match => match.Value).Distinct().Order(StringComparer.Ordinal)];

        Assert.Equal(known, used);
    }

    [Fact]
    public void Numbers_OfNoRule_AreReportedFromOneFile()
    {
        HashSet<string> ofRules = [.. RuleCatalogue.All.Select(static rule => rule.Id)];
        string[] twice = [.. Sources()
            .SelectMany(static source => Literal().Matches(source.Text).Select(match => (Id: match.Groups[1].Value, source.File)).Distinct())
            .Where(literal => !ofRules.Contains(literal.Id))
            .GroupBy(static literal => literal.Id)
            .Where(static group => group.Count() > 1)
            .Select(static group => $"{group.Key}: {string.Join(", ", group.Select(static literal => literal.File))}")];

        Assert.Equal([], twice);
    }

    [Fact]
    public void Numbers_OfRules_AreReportedByOthersOnlyWhereTheyMeanTheSame()
    {
        HashSet<string> ofRules = [.. RuleCatalogue.All.Select(static rule => rule.Id)];
        string[] shared = [.. Sources()
            .Where(static source => !source.File.StartsWith("analysis/", StringComparison.Ordinal))
            .SelectMany(static source => Literal().Matches(source.Text)).Select(static match => match.Groups[1].Value)
            .Where(ofRules.Contains).Distinct().Order(StringComparer.Ordinal)];

        Assert.Equal(SharedWithRules, shared);
    }

    [Fact]
    public void All_Numbers_AreUniqueInOrderAndInARangeEach()
    {
        string[] numbers = [.. DiagnosticCatalogue.All.Select(static entry => entry.Id)];
        string[] names = [.. DiagnosticCatalogue.All.Select(static entry => entry.Name).Where(static name => name.Length > 0)];

        Assert.Equal(numbers.Distinct().Order(StringComparer.Ordinal), numbers);
        Assert.Equal(names.Distinct(), names);
        Assert.All(numbers, static number => Assert.NotNull(DiagnosticRange.Of(number)));
        Assert.All(DiagnosticRange.All, static range => Assert.Contains(DiagnosticCatalogue.All, entry => DiagnosticRange.Of(entry.Id) == range));
        int last = 0;
        Assert.All(DiagnosticRange.All, range =>
        {
            Assert.True(last < range.First && range.First <= range.Last, range.ToString());
            last = range.Last;
        });
    }

    [Fact]
    public void All_Diagnostics_ExplainThemselves() => Assert.All(DiagnosticDescriptions.All, static description =>
    {
        Assert.EndsWith(".", description.Summary, StringComparison.Ordinal);
        Assert.Matches("^[a-z]+(-[a-z]+)*$", description.Name);
        Assert.Matches("^[a-z].*[^.]$", description.Fix);
    });

    private static IEnumerable<(string File, string Text)> Sources()
    {
        foreach (string file in RepositoryRoot.Files("*.cs"))
        {
            string name = Path.GetFileName(file);
            if (!file.StartsWith("tests/", StringComparison.Ordinal) && !Catalogue.Contains(name) && !name.EndsWith("Examples.cs", StringComparison.Ordinal))
            {
                yield return (file, RepositoryRoot.ReadText(file));
            }
        }
    }

    [GeneratedRegex("RMP[0-9]{4}(?![0-9])")]
    private static partial Regex Number();

    [GeneratedRegex("\"(RMP[0-9]{4})")]
    private static partial Regex Literal();
}
