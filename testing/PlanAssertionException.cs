namespace Rampart.Testing;

/// <summary>A plan is not as a test says; fails the test in every test framework.</summary>
public sealed class PlanAssertionException : Exception
{
    /// <summary>An exception without a message.</summary>
    public PlanAssertionException()
    {
    }

    /// <summary>An exception with a message.</summary>
    public PlanAssertionException(string message)
        : base(message)
    {
    }

    /// <summary>An exception with a message and a cause.</summary>
    public PlanAssertionException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
