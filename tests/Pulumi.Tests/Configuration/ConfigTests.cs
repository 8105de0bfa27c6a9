using System.Globalization;
using System.Text.Json;

namespace Pulumi.Tests;

/// <summary>Tests that set environment variables; they run alone.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class EnvironmentCollection
{
    public const string Name = "Environment";
}

[Collection(EnvironmentCollection.Name)]
public sealed class ConfigTests : IDisposable
{
    private const string Values = """
        {
          "project:text": "a",
          "project:empty": "",
          "project:true": "true",
          "project:false": "false",
          "project:True": "True",
          "project:int": "5",
          "project:spaced": " -7 ",
          "project:big": "3000000000",
          "project:double": "1.5",
          "project:exponent": "1e3",
          "project:comma": "1,5",
          "project:object": "{\"Name\":\"n\",\"Ports\":[1,2]}",
          "project:camel": "{\"name\":\"n\"}",
          "project:list": "[1,2]",
          "project:broken": "{",
          "project:nothing": "null",
          "other:text": "b"
        }
        """;

    public ConfigTests()
    {
        Environment.SetEnvironmentVariable("PULUMI_CONFIG", Values);
        Environment.SetEnvironmentVariable("PULUMI_CONFIG_SECRET_KEYS", "[\"project:int\"]");
    }

    public void Dispose()
    {
        Environment.SetEnvironmentVariable("PULUMI_CONFIG", null);
        Environment.SetEnvironmentVariable("PULUMI_CONFIG_SECRET_KEYS", null);
    }

    public static TheoryData<string> GetCases() => [.. Gets.Keys];

    private static readonly Dictionary<string, (Func<Config, object?> Get, string Expected)> Gets = new(StringComparer.Ordinal)
    {
        ["text"] = (config => config.Get("text"), "'a'"),
        ["empty text"] = (config => config.Get("empty"), "''"),
        ["absent text"] = (config => config.Get("absent"), "null"),
        ["key of another namespace"] = (config => config.Get("other:text"), "null"),
        ["true"] = (config => config.GetBoolean("true"), "true"),
        ["false"] = (config => config.GetBoolean("false"), "false"),
        ["absent boolean"] = (config => config.GetBoolean("absent"), "null"),
        ["integer"] = (config => config.GetInt32("int"), "5"),
        ["integer with spaces"] = (config => config.GetInt32("spaced"), "-7"),
        ["absent integer"] = (config => config.GetInt32("absent"), "null"),
        ["double"] = (config => config.GetDouble("double"), "1.5d"),
        ["double with exponent"] = (config => config.GetDouble("exponent"), "1000d"),
        ["double from an integer"] = (config => config.GetDouble("big"), "3000000000d"),
        ["absent double"] = (config => config.GetDouble("absent"), "null"),
        ["object"] = (config => config.GetObject<Settings>("object"), "n 1,2"),
        ["object with other names"] = (config => config.GetObject<Settings>("camel"), " "),
        ["object with options"] = (config => config.GetObject<Settings>("camel", new JsonSerializerOptions { PropertyNameCaseInsensitive = true }), "n "),
        ["list"] = (config => config.GetObject<int[]>("list"), "[1, 2]"),
        ["element"] = (config => config.GetObject<JsonElement>("list"), "[1,2]"),
        ["null object"] = (config => config.GetObject<Settings>("nothing"), "null"),
        ["absent object"] = (config => config.GetObject<Settings>("absent"), "null"),
        ["absent number as object"] = (config => config.GetObject<int>("absent"), "0"),
        ["required text"] = (config => config.Require("text"), "'a'"),
        ["required empty text"] = (config => config.Require("empty"), "''"),
        ["required boolean"] = (config => config.RequireBoolean("false"), "false"),
        ["required integer"] = (config => config.RequireInt32("int"), "5"),
        ["required double"] = (config => config.RequireDouble("int"), "5d"),
        ["required object"] = (config => config.RequireObject<Settings>("object"), "n 1,2"),
        ["required object with options"] = (config => config.RequireObject<Settings>("camel", new JsonSerializerOptions { PropertyNameCaseInsensitive = true }), "n "),
        ["absent secret"] = (config => config.GetSecret("absent"), "null"),
        ["absent secret boolean"] = (config => config.GetSecretBoolean("absent"), "null"),
        ["absent secret integer"] = (config => config.GetSecretInt32("absent"), "null"),
        ["absent secret double"] = (config => config.GetSecretDouble("absent"), "null"),
        ["absent secret object"] = (config => config.GetSecretObject<Settings>("absent"), "null"),
    };

