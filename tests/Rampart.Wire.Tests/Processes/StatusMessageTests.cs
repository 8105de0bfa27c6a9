using Rampart.Server.Grpc;

namespace Rampart.Wire.Tests.Processes;

public sealed class StatusMessageTests
{
    // grpc-js decodes as decodeURI does, which leaves what RFC 3986 reserves.
    [Theory]
    [InlineData("there is no resource 'urn:pulumi:dev::a::b'; name one", "there is no resource 'urn:pulumi:dev::a::b'; name one")]
    [InlineData("100%", "100%25")]
    [InlineData("a\nb", "a%0Ab")]
    [InlineData("ä", "%C3%A4")]
    public void Encode_Text_EncodesOnlyWhatMustBe(string text, string expected)
    {
        Assert.Equal(expected, StatusMessage.Encode(text));
        Assert.Equal(text, Uri.UnescapeDataString(expected));
    }
}
