namespace Pulumi.Wire;

/// <summary>How long an engine may be silent. What it works on, such as a Job that is waited for, may take as long as it likes.</summary>
/// <param name="FirstAnswer">For the answer to what costs it no work.</param>
/// <param name="PingEvery">Until one that owes an answer is asked whether it is still there.</param>
/// <param name="PingAnswer">For saying so.</param>
internal sealed record EnginePatience(TimeSpan FirstAnswer, TimeSpan PingEvery, TimeSpan PingAnswer)
{
    /// <summary>30 seconds for an answer. The engine's gRPC server ends connections on which pings come more often than every five minutes.</summary>
    public static readonly EnginePatience Default = new(TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(6), TimeSpan.FromSeconds(30));
}
