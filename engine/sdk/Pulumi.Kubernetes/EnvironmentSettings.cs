using System.Globalization;

namespace Pulumi.Kubernetes;

/// <summary>The settings that a provider takes from environment variables.</summary>
internal static class EnvironmentSettings
{
    public static Input<string>? Text(string variable) =>
        Environment.GetEnvironmentVariable(variable) is { } value ? value : (Input<string>?)null;

    public static Input<bool>? Boolean(string variable) => Environment.GetEnvironmentVariable(variable) switch
    {
        "1" or "t" or "T" or "true" or "TRUE" or "True" => true,
        "0" or "f" or "F" or "false" or "FALSE" or "False" => false,
        _ => (Input<bool>?)null,
    };

    public static Input<int>? Integer(string variable) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.Integer, CultureInfo.InvariantCulture, out int value)
            ? value
            : (Input<int>?)null;

    public static Input<double>? Number(string variable) =>
        double.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.Float, CultureInfo.InvariantCulture, out double value)
            ? value
            : (Input<double>?)null;
}
