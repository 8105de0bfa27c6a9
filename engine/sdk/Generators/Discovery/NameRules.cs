using System.Text.RegularExpressions;

namespace Pulumi.Generators.Discovery;

/// <summary>How names of KubernetesClient and of the wire become names of the official SDK.</summary>
internal static class NameRules
{
    // V1PodSpec, V2MetricSpec, V1beta1Ingress; Corev1EndpointPort where two groups have a type of one name.
    private static readonly Regex ModelName = new(
        "^(?:(?<group>[A-Z][a-z]+)v|V)(?<version>[0-9]+(?:(?:alpha|beta)[0-9]+)?)(?<name>[A-Z].*)$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture);

    /// <summary>Splits the name of a model type; null for a type that is no Kubernetes object.</summary>
    public static (string Group, string Version, string Name)? SplitModelName(string modelName)
    {
        Match match = ModelName.Match(modelName);
        return match.Success
            ? (match.Groups["group"].Value, VersionNamespace("v" + match.Groups["version"].Value), match.Groups["name"].Value)
            : null;
    }

    /// <summary>The namespace of a version: <c>v1</c> → <c>V1</c>, <c>v1beta1</c> → <c>V1Beta1</c>.</summary>
    public static string VersionNamespace(string version) =>
        "V" + version.Substring(1).Replace("alpha", "Alpha").Replace("beta", "Beta");

    /// <summary>Whether a version is stable: <c>v1</c> and <c>v2</c> are, <c>v1beta1</c> is not.</summary>
    public static bool IsStable(string version) => version.Length > 1 && version.Skip(1).All(char.IsDigit);

    /// <summary>The name that the provider understands; it turns the underscores of extensions back into hyphens.</summary>
    public static string WireName(string jsonName) => jsonName.Replace('-', '_');

    /// <summary>The C# name of a member.</summary>
    /// <param name="jsonName">The name in JSON, e.g. <c>clusterIP</c>.</param>
    /// <param name="typeName">The type that declares it; a member cannot have its name, so it gets <c>Value</c> at the end.</param>
    public static string MemberName(string jsonName, string typeName)
    {
        string word = WireName(jsonName).TrimStart('$');
        string name = char.ToUpperInvariant(word[0]) + word.Substring(1);
        return name == typeName ? name + "Value" : name;
    }
}
