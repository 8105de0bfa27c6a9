using System.Xml.Linq;

namespace Rampart.Repository.Tests;

/// <summary>References point down only: those that the table of the architecture page allows.</summary>
public sealed class ProjectReferenceTests
{
    private const string Table = "docs/architecture.md";
    private const string PulumiSdk = "Pulumi SDK";

    private static readonly string[] Nothing = [];

    private static readonly Dictionary<string, string[]> Allowed = ReadTable();

    public static TheoryData<string> Projects => new(RepositoryRoot.Files("*.csproj"));

    [Theory]
    [MemberData(nameof(Projects))]
    public void References_EachProject_AreInTheTable(string project)
    {
        if (project.StartsWith("tests/", StringComparison.Ordinal))
        {
            Assert.All(References(project), static reference => Assert.False(reference.StartsWith("bench", StringComparison.Ordinal), reference));
            return;
        }

        string folder = Path.GetDirectoryName(project)!.Replace('\\', '/');
        Assert.True(Allowed.ContainsKey(folder), $"{folder} is not in the table of project references");
        Assert.Equal(Nothing, References(project).Except(Allowed[folder]).ToArray());
    }

    [Fact]
    public void Table_EachFolder_HasAProject() =>
        Assert.Equal(
            Allowed.Keys.Order(StringComparer.Ordinal),
            RepositoryRoot.Files("*.csproj")
                .Where(static project => !project.StartsWith("tests/", StringComparison.Ordinal))
                .Select(static project => Path.GetDirectoryName(project)!.Replace('\\', '/'))
                .Order(StringComparer.Ordinal));

    [Fact]
    public void Solution_EachProject_IsInIt()
    {
        XDocument solution = XDocument.Parse(RepositoryRoot.ReadText("Rampart.slnx"));
        string[] listed = [.. solution.Descendants("Project").Select(static project => (string)project.Attribute("Path")!)];

        Assert.Equal(RepositoryRoot.Files("*.csproj").Order(StringComparer.Ordinal), listed.Order(StringComparer.Ordinal));
    }

    // | `project` | what it is | `reference`, `reference` |
    private static Dictionary<string, string[]> ReadTable() => RepositoryRoot.ReadText(Table)
        .Split("| May reference |")[1]
        .Split('\n')
        .SkipWhile(static line => line.Length == 0 || line.StartsWith("|---", StringComparison.Ordinal))
        .TakeWhile(static line => line.StartsWith("| `", StringComparison.Ordinal))
        .Select(static line => line.Split('|'))
        .ToDictionary(
            static cells => cells[1].Trim(' ', '`'),
            static cells => cells[3].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(static name => name.Trim('`')).ToArray(),
            StringComparer.Ordinal);

    private static SortedSet<string> References(string project)
    {
        XDocument document = XDocument.Parse(RepositoryRoot.ReadText(project));
        SortedSet<string> references = new(StringComparer.Ordinal);
        foreach (XElement element in document.Descendants("ProjectReference"))
        {
            string path = Path.Combine(Path.GetDirectoryName(project)!, (string)element.Attribute("Include")!);
            string full = Path.GetFullPath(Path.Combine(RepositoryRoot.Path, path));
            references.Add(Path.GetRelativePath(RepositoryRoot.Path, Path.GetDirectoryName(full)!).Replace('\\', '/'));
        }

        if (document.Descendants("UsesPulumi").Any())
        {
            references.Add(PulumiSdk);
        }

        return references;
    }
}
