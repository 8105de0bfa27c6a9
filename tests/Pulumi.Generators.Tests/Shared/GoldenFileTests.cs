using Rampart.Tests.Shared;
using Xunit.Sdk;

namespace Pulumi.Generators.Tests.Shared;

public sealed class GoldenFileTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("golden-");

    // name, golden files, what the test produced, expected start of the failure (null = passes)
    public static TheoryData<string, string[], string[], string?> Folders => new()
    {
        { "same", ["a.txt", "one\ntwo\n"], ["a.txt", "one\ntwo\n"], null },
        { "other line ends", ["a.txt", "one\r\ntwo\r\n"], ["a.txt", "one\ntwo\n"], null },
        { "missing", [], ["a.txt", "one\n"], "a.txt: the golden file is missing\n" },
        { "stale", ["a.txt", "one\n"], [], "a.txt: nothing produces this golden file any more\n" },
        {
            "different",
            ["a.txt", "one\ntwo\n"],
            ["a.txt", "one\n2\n"],
            "a.txt: line 2 is different\n  golden: two\n  actual: 2\n"
        },
        {
            "longer",
            ["a.txt", "one"],
            ["a.txt", "one\ntwo"],
            "a.txt: line 2 is different\n  golden: (end of the text)\n  actual: two\n"
        },
        {
            "several",
            ["a.txt", "one", "b.txt", "two"],
            ["c.txt", "three"],
            "c.txt: the golden file is missing\na.txt: nothing produces this golden file any more\nb.txt: nothing produces this golden file any more\n"
        },
    };

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory, MemberData(nameof(Folders))]
    public void VerifyFolder_Files_FailsUnlessTheyAreTheSame(string name, string[] golden, string[] actual, string? expected)
    {
        string testFile = Path.Combine(_folder.FullName, "Tests.cs");
        Directory.CreateDirectory(Path.Combine(_folder.FullName, "Golden"));
        foreach ((string file, string text) in Pairs(golden))
        {
            File.WriteAllText(Path.Combine(_folder.FullName, "Golden", file), text);
        }

        Exception? failure = Record.Exception(() => GoldenFile.VerifyFolder("", Pairs(actual), testFile));

        Assert.True(expected is null ? failure is null : failure is FailException, name);
        Assert.StartsWith(expected ?? "", failure?.Message ?? "");
    }

    [Fact]
    public void Verify_OneFile_LeavesTheOthersAlone()
    {
        string testFile = Path.Combine(_folder.FullName, "Tests.cs");
        DirectoryInfo golden = _folder.CreateSubdirectory("Golden");
        File.WriteAllText(Path.Combine(golden.FullName, "a.txt"), "one");
        File.WriteAllText(Path.Combine(golden.FullName, "b.txt"), "two");

        GoldenFile.Verify("a.txt", "one", testFile);
    }

    private static IEnumerable<KeyValuePair<string, string>> Pairs(string[] filesAndTexts) =>
        filesAndTexts.Chunk(2).Select(pair => KeyValuePair.Create(pair[0], pair[1]));
}
