using System.Text.Json;
using System.Text.Json.Serialization;

namespace Pulumi.Serialization;

/// <summary>
/// Outputs and inputs inside values that are made into JSON: their values are written, and their marks collected.
/// </summary>
internal sealed class OutputJson : JsonConverterFactory
{
    private ResourceSet _resources;
    private bool _isKnown = true;
    private bool _isSecret;
    private List<Task>? _pending;

    public static async Task<OutputData<string>> SerializeAsync<T>(OutputData<T> value, JsonSerializerOptions? options)
    {
        while (true)
        {
            OutputJson converter = new();
#pragma warning disable CA1869 // The converter collects the marks of this one value.
            JsonSerializerOptions own = options is null ? new JsonSerializerOptions() : new JsonSerializerOptions(options);
#pragma warning restore CA1869
            own.Converters.Add(converter);
            string text = JsonSerializer.Serialize(value.Value, own);
            if (converter._pending is not { } pending)
            {
                return new OutputData<string>(
                    converter._isKnown ? text : null!, converter._resources, converter._isKnown, converter._isSecret).After(value);
            }

            await Task.WhenAll(pending).ConfigureAwait(false);
        }
    }

    public override bool CanConvert(Type typeToConvert) =>
        typeof(IInput).IsAssignableFrom(typeToConvert) || typeof(IOutput).IsAssignableFrom(typeToConvert);

    public override JsonConverter? CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter?)Activator.CreateInstance(typeof(Converter<>).MakeGenericType(typeToConvert), this);

    private void Write(Utf8JsonWriter writer, object value, JsonSerializerOptions options)
    {
        ValueTask<OutputData<object?>> task = (value as IOutput ?? ((IInput)value).ToUntypedOutput()).GetBoxedDataAsync();
        if (!task.IsCompletedSuccessfully)
        {
            (_pending ??= []).Add(task.AsTask());
            writer.WriteNullValue();
            return;
        }

        OutputData<object?> data = task.Result;
        _resources = _resources.Union(data.Resources);
        _isKnown &= data.IsKnown;
        _isSecret |= data.IsSecret;
        JsonSerializer.Serialize(writer, data.IsKnown ? data.Value : null, options);
    }

    private sealed class Converter<T>(OutputJson owner) : JsonConverter<T>
    {
        public override T? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            throw new NotSupportedException("JsonDeserialize only supports values without inputs and outputs inside");

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => owner.Write(writer, value!, options);
    }
}
