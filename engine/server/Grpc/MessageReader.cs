using System.Buffers;
using Grpc.Core;

namespace Rampart.Server.Grpc;

/// <summary>The bytes of one request, for its parser.</summary>
/// <param name="payload">The message without gRPC's prefix.</param>
internal sealed class MessageReader(ReadOnlySequence<byte> payload) : DeserializationContext
{
    public override int PayloadLength => (int)payload.Length;

    public override byte[] PayloadAsNewBuffer() => payload.ToArray();

    public override ReadOnlySequence<byte> PayloadAsReadOnlySequence() => payload;
}
