namespace Pulumi.Tests.Bundled.Wire;

/// <summary>What a program is told by its environment, and what it says to an environment that is wrong.</summary>
/// <remarks>The environment belongs to the process, so these tests change it one after the other and put it back.</remarks>
[Collection(nameof(EnvironmentTests))]
[CollectionDefinition(nameof(EnvironmentTests), DisableParallelization = true)]
public sealed class EnvironmentTests : IDisposable
{
    private static readonly string[] Names =
    [
        "PULUMI_MONITOR", "PULUMI_ENGINE", "PULUMI_PROJECT", "PULUMI_STACK", "PULUMI_ORGANIZATION", "PULUMI_ROOT_DIRECTORY",
        "PULUMI_DRY_RUN", "PULUMI_QUERY_MODE", "PULUMI_PARALLEL", "PULUMI_CONFIG", "PULUMI_CONFIG_SECRET_KEYS",
        "PULUMI_DISABLE_RESOURCE_REFERENCES",
    ];

    private readonly string?[] _before = [.. Names.Select(Environment.GetEnvironmentVariable)];

    public EnvironmentTests()
    {
        foreach (string name in Names)
        {
            Environment.SetEnvironmentVariable(name, null);
        }
    }

    public void Dispose()
    {
        for (int i = 0; i < Names.Length; i++)
        {
            Environment.SetEnvironmentVariable(Names[i], _before[i]);
        }
    }

    [Fact]
    public async Task Connect_NoEngine_Throws()
    {
        InvalidOperationException exception = await Assert.ThrowsAsync<InvalidOperationException>(static () => Deployment.RunAsync(static () => { }));

        Assert.Equal(
            "Program run without the Pulumi engine available. Deploy it with `pulumi up`, or plan it without an engine: "
                + "`dotnet run --project infra -- preview`.",
            exception.Message);
    }

    [Fact]
    public async Task Connect_WholeEnvironment_IsWhatTheProgramSees()
    {
        await using FakeEngine engine = await FakeEngine.StartAsync();
        Use(engine.Address);
        Environment.SetEnvironmentVariable("PULUMI_ORGANIZATION", "org");
        Environment.SetEnvironmentVariable("PULUMI_ROOT_DIRECTORY", "/projects/spicedb");
        Environment.SetEnvironmentVariable("PULUMI_QUERY_MODE", "false");
        Environment.SetEnvironmentVariable("PULUMI_PARALLEL", "16");
        Environment.SetEnvironmentVariable("PULUMI_CONFIG", """{"spicedb:replicas":"3","spicedb:presharedKey":"pw"}""");
        Environment.SetEnvironmentVariable("PULUMI_CONFIG_SECRET_KEYS", """["spicedb:presharedKey"]""");
        string seen = "";

        int exitCode = await Deployment.RunAsync(() =>
        {
            DeploymentInstance instance = Deployment.Instance;
            Config config = new();
            seen = string.Join(
                ' ',
                instance.OrganizationName,
                instance.ProjectName,
                instance.StackName,
                instance.RootDirectory,
                instance.IsDryRun,
                config.RequireInt32("replicas"),
                config.Require("presharedKey"));
        });

        Assert.Equal(0, exitCode);
        Assert.Equal("org spicedb dev /projects/spicedb True 3 pw", seen);
    }

    [Fact]
    public async Task Connect_OnlyWhatMustBe_IsEnough()
    {
        await using FakeEngine engine = await FakeEngine.StartAsync();
        Use(engine.Address);
        Environment.SetEnvironmentVariable("PULUMI_PARALLEL", "many");
        Environment.SetEnvironmentVariable("PULUMI_QUERY_MODE", "maybe");
        string seen = "";

        Assert.Equal(0, await Deployment.RunAsync(() => seen = Deployment.Instance.OrganizationName));
        Assert.Equal("organization", seen);
    }

