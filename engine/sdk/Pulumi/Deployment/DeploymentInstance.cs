namespace Pulumi;

/// <summary>What a program may ask of the run it is part of.</summary>
public sealed partial class DeploymentInstance
{
    private readonly Deployment _deployment;

    internal DeploymentInstance(Deployment deployment) => _deployment = deployment;

    /// <summary>Whether this is a preview.</summary>
    public bool IsDryRun => _deployment.IsDryRun;

    /// <summary>The project.</summary>
    public string ProjectName => _deployment.ProjectName;

    /// <summary>The stack, without organization and project.</summary>
    public string StackName => _deployment.StackName;

    /// <summary>The organization; <c>organization</c> where the backend has none.</summary>
    public string OrganizationName => _deployment.OrganizationName;

    /// <summary>The folder of Pulumi.yaml.</summary>
    public string RootDirectory => _deployment.RootDirectory;

    /// <summary>Calls a provider function.</summary>
    /// <param name="token">The function.</param>
    /// <param name="args">Its arguments.</param>
    /// <param name="options">How it is called.</param>
    public Output<T> Invoke<T>(string token, InvokeArgs args, InvokeOptions? options = null) => _deployment.Invoke<T>(token, args, options);

    /// <inheritdoc cref="Invoke{T}(string, InvokeArgs, InvokeOptions?)"/>
    public Output<T> Invoke<T>(string token, InvokeArgs args, InvokeOutputOptions options) => _deployment.Invoke<T>(token, args, options);

    /// <summary>Calls a provider function and takes the only field of its answer.</summary>
    /// <param name="token">The function.</param>
    /// <param name="args">Its arguments.</param>
    /// <param name="options">How it is called.</param>
    public Output<T> InvokeSingle<T>(string token, InvokeArgs args, InvokeOptions? options = null) => _deployment.InvokeSingle<T>(token, args, options);

    /// <inheritdoc cref="InvokeSingle{T}(string, InvokeArgs, InvokeOptions?)"/>
    public Output<T> InvokeSingle<T>(string token, InvokeArgs args, InvokeOutputOptions options) => _deployment.InvokeSingle<T>(token, args, options);

    /// <summary>Calls a provider function with plain arguments.</summary>
    /// <param name="token">The function.</param>
    /// <param name="args">Its arguments.</param>
    /// <param name="options">How it is called.</param>
    public Task<T> InvokeAsync<T>(string token, InvokeArgs args, InvokeOptions? options = null) => _deployment.InvokeAsync<T>(token, args, options);

    /// <summary>Calls a provider function with plain arguments and takes the only field of its answer.</summary>
    /// <param name="token">The function.</param>
    /// <param name="args">Its arguments.</param>
    /// <param name="options">How it is called.</param>
    public Task<T> InvokeSingleAsync<T>(string token, InvokeArgs args, InvokeOptions? options = null) => _deployment.InvokeSingleAsync<T>(token, args, options);

    /// <summary>Calls a provider function with plain arguments whose answer is not needed.</summary>
    /// <param name="token">The function.</param>
    /// <param name="args">Its arguments.</param>
    /// <param name="options">How it is called.</param>
    public Task InvokeAsync(string token, InvokeArgs args, InvokeOptions? options = null) => _deployment.InvokeAsync<object>(token, args, options);

    /// <summary>Calls a method of a component.</summary>
    /// <param name="token">The method.</param>
    /// <param name="args">Its arguments.</param>
    /// <param name="self">The component; null for none.</param>
    /// <param name="options">How it is called.</param>
    public Output<T> Call<T>(string token, CallArgs args, Resource? self = null, CallOptions? options = null) =>
        _deployment.Call<T>(token, args, self, options);

    /// <summary>Calls a method of a component whose answer is not needed.</summary>
    /// <param name="token">The method.</param>
    /// <param name="args">Its arguments.</param>
    /// <param name="self">The component; null for none.</param>
    /// <param name="options">How it is called.</param>
    public void Call(string token, CallArgs args, Resource? self = null, CallOptions? options = null) =>
        _deployment.Call<object>(token, args, self, options);

    /// <summary>Changes every later call of a provider's function, on the engine's side.</summary>
    /// <param name="transform">The function that changes calls.</param>
    public void RegisterInvokeTransform(InvokeTransform transform)
    {
        ArgumentNullException.ThrowIfNull(transform);
        _deployment.RegisterInvokeTransform(transform);
    }
}
