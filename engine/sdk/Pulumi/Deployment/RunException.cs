namespace Pulumi;

/// <summary>Ends the program with a message for the user, without a stack trace.</summary>
public class RunException : Exception
{
    /// <summary>Ends the program.</summary>
    /// <param name="message">What the user should know.</param>
    public RunException(string message)
        : base(message)
    {
    }

    /// <summary>Ends the program.</summary>
    /// <param name="message">What the user should know.</param>
    /// <param name="innerException">The cause.</param>
    public RunException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Says that properties with <see cref="OutputAttribute"/> are not of the type <see cref="Output{T}"/>.</summary>
    /// <param name="outputAttributeNames">The wire names of the properties.</param>
    public static RunException OutputsHaveIncorrectType(IEnumerable<string> outputAttributeNames) =>
        new($"Output(s) '{string.Join(", ", outputAttributeNames)}' have incorrect type. [Output] attributed properties must be instances of Output<T>.");
}

/// <summary>A problem of one resource.</summary>
public class ResourceException : Exception
{
    /// <summary>Reports a problem.</summary>
    /// <param name="message">What is wrong.</param>
    /// <param name="resource">The resource; null for none.</param>
    /// <param name="hideStack">Whether the stack trace is left out.</param>
    public ResourceException(string message, Resource? resource, bool hideStack = false)
        : base(message)
    {
        Resource = resource;
        HideStack = hideStack;
    }

    internal Resource? Resource { get; }

    internal bool HideStack { get; }
}

/// <summary>A message could not be sent to the engine.</summary>
public class LogException : Exception
{
    /// <summary>Reports the failure.</summary>
    /// <param name="exception">The cause.</param>
    public LogException(Exception exception)
        : base("Error occurred during logging: " + exception?.Message, exception)
    {
    }
}
