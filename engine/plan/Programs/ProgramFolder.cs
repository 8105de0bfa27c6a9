using Rampart.Plan.Configuration;

namespace Rampart.Plan.Programs;

/// <summary>The folder that a program runs in, found as the Pulumi CLI finds it.</summary>
internal static class ProgramFolder
{
    /// <summary>What <c>main:</c> of Pulumi.yaml names: a folder, or the folder of a file; without it the project's own.</summary>
    public static string Find(ProjectFile project)
    {
        if (string.IsNullOrEmpty(project.Main))
        {
            return project.Folder;
        }

        string path = Path.GetFullPath(project.Main, project.Folder);
        return Directory.Exists(path) ? Path.TrimEndingDirectorySeparator(path) : Path.GetDirectoryName(path) ?? project.Folder;
    }
}
