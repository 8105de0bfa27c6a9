namespace Rampart.Plan.Manifests;

/// <summary>What becomes of objects that hold secrets when they are written.</summary>
public enum SecretHandling
{
    /// <summary>They are left out, and so are objects with values that are not known yet.</summary>
    Omit,

    /// <summary>Placeholders stand for secrets and unknowns, and no API server takes the object.</summary>
    Mask,

    /// <summary>Secrets are written in the clear; objects with values that are not known yet are left out.</summary>
    Show,
}
