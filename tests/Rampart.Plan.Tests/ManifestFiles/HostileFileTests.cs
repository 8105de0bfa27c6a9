using System.Diagnostics;
using Rampart.Plan.ManifestFiles;

namespace Rampart.Plan.Tests.ManifestFiles;

/// <summary>Files that have no end, or that nobody writes.</summary>
public sealed class HostileFileTests
{
    private const string Refused =
        "it is a device, a pipe or a socket, and only regular files and standard input are read; name a regular file, or give the text on standard input with -";

    [Theory]
    [InlineData("/dev/zero")]
    [InlineData("/dev/null")]
    public void Read_Device_IsRefused(string device)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "there are no such files");
        using ManifestFolder folder = new();

        Assert.Equal([$"{device}: error RMP7031: {Refused}"], ManifestFolder.Problems(folder.Read(device)));
    }

    [Fact]
    public void Read_FileOfTheKernelWithoutAnEnd_IsEmpty()
    {
        Assert.SkipUnless(File.Exists("/proc/kmsg"), "there is no such file");
        using ManifestFolder folder = new();

        Assert.Empty(folder.Read("/proc/kmsg").Objects);
    }

    [Fact]
    public void Read_FolderWithAPipeAndALinkToADevice_RefusesBothAndReadsTheRest()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "there are no such files");
        using ManifestFolder folder = new ManifestFolder().With("in/c.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: c\n");
        string root = Path.Combine(folder.Path, "in");
        File.CreateSymbolicLink(Path.Combine(root, "a.yaml"), "/dev/zero");
        using (Process make = Process.Start("mkfifo", Path.Combine(root, "b.yaml")))
        {
            make.WaitForExit();
        }

        ManifestFileSet set = folder.Read("in");

        Assert.Equal([$"in/a.yaml: error RMP7031: {Refused}", $"in/b.yaml: error RMP7031: {Refused}"], ManifestFolder.Problems(set));
        Assert.Equal(["in/c.yaml:1 v1 ConfigMap c"], ManifestFolder.Describe(set));
    }
}
