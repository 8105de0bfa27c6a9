using System.Xml.Linq;

namespace Rampart.Repository.Tests;

/// <summary>References point down only: README's layout table, in full.</summary>
public sealed class ProjectReferenceTests
{
    private static readonly string[] Nothing = [];

    // What each folder may reference. "sdk" stands for what UsesPulumi brings, whichever flavour that is.
    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["protocol"] = Nothing,
        ["rules"] = ["protocol", "sdk/Generators"],
        ["sdk/Generators"] = Nothing,
        ["sdk/Pulumi"] = ["protocol", "server", "wire"],
        ["sdk/Pulumi.Kubernetes"] = ["sdk/Generators", "sdk/Pulumi"],
        ["server"] = ["protocol", "wire"],
        ["wire"] = ["protocol"],
        ["plan"] = ["protocol", "rules", "sdk", "server"],
        ["cli"] = ["plan", "rules"],
        ["components"] = ["rules", "sdk"],
        ["infra"] = ["cli", "components", "plan", "rules", "sdk"],
        ["bench"] = ["cli", "plan", "protocol", "sdk"],
    };

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
            references.Add("sdk");
        }

        return references;
    }
}
