namespace Rampart.Rules.Resources;

/// <summary>How a <see cref="Quantity"/> is printed; a parsed quantity keeps the way it was written.</summary>
public enum QuantityFormat : byte
{
    /// <summary>Powers of ten with a letter: <c>n u m k M G T P E</c> or none, e.g. <c>500m</c>.</summary>
    DecimalSI,

    /// <summary>Powers of 1024: <c>Ki Mi Gi Ti Pi Ei</c>, e.g. <c>512Mi</c>.</summary>
    BinarySI,

    /// <summary>Powers of ten as an exponent, e.g. <c>12e6</c>.</summary>
    DecimalExponent,
}
