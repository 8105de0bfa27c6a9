namespace Pulumi;

/// <content>The same calls for functions of packages that are made from parameters, and have no plugin of their own.</content>
public sealed partial class DeploymentInstance
{
    /// <inheritdoc cref="Invoke{T}(string, InvokeArgs, InvokeOptions?)"/>
    public Output<T> Invoke<T>(string token, InvokeArgs args, InvokeOptions? options, RegisterPackageRequest? registerPackageRequest) =>
        _deployment.Invoke<T>(token, args, options, registerPackageRequest);

    /// <inheritdoc cref="Invoke{T}(string, InvokeArgs, InvokeOutputOptions)"/>
    public Output<T> Invoke<T>(string token, InvokeArgs args, InvokeOutputOptions options, RegisterPackageRequest? registerPackageRequest) =>
        _deployment.Invoke<T>(token, args, options, registerPackageRequest);

    /// <inheritdoc cref="InvokeSingle{T}(string, InvokeArgs, InvokeOptions?)"/>
    public Output<T> InvokeSingle<T>(string token, InvokeArgs args, InvokeOptions? options, RegisterPackageRequest? registerPackageRequest) =>
        _deployment.InvokeSingle<T>(token, args, options, registerPackageRequest);

    /// <inheritdoc cref="InvokeSingle{T}(string, InvokeArgs, InvokeOutputOptions)"/>
    public Output<T> InvokeSingle<T>(string token, InvokeArgs args, InvokeOutputOptions options, RegisterPackageRequest? registerPackageRequest) =>
        _deployment.InvokeSingle<T>(token, args, options, registerPackageRequest);

    /// <inheritdoc cref="InvokeAsync{T}(string, InvokeArgs, InvokeOptions?)"/>
    public Task<T> InvokeAsync<T>(string token, InvokeArgs args, InvokeOptions? options, RegisterPackageRequest? registerPackageRequest) =>
        _deployment.InvokeAsync<T>(token, args, options, registerPackageRequest);

    /// <inheritdoc cref="InvokeSingleAsync{T}(string, InvokeArgs, InvokeOptions?)"/>
    public Task<T> InvokeSingleAsync<T>(string token, InvokeArgs args, InvokeOptions? options, RegisterPackageRequest? registerPackageRequest) =>
        _deployment.InvokeSingleAsync<T>(token, args, options, registerPackageRequest);

    /// <inheritdoc cref="InvokeAsync(string, InvokeArgs, InvokeOptions?)"/>
    public Task InvokeAsync(string token, InvokeArgs args, InvokeOptions? options, RegisterPackageRequest? registerPackageRequest) =>
        _deployment.InvokeAsync<object>(token, args, options, registerPackageRequest);

    /// <inheritdoc cref="Call{T}(string, CallArgs, Resource?, CallOptions?)"/>
    public Output<T> Call<T>(string token, CallArgs args, Resource? self, CallOptions? options, RegisterPackageRequest? registerPackageRequest) =>
        _deployment.Call<T>(token, args, self, options, registerPackageRequest);

    /// <inheritdoc cref="Call(string, CallArgs, Resource?, CallOptions?)"/>
    public void Call(string token, CallArgs args, Resource? self, CallOptions? options, RegisterPackageRequest? registerPackageRequest) =>
        _deployment.Call<object>(token, args, self, options, registerPackageRequest);
}
