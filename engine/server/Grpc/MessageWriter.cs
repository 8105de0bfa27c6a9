using System.Buffers;
using System.IO.Pipelines;
using Grpc.Core;

namespace Rampart.Server.Grpc;

/// <summary>Writes one answer with the prefix that gRPC gives a message.</summary>
/// <param name="output">Where to.</param>
internal sealed class MessageWriter(PipeWriter output) : SerializationContext
{
    public override void SetPayloadLength(int payloadLength) => MessagePrefix.Write(output, payloadLength);

    public override IBufferWriter<byte> GetBufferWriter() => output;

    public override void Complete(byte[] payload)
    {
        MessagePrefix.Write(output, payload.Length);
        output.Write(payload);
    }

    public override void Complete()
    {
        // All has been written; the caller of the method flushes.
    }
}
