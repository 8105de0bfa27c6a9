using System.Globalization;
using Rampart.Protocol.Monitor;

namespace Pulumi;

/// <summary>How long operations on a resource may take; default the provider's own.</summary>
public sealed class CustomTimeouts
{
    /// <summary>Creation.</summary>
    public TimeSpan? Create { get; set; }

    /// <summary>Update.</summary>
    public TimeSpan? Update { get; set; }

    /// <summary>Deletion.</summary>
    public TimeSpan? Delete { get; set; }

    internal ResourceTimeouts ToRequest() => new(Nanoseconds(Create), Nanoseconds(Update), Nanoseconds(Delete));

    // A tick is 100 ns; the engine reads Go's duration notation.
    private static string? Nanoseconds(TimeSpan? time) =>
        time is { } given ? given.Ticks.ToString(CultureInfo.InvariantCulture) + "00ns" : null;
}
