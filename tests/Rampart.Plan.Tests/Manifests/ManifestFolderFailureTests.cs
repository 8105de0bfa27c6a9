using System.Text;
using Rampart.Plan.Files;
using Rampart.Plan.Manifests;
using static Rampart.Plan.Tests.Manifests.Objects;

namespace Rampart.Plan.Tests.Manifests;

/// <summary>Runs that fail, that were killed, or that meet another run: all or nothing.</summary>
public sealed class ManifestFolderFailureTests : IDisposable
{
    private const string Staging = ".rampart-staging-abcdefgh.ijk";

    private readonly string _folder = Directory.CreateTempSubdirectory("rampart-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Write_FailsWhileFilesAreWritten_ChangesNothing()
    {
        Write("first", "a", "b");
        string before = Text(_folder);

        Assert.Throws<IOException>(() => WriteAnd(static name => Throw(name == "b"), "second", "a", "b"));

        Assert.Equal(before, Text(_folder));
    }

    [Fact]
    public void Write_FolderThatWasNotThere_IsGoneAgainWhenItFails()
    {
        string output = Below("new/below");

        Assert.Throws<IOException>(() => ManifestFolder.Write(output, [Manifest("ConfigMap", "a")], "yaml", static (_, _) => Throw(true)));

        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder));
    }

    [Fact]
    public void Write_FolderInThePlaceOfAFile_ChangesNothing()
    {
        Write("first", "a", "b");
        File.Delete(Below("001-configmap-ns-b.yaml"));
        Directory.CreateDirectory(Below("001-configmap-ns-b.yaml"));
        string before = Text(_folder);

        ForeignFilesException refused = Assert.Throws<ForeignFilesException>(() => Write("second", "a", "b"));

        Assert.Equal("has a folder, or a link to one, in the place of a file: 001-configmap-ns-b.yaml; move it away", refused.Message);
        Assert.Equal(before, Text(_folder));
    }

    [Fact]
    public void Write_FolderInThePlaceOfAFileThatIsToGo_IsLeftAlone()
    {
        Write("first", "a", "b");
        File.Delete(Below("001-configmap-ns-b.yaml"));
        Directory.CreateDirectory(Below("001-configmap-ns-b.yaml"));

        Assert.Empty(Write("first", "a").Removed);
        Assert.True(Directory.Exists(Below("001-configmap-ns-b.yaml")));
    }

    [Fact]
    public void Write_MoveThatFails_MovesAllBack()
    {
        Write("first", "a", "b", "c");
        string before = Text(_folder);
        string late = Below("001-configmap-ns-d.yaml");

        IOException failure = Assert.Throws<IOException>(() => WriteAnd(name => MakeFolder(name == "d", late), "second", "a", "d"));

        Assert.StartsWith("001-configmap-ns-d.yaml cannot be moved: ", failure.Message, StringComparison.Ordinal);
        Directory.Delete(late);
        Assert.Equal(before, Text(_folder));
    }

    [Fact]
    public void Write_WhileAnotherRunWrites_IsRefused()
    {
        FolderInUseException? refused = null;
        WriteAnd(name => refused ??= Assert.Throws<FolderInUseException>(() => Write("second", "b")), "first", "a");

        Assert.Equal("is being written by another run", refused?.Message);
        Assert.Equal("000-configmap-ns-a.yaml: first a\n", Text(_folder));
        Write("third", "a");
    }

    [Theory]
    [MemberData(nameof(Ends))]
    public void Write_AfterARunThatWasKilled_FindsWhatWasThereBefore(int moves, int movesBack)
    {
        Write("first", "a", "b", "c");
        string before = Text(_folder), after = "000-configmap-ns-a.yaml: second a\n001-configmap-ns-d.yaml: second d\n";
        (string From, string To)[] all =
        [
            ("new/.rampart-manifests", ".rampart-manifests"),
            ("../000-configmap-ns-a.yaml", "old/000-configmap-ns-a.yaml"),
            ("../001-configmap-ns-b.yaml", "old/001-configmap-ns-b.yaml"),
            ("../002-configmap-ns-c.yaml", "old/002-configmap-ns-c.yaml"),
            ("new/001-configmap-ns-d.yaml", "../001-configmap-ns-d.yaml"),
            ("new/000-configmap-ns-a.yaml", "../000-configmap-ns-a.yaml"),
            (".rampart-manifests", "../.rampart-manifests"),
        ];
        (string From, string To)[] back = [all[4], all[5], all[1], all[2], all[3]];
        string staging = MakeStaging(Staging);
        foreach (string name in (string[])["000-configmap-ns-a", "001-configmap-ns-d"])
        {
            File.WriteAllText(Path.Combine(staging, "new", name + ".yaml"), $"second {name[^1]}");
        }

        File.WriteAllText(Path.Combine(staging, "new", ManifestFolder.ListName), "000-configmap-ns-a.yaml\n001-configmap-ns-d.yaml\n");
        foreach ((string from, string to) in all.Take(moves))
        {
            File.Move(Path.Combine(staging, from), Path.Combine(staging, to), overwrite: true);
        }

        foreach ((string to, string from) in back.Take(movesBack))
        {
            File.Move(Path.Combine(staging, from), Path.Combine(staging, to), overwrite: true);
        }

        // A run that fails, so that only what it finds counts.
        Assert.Throws<IOException>(() => WriteAnd(static _ => Throw(true), "third", "a"));

        Assert.Equal(moves == all.Length ? after : before, Text(_folder));
        Assert.Equal(moves == all.Length ? 2 : 3, File.ReadAllLines(Below(ManifestFolder.ListName)).Length);
        Write("third", "a");
        Assert.Equal("000-configmap-ns-a.yaml: third a\n", Text(_folder));
    }

    [Fact]
    public void Write_AfterAFirstRunThatWasKilled_IsNotRefused()
    {
        string staging = MakeStaging(Staging);
        File.WriteAllText(Path.Combine(staging, "new", "000-secret-ns-a.yaml"), "secret");

        Write("second", "a");

        Assert.Equal("000-configmap-ns-a.yaml: second a\n", Text(_folder));
    }

    [Theory]
    [InlineData(".rampart-staging-mine")]
    [InlineData(".rampart-staging-ABCDEFGH.IJK")]
    [InlineData(".rampart-staging-abcdefgh.ijkl")]
    [InlineData(Staging)]
    public void Write_FolderThatNoRunMadeSo_IsNotRemoved(string name)
    {
        File.WriteAllText(Path.Combine(MakeStaging(name), "notes"), "mine");

        Assert.Throws<ForeignFilesException>(() => Write("first", "a"));
        Assert.True(File.Exists(Below(name + "/notes")));
    }

    [Fact]
    public void Write_LinkOfTheName_IsNotFollowed()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "links need rights on Windows");
        string output = Below("out"), target = MakeStaging("target");
        File.WriteAllText(Path.Combine(target, "old", "000-mine.yaml"), "mine");
        File.WriteAllText(Path.Combine(target, ManifestFolder.ListName), "000-mine.yaml\n");
        Directory.CreateDirectory(output);
        Directory.CreateSymbolicLink(Path.Combine(output, Staging), target);

        Assert.Throws<ForeignFilesException>(() => ManifestFolder.Write(output, [Manifest("ConfigMap", "a")], "yaml", static (_, _) => { }));
        Assert.True(File.Exists(Path.Combine(target, "old", "000-mine.yaml")));
    }

    [Fact]
    public void Write_LeftoverWithALinkInIt_LeavesWhereItLeadsAlone()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "links need rights on Windows");
        string output = Below("out"), elsewhere = Directory.CreateDirectory(Below("elsewhere")).FullName;
        File.WriteAllText(Path.Combine(elsewhere, "000-mine.yaml"), "mine");
        string staging = MakeStaging("out/" + Staging);
        Directory.Delete(Path.Combine(staging, "old"));
        Directory.CreateSymbolicLink(Path.Combine(staging, "old"), elsewhere);
        File.WriteAllText(Path.Combine(staging, ManifestFolder.ListName), "");

        ManifestFolder.Write(output, [Manifest("ConfigMap", "a")], "yaml", static (_, _) => { });

        Assert.Equal("000-mine.yaml: mine\n", Text(elsewhere));
        Assert.Equal("000-configmap-ns-a.yaml: \n", Text(output));
    }

    public static TheoryData<int, int> Ends()
    {
        TheoryData<int, int> ends = [];
        for (int moves = 0; moves <= 7; moves++)
        {
            ends.Add(moves, 0);
        }

        // The list is in its place after the seventh; a run that is undone has made six at most.
        for (int back = 1; back <= 5; back++)
        {
            ends.Add(6, back);
        }

        return ends;
    }

    private static void Throw(bool now)
    {
        if (now)
        {
            throw new IOException("No space left on device");
        }
    }

    private static void MakeFolder(bool now, string path)
    {
        if (now)
        {
            Directory.CreateDirectory(path);
        }
    }

    private ManifestFolderChanges Write(string text, params string[] names) => WriteAnd(static _ => { }, text, names);

    private ManifestFolderChanges WriteAnd(Action<string> act, string text, params string[] names) =>
        ManifestFolder.Write(
            _folder,
            [.. names.Select(static name => Manifest("ConfigMap", name))],
            "yaml",
            (stream, manifest) =>
            {
                act(manifest.Name);
                stream.Write(Encoding.UTF8.GetBytes($"{text} {manifest.Name}"));
            });

    // What a run makes first: folders that only the user may look into.
    private string MakeStaging(string name)
    {
        foreach (string below in (string[])["", "new", "old"])
        {
            string path = Path.Combine(_folder, name, below);
            if (OperatingSystem.IsWindows())
            {
                Directory.CreateDirectory(path);
            }
            else
            {
                Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            }
        }

        return Below(name);
    }

    // Each file with its content, and no list; folders by their names.
    private static string Text(string folder)
    {
        StringBuilder text = new();
        foreach (string path in Directory.EnumerateFileSystemEntries(folder).Order(StringComparer.Ordinal))
        {
            if (Path.GetFileName(path) != ManifestFolder.ListName)
            {
                text.Append(Path.GetFileName(path)).Append(Directory.Exists(path) ? "/\n" : $": {File.ReadAllText(path)}\n");
            }
        }

        return text.ToString();
    }

    private string Below(string path) => Path.Combine(_folder, path);
}
