using Google.Protobuf;
using Grpc.Core;

namespace Rampart.Server.Grpc;

/// <summary>The methods of a server by their path, e.g. <c>/pulumirpc.Engine/Log</c>.</summary>
/// <param name="observe">Told of each request before its method is called; null for nobody.</param>
internal sealed class MethodTable(Action<string, IMessage>? observe) : ServiceBinderBase
{
    private readonly Dictionary<string, UnaryCall> _methods = new(StringComparer.Ordinal);

    /// <summary>Answers a request: reads it, calls the method and writes what it returns.</summary>
    public delegate Task UnaryCall(MessageReader request, ServerCallContext context, MessageWriter response);

    public UnaryCall? Find(string path) => _methods.GetValueOrDefault(path);

    public override void AddMethod<TRequest, TResponse>(Method<TRequest, TResponse> method, UnaryServerMethod<TRequest, TResponse>? handler)
    {
        if (handler is null)
        {
            return;
        }

        string name = method.Name;
        Func<DeserializationContext, TRequest> read = method.RequestMarshaller.ContextualDeserializer;
        Action<TResponse, SerializationContext> write = method.ResponseMarshaller.ContextualSerializer;
        _methods.Add(method.FullName, async (request, context, response) =>
        {
            TRequest message = read(request);
            if (message is IMessage observed)
            {
                observe?.Invoke(name, observed);
            }

            write(await handler(message, context).ConfigureAwait(false), response);
        });
    }
}
