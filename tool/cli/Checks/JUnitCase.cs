namespace Rampart.Cli.Checks;

/// <summary>A case of a suite in JUnit's XML: it passes unless it says otherwise.</summary>
/// <param name="Name">What was checked.</param>
internal sealed record JUnitCase(string Name)
{
    /// <summary>Why it failed; null when it did not.</summary>
    public JUnitFailure? Failure { get; init; }

    /// <summary>Why it was skipped; null when it was not.</summary>
    public string? Skipped { get; init; }

    /// <summary>What there is to say though it passed; empty for nothing.</summary>
    public string Output { get; init; } = "";
}

/// <summary>Why a case failed.</summary>
/// <param name="Type">The severity.</param>
/// <param name="Message">What is wrong first.</param>
/// <param name="Text">All that is wrong.</param>
internal sealed record JUnitFailure(string Type, string Message, string Text);
