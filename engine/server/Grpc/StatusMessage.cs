using System.Globalization;
using System.Text;

namespace Rampart.Server.Grpc;

/// <summary>The text of a status in a trailer (grpc.io, "gRPC over HTTP2", Status-Message).</summary>
internal static class StatusMessage
{
    /// <summary>
    /// The text as bytes of UTF-8, percent-encoded where they are no printable ASCII, or a percent sign. Nothing else is encoded: not
    /// every client decodes what need not have been.
    /// </summary>
    public static string Encode(string text)
    {
        StringBuilder encoded = new(text.Length);
        foreach (byte value in Encoding.UTF8.GetBytes(text))
        {
            if (value is >= 0x20 and <= 0x7E and not (byte)'%')
            {
                encoded.Append((char)value);
            }
            else
            {
                encoded.Append(CultureInfo.InvariantCulture, $"%{value:X2}");
            }
        }

        return encoded.ToString();
    }
}
