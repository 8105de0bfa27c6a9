using Rampart.Cel.Types;

namespace Rampart.Cel.Libraries.Standard;

/// <summary>The language itself.</summary>
internal static class StandardLibrary
{
    public static readonly CelLibrary Library = new()
    {
        Name = "cel.lib.std",
        Functions = [.. Arithmetic.All, .. Comparisons.All, .. Conversions.All, .. Collections.All, .. Times.All],
        Macros = [.. StandardMacros.All],
        ObjectTypes = [.. WrapperTypes.All],
        Types =
        [
            CelType.Bool, CelType.Int, CelType.Uint, CelType.Double, CelType.String, CelType.Bytes, CelType.AnyList, CelType.AnyMap, CelType.Null,
            CelType.Type, CelType.Timestamp, CelType.Duration,
        ],
    };
}
