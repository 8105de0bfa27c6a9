using Pulumi.Generators.Generation;

namespace Pulumi.Generators.Tests.Generation;

public sealed class SourceWriterTests
{
    [Fact]
    public void Summary_SpecialCharacters_AreEscapedAndParagraphsKept()
    {
        string text = new SourceWriter().Open("class C").Summary("0 < x & \"y\" > z\n\nNext.").Close().ToString();

        Assert.Equal(
            """
            class C
            {
                /// <summary>
                /// 0 &lt; x &amp; "y" &gt; z
                ///
                /// Next.
                /// </summary>
            }

            """,
            text);
    }

    [Fact]
    public void Summary_Empty_WritesNothing() => Assert.Equal("", new SourceWriter().Summary("").ToString());

    [Theory]
    [InlineData("apiVersion", "\"apiVersion\"")]
    [InlineData("$ref", "\"$ref\"")]
    [InlineData("a\"b\\c", "\"a\\\"b\\\\c\"")]
    public void Literal_Text_IsACSharpString(string text, string expected) => Assert.Equal(expected, SourceWriter.Literal(text));
}
