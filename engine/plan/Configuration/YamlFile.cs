using Rampart.Plan.Files;
using Rampart.Yaml;

namespace Rampart.Plan.Configuration;

/// <summary>A configuration file as a mapping; what keeps it from being one is a problem, not an exception.</summary>
internal static class YamlFile
{
    /// <summary>Reads the mapping in a file.</summary>
    /// <param name="path">The path.</param>
    /// <param name="name">The file as the user names it.</param>
    /// <param name="problems">Gets what is wrong.</param>
    /// <param name="isReadable">Whether the file is YAML, be it empty.</param>
    /// <returns>Null when the file is empty or is not a mapping.</returns>
    public static YamlMapping? Read(string path, string name, ProblemList problems, out bool isReadable)
    {
        isReadable = false;
        YamlNode? root;
        try
        {
            root = YamlReader.ReadOne(InputFile.ReadAllBytes(path, InputFile.MaxSettingsBytes));
        }
        catch (YamlException exception)
        {
            problems.BrokenYaml(name, exception);
            return null;
        }
        catch (UnreadableFileException exception)
        {
            problems.Error(ConfigurationDiagnosticIds.UnreadableFile, new SourceLocation(name, 0, 0), "", exception.Message, exception.Fix);
            return null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            problems.Error(ConfigurationDiagnosticIds.UnreadableFile, new SourceLocation(name, 0, 0), "", "the file cannot be read", "check that it is a file and that you may read it");
            return null;
        }

        if (root is null or YamlMapping || (root is YamlScalar scalar && scalar.Resolve().Kind == ScalarKind.Null))
        {
            isReadable = true;
            return root as YamlMapping;
        }

        problems.Error(
            ConfigurationDiagnosticIds.InvalidAttribute, new SourceLocation(name, root.Line, root.Column), "", $"the file holds {NodeText.Describe(root)}", "write key: value on each line");
        return null;
    }
}
