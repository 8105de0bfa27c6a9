using System.Collections.Immutable;
using System.Globalization;

namespace Pulumi.Tests;

/// <summary>All, Tuple and Format.</summary>
public sealed class OutputCombineTests
{
    public static IEnumerable<TheoryDataRow<Place, string, int, int, Shape>> Cases()
    {
        foreach (Place place in (Place[])[Place.Outside, Place.Preview])
        {
            foreach ((string overload, int count) in Overloads())
            {
                foreach (Shape shape in Shape.All)
                {
                    foreach (int odd in (int[])[0, count - 1])
                    {
                        yield return new TheoryDataRow<Place, string, int, int, Shape>(place, overload, count, odd, shape)
                        {
                            TestDisplayName = $"{overload} of {count} {place}, item {odd} is {shape}",
                        };
                    }
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Combine_OneItemOfAnyShape_MarksTheWhole(Place place, string overload, int count, int odd, Shape shape)
    {
        ArgumentNullException.ThrowIfNull(shape);
        OutputState state = await Programs.RunAsync(place, () =>
        {
            Output<int>[] items = new Output<int>[count];
            for (int i = 0; i < count; i++)
            {
                items[i] = Outputs.Create(i == odd ? shape : Shape.Plain, i);
            }

            return OutputState.OfAsync(Combine(overload, items));
        });

        string value = string.Join(", ", Enumerable.Range(0, count).Select(i => i.ToString(CultureInfo.InvariantCulture)));
        Assert.Equal(
            new OutputState(shape.IsKnown ? $"'{value}'" : "", shape.IsKnown, shape.IsSecret),
            state);
    }

    [Fact]
    public async Task All_OfNothing_IsEmpty() =>
        Assert.Equal(new OutputState("[]"), await OutputState.OfAsync(Output.All(Array.Empty<Output<int>>())));

    [Fact]
    public async Task All_OfMixedItems_TakesInputs() =>
        Assert.Equal(new OutputState("['a', 'b', 'c']"), await OutputState.OfAsync(Output.All<string>("a", Output.Create("b"), (Input<string>)"c")));

    [Fact]
    public async Task Combine_OfResourceOutputs_UnitesResources()
    {
        OutputState all = null!, tuple = null!, format = null!, zero = null!;
        await Deployment.TestAsync(new RecordingMocks(), Programs.Update, async () =>
        {
            Thing a = new("a");
            Thing b = new("b");
            all = await OutputState.OfAsync(Output.All(a.Id, b.Id, a.Id));
            tuple = await OutputState.OfAsync(Output.Tuple(a.Id, b.Id));
            format = await OutputState.OfAsync(Output.Format($"{a.Id} and {b.Id}"));
            zero = await OutputState.OfAsync(Output.All(a.Text, b.Text).Apply(static _ => 0));
        });

        Assert.Equal(new OutputState("['a-id', 'b-id', 'a-id']", Resources: "a b"), all);
        Assert.Equal(new OutputState("(a-id, b-id)", Resources: "a b"), tuple);
        Assert.Equal(new OutputState("'a-id and b-id'", Resources: "a b"), format);
        Assert.Equal(new OutputState("0", Resources: "a b"), zero);
    }

    public static TheoryData<string> FormatCases() => [.. Formats.Keys];

    private static readonly Dictionary<string, (Func<Output<string>> Format, OutputState Expected)> Formats = new(StringComparer.Ordinal)
    {
        ["nothing"] = (() => Output.Format($""), new OutputState("''")),
        ["text only"] = (() => Output.Format($"text"), new OutputState("'text'")),
        ["braces"] = (() => Output.Format($"{{{1}}}"), new OutputState("'{1}'")),
        ["plain values"] = (() => Output.Format($"{1} {true} {"x"} {'c'}"), new OutputState("'1 True x c'")),
        ["null"] = (() => Output.Format($"<{null}>"), new OutputState("'<>'")),
        ["number in the invariant culture"] = (() => Output.Format($"{1.5} {Output.Create(2.5)}"), new OutputState("'1.5 2.5'")),
        ["alignment and format"] = (() => Output.Format($"{Output.Create(5),4:D2}|{Output.Create(0.25):P0}"), new OutputState("'  05|25 %'")),
        ["outputs and inputs"] = (() => Output.Format($"{Output.Create("a")}{(Input<string>)"b"}{Output.Create(1)}"), new OutputState("'ab1'")),
        ["null output value"] = (() => Output.Format($"<{Output.Create((string?)null)}>"), new OutputState("'<>'")),
        ["secret"] = (() => Output.Format($"{Output.CreateSecret("a")}b"), new OutputState("'ab'", IsSecret: true)),
        ["unknown"] = (() => Output.Format($"{Outputs.Unknown("a")}b"), new OutputState("", IsKnown: false)),
        ["later"] = (() => Output.Format($"{Output.Create(Outputs.LaterAsync("a"))}b"), new OutputState("'ab'")),
        ["union"] = (() => Output.Format($"{(InputUnion<int, string>)5}"), new OutputState("'System.Int32: 5'")),
    };

    [Theory]
    [MemberData(nameof(FormatCases))]
    public async Task Format_AnyArguments_GivesText(string name)
    {
        (Func<Output<string>> format, OutputState expected) = Formats[name];

        Assert.Equal(expected, await OutputState.OfAsync(format()));
    }

    private static IEnumerable<(string Overload, int Count)> Overloads()
    {
        foreach (string overload in (string[])["All of inputs", "All of an enumerable of inputs", "All of outputs", "All of an enumerable of outputs", "Format"])
        {
            yield return (overload, 3);
        }

        for (int count = 2; count <= 8; count++)
        {
            yield return ("Tuple of outputs", count);
            yield return ("Tuple of inputs", count);
        }
    }

    private static Output<string> Combine(string overload, Output<int>[] o)
    {
        Input<int>[] i = Array.ConvertAll(o, static output => (Input<int>)output);
        return (overload, o.Length) switch
        {
            ("All of inputs", _) => Join(Output.All(i)),
            ("All of an enumerable of inputs", _) => Join(Output.All(i.AsEnumerable())),
            ("All of outputs", _) => Join(Output.All(o)),
            ("All of an enumerable of outputs", _) => Join(Output.All(o.AsEnumerable())),
            ("Format", _) => Output.Format($"{o[0]}, {o[1]}, {o[2]}"),
            ("Tuple of outputs", 2) => Join(Output.Tuple(o[0], o[1])),
            ("Tuple of outputs", 3) => Join(Output.Tuple(o[0], o[1], o[2])),
            ("Tuple of outputs", 4) => Join(Output.Tuple(o[0], o[1], o[2], o[3])),
            ("Tuple of outputs", 5) => Join(Output.Tuple(o[0], o[1], o[2], o[3], o[4])),
            ("Tuple of outputs", 6) => Join(Output.Tuple(o[0], o[1], o[2], o[3], o[4], o[5])),
            ("Tuple of outputs", 7) => Join(Output.Tuple(o[0], o[1], o[2], o[3], o[4], o[5], o[6])),
            ("Tuple of outputs", _) => Join(Output.Tuple(o[0], o[1], o[2], o[3], o[4], o[5], o[6], o[7])),
            ("Tuple of inputs", 2) => Join(Output.Tuple(i[0], i[1])),
            ("Tuple of inputs", 3) => Join(Output.Tuple(i[0], i[1], i[2])),
            ("Tuple of inputs", 4) => Join(Output.Tuple(i[0], i[1], i[2], i[3])),
            ("Tuple of inputs", 5) => Join(Output.Tuple(i[0], i[1], i[2], i[3], i[4])),
            ("Tuple of inputs", 6) => Join(Output.Tuple(i[0], i[1], i[2], i[3], i[4], i[5])),
            ("Tuple of inputs", 7) => Join(Output.Tuple(i[0], i[1], i[2], i[3], i[4], i[5], i[6])),
            _ => Join(Output.Tuple(i[0], i[1], i[2], i[3], i[4], i[5], i[6], i[7])),
        };
    }

    private static Output<string> Join(Output<ImmutableArray<int>> items) => items.Apply(static all => string.Join(", ", all));

    private static Output<string> Join<T>(Output<T> tuple)
        where T : struct => tuple.Apply(static all => all.ToString()!.Trim('(', ')'));
}
