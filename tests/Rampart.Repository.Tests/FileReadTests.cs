using System.Text.RegularExpressions;

namespace Rampart.Repository.Tests;

/// <summary>A file that somebody names may be a pipe or a device without an end: one class opens such files, and no other.</summary>
public sealed partial class FileReadTests
{
    // The opener itself, and what reads files whose paths nobody names: tables of the kernel, the documentation beside an assembly.
    private static readonly string[] Openers =
        ["components/Configuration/Schema/XmlDocumentation.cs", "engine/plan/Files/InputFile.cs", "engine/server/Grpc/LoopbackCaller.cs"];

    private static readonly string[] Products = ["analysis", "components", "engine", "infra", "testing", "tool"];

    [Fact]
    public void Sources_OfTheProduct_OpenFilesByTheOpener()
    {
        string[] direct =
        [
            .. RepositoryRoot.Files("*.cs")
                .Where(static file => Products.Contains(file.Split('/')[0]) && !Openers.Contains(file))
                .SelectMany(static file => Reads().Matches(RepositoryRoot.ReadText(file)).Select(match => $"{file}: {match.Value}")),
        ];

        Assert.Empty(direct);
    }

    [Theory]
    [InlineData("return File.ReadAllText(path)", true)]
    [InlineData("using FileStream stream = new(path, FileMode.Open)", true)]
    [InlineData("new StreamReader(path)", true)]
    [InlineData("using StreamReader reader = new(path);", true)]
    [InlineData("new FileInfo(path).OpenText()", true)]
    [InlineData("InputFile.ReadAllText(path)", false)]
    [InlineData("new FileStream(path, options)", false)]
    public void Reads_Statement_IsFound(string statement, bool expected) => Assert.Equal(expected, Reads().IsMatch(statement));

    [GeneratedRegex(@"(?<![\w.])File\.(Read|Open)\w*\(|FileMode\.Open\b|\bnew StreamReader\((path|file|name)|\bStreamReader \w+ = new\((path|file|name)|\.Open(Read|Text)\(|X(Document|Element)\.Load\(")]
    private static partial Regex Reads();
}
