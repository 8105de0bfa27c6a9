using System.Diagnostics;
using Rampart.Plan.Manifests;
using static Rampart.Plan.Tests.Manifests.Objects;

namespace Rampart.Plan.Tests.Manifests;

public sealed class ManifestFolderTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("rampart-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Write_SecondTime_TouchesOnlyWhatTheFirstWrote()
    {
        string output = Below("out");
        Write(output, Manifest("ConfigMap", "a"), Manifest("ConfigMap", "b"));
        File.WriteAllText(Path.Combine(output, "000-mine.yaml"), "mine");
        File.WriteAllText(Path.Combine(output, "notes.yaml"), "mine");

        ManifestFolderChanges changes = Write(output, Manifest("ConfigMap", "b"));

        Assert.Equal(["000-configmap-ns-b.yaml"], changes.Added);
        Assert.Equal(["000-configmap-ns-a.yaml", "001-configmap-ns-b.yaml"], changes.Removed);
        Assert.Equal(["000-configmap-ns-b.yaml", "000-mine.yaml", "notes.yaml"], FilesOf(output));
    }

    [Fact]
    public void Write_TheSameAgain_ChangesNothing()
    {
        string output = Below("out");
        Write(output, Manifest("ConfigMap", "a"));

        ManifestFolderChanges changes = Write(output, Manifest("ConfigMap", "a"));

        Assert.Empty(changes.Added.Concat(changes.Changed).Concat(changes.Removed));
        Assert.Equal(1, changes.Unchanged);
    }

    [Fact]
    public void Write_FolderOfOthers_IsRefusedUnlessOverwritten()
    {
        File.WriteAllText(Below("000-configmap-ns-a.yaml"), "mine");
        File.WriteAllText(Below("001-old.yaml"), "mine");

        ForeignFilesException refused = Assert.Throws<ForeignFilesException>(() => Write(_folder, Manifest("ConfigMap", "a")));
        Assert.Equal(
            "holds what no earlier run wrote: 000-configmap-ns-a.yaml, 001-old.yaml; name an empty folder, or give --overwrite to write beside and over it",
            refused.Message);
        Assert.Equal("mine", File.ReadAllText(Below("000-configmap-ns-a.yaml")));

        ManifestFolder.Write(_folder, [Manifest("ConfigMap", "a")], "yaml", WriteOne, overwrite: true);
        Assert.Equal(["000-configmap-ns-a.yaml", "001-old.yaml"], FilesOf(_folder));
        Assert.NotEqual("mine", File.ReadAllText(Below("000-configmap-ns-a.yaml")));
    }

    [Fact]
    public void Write_FileOfOthersInItsPlace_IsRefused()
    {
        string output = Below("out");
        Write(output, Manifest("ConfigMap", "a"));
        File.WriteAllText(Path.Combine(output, "001-configmap-ns-b.yaml"), "mine");

        Assert.Throws<ForeignFilesException>(() => Write(output, Manifest("ConfigMap", "a"), Manifest("ConfigMap", "b")));
        Assert.Equal("mine", File.ReadAllText(Path.Combine(output, "001-configmap-ns-b.yaml")));
    }

    [Theory]
    [InlineData("../../outside", "a")]
    [InlineData("ConfigMap", "../../outside")]
    [InlineData("ConfigMap", "/tmp/outside")]
    [InlineData("..", "..")]
    public void Write_NamesThatLeadElsewhere_StayInTheFolder(string kind, string name)
    {
        string output = Below("in/out");

        ManifestFolderChanges changes = Write(output, Manifest(kind, name));

        Assert.Equal(changes.Added, FilesOf(output));
        Assert.Equal(["in"], Directory.EnumerateFileSystemEntries(_folder).Select(Path.GetFileName));
    }

    [Fact]
    public void Write_ListThatNamesOtherFiles_RemovesNone()
    {
        string output = Below("out");
        Write(output, Manifest("ConfigMap", "a"));
        File.WriteAllText(Below("001-outside.yaml"), "mine");
        File.WriteAllText(Path.Combine(output, "notes.yaml"), "mine");
        File.AppendAllText(Path.Combine(output, ManifestFolder.ListName), "../001-outside.yaml\nnotes.yaml\n001-/../../001-outside.yaml\n");

        Assert.Empty(Write(output, Manifest("ConfigMap", "a")).Removed);
        Assert.True(File.Exists(Below("001-outside.yaml")));
    }

    [Fact]
    public void Write_LinkInItsPlace_IsReplacedAndNotFollowed()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "links need rights on Windows");
        string output = Below("out");
        Write(output, Manifest("ConfigMap", "a"));
        string file = Path.Combine(output, "000-configmap-ns-a.yaml"), target = Below("target");
        File.WriteAllText(target, "mine");
        File.Delete(file);
        File.CreateSymbolicLink(file, target);

        Write(output, Manifest("ConfigMap", "a"));

        Assert.Equal("mine", File.ReadAllText(target));
        Assert.Null(new FileInfo(file).LinkTarget);
    }

    [Fact]
    public void Write_LinkToAFolderInItsPlace_IsRefused()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "links need rights on Windows");
        string output = Below("out");
        Write(output, Manifest("ConfigMap", "a"));
        string file = Path.Combine(output, "000-configmap-ns-a.yaml");
        File.Delete(file);
        Directory.CreateSymbolicLink(file, _folder);

        Assert.Throws<ForeignFilesException>(() => Write(output, Manifest("ConfigMap", "a")));
        Assert.Equal(_folder, new FileInfo(file).LinkTarget);
    }

    [Fact]
    public void Write_FolderThatIsALink_WritesWhereItLeads()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "links need rights on Windows");
        string target = Directory.CreateDirectory(Below("target")).FullName;
        Directory.CreateSymbolicLink(Below("link"), target);

        Write(Below("link"), Manifest("ConfigMap", "a"));

        Assert.Equal(["000-configmap-ns-a.yaml"], FilesOf(target));
        Assert.Equal(target, new DirectoryInfo(Below("link")).LinkTarget);
    }

    [Fact]
    public async Task Write_ListThatIsAPipe_IsRefusedAndNotRead()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "there are no such files");
        await MakePipeAsync(Below(ManifestFolder.ListName));

        Task<ForeignFilesException> write = Task.Run(() => Assert.Throws<ForeignFilesException>(() => Write(_folder, Manifest("ConfigMap", "a"))));

        Assert.StartsWith(
            $"holds what no earlier run wrote: {ManifestFolder.ListName}; ",
            (await write.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken)).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Write_PipeInTheListsPlaceOrAFiles_IsReplacedWhenAllowed()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "there are no such files");
        await MakePipeAsync(Below(ManifestFolder.ListName));
        await MakePipeAsync(Below("000-configmap-ns-a.yaml"));

        ManifestFolderChanges changes = await Task.Run(() => ManifestFolder.Write(_folder, [Manifest("ConfigMap", "a")], "yaml", WriteOne, overwrite: true))
            .WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);

        Assert.Equal(["000-configmap-ns-a.yaml"], changes.Changed);
        Assert.Equal("000-configmap-ns-a.yaml\n", await File.ReadAllTextAsync(Below(ManifestFolder.ListName), TestContext.Current.CancellationToken));
        Assert.Equal(1, Write(_folder, Manifest("ConfigMap", "a")).Unchanged);
    }

    [Fact]
    public void Write_ListThatIsALink_IsNoList()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "links need rights on Windows");
        string output = Directory.CreateDirectory(Below("out")).FullName;
        File.WriteAllText(Below("list"), "000-mine.yaml\n");
        File.WriteAllText(Path.Combine(output, "000-mine.yaml"), "mine");
        File.CreateSymbolicLink(Path.Combine(output, ManifestFolder.ListName), Below("list"));

        Assert.Throws<ForeignFilesException>(() => Write(output, Manifest("ConfigMap", "a")));
        Assert.Equal(["000-mine.yaml"], FilesOf(output));
    }

    [Fact]
    public void Write_FileOfAnotherRunThatDiffersInCase_MakesRoomForIt()
    {
        string output = Below("out");
        Write(output, Manifest("ConfigMap", "A"));

        ManifestFolderChanges changes = Write(output, Manifest("ConfigMap", "a"));

        Assert.Equal(["000-configmap-ns-A.yaml"], changes.Removed);
        Assert.Equal(["000-configmap-ns-a.yaml"], FilesOf(output));
    }

    [Fact]
    public void Write_FileOfOthersThatDiffersInCase_IsRefused()
    {
        string output = Below("out");
        Write(output, Manifest("Secret", "a"));
        File.WriteAllText(Path.Combine(output, "000-ConfigMap-ns-a.yaml"), "mine");

        Assert.Throws<ForeignFilesException>(() => Write(output, Manifest("ConfigMap", "a")));
        Assert.Equal("mine", File.ReadAllText(Path.Combine(output, "000-ConfigMap-ns-a.yaml")));
    }

    [Fact]
    public void FileName_ManyObjects_SortInTheirOrder()
    {
        Manifest manifest = Manifest("ConfigMap", "a");

        Assert.Equal("0007-configmap-ns-a.yaml", ManifestFolder.FileName(7, 1001, manifest, "yaml"));
        Assert.Equal("1000-configmap-ns-a.yaml", ManifestFolder.FileName(1000, 1001, manifest, "yaml"));
        Assert.Equal("999-configmap-ns-a.yaml", ManifestFolder.FileName(999, 1000, manifest, "yaml"));
    }

    [Fact]
    public void FileName_LongName_FitsAFileSystem() =>
        Assert.True(ManifestFolder.FileName(0, 1, Manifest("ConfigMap", new string('a', 253)), "yaml").Length < 255);

    [Theory]
    [InlineData("con", "nul")]
    [InlineData("a:b", "c*?<>|\"")]
    [InlineData("\u65e5\u672c", "\ud83d\ude00.")]
    [InlineData("", " ")]
    public void FileName_NamesThatWindowsRefuses_AreSafe(string kind, string name) =>
        Assert.Matches("^000-[A-Za-z0-9._-]*-ns-[A-Za-z0-9._-]+[.]yaml$", ManifestFolder.FileName(0, 1, Manifest(kind, name), "yaml"));

    private static async Task MakePipeAsync(string path)
    {
        using Process make = Process.Start("mkfifo", path);
        await make.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    private static string[] FilesOf(string folder) =>
    [
        .. Directory.EnumerateFiles(folder).Select(static path => Path.GetFileName(path)!)
            .Where(static name => name != ManifestFolder.ListName).Order(StringComparer.Ordinal),
    ];

    private static ManifestFolderChanges Write(string folder, params Manifest[] manifests) =>
        ManifestFolder.Write(folder, manifests, "yaml", WriteOne);

    private static void WriteOne(Stream stream, Manifest manifest) => ManifestYaml.Write(stream, [manifest]);

    private string Below(string path) => Path.Combine(_folder, path);
}
