using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Rampart.Protocol.Values;
using Rampart.Wire.Structs;

namespace Rampart.Wire.Tests.Structs;

public sealed class PropertyStructTests
{
    private const string Sig = "\"4dabf18193072939515e22adb298388d\": ";

    /// <summary>Values and the text that protobuf itself gives for their wire form.</summary>
    public static TheoryData<string, PropertyValue, string> Values => new()
    {
        { "null", PropertyValue.Null, "null" },
        { "true", PropertyValue.From(true), "true" },
        { "false", PropertyValue.From(false), "false" },
        { "whole number", PropertyValue.From(3), "3" },
        { "negative fraction", PropertyValue.From(-0.25), "-0.25" },
        { "large number", PropertyValue.From(9007199254740991d), "9007199254740991" },
        { "text", PropertyValue.From("nginx"), "\"nginx\"" },
        { "empty text", PropertyValue.From(""), "\"\"" },
        { "text beyond ASCII", PropertyValue.From("grün 🌳"), "\"grün \\ud83c\\udf33\"" },
        { "unknown", PropertyValue.Unknown, "\"04da6b54-80e4-46f7-96ec-b56ff0331ba9\"" },
        { "empty object", PropertyValue.From(PropertyObject.Empty), "{ }" },
        { "empty list", PropertyValue.From(PropertyList.Empty), "[ ]" },
        {
            "null inside a list",
            PropertyValue.From(PropertyList.Create(PropertyValue.From(1), PropertyValue.Null)),
            "[ 1, null ]"
        },
        {
            "object in ordinal order",
            Object(("b", PropertyValue.From(1)), ("B", PropertyValue.From(2)), ("a", PropertyValue.From(3))),
            "{ \"B\": 2, \"a\": 3, \"b\": 1 }"
        },
        {
            "secret",
            PropertyValue.Secret(PropertyValue.From("pw")),
            "{ " + Sig + "\"1b47061264138c4ac30d75fd1eb44270\", \"value\": \"pw\" }"
        },
        {
            "secret null",
            PropertyValue.Secret(PropertyValue.Null),
            "{ " + Sig + "\"1b47061264138c4ac30d75fd1eb44270\", \"value\": null }"
        },
        {
            "secret object with an unknown",
            PropertyValue.Secret(Object(("ip", PropertyValue.Unknown))),
            "{ " + Sig + "\"1b47061264138c4ac30d75fd1eb44270\", \"value\": { \"ip\": \"04da6b54-80e4-46f7-96ec-b56ff0331ba9\" } }"
        },
        {
            "text asset",
            PropertyValue.From(new PropertyAsset(AssetSource.Text, "hello")),
            "{ " + Sig + "\"c44067f5952c0a294b673a41bacd8c17\", \"text\": \"hello\" }"
        },
        {
            "file asset",
            PropertyValue.From(new PropertyAsset(AssetSource.Path, "a.txt")),
            "{ " + Sig + "\"c44067f5952c0a294b673a41bacd8c17\", \"path\": \"a.txt\" }"
        },
        {
            "remote asset",
            PropertyValue.From(new PropertyAsset(AssetSource.Uri, "https://example.test/a")),
            "{ " + Sig + "\"c44067f5952c0a294b673a41bacd8c17\", \"uri\": \"https://example.test/a\" }"
        },
        {
            "file archive",
            PropertyValue.From(new PropertyArchive(AssetSource.Path, "a.zip")),
            "{ " + Sig + "\"0def7320c3a5731c473e5ecbe6d01bc7\", \"path\": \"a.zip\" }"
        },
        {
            "remote archive",
            PropertyValue.From(new PropertyArchive(AssetSource.Uri, "https://example.test/a.zip")),
            "{ " + Sig + "\"0def7320c3a5731c473e5ecbe6d01bc7\", \"uri\": \"https://example.test/a.zip\" }"
        },
        {
            "archive of assets",
            PropertyValue.From(new PropertyArchive(PropertyObject.Create(
                new Property("f", PropertyValue.From(new PropertyAsset(AssetSource.Text, "x")))))),
            "{ " + Sig + "\"0def7320c3a5731c473e5ecbe6d01bc7\", \"assets\": "
                + "{ \"f\": { " + Sig + "\"c44067f5952c0a294b673a41bacd8c17\", \"text\": \"x\" } } }"
        },
        {
            "custom resource",
            PropertyValue.From(new ResourceReference("urn:pulumi:s::p::a:b:C::c", "id-1", "1.2.3")),
            "{ " + Sig + "\"5cf8f73096256a8f31e491e813e4eb8e\", \"urn\": \"urn:pulumi:s::p::a:b:C::c\", \"id\": \"id-1\", "
                + "\"packageVersion\": \"1.2.3\" }"
        },
        {
            "custom resource without an id yet",
            PropertyValue.From(new ResourceReference("urn:pulumi:s::p::a:b:C::c", "", "")),
            "{ " + Sig + "\"5cf8f73096256a8f31e491e813e4eb8e\", \"urn\": \"urn:pulumi:s::p::a:b:C::c\", \"id\": \"\" }"
        },
        {
            "component",
            PropertyValue.From(new ResourceReference("urn:pulumi:s::p::a:b:C::c", null, "")),
            "{ " + Sig + "\"5cf8f73096256a8f31e491e813e4eb8e\", \"urn\": \"urn:pulumi:s::p::a:b:C::c\" }"
        },
        {
            "output",
            PropertyValue.From(new PropertyOutput(PropertyValue.From("v"), ["urn:a", "urn:b"])),
            "{ " + Sig + "\"d0e6a833031e9bbcd3f4e8bde6ca49a4\", \"value\": \"v\", \"dependencies\": [ \"urn:a\", \"urn:b\" ] }"
        },
        {
            "secret output",
            PropertyValue.From(new PropertyOutput(PropertyValue.Secret(PropertyValue.From("v")), [])),
            "{ " + Sig + "\"d0e6a833031e9bbcd3f4e8bde6ca49a4\", \"value\": \"v\", \"secret\": true }"
        },
        {
            "unknown output",
            PropertyValue.From(new PropertyOutput(PropertyValue.Unknown, [])),
            "{ " + Sig + "\"d0e6a833031e9bbcd3f4e8bde6ca49a4\" }"
        },
        {
            "unknown secret output",
            PropertyValue.From(new PropertyOutput(PropertyValue.Secret(PropertyValue.Unknown), [])),
            "{ " + Sig + "\"d0e6a833031e9bbcd3f4e8bde6ca49a4\", \"secret\": true }"
        },
    };

