namespace Rampart.Rules.PodSecurity.Rules;

/// <summary>The annotation that said a container's AppArmor profile before there was a field.</summary>
internal static class AppArmorAnnotation
{
    /// <summary>What starts its name; a container's name follows.</summary>
    public const string Prefix = "container.apparmor.security.beta.kubernetes.io/";

    /// <summary>The type of profile that a value stands for; null for a value that the API server does not take.</summary>
    public static string? TypeOf(string value) => value switch
    {
        "" or "runtime/default" => "RuntimeDefault",
        "unconfined" => "Unconfined",
        _ when value.StartsWith("localhost/", StringComparison.Ordinal) => "Localhost",
        _ => null,
    };
}
