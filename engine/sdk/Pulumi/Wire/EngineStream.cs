using System.Net.Sockets;

namespace Pulumi.Wire;

/// <summary>A connection that tells when the other side ends it, also while no call is under way.</summary>
/// <param name="socket">The connected socket; the stream owns it.</param>
/// <param name="closed">Told once, unless this side ends the connection first.</param>
internal sealed class EngineStream(Socket socket, Action closed) : NetworkStream(socket, ownsSocket: true)
{
    private int _isOver;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        int read = 0;
        try
        {
            read = await base.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            if (read == 0 && !buffer.IsEmpty && Interlocked.Exchange(ref _isOver, 1) == 0)
            {
                closed();
            }
        }

        return read;
    }

    protected override void Dispose(bool disposing)
    {
        Interlocked.Exchange(ref _isOver, 1);
        base.Dispose(disposing);
    }
}
