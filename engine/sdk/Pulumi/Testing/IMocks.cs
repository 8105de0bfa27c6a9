using System.Collections.Immutable;

namespace Pulumi.Testing;

/// <summary>Answers a program's registrations and calls in a test.</summary>
/// <remarks>Source: pulumi.com/docs/iac/guides/testing/unit.</remarks>
public interface IMocks
{
    /// <summary>Answers the registration or read of a resource.</summary>
    /// <param name="args">The resource.</param>
    /// <returns>Its id (null for none) and its outputs, as a dictionary.</returns>
    Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args);

    /// <summary>Answers the call of a function or method.</summary>
    /// <param name="args">The call.</param>
    /// <returns>The result, as a dictionary.</returns>
    Task<object> CallAsync(MockCallArgs args);

    /// <summary>Is told of the outputs of a component or of the stack.</summary>
    /// <param name="args">The outputs.</param>
    Task RegisterResourceOutputs(MockRegisterResourceOutputsRequest args) => Task.CompletedTask;
}

/// <summary>A resource that a test is asked for.</summary>
public class MockResourceArgs
{
    /// <summary>The type token.</summary>
    public string? Type { get; set; }

    /// <summary>The logical name.</summary>
    public string? Name { get; set; }

    /// <summary>The known inputs, secrets in plain.</summary>
    public ImmutableDictionary<string, object> Inputs { get; set; } = ImmutableDictionary<string, object>.Empty;

    /// <summary>The provider as <c>urn::id</c>; empty for the default provider.</summary>
    public string? Provider { get; set; }

    /// <summary>The id of the object to read or adopt; empty for none.</summary>
    public string? Id { get; set; }
}

/// <summary>A call that a test is asked for.</summary>
public class MockCallArgs
{
    /// <summary>The function or method.</summary>
    public string? Token { get; set; }

    /// <summary>Its arguments.</summary>
    public ImmutableDictionary<string, object> Args { get; set; } = ImmutableDictionary<string, object>.Empty;

    /// <summary>The provider as <c>urn::id</c>; empty for the default provider.</summary>
    public string? Provider { get; set; }
}

/// <summary>The outputs of a component or of the stack.</summary>
public class MockRegisterResourceOutputsRequest
{
    /// <summary>Whose outputs these are.</summary>
    public readonly string Urn;

    /// <summary>The outputs by name.</summary>
    public readonly ImmutableDictionary<string, Output<object?>> Outputs;

    /// <summary>Names the outputs.</summary>
    /// <param name="urn">Whose outputs these are.</param>
    /// <param name="outputs">The outputs by name.</param>
    public MockRegisterResourceOutputsRequest(string urn, ImmutableDictionary<string, Output<object?>> outputs)
    {
        Urn = urn;
        Outputs = outputs;
    }
}

/// <summary>What a program under test is told about its stack.</summary>
public class TestOptions
{
    /// <summary>The project; default <c>project</c>.</summary>
    public string? ProjectName { get; set; }

    /// <summary>The folder of Pulumi.yaml; default none.</summary>
    public string? RootDirectory { get; set; }

    /// <summary>The stack; default <c>stack</c>.</summary>
    public string? StackName { get; set; }

    /// <summary>Whether this is a preview; default true.</summary>
    public bool? IsPreview { get; set; }

    /// <summary>The organization; default <c>organization</c>.</summary>
    public string? OrganizationName { get; set; }
}

/// <summary>Mocks that answer each resource with its inputs and each call with nothing.</summary>
public class EmptyMocks : IMocks
{
    /// <inheritdoc/>
    public Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args)
    {
        ArgumentNullException.ThrowIfNull(args);
        return Task.FromResult<(string?, object)>((args.Name, args.Inputs));
    }

    /// <inheritdoc/>
    public Task<object> CallAsync(MockCallArgs args) => Task.FromResult<object>(ImmutableDictionary<string, object>.Empty);
}
