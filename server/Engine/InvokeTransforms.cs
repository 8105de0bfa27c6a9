using Google.Protobuf;
using Messages = Rampart.Wire.Messages;

namespace Rampart.Server.Engine;

/// <summary>Functions of a program that change its calls of provider functions, in the order in which they were registered.</summary>
/// <param name="callbacks">Calls the functions.</param>
internal sealed class InvokeTransforms(CallbackClients callbacks)
{
    private readonly Lock _lock = new();
    private readonly List<Messages.Callback> _transforms = [];

    /// <summary>Adds a function.</summary>
    public void Add(Messages.Callback transform)
    {
        lock (_lock)
        {
            _transforms.Add(transform);
        }
    }

    /// <summary>The call as the functions leave it.</summary>
    public async Task<Messages.ResourceInvokeRequest> ApplyAsync(Messages.ResourceInvokeRequest request, CancellationToken cancellationToken)
    {
        Messages.Callback[] transforms;
        lock (_lock)
        {
            if (_transforms.Count == 0)
            {
                return request;
            }

            transforms = [.. _transforms];
        }

        Messages.TransformInvokeRequest transform = new()
        {
            Token = request.Tok,
            Args = request.Args,
            Options = new Messages.TransformInvokeOptions
            {
                Provider = request.Provider,
                PluginDownloadUrl = request.PluginDownloadURL,
                Version = request.Version,
                PluginChecksums = { request.PluginChecksums },
            },
        };
        foreach (Messages.Callback callback in transforms)
        {
            ByteString response = await callbacks.CallAsync(callback, transform, cancellationToken).ConfigureAwait(false);
            Messages.TransformInvokeResponse changed = Messages.TransformInvokeResponse.Parser.ParseFrom(response);
            transform.Args = changed.HasArgs ? changed.Args : transform.Args;
            transform.Options = changed.Options ?? transform.Options;
        }

        Messages.ResourceInvokeRequest result = request.Clone();
        result.Args = transform.Args;
        result.Provider = transform.Options.Provider;
        result.Version = transform.Options.Version;
        result.PluginDownloadURL = transform.Options.PluginDownloadUrl;
        return result;
    }
}
