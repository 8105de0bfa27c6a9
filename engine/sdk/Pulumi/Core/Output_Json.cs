using System.Text.Json;
using Pulumi.Serialization;

namespace Pulumi;

/// <content>JSON texts from outputs, and back.</content>
public static partial class Output
{
    /// <summary>The JSON text of a value, which may have inputs and outputs inside; unknown if one is, secret if one is.</summary>
    /// <param name="value">The value.</param>
    /// <param name="options">How it is written; default System.Text.Json's own.</param>
    public static Output<string> JsonSerialize<T>(Output<T> value, JsonSerializerOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new Output<string>(SerializeAsync(value, options));

        static async Task<OutputData<string>> SerializeAsync(Output<T> value, JsonSerializerOptions? options)
        {
            OutputData<T> data = await value.DataTask.ConfigureAwait(false);
            return data.IsKnown ? await OutputJson.SerializeAsync(data, options).ConfigureAwait(false) : data.With<string>(null!);
        }
    }

    /// <summary>The value of a JSON text.</summary>
    /// <param name="json">The text.</param>
    /// <param name="options">How it is read; default System.Text.Json's own.</param>
    public static Output<T> JsonDeserialize<T>(Output<string> json, JsonSerializerOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(json);
        return json.Apply(text => JsonSerializer.Deserialize<T>(text, options)!);
    }
}
