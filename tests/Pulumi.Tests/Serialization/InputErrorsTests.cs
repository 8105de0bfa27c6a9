namespace Pulumi.Tests;

/// <summary>What a program is told whose inputs cannot be sent.</summary>
public sealed class InputErrorsTests
{
    private const string Start = "System.InvalidOperationException: error serializing property \"value\": ";

    public static TheoryData<string> Cases() => [.. Unsupported.Keys];

    private static readonly Dictionary<string, (Func<object?> Value, string Expected)> Unsupported = new(StringComparer.Ordinal)
    {
        ["long"] = (() => 1L, Start + "System.Int64 is not a supported argument type."),
        ["float"] = (() => 1f, Start + "System.Single is not a supported argument type."),
        ["decimal"] = (() => 1m, Start + "System.Decimal is not a supported argument type."),
        ["Guid"] = (() => Guid.Empty, Start + "System.Guid is not a supported argument type."),
        ["DateTime"] = (() => DateTime.UnixEpoch, Start + "System.DateTime is not a supported argument type."),
        ["class"] = (() => new Plain(), Start + "Pulumi.Tests.InputErrorsTests+Plain is not a supported argument type."),
        ["long in a list"] = (() => new[] { 1L }, Start + "System.Int64 is not a supported argument type."),
        ["long in a map"] = (() => new Dictionary<string, long> { ["a"] = 1 }, Start + "System.Int64 is not a supported argument type."),
        ["long in an output"] = (() => Output.Create(1L), Start + "System.Int64 is not a supported argument type."),
        ["set"] = (() => new HashSet<int> { 1 }, Start + $"{typeof(HashSet<int>).FullName} is not a supported argument type."),
        ["long enumeration"] = (() => Wide.One, Start + "Pulumi.Tests.InputErrorsTests+Wide is not a supported argument type."),
        ["dictionary with integer keys"] = (() => new Dictionary<int, int> { [1] = 1 }, Start + "Dictionaries are only supported with string keys:"),
        ["task"] = (() => Task.FromResult(1), Start + "Tasks are not allowed inside ResourceArgs. Please wrap your Task in an Output:"),
        ["open enumeration without conversion"] = (() => default(Closed), Start + "Expected Pulumi.Tests.InputErrorsTests+Closed to have an explicit conversion operator to String or Double."),
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Input_Unsupported_NamesTheProperty(string name)
    {
        (Func<object?> value, string expected) = Unsupported[name];

        string message = await Programs.FailAsync(new RecordingMocks(), () => new Thing("thing", AnyArgs.Of(value())));

        Assert.Equal(expected, Programs.WithoutProgram(message));
    }

    [Fact]
    public async Task Input_MapWithAKeyTwice_NamesTheKey()
    {
        string message = await Programs.FailAsync(
            new RecordingMocks(),
            () => new Thing("thing", AnyArgs.Of(new InputMap<int> { { "a", 1 }, { "a", 2 } })));

        Assert.Contains("Key 'a' already exists in the map with a different value.", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Input_RequiredMissing_NamesTheMember()
    {
        string message = await Programs.FailAsync(new RecordingMocks(), () => new Thing("thing", new StrictArgs()));

        Assert.Equal(
            "System.ArgumentNullException: [Input] Pulumi.Tests.InputErrorsTests+StrictArgs.Needed is required but was not given a value (Parameter 'Needed')",
            Programs.WithoutProgram(message));
    }

    [Fact]
    public async Task Input_RequiredMissingInNested_NamesTheMember()
    {
        string message = await Programs.FailAsync(new RecordingMocks(), () => new Thing("thing", AnyArgs.Of(new StrictArgs())));

        Assert.Equal(
            Start + "[Input] Pulumi.Tests.InputErrorsTests+StrictArgs.Needed is required but was not given a value (Parameter 'Needed')",
            Programs.WithoutProgram(message));
    }

    [Fact]
    public async Task Input_RequiredMissing_ShowsAfterTheConstructor()
    {
        bool isThrough = false;

        await Programs.FailAsync(new RecordingMocks(), () =>
        {
            _ = new Thing("thing", new StrictArgs());
            isThrough = true;
        });

        Assert.True(isThrough);
    }

    private enum Wide : long
    {
        One = 1,
    }

    [EnumType]
    private readonly struct Closed;

    private sealed class Plain;

    private sealed class StrictArgs : ResourceArgs
    {
        [Input("needed", required: true)]
        public Input<string>? Needed { get; set; }
    }
}
