using Pulumi.Utilities;

namespace Pulumi.Tests;

/// <summary>All that can be asked of an output.</summary>
/// <param name="Value">The value as a text; empty when it is unknown.</param>
/// <param name="IsKnown">Whether it is known.</param>
/// <param name="IsSecret">Whether it is secret.</param>
/// <param name="Resources">The names of the resources that it comes from, in ordinal order.</param>
internal sealed record OutputState(string Value, bool IsKnown = true, bool IsSecret = false, string Resources = "")
{
    public static async Task<OutputState> OfAsync<T>(Output<T> output)
    {
        bool isKnown = await OutputUtilities.GetIsKnownAsync(output);
        T value = await OutputUtilities.GetValueAsync(output);
        IEnumerable<string> resources = (await OutputUtilities.GetDependenciesAsync(output)).Select(static resource => resource.GetResourceName());
        return new OutputState(
            isKnown ? Text.Of(value) : "",
            isKnown,
            await Output.IsSecretAsync(output),
            string.Join(' ', resources.Order(StringComparer.Ordinal)));
    }
}
