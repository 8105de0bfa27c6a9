namespace Pulumi.Tests;

public sealed class AttachedDebuggerTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("false")]
    public void WaitAsync_NotAsked_GoesOn(string? asked) =>
        Assert.True(AttachedDebugger.WaitAsync(asked, static () => throw new InvalidOperationException("nobody asks")).IsCompletedSuccessfully);

    [Fact]
    public async Task WaitAsync_Asked_GoesOnOnlyWithADebugger()
    {
        int looks = 0;
        Task waiting = AttachedDebugger.WaitAsync("true", () => ++looks == 3);

        Assert.False(waiting.IsCompleted);
        await waiting;
        Assert.Equal(3, looks);
    }
}
