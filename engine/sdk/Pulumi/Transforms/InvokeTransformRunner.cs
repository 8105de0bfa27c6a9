using Pulumi.Serialization;
using Rampart.Protocol.Monitor;
using Rampart.Protocol.Values;

namespace Pulumi.Transforms;

/// <summary>Runs a transform of a program for whoever changes calls of functions: the engine, or a monitor in this process.</summary>
/// <param name="deployment">The run that the transform is part of.</param>
/// <param name="transform">The transform.</param>
internal sealed class InvokeTransformRunner(Deployment deployment, InvokeTransform transform)
{
    public async ValueTask<InvokeRequest> RunAsync(InvokeRequest request, CancellationToken cancellationToken)
    {
        deployment.Enter();
        InvokeTransformArgs args = new(request.Token, OutputReader.Read(request.Args), new InvokeOptions
        {
            Provider = request.Provider.Length == 0 ? null : new DependencyProviderResource(request.Provider),
            Version = request.Version.Length == 0 ? null : request.Version,
            PluginDownloadURL = request.PluginDownloadUrl.Length == 0 ? null : request.PluginDownloadUrl,
        });
        if (await transform(args, cancellationToken).ConfigureAwait(false) is not { } result)
        {
            return request;
        }

        PropertyObject written = await Deployment.WriteAsync(
            writer =>
            {
                writer.KeepOutputs = true;
                return writer.Object((IEnumerable<KeyValuePair<string, object?>>)result.Args);
            },
            deployment.Features).ConfigureAwait(false);
        string provider = result.Options.Provider is { } given
            ? (await given.Reference().DataTask.ConfigureAwait(false)).Value
            : "";
        return request with
        {
            Args = written,
            Provider = provider,
            Version = result.Options.Version ?? "",
            PluginDownloadUrl = result.Options.PluginDownloadURL ?? "",
        };
    }
}
