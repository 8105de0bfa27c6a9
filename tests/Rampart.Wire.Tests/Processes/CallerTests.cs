using System.Diagnostics;
using System.Net;
using Rampart.Plan.Monitors;
using Rampart.Server.Engine;
using Rampart.Server.Grpc;

namespace Rampart.Wire.Tests.Processes;

/// <summary>Whom a plan server answers.</summary>
public sealed class CallerTests
{
    // As Linux writes it: the server listens on port 40000, user 1000 calls from 50000, user 65534 from 50001 over IPv6's form of IPv4.
    private static readonly string[] Table =
    [
        "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode",
        "   0: 0100007F:9C40 00000000:0000 0A 00000000:00000000 00:00000000 00000000  1000        0 1 1 0000000000000000 100 0 0 10 0",
        "   1: 0100007F:9C40 0100007F:C350 01 00000000:00000000 00:00000000 00000000     0        0 2 1 0000000000000000 20 4 30 10 -1",
        "   2: 0100007F:C350 0100007F:9C40 01 00000000:00000000 00:00000000 00000000  1000        0 3 1 0000000000000000 20 4 30 10 -1",
        "   3: 0000000000000000FFFF00000100007F:C351 0000000000000000FFFF00000100007F:9C40 01 00000000:00000000 00:00000000 00000000 65534        0 4 1 0000000000000000 20 4 30 10 -1",
        "   4: 0200007F:C352 0100007F:9C40 01 00000000:00000000 00:00000000 00000000  1000        0 5 1 0000000000000000 20 4 30 10 -1",
        "   5: nonsense",
    ];

    [Theory]
    [InlineData(50000, 1000)]
    [InlineData(50001, 65534)]
    [InlineData(50002, null)]
    [InlineData(50003, null)]
    public void FindUsers_TableOfLinux_GivesWhoseTheSocketsAre(int port, int? expected)
    {
        (int? owner, int? caller) = LoopbackCaller.FindUsers(Table, new IPEndPoint(IPAddress.Loopback, 40000), new IPEndPoint(IPAddress.Loopback, port));

        Assert.Equal((1000, expected), (owner, caller));
    }

    [Theory]
    [InlineData(false, "grpc-status: 0")]
    [InlineData(true, "grpc-status: 16")]
    public async Task Call_OfAnyProcess_IsAnsweredOnlyToTheUser(bool asAnother, string expected)
    {
        Assert.SkipUnless(
            OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess && File.Exists("/usr/bin/setpriv") && File.Exists("/usr/bin/curl"),
            "Only root may start a process as another user; setpriv and curl are needed, too.");
        EngineServer server = await EngineServer.StartAsync(new PlanMonitor("p", "s"), cancellationToken: TestContext.Current.CancellationToken);
        await using (server)
        {
            string request = Path.GetTempFileName();
            await File.WriteAllBytesAsync(request, new byte[5], TestContext.Current.CancellationToken);
            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(request, UnixFileMode.UserRead | UnixFileMode.GroupRead | UnixFileMode.OtherRead);
            }

            string[] curl =
            [
                "/usr/bin/curl", "-sv", "--noproxy", "*", "--http2-prior-knowledge", "--max-time", "20", "-H", "content-type: application/grpc", "-H", "te: trailers",
                "--data-binary", "@" + request, $"http://{server.Address}/pulumirpc.ResourceMonitor/SupportsFeature",
            ];
            string[] command = asAnother ? ["/usr/bin/setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", .. curl] : curl;
            using Process process = Process.Start(new ProcessStartInfo(command[0], command[1..]) { RedirectStandardError = true, RedirectStandardOutput = true })!;
            string answer = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            File.Delete(request);

            Assert.Contains(expected, answer, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Start_OnASocket_IsInAFolderOfTheUserAndLeavesNothing()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There are no such sockets on Windows.");
        EngineServer server = await EngineServer.StartAsync(
            new PlanMonitor("p", "s"), onSocket: true, cancellationToken: TestContext.Current.CancellationToken);

        string path = new Uri(server.Address).AbsolutePath, folder = Path.GetDirectoryName(path)!;
        Assert.StartsWith("unix:///", server.Address, StringComparison.Ordinal);
        Assert.True(File.Exists(path));
        Assert.Equal(
            UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, OperatingSystem.IsWindows() ? default : File.GetUnixFileMode(folder));
        await server.DisposeAsync();
        Assert.False(Directory.Exists(folder));
    }
}
