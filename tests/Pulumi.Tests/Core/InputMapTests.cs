using System.Collections;
using System.Collections.Immutable;
using Pulumi.Utilities;

namespace Pulumi.Tests;

public sealed class InputMapTests
{
    public static TheoryData<string> Cases() => [.. Maps.Keys];

    private static readonly Dictionary<string, (Func<InputMap<int>> Create, OutputState Expected)> Maps = new(StringComparer.Ordinal)
    {
        ["nothing"] = (() => new InputMap<int>(), new OutputState("{}")),
        ["a dictionary"] = (() => new Dictionary<string, int> { ["a"] = 1, ["b"] = 2 }, new OutputState("{a: 1, b: 2}")),
        ["an immutable dictionary"] = (() => ImmutableDictionary<string, int>.Empty.Add("a", 1), new OutputState("{a: 1}")),
        ["an output of a dictionary"] = (() => Output.CreateSecret(new Dictionary<string, int> { ["a"] = 1 }), new OutputState("{a: 1}", IsSecret: true)),
        ["an output of a dictionary interface"] = (() => Output.Create<IDictionary<string, int>>(new Dictionary<string, int> { ["a"] = 1 }), new OutputState("{a: 1}")),
        ["an output of an immutable dictionary"] = (() => Output.Create(ImmutableDictionary<string, int>.Empty.Add("a", 1)), new OutputState("{a: 1}")),
        ["an unknown output"] = (() => Outputs.Unknown(new Dictionary<string, int> { ["a"] = 1 }), new OutputState("", IsKnown: false)),
        ["a later output"] = (() => Output.Create(Outputs.LaterAsync(new Dictionary<string, int> { ["a"] = 1 })), new OutputState("{a: 1}")),
        ["an initializer"] = (() => new InputMap<int> { { "a", 1 }, { "b", Output.Create(2) } }, new OutputState("{a: 1, b: 2}")),
        ["an initializer with indexes"] = (() => new InputMap<int> { ["a"] = 1, ["b"] = Output.CreateSecret(2) }, new OutputState("{a: 1, b: 2}", IsSecret: true)),
        ["an initializer with maps"] = (() => new InputMap<int> { { "a", 1 }, new InputMap<int> { { "b", 2 } } }, new OutputState("{a: 1, b: 2}")),
        ["AddRange of an output"] = (() =>
        {
            InputMap<int> map = new() { { "a", 1 } };
            map.AddRange(Output.Create(new Dictionary<string, int> { ["b"] = 2 }));
            map.Add("c", 3);
            return map;
        }, new OutputState("{a: 1, b: 2, c: 3}")),
        ["null"] = (() => (ImmutableDictionary<string, int>)null!, new OutputState("null")),
        ["an output of null"] = (() => Output.CreateSecret((ImmutableDictionary<string, int>)null!), new OutputState("null", IsSecret: true)),
        ["Merge"] = (() => InputMap<int>.Merge(new InputMap<int> { { "a", 1 }, { "b", 2 } }, new InputMap<int> { { "b", 3 }, { "c", 4 } }), new OutputState("{a: 1, b: 3, c: 4}")),
        ["Merge of outputs"] = (() => InputMap<int>.Merge(Output.Create(new Dictionary<string, int> { ["a"] = 1 }), Output.CreateSecret(new Dictionary<string, int> { ["a"] = 2 })), new OutputState("{a: 2}", IsSecret: true)),
        ["equal values"] = (() => new InputMap<int> { { "a", 1 }, { "a", Output.CreateSecret(1) } }, new OutputState("{a: 1}", IsSecret: true)),
        ["equal values and an unknown"] = (() => new InputMap<int> { { "a", 1 }, { "a", Outputs.Unknown(2) } }, new OutputState("", IsKnown: false)),
        ["the same input twice"] = (() =>
        {
            Input<int> one = 1;
            return new InputMap<int> { { "a", one }, { "a", one } };
        }, new OutputState("{a: 1}")),
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task ToOutput_AnySource_GivesEntries(string name)
    {
        (Func<InputMap<int>> create, OutputState expected) = Maps[name];

        Assert.Equal(expected, await OutputState.OfAsync(create().ToOutput()));
    }

    // Outputs of resources have no null dictionaries of this type, and the official SDK fails, too, when such a map is used.
    [Fact]
    public async Task ToOutput_NullDictionary_Fails()
    {
        InputMap<int> map = (Dictionary<string, int>)null!;

        await Assert.ThrowsAsync<ArgumentNullException>(() => OutputState.OfAsync(map.ToOutput()));
    }

    public static TheoryData<string> DuplicateCases() => [.. Duplicates.Keys];

    private const string SameKey = "Key 'a' already exists in the map with a different value.";
    private const string SameKeyInMap = "An element with the same key but a different value already exists. Key: 'a'";

    private static readonly Dictionary<string, (Func<InputMap<int>> Create, string Expected)> Duplicates = new(StringComparer.Ordinal)
    {
        ["Add twice"] = (() => new InputMap<int> { { "a", 1 }, { "a", 2 } }, SameKey),
        ["Add a later value"] = (() => new InputMap<int> { { "a", 1 }, { "a", Output.Create(Outputs.LaterAsync(2)) } }, SameKey),
        ["Add after an output"] = (() =>
        {
            InputMap<int> map = Output.Create(new Dictionary<string, int> { ["a"] = 1 });
            map.Add("a", 2);
            return map;
        }, SameKey),
        ["add a map with an equal value"] = (() => new InputMap<int> { { "a", 1 }, new InputMap<int> { { "a", 1 } } }, SameKeyInMap),
        ["index twice"] = (() =>
        {
            InputMap<int> map = new() { ["a"] = 1 };
            map["a"] = 2;
            return map;
        }, SameKey),
        ["add a map"] = (() => new InputMap<int> { { "a", 1 }, new InputMap<int> { { "a", 2 } } }, SameKeyInMap),
        ["add a later map"] = (() => new InputMap<int> { { "a", 1 }, (InputMap<int>)Output.Create(Outputs.LaterAsync(new Dictionary<string, int> { ["a"] = 2 })) }, SameKeyInMap),
    };

    [Theory]
    [MemberData(nameof(DuplicateCases))]
    public async Task Add_SameKeyTwice_FailsWhenResolved(string name)
    {
        (Func<InputMap<int>> create, string expected) = Duplicates[name];
        InputMap<int> map = create();

        ArgumentException exception = await Assert.ThrowsAsync<ArgumentException>(() => OutputUtilities.GetValueAsync(map.ToOutput()));
        Assert.Equal(expected, exception.Message);
    }

    [Fact]
    public async Task Initializer_OnProperty_Appends()
    {
        ThingArgs args = new() { Map = new InputMap<string> { { "a", "1" } } };
        args.Map.Add("b", Output.Create("2"));

        Assert.Equal(new OutputState("{a: '1', b: '2'}"), await OutputState.OfAsync(args.Map.ToOutput()));
    }

    [Fact]
    public async Task Merge_TwoMaps_ChangesNeither()
    {
        InputMap<int> first = new() { { "a", 1 } };
        InputMap<int> second = new() { { "a", 2 } };
        _ = InputMap<int>.Merge(first, second);

        Assert.Equal(new OutputState("{a: 1}"), await OutputState.OfAsync(first.ToOutput()));
        Assert.Equal(new OutputState("{a: 2}"), await OutputState.OfAsync(second.ToOutput()));
    }

    [Fact]
    public async Task Add_UnionEitherType_Adds()
    {
        InputMap<Union<int, string>> map = new() { { "a", (Input<int>)1 }, { "b", (Input<string>)"x" } };

        ImmutableDictionary<string, Union<int, string>> value = await OutputUtilities.GetValueAsync(map.ToOutput());

        Assert.Equal(1, value["a"].AsT0);
        Assert.Equal("x", value["b"].AsT1);
    }

    [Fact]
    public async Task GetAsyncEnumerator_KnownKeys_GivesEntries()
    {
        InputMap<int> map = new() { { "a", 1 }, { "b", Output.Create(2) } };
        List<string> entries = [];
        await foreach (Input<KeyValuePair<string, int>> entry in map)
        {
            entries.Add((await OutputState.OfAsync(entry.Apply(static pair => $"{pair.Key}={pair.Value}"))).Value);
        }

        entries.Sort(StringComparer.Ordinal);
        Assert.Equal(["'a=1'", "'b=2'"], entries);
    }

    [Fact]
    public void GetEnumerator_Always_Throws()
    {
        NotSupportedException exception = Assert.Throws<NotSupportedException>(() => ((IEnumerable)new InputMap<int>()).GetEnumerator());

        Assert.Equal(
            $"A {typeof(InputMap<int>).FullName} cannot be synchronously enumerated. Use GetAsyncEnumerator instead.",
            exception.Message);
    }
}
