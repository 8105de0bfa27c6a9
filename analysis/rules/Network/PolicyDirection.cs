namespace Rampart.Rules.Network;

/// <summary>Which way traffic goes.</summary>
internal enum PolicyDirection
{
    /// <summary>To pods.</summary>
    Ingress,

    /// <summary>From pods.</summary>
    Egress,
}
