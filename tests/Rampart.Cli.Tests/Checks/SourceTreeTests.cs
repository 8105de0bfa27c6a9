using Rampart.Cli.Checks;

namespace Rampart.Cli.Tests.Checks;

public sealed class SourceTreeTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("rampart-").FullName;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Find_FolderInARepository_KnowsItsRoot(bool isLinkedWorkTree)
    {
        string folder = Directory.CreateDirectory(Path.Combine(_root, "deploy", "base")).FullName;
        string git = Path.Combine(_root, ".git");
        if (isLinkedWorkTree)
        {
            File.WriteAllText(git, "gitdir: elsewhere\n");
        }
        else
        {
            Directory.CreateDirectory(git);
        }

        SourceTree tree = SourceTree.Find(folder);

        Assert.Equal(new SourceTree(folder, _root), tree);
        Assert.Equal("deploy/base/web.yaml", tree.UriOf("web.yaml").OriginalString);
        Assert.Equal("deploy/web.yaml", tree.UriOf("../web.yaml").OriginalString);
    }

    [Fact]
    public void UriOf_WithoutARepository_IsTheNameOfTheFile() =>
        Assert.Equal("a%20b/web.yaml", new SourceTree(_root, _root).UriOf("./a b/web.yaml").OriginalString);

    public void Dispose() => Directory.Delete(_root, recursive: true);
}
