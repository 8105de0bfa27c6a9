using System.Globalization;
using System.Reflection;
using System.Runtime.Loader;

namespace Rampart.Server.Grpc;

/// <summary>
/// Finds the assemblies of ASP.NET Core in the shared framework that is installed beside .NET itself.
/// </summary>
/// <remarks>
/// A program that names the framework in its runtimeconfig.json pays for it at each start, used or not: 8 ms of about
/// 28 ms for an empty program. Here it is looked for when the first server starts.
/// </remarks>
internal static class AspNetCoreRuntime
{
    private const string Framework = "Microsoft.AspNetCore.App";

    private static readonly Lock Gate = new();
    private static string? _folder;

    /// <summary>Makes the assemblies loadable. Does nothing when they are already, or after the first call.</summary>
    /// <exception cref="InvalidOperationException">ASP.NET Core is not installed.</exception>
    public static void Use()
    {
        lock (Gate)
        {
            if (_folder is not null || IsReferenced())
            {
                return;
            }

            _folder = Find() ?? throw new InvalidOperationException(
                $"a plan server needs the shared framework {Framework} {Environment.Version.ToString(2)}, which is not installed beside "
                + $"{RuntimeFolder()}; install the .NET SDK or the ASP.NET Core runtime of that version");
            AssemblyLoadContext.Default.Resolving += Resolve;
        }
    }

    private static bool IsReferenced() =>
        ((string?)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES"))?.Contains("Microsoft.AspNetCore.Server.Kestrel.Core.dll", StringComparison.Ordinal) == true;

    private static Assembly? Resolve(AssemblyLoadContext context, AssemblyName name)
    {
        string path = Path.Join(_folder, name.Name + ".dll");
        return File.Exists(path) ? context.LoadFromAssemblyPath(path) : null;
    }

    // dotnet/shared/Microsoft.NETCore.App/10.0.1 and dotnet/shared/Microsoft.AspNetCore.App/10.0.1.
    private static string? Find()
    {
        string runtime = RuntimeFolder();
        string? shared = Path.GetDirectoryName(Path.GetDirectoryName(runtime));
        string root = Path.Join(shared, Framework);
        string same = Path.Join(root, Path.GetFileName(runtime));
        if (Directory.Exists(same))
        {
            return same;
        }

        // The two are installed together, but need not be updated together.
        Version? newest = null;
        if (Directory.Exists(root))
        {
            foreach (string folder in Directory.GetDirectories(root))
            {
                if (Version.TryParse(Path.GetFileName(folder), out Version? version)
                    && version.Major == Environment.Version.Major
                    && version.Minor == Environment.Version.Minor
                    && (newest is null || version > newest))
                {
                    newest = version;
                }
            }
        }

        return newest is null ? null : Path.Join(root, string.Create(CultureInfo.InvariantCulture, $"{newest}"));
    }

    private static string RuntimeFolder() => Path.GetDirectoryName(typeof(object).Assembly.Location) ?? "";
}
