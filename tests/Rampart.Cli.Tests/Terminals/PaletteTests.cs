using Rampart.Cli.Terminals;

namespace Rampart.Cli.Tests.Terminals;

public sealed class PaletteTests
{
    [Fact]
    public void Colours_OnATerminal_AreWrittenAndReset() => Assert.Equal("\e[31mx\e[0m", new Palette(isColored: true).Error("x"));

    [Fact]
    public void Colours_Elsewhere_AreLeftOut() => Assert.Equal("x", new Palette(isColored: false).Error("x"));

    [Theory]
    [InlineData(true, null, "xterm", true)]
    [InlineData(true, null, null, true)]
    [InlineData(true, "", "xterm", true)]
    [InlineData(true, "1", "xterm", false)]
    [InlineData(true, "0", "xterm", false)]
    [InlineData(true, null, "dumb", false)]
    [InlineData(false, null, "xterm", false)]
    public void For_StreamAndEnvironment_DecideOverColours(bool isTerminal, string? noColor, string? term, bool isColored)
    {
        Palette palette = Palette.For(isTerminal, name => name == "NO_COLOR" ? noColor : name == "TERM" ? term : null);

        Assert.Equal(isColored, palette.Bold("x") != "x");
    }

    // Also where the process itself has a terminal.
    [Fact]
    public void For_AnotherWriterThanTheConsole_HasNoColours()
    {
        using StringWriter writer = new();

        Assert.Equal(("x", "x"), (Palette.ForOutput(writer).Bold("x"), Palette.ForError(writer).Bold("x")));
    }
}
