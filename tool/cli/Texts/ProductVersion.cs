namespace Rampart.Cli.Texts;

/// <summary>The version of this program.</summary>
internal static class ProductVersion
{
    /// <summary>Three numbers, e.g. <c>0.1.0</c>.</summary>
    public static string Text => typeof(ProductVersion).Assembly.GetName().Version?.ToString(3) ?? "0.0.0";
}