    [Theory]
    [MemberData(nameof(Values))]
    public void WriteValue_AnyValue_IsWhatProtobufReads(string name, PropertyValue value, string expected)
    {
        Value parsed = Value.Parser.ParseFrom(PropertyStruct.WriteValue(value));

        Assert.True(expected == Text(parsed), $"{name}: {Text(parsed)}");
    }

    [Theory]
    [MemberData(nameof(Values))]
    public void ReadValue_WhatWasWritten_IsTheValue(string name, PropertyValue value, string json)
    {
        Assert.NotEmpty(json);
        Assert.True(value == PropertyStruct.ReadValue(PropertyStruct.WriteValue(value), keepOutputs: true), name);
    }

    [Theory]
    [MemberData(nameof(Values))]
    public void ReadValue_WhatProtobufWrote_IsTheValue(string name, PropertyValue value, string json)
    {
        ByteString written = Value.Parser.ParseJson(json).ToByteString();

        Assert.True(value == PropertyStruct.ReadValue(written, keepOutputs: true), name);
    }

    [Fact]
    public void WriteValue_UnknownSecret_IsUnknown() =>
        Assert.Equal(
            PropertyStruct.WriteValue(PropertyValue.Unknown),
            PropertyStruct.WriteValue(PropertyValue.Secret(PropertyValue.Unknown)));

