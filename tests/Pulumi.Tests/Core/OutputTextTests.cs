namespace Pulumi.Tests;

public sealed class OutputTextTests
{
    private const string Start = "Calling [ToString] on an [Output<T>] is not supported.";

    [Fact]
    public async Task ToString_InDeployment_SaysWhatToDo()
    {
        string? text = null;
        await Programs.RunAsync(new RecordingMocks(), () => text = Output.Create(1).ToString());

        Assert.StartsWith(Start, text, StringComparison.Ordinal);
    }
}
