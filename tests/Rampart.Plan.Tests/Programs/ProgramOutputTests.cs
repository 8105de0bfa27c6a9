using Rampart.Plan.Programs;
using Rampart.Protocol.Values;

namespace Rampart.Plan.Tests.Programs;

/// <summary>What another program prints, and how much of it.</summary>
public sealed class ProgramOutputTests
{
    private const string Warning = "warning: the program has printed a line of more than 65,536 characters, of which the rest is left out\n";

    [Theory]
    [InlineData("", "")]
    [InlineData("a\nb\r\nc\rd", "a\nb\nc\nd\n")]
    [InlineData("\n\na\n", "\n\na\n")]
    public async Task Copy_Lines_ArePassedOn(string text, string expected) => Assert.Equal(expected, await CopyAsync(text, SecretTexts.None));

    [Fact]
    public async Task Copy_LongLines_AreCutWhichIsSaidOnceAndLaterLinesPassedOn()
    {
        string most = new('x', ProgramOutput.LongestLine), more = new('x', 3 * ProgramOutput.LongestLine);

        Assert.Equal($"{most}\n{Warning}after\n{most}\nlast\n", await CopyAsync($"{more}\nafter\n{more}\r\nlast\n", SecretTexts.None));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(6)]
    [InlineData(14)]
    public async Task Copy_SecretWhereALineIsCut_IsShownInNoPart(int before)
    {
        const string secret = "918273645501928";
        string output = await CopyAsync(new string('-', ProgramOutput.LongestLine - before) + secret + new string('-', ProgramOutput.LongestLine), new SecretTexts([secret]));

        Assert.DoesNotMatch("[0-9]", output.Split('\n')[0]);
        Assert.EndsWith(Warning, output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Copy_EndlessLine_TakesNoMemory()
    {
        using RepeatingReader reader = new(256 << 20);
        using StringWriter output = new() { NewLine = "\n" };

        long before = GC.GetAllocatedBytesForCurrentThread();
        await new ProgramOutput(output, SecretTexts.None).CopyAsync(reader);

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 4 << 20);
    }

    private static async Task<string> CopyAsync(string text, SecretTexts secrets)
    {
        using StringReader reader = new(text);
        using StringWriter output = new() { NewLine = "\n" };
        await new ProgramOutput(output, secrets).CopyAsync(reader);
        return output.ToString();
    }

    // Gives one character again and again.
    private sealed class RepeatingReader(int length) : TextReader
    {
        private int _left = length;

        public override ValueTask<int> ReadAsync(Memory<char> buffer, CancellationToken cancellationToken = default)
        {
            int count = Math.Min(buffer.Length, _left);
            buffer.Span[..count].Fill('x');
            _left -= count;
            return ValueTask.FromResult(count);
        }
    }
}
