using Rampart.Protocol.Values;

namespace Rampart.Cli.Tests.Commands;

public sealed class UnseenPartsTests
{
    private const string Component = "Pulumi.dev.yaml: error RMP7121: eks:index:Cluster main: what this component declares is not known: the provider of another package constructs it, and a plan starts none; ";

    private static readonly SmallProgram Remote = new()
    {
        More = static async (monitor, stack) => await monitor.RegisterResourceAsync(
            new() { Type = "eks:index:Cluster", Name = "main", Parent = stack, Remote = true }),
    };

    private static readonly SmallProgram Release = new()
    {
        More = static async (monitor, stack) => await monitor.RegisterResourceAsync(
            new() { Type = "kubernetes:helm.sh/v3:Release", Name = "redis", Parent = stack, Custom = true }),
    };

    private static readonly SmallProgram Functions = new()
    {
        More = static async (monitor, _) =>
        {
            await monitor.InvokeAsync(new("kubernetes:yaml:decode", PropertyObject.Empty, "", "", ""));
            await monitor.InvokeAsync(new("kubernetes:yaml:decode", PropertyObject.Empty, "", "", ""));
            await monitor.CallAsync(new("eks:index:Cluster/getKubeconfig", PropertyObject.Empty, [], "", "", ""));
        },
    };

    [Fact]
    public async Task Preview_RemoteComponent_IsNamedCountedAndFails()
    {
        using CommandLine commandLine = new() { Program = Remote };

        (int exitCode, string output, string error) = await commandLine.RunAsync("preview", "--config", "rampart:level=baseline");

        Assert.Equal((ExitCodes.Findings, ""), (exitCode, error));
        Assert.Contains("eks:index:Cluster main  not known: a provider makes it, and a plan starts none\n", output, StringComparison.Ordinal);
        Assert.Contains("6 resources: the stack, 1 component, 3 Kubernetes objects, 1 not known\n", output, StringComparison.Ordinal);
        Assert.Contains(Component, output, StringComparison.Ordinal);
        Assert.DoesNotContain("✓ ", output, StringComparison.Ordinal);
        Assert.Contains("unknown: 1 component of providers cannot be looked into; of the rest: ", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("text")]
    [InlineData("markdown")]
    [InlineData("json")]
    [InlineData("sarif")]
    [InlineData("junit")]
    public async Task Check_RemoteComponent_IsToldInEveryFormat(string format)
    {
        using CommandLine commandLine = new() { Program = Remote };

        (int exitCode, string output, _) = await commandLine.RunAsync("check", "--format", format);

        Assert.Equal(ExitCodes.Findings, exitCode);
        Assert.Contains("RMP7121", output, StringComparison.Ordinal);
        Assert.Contains("what this component declares is not known", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false, ExitCodes.Findings)]
    [InlineData(true, ExitCodes.Success)]
    public async Task Check_NothingElseIsWrong_FailsUnlessItIsAllowed(bool isAllowed, int expected)
    {
        using CommandLine commandLine = new() { Program = new SmallProgram { HasApp = false, More = Remote.More } };
        string[] more = isAllowed ? ["--allow-unknown"] : [];
        (int exitCode, string output, _) = await commandLine.RunAsync(["check", .. more]);

        Assert.Equal(expected, exitCode);
        Assert.Contains("1 component of providers cannot be looked into", output, StringComparison.Ordinal);
        Assert.DoesNotContain(" met: ", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Render_RemoteComponent_WritesNothingUnlessItIsAllowed()
    {
        using CommandLine commandLine = new() { Program = Remote };

        (int exitCode, string output, string error) = await commandLine.RunAsync("render", "--force");
        (_, _, string checkedError) = await commandLine.RunAsync("render");
        (int allowed, string rest, string told) = await commandLine.RunAsync("render", "--force", "--allow-unknown");

        Assert.Equal((ExitCodes.Findings, ""), (exitCode, output));
        Assert.StartsWith(Component, error, StringComparison.Ordinal);
        Assert.EndsWith("1 error; nothing has been written\n", error, StringComparison.Ordinal);
        Assert.DoesNotContain("0 errors", checkedError, StringComparison.Ordinal);
        Assert.Equal(ExitCodes.Success, allowed);
        Assert.Contains("kind: Deployment\n", rest, StringComparison.Ordinal);
        Assert.Contains("info RMP7121: eks:index:Cluster main: ", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Preview_HelmRelease_IsNoKubernetesObject()
    {
        using CommandLine commandLine = new() { Program = Release };

        (_, string output, _) = await commandLine.RunAsync("preview");

        Assert.Contains("kubernetes:helm.sh/v3:Release redis: what this chart declares is not known", output, StringComparison.Ordinal);
        Assert.Contains("3 Kubernetes objects, 1 not known\n", output, StringComparison.Ordinal);
        Assert.Contains("1 Helm release of providers cannot be looked into", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Preview_Functions_AreNamedOnceEach()
    {
        using CommandLine commandLine = new() { Program = Functions };

        (int exitCode, string output, _) = await commandLine.RunAsync("preview");

        Assert.Equal(ExitCodes.Findings, exitCode);
        Assert.Single(output.Split('\n'), static line => line.Contains("RMP7121: kubernetes:yaml:decode: the result of this function is not known", StringComparison.Ordinal));
        Assert.Contains("RMP7121: eks:index:Cluster/getKubeconfig: ", output, StringComparison.Ordinal);
        Assert.Contains("2 functions of providers cannot be looked into", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_FilesWithAllowUnknown_IsBadInput()
    {
        using CommandLine commandLine = new();

        Assert.Equal(
            (ExitCodes.BadInput, "", "error: --allow-unknown: it goes with a stack; files leave no component open\n"),
            await commandLine.RunAsync("check", "-f", "web.yaml", "--allow-unknown"));
    }
}
