using System.Runtime.CompilerServices;

namespace Rampart.Tests.Shared;

/// <summary>
/// Compares what a test produced with checked-in files in the folder <c>Golden</c> beside the test.
/// </summary>
/// <remarks>
/// With <c>UPDATE_GOLDEN=1</c> in the environment the files are rewritten and the test still fails, so that no change is
/// accepted without being seen. Line ends do not matter.
/// </remarks>
public static class GoldenFile
{
    private const string UpdateVariable = "UPDATE_GOLDEN";

    /// <summary>Fails unless one golden file has this text.</summary>
    /// <param name="name">The file, relative to the folder <c>Golden</c>, with <c>/</c>.</param>
    /// <param name="actual">What it should hold.</param>
    /// <param name="testFile">Filled in by the compiler.</param>
    public static void Verify(string name, string actual, [CallerFilePath] string testFile = "") =>
        Report(Compare(GoldenFolder(testFile), [KeyValuePair.Create(name, actual)], stale: []));

    /// <summary>Fails unless a folder of golden files has exactly these files with these texts.</summary>
    /// <param name="folder">The folder, relative to <c>Golden</c>; empty for <c>Golden</c> itself.</param>
    /// <param name="actual">The texts by file name.</param>
    /// <param name="testFile">Filled in by the compiler.</param>
    public static void VerifyFolder(
        string folder,
        IEnumerable<KeyValuePair<string, string>> actual,
        [CallerFilePath] string testFile = "")
    {
        string path = Path.Combine(GoldenFolder(testFile), folder);
        KeyValuePair<string, string>[] files = [.. actual.OrderBy(file => file.Key, StringComparer.Ordinal)];
        HashSet<string> expected = [.. files.Select(file => file.Key)];
        IEnumerable<string> existing = Directory.Exists(path)
            ? Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(path, file).Replace('\\', '/'))
            : [];
        Report(Compare(path, files, [.. existing.Where(file => !expected.Contains(file)).Order(StringComparer.Ordinal)]));
    }

    private static bool IsUpdating => Environment.GetEnvironmentVariable(UpdateVariable) == "1";

    private static string GoldenFolder(string testFile) => Path.Combine(Path.GetDirectoryName(testFile)!, "Golden");

    private static List<string> Compare(string folder, KeyValuePair<string, string>[] files, string[] stale)
    {
        List<string> problems = [];
        foreach ((string name, string text) in files)
        {
            string path = Path.Combine(folder, name);
            string actual = Normalize(text);
            string? expected = File.Exists(path) ? Normalize(File.ReadAllText(path)) : null;
            if (expected == actual)
            {
                continue;
            }

            problems.Add(expected is null ? $"{name}: the golden file is missing" : $"{name}: {FirstDifference(expected, actual)}");
            if (IsUpdating)
            {
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                File.WriteAllText(path, actual);
            }
        }

        foreach (string name in stale)
        {
            problems.Add($"{name}: nothing produces this golden file any more");
            if (IsUpdating)
            {
                File.Delete(Path.Combine(folder, name));
            }
        }

        return problems;
    }

    private static void Report(List<string> problems)
    {
        if (problems.Count > 0)
        {
            string advice = IsUpdating
                ? $"The golden files were rewritten: read the difference, then run again without {UpdateVariable}."
                : $"If the new text is right, run the test with {UpdateVariable}=1 and read the difference.";
            Assert.Fail($"{string.Join("\n", problems)}\n{advice}");
        }
    }

    private static string FirstDifference(string expected, string actual)
    {
        string[] expectedLines = expected.Split('\n');
        string[] actualLines = actual.Split('\n');
        int line = 0;
        while (line < expectedLines.Length && line < actualLines.Length && expectedLines[line] == actualLines[line])
        {
            line++;
        }

        return $"line {line + 1} is different\n  golden: {LineAt(expectedLines, line)}\n  actual: {LineAt(actualLines, line)}";
    }

    private static string LineAt(string[] lines, int index) => index < lines.Length ? lines[index] : "(end of the text)";

    private static string Normalize(string text) => text.ReplaceLineEndings("\n");
}
