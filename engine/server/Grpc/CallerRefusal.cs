namespace Rampart.Server.Grpc;

/// <summary>What a connection has whose caller is not answered.</summary>
/// <param name="Reason">Why, for the caller.</param>
internal sealed record CallerRefusal(string Reason);