    [Theory]
    [InlineData("1", false)]
    [InlineData("TRUE", false)]
    [InlineData("true", false)]
    [InlineData("0", true)]
    [InlineData("no", true)]
    public async Task Connect_ResourceReferencesDisabled_AreNotAccepted(string value, bool expected)
    {
        await using FakeEngine engine = await FakeEngine.StartAsync();
        Use(engine.Address);
        Environment.SetEnvironmentVariable("PULUMI_DISABLE_RESOURCE_REFERENCES", value);

        Assert.Equal(0, await Deployment.RunAsync(static () => { }));
        Assert.Equal(expected, Assert.Single(engine.Registrations).AcceptResources);
    }

    [Fact]
    public async Task Connect_TwoAddresses_UsesBoth()
    {
        await using FakeEngine monitor = await FakeEngine.StartAsync();
        await using FakeEngine engine = await FakeEngine.StartAsync();
        Use(monitor.Address);
        Environment.SetEnvironmentVariable("PULUMI_ENGINE", engine.Address);

        Assert.Equal(0, await Deployment.RunAsync(static () => Log.Info("hello")));
        Assert.Equal("hello", Assert.Single(engine.Messages).Message);
        Assert.Single(monitor.Registrations);
        Assert.Empty(monitor.Messages);
    }

    public static TheoryData<string, string?, string> Malformed => new()
    {
        {
            "PULUMI_MONITOR", "localhost",
            "PULUMI_MONITOR: 'localhost' is not an address and port such as 127.0.0.1:41233; it is what the engine gives a program: start it with `pulumi up`"
        },
        {
            "PULUMI_MONITOR", "127.0.0.1:70000",
            "PULUMI_MONITOR: '127.0.0.1:70000' is not an address and port such as 127.0.0.1:41233; it is what the engine gives a program: start it with `pulumi up`"
        },
        {
            "PULUMI_ENGINE", "http://127.0.0.1:1234",
            "PULUMI_ENGINE: 'http://127.0.0.1:1234' is not an address and port such as 127.0.0.1:41233; it is what the engine gives a program: start it with `pulumi up`"
        },
        {
            "PULUMI_ENGINE", null,
            "PULUMI_ENGINE is not set, but PULUMI_MONITOR is: the engine gives a program both; start it with `pulumi up`, or unset PULUMI_MONITOR to plan it without an engine"
        },
        {
            "PULUMI_STACK", "",
            "PULUMI_STACK is not set, but PULUMI_MONITOR is: the engine gives a program both; start it with `pulumi up`, or unset PULUMI_MONITOR to plan it without an engine"
        },
        {
            "PULUMI_DRY_RUN", "maybe",
            "PULUMI_DRY_RUN: 'maybe' is neither true nor false; it is what the engine gives a program: start it with `pulumi up`"
        },
        {
            "PULUMI_CONFIG", """["not an object"]""",
            "PULUMI_CONFIG is not a JSON object of texts; it is what the engine gives a program, unset it to run without"
        },
    };

    [Theory]
    [MemberData(nameof(Malformed))]
    public async Task Connect_Malformed_SaysWhatToDo(string name, string? value, string expected)
    {
        Use("127.0.0.1:9");
        Environment.SetEnvironmentVariable(name, value);
        TextWriter before = Console.Error;
        StringWriter error = new() { NewLine = "\n" };
        bool hasRun = false;
        try
        {
            Console.SetError(error);

            Assert.Equal(1, await Deployment.RunAsync(() => hasRun = true));
        }
        finally
        {
            Console.SetError(before);
        }

        Assert.Equal(expected + "\n", error.ToString());
        Assert.False(hasRun);
    }

    private static void Use(string address)
    {
        Environment.SetEnvironmentVariable("PULUMI_MONITOR", address);
        Environment.SetEnvironmentVariable("PULUMI_ENGINE", address);
        Environment.SetEnvironmentVariable("PULUMI_PROJECT", "spicedb");
        Environment.SetEnvironmentVariable("PULUMI_STACK", "dev");
        Environment.SetEnvironmentVariable("PULUMI_DRY_RUN", "true");
    }
}
