using System.Diagnostics;
using Rampart.Plan.ManifestFiles;

namespace Rampart.Plan.Tests.ManifestFiles;

/// <summary>Files that have no end, that nobody writes, or that take many times their length in memory.</summary>
public sealed class HostileFileTests
{
    private const string Refused = ", and only regular files are read; name a regular file, or give the text with <(command)";
    private const string TooLong = "give what a cluster can take: an object of no more than 3 MiB";
    private const string Text = "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: c\n";

    [Theory]
    [InlineData("/dev/zero")]
    [InlineData("/dev/null")]
    public void Read_Device_IsRefused(string device)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "there are no such files");
        using ManifestFolder folder = new();

        Assert.Equal([$"{device}: error RMP7031: it is a device{Refused}"], ManifestFolder.Problems(folder.Read(device)));
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
        using ManifestFolder folder = new ManifestFolder().With("in/c.yaml", Text);
        string root = Path.Combine(folder.Path, "in");
        File.CreateSymbolicLink(Path.Combine(root, "a.yaml"), "/dev/zero");
        using (Process make = Process.Start("mkfifo", Path.Combine(root, "b.yaml")))
        {
            make.WaitForExit();
        }

        ManifestFileSet set = folder.Read("in");

        Assert.Equal(
            [$"in/a.yaml: error RMP7031: it is a device{Refused}", $"in/b.yaml: error RMP7031: it is a named pipe{Refused}"], ManifestFolder.Problems(set));
        Assert.Equal(["in/c.yaml:1 v1 ConfigMap c"], ManifestFolder.Describe(set));
    }

    [Fact]
    public async Task Read_PipeThatTheCallerHasOpened_IsRead()
    {
        Assert.SkipUnless(Directory.Exists("/dev/fd"), "there are no such files");
        using ManifestFolder folder = new();
        using System.IO.Pipes.AnonymousPipeServerStream pipe = new(System.IO.Pipes.PipeDirection.Out);
        string name = $"/dev/fd/{pipe.GetClientHandleAsString()}";
        pipe.Write(System.Text.Encoding.UTF8.GetBytes(Text));

        Task<ManifestFileSet> read = Task.Run(() => folder.Read(name));
        pipe.Dispose();

        ManifestFileSet set = await read;
        Assert.Empty(ManifestFolder.Problems(set));
        Assert.Equal([$"{name}:1 v1 ConfigMap c"], ManifestFolder.Describe(set));
    }

    [Fact]
    public void Read_StandardInputThatIsNoText_IsRefusedAtOnce()
    {
        using EndlessStream zeros = new(0);
        using ManifestFolder folder = new();

        ManifestFileSet set = ManifestFileSet.Read(["-"], folder.Path, () => zeros);

        Assert.Equal(["-: error RMP7031: it is not text: byte 1 is 0; give YAML or JSON in UTF-8"], ManifestFolder.Problems(set));
        Assert.InRange(zeros.Given, 1, 2 << 20);
    }

    [Theory]
    [InlineData("a.yaml", Text + "data:\n  k: ", "", "a.yaml:6:1: error RMP7033: the line is longer than 8 MiB; ")]
    [InlineData("a.yaml", Text + "# ", "\n---\n" + Text, "a.yaml:5:1: error RMP7033: the line is longer than 8 MiB; ")]
    [InlineData("a.json", "{\"apiVersion\": \"v1\",\n \"k\": \"", "\"}", "a.json:2:7: error RMP7034: the text is longer than 8 MiB; ")]
    [InlineData("a.json", "{\"apiVersion\": \"v1\",\n \"", "\": 1}", "a.json:2:2: error RMP7034: the text is longer than 8 MiB; ")]
    public void Read_LineThatNoObjectHas_TakesNoMoreThanTheFile(string name, string start, string end, string expected)
    {
        const int length = 48 << 20;
        using ManifestFolder folder = new ManifestFolder().With(name, start + new string('x', length) + end);

        long before = GC.GetAllocatedBytesForCurrentThread();
        ManifestFileSet set = folder.Read(name);

        Assert.Equal([expected + TooLong], ManifestFolder.Problems(set));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 2L * length);
    }

    [Fact]
    public void Read_ListInOneLongLineOfJson_IsRead()
    {
        string item = """{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"c"},"data":{"k":"TEXT"}}""".Replace("TEXT", new string('x', 1 << 20), StringComparison.Ordinal);
        string list = $$"""{"apiVersion":"v1","kind":"List","items":[{{string.Join(',', Enumerable.Repeat(item, 12))}}]}""";
        using ManifestFolder folder = new ManifestFolder().With("a.yaml", list);

        ManifestFileSet set = folder.Read("a.yaml");

        Assert.Empty(ManifestFolder.Problems(set));
        Assert.Equal(12, set.Objects.Count);
    }

    private sealed class EndlessStream(byte content) : Stream
    {
        public long Given { get; private set; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => Given; set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            buffer.AsSpan(offset, count).Fill(content);
            Given += count;
            return count;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
