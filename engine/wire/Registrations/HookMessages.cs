using Google.Protobuf;
using Rampart.Protocol.Monitor;
using Rampart.Protocol.Values;
using Rampart.Wire.Structs;

namespace Rampart.Wire.Registrations;

/// <summary>What hooks are told, from their messages.</summary>
public static class HookMessages
{
    /// <summary>An operation that is about to begin, or is over.</summary>
    /// <exception cref="InvalidDataException">The properties are not a struct.</exception>
    public static HookCall Read(Messages.ResourceHookRequest message)
    {
        ArgumentNullException.ThrowIfNull(message);
        return new HookCall(message.Urn, message.Id, message.Name, message.Type)
        {
            NewInputs = Read(message.HasNewInputs, message.NewInputs),
            OldInputs = Read(message.HasOldInputs, message.OldInputs),
            NewOutputs = Read(message.HasNewOutputs, message.NewOutputs),
            OldOutputs = Read(message.HasOldOutputs, message.OldOutputs),
        };
    }

    /// <summary>An operation that failed.</summary>
    /// <exception cref="InvalidDataException">The properties are not a struct.</exception>
    public static HookCall Read(Messages.ErrorHookRequest message)
    {
        ArgumentNullException.ThrowIfNull(message);
        return new HookCall(message.Urn, message.Id, message.Name, message.Type)
        {
            NewInputs = Read(message.HasNewInputs, message.NewInputs),
            OldInputs = Read(message.HasOldInputs, message.OldInputs),
            OldOutputs = Read(message.HasOldOutputs, message.OldOutputs),
            FailedOperation = message.FailedOperation,
            Errors = [.. message.Errors],
        };
    }

    private static PropertyObject? Read(bool isSet, ByteString properties) => isSet ? PropertyStruct.Read(properties) : null;
}
