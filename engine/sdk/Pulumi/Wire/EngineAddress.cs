using System.Globalization;
using System.Net;

namespace Pulumi.Wire;

/// <summary>Where an engine listens.</summary>
/// <param name="Host">The name or address.</param>
/// <param name="Port">The port.</param>
internal sealed record EngineAddress(string Host, int Port)
{
    /// <summary>The address for gRPC: without encryption, which is how the engine speaks to its own machine.</summary>
    public Uri Uri => new UriBuilder(Uri.UriSchemeHttp, Host, Port).Uri;

    /// <summary>The address that a variable of the environment holds, e.g. <c>127.0.0.1:41233</c>.</summary>
    /// <exception cref="RunException">It is not an address.</exception>
    public static EngineAddress Parse(string variable, string text)
    {
        int colon = text.LastIndexOf(':');
        return colon > 0
            && System.Uri.CheckHostName(text[..colon]) != UriHostNameType.Unknown
            && int.TryParse(text.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out int port)
            && port is > IPEndPoint.MinPort and <= IPEndPoint.MaxPort
            ? new EngineAddress(text[..colon], port)
            : throw new RunException(
                $"{variable}: '{text}' is not an address and port such as 127.0.0.1:41233; it is what the engine gives a program: start it with `pulumi up`");
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Host}:{Port}");
}
