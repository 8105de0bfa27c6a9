using System.Buffers;
using System.Buffers.Binary;

namespace Rampart.Server.Grpc;

/// <summary>What precedes each message of gRPC: whether it is compressed (one byte) and its length (four, big-endian).</summary>
internal static class MessagePrefix
{
    public const int Length = 5;

    /// <summary>Writes the prefix of a message that is not compressed.</summary>
    public static void Write(IBufferWriter<byte> output, int payloadLength)
    {
        Span<byte> prefix = output.GetSpan(Length);
        prefix[0] = 0;
        BinaryPrimitives.WriteInt32BigEndian(prefix[1..], payloadLength);
        output.Advance(Length);
    }

    /// <summary>Reads a prefix; the number of bytes is that of the message alone.</summary>
    public static (bool IsCompressed, uint PayloadLength) Read(ReadOnlySequence<byte> buffer)
    {
        Span<byte> prefix = stackalloc byte[Length];
        buffer.Slice(0, Length).CopyTo(prefix);
        return (prefix[0] != 0, BinaryPrimitives.ReadUInt32BigEndian(prefix[1..]));
    }
}
