using Pulumi.Serialization;
using Rampart.Protocol.Values;

namespace Pulumi;

/// <summary>An <see cref="Output{T}"/> whose type argument does not matter.</summary>
internal interface IOutput
{
    ValueTask<OutputData<object?>> GetBoxedDataAsync();

    PropertyValue Serialize(PropertyWriter writer);
}

/// <summary>An <see cref="Input{T}"/> whose type argument does not matter.</summary>
internal interface IInput
{
    IOutput ToUntypedOutput();

    PropertyValue Serialize(PropertyWriter writer);
}
