using Pulumi.Serialization;
using Rampart.Protocol.Values;

namespace Pulumi.Tests;

/// <summary>What generated args classes rely on.</summary>
public sealed class PropertyWriterTests
{
    [Fact]
    public void Object_GeneratedMembers_AreWrittenInOrder()
    {
        PropertyWriter writer = PropertyWriter.Rent();
        PropertyObject written = writer.Object(new Generated { Name = "n", Count = 5, Items = { "a", Output.CreateSecret("b") }, Labels = new InputMap<string> { { "k", "v" } }, Nested = new Generated { Name = "m" } });
        Assert.Null(writer.Pending);
        PropertyWriter.Return(writer);

        Assert.Equal(
            PropertyObject.Create(
                new Property("count", PropertyValue.From(5)),
                new Property("items", PropertyValue.From(PropertyList.Create(PropertyValue.From("a"), PropertyValue.Secret(PropertyValue.From("b"))))),
                new Property("labels", PropertyValue.From(PropertyObject.Create(new Property("k", PropertyValue.From("v"))))),
                new Property("name", PropertyValue.From("n")),
                new Property("nested", PropertyValue.From(PropertyObject.Create(new Property("name", PropertyValue.From("m")))))),
            written);
    }

    [Fact]
    public async Task Object_ValueThatComesLater_IsPendingAndThenThere()
    {
        TaskCompletionSource<string> gate = new();
        Generated args = new() { Name = Output.Create(gate.Task) };
        PropertyWriter writer = PropertyWriter.Rent();
        writer.Object(args);
        List<Task> pending = writer.Pending!;
        PropertyWriter.Return(writer);

        gate.SetResult("late");
        await Task.WhenAll(pending);
        writer = PropertyWriter.Rent();
        PropertyObject written = writer.Object(args);
        Assert.Null(writer.Pending);
        PropertyWriter.Return(writer);

        Assert.Equal(PropertyValue.From("late"), written["name"]);
    }

    [Fact]
    public void WriteRequired_Null_NamesTheMember()
    {
        PropertyWriter writer = new();

        ArgumentNullException exception = Assert.Throws<ArgumentNullException>(() => writer.Object(new Generated()));

        Assert.Equal(
            "[Input] Pulumi.Tests.PropertyWriterTests+Generated.Name is required but was not given a value (Parameter 'Name')",
            exception.Message);
    }

    [Fact]
    public void Rent_AfterAFailure_StartsAfresh()
    {
        PropertyWriter writer = PropertyWriter.Rent();
        Assert.ThrowsAny<Exception>(() => writer.Object(new Generated { Count = 1 }));
        PropertyWriter.Return(writer);

        writer = PropertyWriter.Rent();
        Assert.Equal(PropertyObject.Create(new Property("name", PropertyValue.From("n"))), writer.Object(new Generated { Name = "n" }));
        PropertyWriter.Return(writer);
    }

    [Fact]
    public void ObjectValue_NullsOfJson_AreKept()
    {
        PropertyWriter writer = new();

        PropertyValue written = writer.ObjectValue(System.Text.Json.JsonDocument.Parse("{\"b\":null,\"a\":[null]}").RootElement);

        Assert.Equal(
            PropertyValue.From(PropertyObject.Create(
                new Property("a", PropertyValue.From(PropertyList.Create(PropertyValue.Null))),
                new Property("b", PropertyValue.Null))),
            written);
    }

    private sealed class Generated : ResourceArgs
    {
        private InputList<string>? _items;

        public Input<string>? Name { get; set; }

        public Input<int>? Count { get; set; }

        public InputList<string> Items
        {
            get => _items ??= [];
            set => _items = value;
        }

        public InputMap<string>? Labels { get; set; }

        public Input<Generated>? Nested { get; set; }

        internal override void WriteProperties(PropertyWriter writer)
        {
            writer.Write("count", Count);
            writer.Write("items", _items);
            writer.Write("labels", Labels);
            writer.WriteRequired("name", Name, this, nameof(Name));
            writer.Write("nested", Nested);
        }
    }
}
