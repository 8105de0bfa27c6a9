using Pulumi;
using Pulumi.Utilities;
using Rampart.Protocol.Values;

namespace Rampart.Components.Enforcement;

/// <summary>Reads inputs and outputs of one type.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
internal static class OutputReader<T>
{
    /// <summary>Waits for the value; gives unknown where there is none yet, and a secret where it is one.</summary>
    /// <param name="value">An <c>Input</c> or <c>Output</c> of the type.</param>
    public static async Task<PropertyValue> ReadAsync(object value)
    {
        Output<T> output = value is Input<T> input ? input : (Output<T>)value;
        bool isKnown = await OutputUtilities.GetIsKnownAsync(output).ConfigureAwait(false);
        PropertyValue read = isKnown
            ? await InputReader.ReadAsync(await OutputUtilities.GetValueAsync(output).ConfigureAwait(false)).ConfigureAwait(false)
            : PropertyValue.Unknown;
        return await Output.IsSecretAsync(output).ConfigureAwait(false) ? PropertyValue.Secret(read) : read;
    }
}
