using System.Buffers.Binary;
using System.Globalization;
using System.Net;

namespace Rampart.Server.Grpc;

/// <summary>
/// Whose process is at the other end of a connection within this machine. Programs are started by the user that the server belongs to;
/// on Linux the system tells of each socket whose it is (proc_net_tcp), so that no other user's process is answered.
/// </summary>
/// <remarks>
/// Pulumi's SDKs send no word of who they are, and those for .NET and Java connect to an address and port only. macOS and Windows do
/// not tell whose the other end is in such a way: there every process of the machine is answered that finds the port.
/// </remarks>
internal static class LoopbackCaller
{
    private const int Looks = 3;
    private const int Listening = 0x0A;

    private static readonly string[] Tables = ["/proc/net/tcp", "/proc/net/tcp6"];

    /// <summary>Why a caller is not answered; null when it is the user's own, or when the system does not tell.</summary>
    /// <param name="server">The server's end of the connection.</param>
    /// <param name="caller">The other end.</param>
    public static string? FindRefusal(IPEndPoint server, IPEndPoint caller)
    {
        // A table is not read in one go, and a row may be missed while others come and go.
        for (int look = 0; look < Looks; look++)
        {
            int? owner = null, other = null;
            foreach (string table in Tables)
            {
                try
                {
                    (int? listens, int? calls) = FindUsers(File.ReadLines(table), server, caller);
                    owner ??= listens;
                    other ??= calls;
                }
                catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
                {
                    // Another system, or one without this table.
                }
            }

            if (owner is null)
            {
                return null;
            }

            if (other is not null)
            {
                return other == owner ? null : string.Create(
                    CultureInfo.InvariantCulture, $"this server answers the user that started it (uid {owner}), and the caller is another (uid {other})");
            }
        }

        return "this server answers the user that started it, and the system does not tell whose the caller is";
    }

    /// <summary>Reads a table of the system's connections.</summary>
    /// <param name="lines">The table, with a line of headings.</param>
    /// <param name="server">The server's end of the connection.</param>
    /// <param name="caller">The other end.</param>
    /// <returns>The user of the socket that listens at the server's end, and of that at the caller's; null for one that is not there.</returns>
    public static (int? Owner, int? Caller) FindUsers(IEnumerable<string> lines, IPEndPoint server, IPEndPoint caller)
    {
        int? owner = null, other = null;
        foreach (string line in lines)
        {
            // sl local remote state queues timer retransmits uid …
            string[] columns = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (columns.Length < 8
                || Parse(columns[1]) is not { } local
                || Parse(columns[2]) is not { } remote
                || !int.TryParse(columns[7], NumberStyles.None, CultureInfo.InvariantCulture, out int user))
            {
                continue;
            }

            if (local.Equals(caller) && remote.Equals(server))
            {
                other = user;
            }
            else if (local.Equals(server) && int.TryParse(columns[3], NumberStyles.HexNumber, CultureInfo.InvariantCulture, out int state) && state == Listening)
            {
                owner = user;
            }
        }

        return (owner, other);
    }

    // 0100007F:9C40: words of the address in the order of bytes of this machine, all in hexadecimal digits.
    private static IPEndPoint? Parse(string text)
    {
        int colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon is not (8 or 32)
            || !ushort.TryParse(text.AsSpan(colon + 1), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out ushort port))
        {
            return null;
        }

        Span<byte> address = stackalloc byte[colon / 2];
        for (int i = 0; i < address.Length; i += 4)
        {
            if (!uint.TryParse(text.AsSpan(2 * i, 8), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out uint word))
            {
                return null;
            }

            if (BitConverter.IsLittleEndian)
            {
                BinaryPrimitives.WriteUInt32LittleEndian(address[i..], word);
            }
            else
            {
                BinaryPrimitives.WriteUInt32BigEndian(address[i..], word);
            }
        }

        IPAddress parsed = new(address);
        return new IPEndPoint(parsed.IsIPv4MappedToIPv6 ? parsed.MapToIPv4() : parsed, port);
    }
}