    [Theory]
    [InlineData("04da6b54-80e4-46f7-96ec-b56ff0331ba9")]
    [InlineData("1c4a061d-8072-4f0a-a4cb-0ff528b18fe7")]
    [InlineData("3eeb2bf0-c639-47a8-9e75-3b44932eb421")]
    [InlineData("6a19a0b0-7e62-4c92-b797-7f8e31da9cc2")]
    [InlineData("030794c1-ac77-496b-92df-f27374a8bd58")]
    [InlineData("e48ece36-62e2-4504-bad9-02848725956a")]
    [InlineData("dd056dcd-154b-4c76-9bd3-c8f88648b5ff")]
    public void ReadValue_UnknownOfAnyType_IsUnknown(string text) =>
        Assert.Equal(PropertyValue.Unknown, PropertyStruct.ReadValue(PropertyStruct.WriteValue(PropertyValue.From(text))));

    [Theory]
    [InlineData("")]
    [InlineData("04da6b54-80e4-46f7-96ec-b56ff0331ba8")]
    [InlineData("a4da6b54-80e4-46f7-96ec-b56ff0331ba9")]
    [InlineData("04da6b54-80e4-46f7-96ec-b56ff0331ba9 ")]
    public void ReadValue_TextLikeAnUnknown_IsText(string text) =>
        Assert.Equal(PropertyValue.From(text), PropertyStruct.ReadValue(PropertyStruct.WriteValue(PropertyValue.From(text))));

    public static TheoryData<string, PropertyOutput, PropertyValue> Outputs => new()
    {
        { "known", new PropertyOutput(PropertyValue.From(1), ["urn:a"]), PropertyValue.From(1) },
        { "secret", new PropertyOutput(PropertyValue.Secret(PropertyValue.From(1)), []), PropertyValue.Secret(PropertyValue.From(1)) },
        { "unknown", new PropertyOutput(PropertyValue.Unknown, ["urn:a"]), PropertyValue.Unknown },
        { "unknown secret", new PropertyOutput(PropertyValue.Secret(PropertyValue.Unknown), []), PropertyValue.Secret(PropertyValue.Unknown) },
    };

    [Theory]
    [MemberData(nameof(Outputs))]
    public void ReadValue_OutputsNotKept_IsItsValue(string name, PropertyOutput output, PropertyValue expected)
    {
        PropertyValue read = PropertyStruct.ReadValue(PropertyStruct.WriteValue(PropertyValue.From(output)));

        Assert.True(expected == read, name);
    }

    [Fact]
    public void Read_FieldsInAnyOrder_AreInOrdinalOrder()
    {
        Struct message = new()
        {
            Fields = { ["z"] = Value.ForNumber(1), ["a"] = Value.ForNumber(2), ["Z"] = Value.ForNumber(3) },
        };

        PropertyObject read = PropertyStruct.Read(message.ToByteString());

        Assert.Equal(["Z", "a", "z"], read.Properties.ToArray().Select(static property => property.Name));
    }

    [Fact]
    public void Read_FieldTwice_LastWins()
    {
        ByteString first = PropertyStruct.Write(Object(("a", PropertyValue.From(1))).AsObject());
        ByteString second = PropertyStruct.Write(Object(("a", PropertyValue.From(2))).AsObject());

        PropertyObject read = PropertyStruct.Read(ByteString.CopyFrom([.. first, .. second]));

        Assert.Equal(Object(("a", PropertyValue.From(2))).AsObject(), read);
    }

    [Fact]
    public void Read_FieldsOfLaterVersions_AreSkipped()
    {
        // Fields 15 of all wire types, before and after the known one.
        byte[] others = [0x78, 0x96, 0x01, 0x79, 1, 2, 3, 4, 5, 6, 7, 8, 0x7A, 2, 1, 2, 0x7D, 1, 2, 3, 4];
        PropertyObject value = Object(("a", PropertyValue.From("b"))).AsObject();

        PropertyObject read = PropertyStruct.Read(ByteString.CopyFrom([.. others, .. PropertyStruct.Write(value), .. others]));

        Assert.Equal(value, read);
    }

    [Fact]
    public void Write_LargeValue_GrowsItsBuffer()
    {
        PropertyObject value = Object(
            ("short", PropertyValue.From("x")),
            ("list", PropertyValue.From(PropertyList.Create([.. Enumerable.Range(0, 20_000).Select(static i => PropertyValue.From(i))]))),
            ("text", PropertyValue.From(new string('ä', 100_000)))).AsObject();

        Assert.Equal(value, PropertyStruct.Read(PropertyStruct.Write(value)));
    }

