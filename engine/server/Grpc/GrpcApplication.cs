using System.Buffers;
using System.IO.Pipelines;
using Grpc.Core;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http.Features;

namespace Rampart.Server.Grpc;

/// <summary>gRPC over HTTP/2 for unary methods (grpc.io, "gRPC over HTTP2").</summary>
/// <param name="methods">What can be called.</param>
internal sealed class GrpcApplication(MethodTable methods) : IHttpApplication<IFeatureCollection>
{
    public IFeatureCollection CreateContext(IFeatureCollection contextFeatures) => contextFeatures;

    public void DisposeContext(IFeatureCollection context, Exception? exception)
    {
        // A context owns nothing.
    }

    public async Task ProcessRequestAsync(IFeatureCollection context)
    {
        IHttpRequestFeature request = context.GetRequiredFeature<IHttpRequestFeature>();
        IHttpResponseFeature response = context.GetRequiredFeature<IHttpResponseFeature>();
        response.Headers.ContentType = "application/grpc";
        Status status;
        try
        {
            status = await AnswerAsync(context, request.Path).ConfigureAwait(false);
        }
        catch (RpcException exception)
        {
            status = exception.Status;
        }
        catch (OperationCanceledException)
        {
            status = new Status(StatusCode.Cancelled, "the call was cancelled");
        }
#pragma warning disable CA1031 // The caller is told; it decides what becomes of the run.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            status = new Status(StatusCode.Unknown, exception.Message);
        }

        IHttpResponseTrailersFeature trailers = context.GetRequiredFeature<IHttpResponseTrailersFeature>();
        trailers.Trailers["grpc-status"] = ((int)status.StatusCode).ToString(System.Globalization.CultureInfo.InvariantCulture);
        if (status.Detail is { Length: > 0 } detail)
        {
            trailers.Trailers["grpc-message"] = StatusMessage.Encode(detail);
        }
    }

    private async Task<Status> AnswerAsync(IFeatureCollection context, string path)
    {
        if (context.Get<CallerRefusal>() is { } refusal)
        {
            return new Status(StatusCode.Unauthenticated, refusal.Reason);
        }

        if (methods.Find(path) is not { } method)
        {
            return new Status(StatusCode.Unimplemented, $"there is no method {path}");
        }

        CancellationToken aborted = context.GetRequiredFeature<IHttpRequestLifetimeFeature>().RequestAborted;
        PipeReader body = context.GetRequiredFeature<IRequestBodyPipeFeature>().Reader;
        PipeWriter output = context.GetRequiredFeature<IHttpResponseBodyFeature>().Writer;
        ReadOnlySequence<byte> payload = await ReadMessageAsync(body, aborted).ConfigureAwait(false);
        await method(new MessageReader(payload), new CallContext(path, aborted), new MessageWriter(output)).ConfigureAwait(false);
        body.AdvanceTo(payload.End);
        return Status.DefaultSuccess;
    }

    /// <summary>Waits until the whole message is there; it stays in the reader's buffer.</summary>
    private static async ValueTask<ReadOnlySequence<byte>> ReadMessageAsync(PipeReader body, CancellationToken cancellationToken)
    {
        while (true)
        {
            ReadResult read = await body.ReadAsync(cancellationToken).ConfigureAwait(false);
            ReadOnlySequence<byte> buffer = read.Buffer;
            if (buffer.Length >= MessagePrefix.Length)
            {
                (bool isCompressed, uint length) = MessagePrefix.Read(buffer);
                if (isCompressed)
                {
                    throw new RpcException(new Status(StatusCode.Unimplemented, "compressed messages are not supported"));
                }

                if (length > GrpcServer.MaxMessageBytes)
                {
                    throw new RpcException(new Status(
                        StatusCode.ResourceExhausted, $"the message has {length} bytes; at most {GrpcServer.MaxMessageBytes} are allowed"));
                }

                if (buffer.Length >= MessagePrefix.Length + length)
                {
                    return buffer.Slice(MessagePrefix.Length, length);
                }
            }

            if (read.IsCompleted)
            {
                throw new RpcException(new Status(StatusCode.InvalidArgument, "the message ends too early"));
            }

            body.AdvanceTo(buffer.Start, buffer.End);
        }
    }
}
