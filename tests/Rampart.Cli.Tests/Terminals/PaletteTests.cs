using Rampart.Cli.Terminals;

namespace Rampart.Cli.Tests.Terminals;

public sealed class PaletteTests
{
    [Fact]
    public void Colours_OnATerminal_AreWrittenAndReset() => Assert.Equal("\e[31mx\e[0m", new Palette(isColored: true).Error("x"));

    [Fact]
    public void Colours_Elsewhere_AreLeftOut() => Assert.Equal("x", new Palette(isColored: false).Error("x"));

    [Fact]
    public void For_RedirectedStream_HasNoColours() => Assert.Equal("x", Palette.For(isRedirected: true).Bold("x"));
}
