using System.Collections;
using System.Collections.Immutable;

namespace Pulumi.Tests;

public sealed class InputListTests
{
    public static TheoryData<string> Cases() => [.. Lists.Keys];

    private static readonly Dictionary<string, (Func<InputList<int>> Create, OutputState Expected)> Lists = new(StringComparer.Ordinal)
    {
        ["nothing"] = (() => new InputList<int>(), new OutputState("[]")),
        ["a value"] = (() => 1, new OutputState("[1]")),
        ["an output"] = (() => Output.CreateSecret(1), new OutputState("[1]", IsSecret: true)),
        ["an input"] = (() => (Input<int>)1, new OutputState("[1]")),
        ["an array of values"] = (() => new[] { 1, 2 }, new OutputState("[1, 2]")),
        ["an array of outputs"] = (() => new[] { Output.Create(1), Outputs.Unknown(2) }, new OutputState("", IsKnown: false)),
        ["an array of inputs"] = (() => new Input<int>[] { 1, Output.Create(2) }, new OutputState("[1, 2]")),
        ["a list of values"] = (() => new List<int> { 1, 2 }, new OutputState("[1, 2]")),
        ["a list of outputs"] = (() => new List<Output<int>> { Output.Create(1) }, new OutputState("[1]")),
        ["a list of inputs"] = (() => new List<Input<int>> { 1, Output.Create(2) }, new OutputState("[1, 2]")),
        ["an immutable array of values"] = (() => ImmutableArray.Create(1, 2), new OutputState("[1, 2]")),
        ["an immutable array of outputs"] = (() => ImmutableArray.Create(Output.Create(1)), new OutputState("[1]")),
        ["an immutable array of inputs"] = (() => ImmutableArray.Create<Input<int>>(1, 2), new OutputState("[1, 2]")),
        ["an output of an array"] = (() => Output.Create(new[] { 1, 2 }), new OutputState("[1, 2]")),
        ["an output of a list"] = (() => Output.CreateSecret(new List<int> { 1, 2 }), new OutputState("[1, 2]", IsSecret: true)),
        ["an output of an enumerable"] = (() => Output.Create(Enumerable.Range(1, 2)), new OutputState("[1, 2]")),
        ["an output of an immutable array"] = (() => Output.Create(ImmutableArray.Create(1, 2)), new OutputState("[1, 2]")),
        ["an unknown output of an array"] = (() => Outputs.Unknown(new[] { 1, 2 }), new OutputState("", IsKnown: false)),
        ["a later output of an array"] = (() => Output.Create(Outputs.LaterAsync(new[] { 1, 2 })), new OutputState("[1, 2]")),
        ["an initializer"] = (() => new InputList<int> { 1, Output.Create(2), (Input<int>)3 }, new OutputState("[1, 2, 3]")),
        ["an initializer with lists"] = (() => new InputList<int> { new InputList<int> { 1, 2 }, 3, new[] { 4, 5 } }, new OutputState("[1, 2, 3, 4, 5]")),
        ["one Add of many"] = (() => With(list => list.Add(1, 2, Output.Create(3))), new OutputState("[1, 2, 3]")),
        ["AddRange"] = (() => With(list =>
        {
            list.Add(1);
            list.AddRange(new[] { 2, 3 });
        }), new OutputState("[1, 2, 3]")),
        ["AddRange of an output"] = (() => With(list =>
        {
            list.Add(1);
            list.AddRange(Output.CreateSecret(new[] { 2, 3 }));
            list.Add(4);
        }), new OutputState("[1, 2, 3, 4]", IsSecret: true)),
        ["AddRange of an unknown"] = (() => With(list =>
        {
            list.Add(1);
            list.AddRange(Outputs.Unknown(new[] { 2, 3 }));
        }), new OutputState("", IsKnown: false)),
        ["AddRange of itself"] = (() => With(list =>
        {
            list.Add(1, 2);
            list.AddRange(list);
        }), new OutputState("[1, 2, 1, 2]")),
        ["Concat"] = (() => new InputList<int> { 1 }.Concat(new InputList<int> { 2, 3 }), new OutputState("[1, 2, 3]")),
        ["Concat of outputs"] = (() => ((InputList<int>)Output.Create(new[] { 1 })).Concat(Output.CreateSecret(new[] { 2 })), new OutputState("[1, 2]", IsSecret: true)),
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task ToOutput_AnySource_GivesItems(string name)
    {
        (Func<InputList<int>> create, OutputState expected) = Lists[name];

        Assert.Equal(expected, await OutputState.OfAsync(create().ToOutput()));
    }

    [Fact]
    public void Convert_Null_Throws()
    {
        Assert.ThrowsAny<Exception>(() => (InputList<int>)(int[])null!);
        Assert.ThrowsAny<Exception>(() => (InputList<int>)(List<int>)null!);
        Assert.ThrowsAny<Exception>(() => (InputList<int>)(Output<int>[])null!);
        Assert.ThrowsAny<Exception>(() => (InputList<int>)(List<Input<int>>)null!);
    }

    [Fact]
    public async Task Concat_TwoLists_ChangesNeither()
    {
        InputList<int> first = [1];
        InputList<int> second = [2];

        InputList<int> both = first.Concat(second);
        both.Add(3);

        Assert.Equal(new OutputState("[1]"), await OutputState.OfAsync(first.ToOutput()));
        Assert.Equal(new OutputState("[2]"), await OutputState.OfAsync(second.ToOutput()));
        Assert.Equal(new OutputState("[1, 2, 3]"), await OutputState.OfAsync(both.ToOutput()));
    }

    [Fact]
    public async Task Add_AfterUse_LeavesEarlierOutputAlone()
    {
        InputList<int> list = [1];
        Output<ImmutableArray<int>> before = list.ToOutput();
        list.Add(2);

        Assert.Equal(new OutputState("[1]"), await OutputState.OfAsync(before));
        Assert.Equal(new OutputState("[1, 2]"), await OutputState.OfAsync(list.ToOutput()));
    }

    [Fact]
    public async Task Initializer_OnProperty_Appends()
    {
        ThingArgs args = new() { List = { "a", Output.Create("b") } };
        ThingArgs set = new() { List = new[] { "a" } };
        set.List.Add("b");
        ThingArgs outputs = new() { List = Output.CreateSecret(new[] { "a" }) };
        outputs.List.Add("b");

        Assert.Equal(new OutputState("['a', 'b']"), await OutputState.OfAsync(args.List.ToOutput()));
        Assert.Equal(new OutputState("['a', 'b']"), await OutputState.OfAsync(set.List.ToOutput()));
        Assert.Equal(new OutputState("['a', 'b']", IsSecret: true), await OutputState.OfAsync(outputs.List.ToOutput()));
    }

    [Fact]
    public async Task Add_UnionEitherType_Appends()
    {
        InputList<Union<int, string>> list = [];
        list.Add((Input<int>)1);
        list.Add((Input<string>)"a");
        InputList<Union<int, string>> initialized = new() { (Input<int>)2, (Input<string>)"b" };

        Assert.Equal(["1", "'a'"], await ItemsAsync(list));
        Assert.Equal(["2", "'b'"], await ItemsAsync(initialized));

        static async Task<string[]> ItemsAsync(InputList<Union<int, string>> list) =>
            [.. (await Pulumi.Utilities.OutputUtilities.GetValueAsync(list.ToOutput())).Select(item => Text.Of(item.Value))];
    }

    [Fact]
    public async Task GetAsyncEnumerator_KnownNumber_GivesInputs()
    {
        InputList<int> list = [1];
        list.AddRange(Output.Create(Outputs.LaterAsync(new[] { 2 })));
        List<string> items = [];
        await foreach (Input<int> item in list)
        {
            items.Add((await OutputState.OfAsync(item.ToOutput())).Value);
        }

        Assert.Equal(["1", "2"], items);
    }

    [Fact]
    public async Task ToOutput_DefaultArray_IsDefault()
    {
        InputList<int> list = Output.Create(default(ImmutableArray<int>));

        Assert.True((await Pulumi.Utilities.OutputUtilities.GetValueAsync(list.ToOutput())).IsDefault);
    }

    [Fact]
    public void GetEnumerator_Always_Throws()
    {
        NotSupportedException exception = Assert.Throws<NotSupportedException>(() => ((IEnumerable)new InputList<int>()).GetEnumerator());

        Assert.Equal(
            $"A {typeof(InputList<int>).FullName} cannot be synchronously enumerated. Use GetAsyncEnumerator instead.",
            exception.Message);
    }

    private static InputList<int> With(Action<InputList<int>> change)
    {
        InputList<int> list = [];
        change(list);
        return list;
    }
}