    [Theory]
    [MemberData(nameof(GetCases))]
    public async Task Get_AnyType_GivesValue(string name)
    {
        string value = "";
        await Programs.RunAsync(new RecordingMocks(), () => value = Text.Of(Gets[name].Get(new Config())));

        Assert.Equal(Gets[name].Expected, value);
    }

    public static TheoryData<string> SecretCases() => [.. Secrets.Keys];

    private static readonly Dictionary<string, (Func<Config, Output<string>> Get, string Expected)> Secrets = new(StringComparer.Ordinal)
    {
        ["text"] = (config => config.GetSecret("text")!, "'a'"),
        ["boolean"] = (config => AsText(config.GetSecretBoolean("true")!), "'True'"),
        ["integer"] = (config => AsText(config.GetSecretInt32("int")!), "'5'"),
        ["double"] = (config => AsText(config.GetSecretDouble("double")!), "'1.5'"),
        ["object"] = (config => AsText(config.GetSecretObject<Settings>("object")!), "'n 1,2'"),
        ["object with options"] = (config => AsText(config.GetSecretObject<Settings>("camel", new JsonSerializerOptions { PropertyNameCaseInsensitive = true })!), "'n '"),
        ["required text"] = (config => config.RequireSecret("text"), "'a'"),
        ["required boolean"] = (config => AsText(config.RequireSecretBoolean("true")), "'True'"),
        ["required integer"] = (config => AsText(config.RequireSecretInt32("int")), "'5'"),
        ["required double"] = (config => AsText(config.RequireSecretDouble("double")), "'1.5'"),
        ["required object"] = (config => AsText(config.RequireSecretObject<Settings>("object")), "'n 1,2'"),
        ["required object with options"] = (config => AsText(config.RequireSecretObject<Settings>("camel", new JsonSerializerOptions { PropertyNameCaseInsensitive = true })), "'n '"),
    };

    [Theory]
    [MemberData(nameof(SecretCases))]
    public async Task GetSecret_AnyType_IsSecret(string name)
    {
        OutputState state = null!;
        await Deployment.TestAsync(new RecordingMocks(), Programs.Preview, async () => state = await OutputState.OfAsync(Secrets[name].Get(new Config())));

        Assert.Equal(new OutputState(Secrets[name].Expected, IsSecret: true), state);
    }

    public static TheoryData<string> ErrorCases() => [.. Errors.Keys];

