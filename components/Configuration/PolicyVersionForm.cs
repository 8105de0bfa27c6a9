namespace Rampart.Components.Configuration;

/// <summary>A version of the Pod Security Standards.</summary>
public sealed class PolicyVersionForm : SettingForm
{
    /// <inheritdoc/>
    public override string What => "a version such as 'v1.35', or 'latest'";

    /// <inheritdoc/>
    public override string? Pattern => @"^(latest|v1\.(0|[1-9][0-9]?))$";

    /// <inheritdoc/>
    public override bool Is(string text)
    {
        const string Prefix = "v1.";
        if (text == "latest")
        {
            return true;
        }

        ReadOnlySpan<char> minor = text.StartsWith(Prefix, StringComparison.Ordinal) ? text.AsSpan(Prefix.Length) : [];
        return minor.Length is 1 or 2 && !minor.ContainsAnyExceptInRange('0', '9') && (minor.Length == 1 || minor[0] != '0');
    }
}
