using Pulumi.Serialization;
using Rampart.Protocol.Monitor;

namespace Pulumi.Transforms;

/// <summary>Runs a transform of a program for whoever changes registrations: the engine, or a monitor in this process.</summary>
/// <param name="deployment">The run that the transform is part of.</param>
/// <param name="transform">The transform.</param>
internal sealed class TransformRunner(Deployment deployment, ResourceTransform transform)
{
    public async ValueTask<RegisterResourceRequest> RunAsync(RegisterResourceRequest request, CancellationToken cancellationToken)
    {
        // The caller may be a thread of the callback server.
        deployment.Enter();
        ResourceTransformArgs args = new(
            request.Name, request.Type, request.Custom, OutputReader.Read(request.Inputs), TransformOptions.Of(request));
        if (await transform(args, cancellationToken).ConfigureAwait(false) is not { } result)
        {
            return request;
        }

        while (true)
        {
            TransformedRegistration transformed = new(deployment, result);
            RegisterResourceRequest changed = transformed.Apply(request);
            if (transformed.Pending is not { } pending)
            {
                return changed;
            }

            await Task.WhenAll(pending).ConfigureAwait(false);
        }
    }
}
