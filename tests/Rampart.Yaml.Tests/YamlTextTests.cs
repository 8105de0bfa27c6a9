using System.Text;

namespace Rampart.Yaml.Tests;

public sealed class YamlTextTests
{
    // name, bytes
    public static TheoryData<string, byte[]> Encodings => new()
    {
        { "UTF-8", Encoding.UTF8.GetBytes("a: é😀") },
        { "UTF-8 with byte order mark", [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes("a: é😀")] },
        { "UTF-16, little end first", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("a: é😀")] },
        { "UTF-16, big end first", [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes("a: é😀")] },
    };

    [Theory, MemberData(nameof(Encodings))]
    public void ReadOne_Bytes_AreDecoded(string name, byte[] file)
    {
        string read = YamlDump.Write(YamlReader.ReadOne(file));

        Assert.True(read == "{a: é😀}", name);
    }

    [Fact]
    public void ReadOne_BytesThatAreNotUtf8_AreAnError()
    {
        byte[] file = [.. "a: b\nc: d"u8, 0xE9, .. "e"u8];

        YamlException exception = Assert.Throws<YamlException>(() => YamlReader.ReadOne(file));

        Assert.Equal("line 2, column 5: the bytes here are not UTF-8; save the file as UTF-8", exception.Message);
    }

    [Fact]
    public void ReadOne_ReplacementCharacterItself_IsText()
    {
        string read = YamlDump.Write(YamlReader.ReadOne("a: \uFFFD"u8));

        Assert.Equal("{a: \uFFFD}", read);
    }
}
