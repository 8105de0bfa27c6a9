namespace Rampart.Repository.Tests;

public sealed class FileContentTests
{
    [Fact]
    public void Files_OfTheRepository_NameNoPackageSource()
    {
        Assert.Empty(RepositoryRoot.Files("nuget.config"));
        Assert.Empty(RepositoryRoot.Files("NuGet.Config"));
        string[] sources = [.. RepositoryRoot.Files("*.props").Concat(RepositoryRoot.Files("*.targets")).Concat(RepositoryRoot.Files("*.csproj"))
            .Where(static file => RepositoryRoot.ReadText(file).Contains("RestoreSources", StringComparison.Ordinal))];
        Assert.Empty(sources);
    }

    [Fact]
    public void Packages_EachVersion_IsPinnedInOnePlace()
    {
        string[] versioned = [.. RepositoryRoot.Files("*.csproj")
            .Where(static project => System.Xml.Linq.XDocument.Parse(RepositoryRoot.ReadText(project))
                .Descendants("PackageReference")
                .Any(static reference => reference.Attribute("Version") is not null))];
        Assert.Empty(versioned);
    }

    [Fact]
    public void Sources_EachFile_HasUnixLineEnds()
    {
        string[] others = [.. RepositoryRoot.Files("*.cs").Where(static file => RepositoryRoot.ReadText(file).Contains('\r', StringComparison.Ordinal))];
        Assert.Empty(others);
    }
}