    private static readonly Dictionary<string, (Action<Config> Get, string Expected)> Errors = new(StringComparer.Ordinal)
    {
        ["text for a boolean"] = (config => config.GetBoolean("text"), "Configuration 'project:text' value 'a' is not a valid Boolean"),
        ["capital boolean"] = (config => config.GetBoolean("True"), "Configuration 'project:True' value 'True' is not a valid Boolean"),
        ["text for an integer"] = (config => config.GetInt32("text"), "Configuration 'project:text' value 'a' is not a valid Int32"),
        ["integer too big"] = (config => config.GetInt32("big"), "Configuration 'project:big' value '3000000000' is not a valid Int32"),
        ["fraction for an integer"] = (config => config.GetInt32("double"), "Configuration 'project:double' value '1.5' is not a valid Int32"),
        ["comma in a double"] = (config => config.GetDouble("comma"), "Configuration 'project:comma' value '1,5' is not a valid Double"),
        ["broken object"] = (config => config.GetObject<Settings>("broken"), "Configuration 'project:broken' value '{' is not a valid Pulumi.Tests.ConfigTests+Settings"),
        ["list for an object"] = (config => config.RequireObject<Settings>("list"), "Configuration 'project:list' value '[1,2]' is not a valid Pulumi.Tests.ConfigTests+Settings"),
        ["absent text"] = (config => config.Require("absent"), Missing("project:absent")),
        ["absent boolean"] = (config => config.RequireBoolean("absent"), Missing("project:absent")),
        ["absent integer"] = (config => config.RequireInt32("absent"), Missing("project:absent")),
        ["absent double"] = (config => config.RequireDouble("absent"), Missing("project:absent")),
        ["absent object"] = (config => config.RequireObject<Settings>("absent"), Missing("project:absent")),
        ["absent secret"] = (config => config.RequireSecret("absent"), Missing("project:absent")),
        ["absent secret boolean"] = (config => config.RequireSecretBoolean("absent"), Missing("project:absent")),
        ["absent secret integer"] = (config => config.RequireSecretInt32("absent"), Missing("project:absent")),
        ["absent secret double"] = (config => config.RequireSecretDouble("absent"), Missing("project:absent")),
        ["absent secret object"] = (config => config.RequireSecretObject<Settings>("absent"), Missing("project:absent")),
        ["secret text for a boolean"] = (config => config.GetSecretBoolean("text"), "Configuration 'project:text' value 'a' is not a valid Boolean"),
        ["absent in another namespace"] = (_ => new Config("other").Require("absent"), Missing("other:absent")),
        ["key without a value in a namespace with a colon"] = (_ => new Config("a:b").Require("c"), Missing("a:b:c")),
    };

    [Theory]
    [MemberData(nameof(ErrorCases))]
    public async Task Get_Impossible_Fails(string name)
    {
        // A RunException: its message is the whole report.
        string message = await Programs.FailAsync(new RecordingMocks(), () => Errors[name].Get(new Config()));

        Assert.Equal(Errors[name].Expected, message);
    }

    [Fact]
    public async Task Constructor_Namespace_IsTakenOrTheProjects()
    {
        string?[] values = [];
        await Deployment.TestAsync(new RecordingMocks(), new Testing.TestOptions { ProjectName = "other" }, () =>
        {
            values = [new Config().Get("text"), new Config("project").Get("text"), new Config("project:config").Get("text")];
        });

        Assert.Equal(["b", "a", "a"], values);
    }

    [Fact]
    public void Constructor_OutsideDeployment_Throws()
    {
        const string Expected = "Trying to acquire Deployment.Instance before 'Run' was called.";

        Assert.Equal(Expected, Assert.Throws<InvalidOperationException>(() => new Config()).Message);
        Assert.Equal(Expected, Assert.Throws<InvalidOperationException>(() => new Config("a").Get("b")).Message);
    }

    [Fact]
    public async Task ToString_Strict_Throws()
    {
        Environment.SetEnvironmentVariable("PULUMI_ERROR_OUTPUT_STRING", "true");
        try
        {
            string message = "";
            await Programs.RunAsync(new RecordingMocks(), () => message = Assert.Throws<InvalidOperationException>(() => Output.Create(1).ToString()).Message);

            Assert.StartsWith("Calling [ToString] on an [Output<T>] is not supported.", message, StringComparison.Ordinal);
        }
        finally
        {
            Environment.SetEnvironmentVariable("PULUMI_ERROR_OUTPUT_STRING", null);
        }
    }

    private static Output<string> AsText<T>(Output<T> output) =>
        output.Apply(static value => Convert.ToString(value, CultureInfo.InvariantCulture)!);

    private static string Missing(string key) =>
        $"Missing Required configuration variable '{key}'\n\tplease set a value using the command `pulumi config set {key} <value>`";

    private sealed class Settings
    {
        public string? Name { get; set; }

        public int[]? Ports { get; set; }

        public override string ToString() => $"{Name} {string.Join(',', Ports ?? [])}";
    }
}