    [Theory]
    [InlineData(34)]
    [InlineData(1000)]
    public void Read_DeepValue_IsTheValue(int depth)
    {
        PropertyObject value = Deep(depth);

        Assert.Equal(value, PropertyStruct.Read(PropertyStruct.Write(value)));
    }

    [Fact]
    public void Write_TooDeepValue_Throws()
    {
        InvalidOperationException exception = Assert.Throws<InvalidOperationException>(() => PropertyStruct.Write(Deep(1001)));

        Assert.Equal("a value is nested more than 1000 levels deep", exception.Message);
    }

    [Fact]
    public void Read_TooDeepValue_Throws()
    {
        ByteString inner = PropertyStruct.WriteValue(PropertyValue.From(Deep(999)));
        ByteString message = new Struct { Fields = { ["a"] = new Value { ListValue = new ListValue() } } }.ToByteString();
        Assert.Equal(PropertyValue.From(PropertyList.Empty), PropertyStruct.Read(message)["a"]);

        // { a: [ deep ] }, put together by hand because the writer refuses it.
        byte[] list = Field(0x32, Field(0x0A, inner.ToByteArray()));
        byte[] tooDeep = Field(0x0A, [.. Field(0x0A, "a"u8.ToArray()), .. Field(0x12, list)]);
        InvalidDataException exception = Assert.Throws<InvalidDataException>(() => PropertyStruct.Read(ByteString.CopyFrom(tooDeep)));

        Assert.Equal("the properties of a message hold a value that is nested more than 1000 levels deep", exception.Message);
    }

    public static TheoryData<string, byte[], string> Malformed => new()
    {
        { "cut in a length", [0x0A], "the properties of a message hold a truncated number" },
        { "cut in a field", [0x0A, 5, 1], "the properties of a message hold a truncated field" },
        { "group", [0x0B, 1], "the properties of a message hold an unknown wire type" },
        { "endless number", [0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80], "the properties of a message hold a truncated number" },
        {
            "signature from the future",
            Signed("f00d"),
            "the properties of a message hold the unrecognized signature f00d"
        },
        {
            "resource without URN",
            Signed("5cf8f73096256a8f31e491e813e4eb8e"),
            "the properties of a message hold a resource reference without a URN"
        },
    };

    [Theory]
    [MemberData(nameof(Malformed))]
    public void Read_Malformed_Throws(string name, byte[] message, string expected)
    {
        InvalidDataException exception = Assert.Throws<InvalidDataException>(() => PropertyStruct.Read(ByteString.CopyFrom(message)));

        Assert.True(expected == exception.Message, $"{name}: {exception.Message}");
    }

    private static byte[] Signed(string signature) => new Struct
    {
        Fields =
        {
            ["a"] = Value.ForStruct(new Struct { Fields = { ["4dabf18193072939515e22adb298388d"] = Value.ForString(signature) } }),
        },
    }.ToByteArray();

    private static byte[] Field(byte tag, byte[] content)
    {
        using MemoryStream stream = new();
        using CodedOutputStream output = new(stream);
        output.WriteRawTag(tag);
        output.WriteBytes(ByteString.CopyFrom(content));
        output.Flush();
        return stream.ToArray();
    }

    private static PropertyObject Deep(int depth)
    {
        PropertyObject value = PropertyObject.Create(new Property("leaf", PropertyValue.From("x")));
        for (int i = 1; i < depth; i++)
        {
            value = PropertyObject.Create(new Property("a", PropertyValue.From(value)));
        }

        return value;
    }

    private static PropertyValue Object(params (string Name, PropertyValue Value)[] properties) =>
        PropertyValue.From(PropertyObject.Create([.. properties.Select(static pair => new Property(pair.Name, pair.Value))]));

    // Gives the fields of a struct in the order of the wire.
    private static string Text(Value value) => JsonFormatter.Default.Format(value);
}
