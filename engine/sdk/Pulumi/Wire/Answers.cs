using Google.Protobuf.Collections;
using Rampart.Protocol.Monitor;
using Rampart.Protocol.Values;
using Rampart.Wire.Structs;
using Messages = Rampart.Wire.Messages;

namespace Pulumi.Wire;

/// <summary>What the engine answered, read from its messages.</summary>
internal static class Answers
{
    // One unknown property makes the whole result unknown, whatever the program reads from it.
    private static readonly PropertyObject UnknownResult = PropertyObject.Create(new Property("result", PropertyValue.Unknown));

    public static RegisterResourceResponse Read(Messages.RegisterResourceResponse message) => new()
    {
        Urn = message.Urn,
        Id = message.Id,
        Outputs = PropertyStruct.Read(message.Object),
        PropertyDependencies = Dependencies(message.PropertyDependencies),
        Result = message switch
        {
            // The operation was left out although nothing failed, as by --target: outputs are as unknown as those of a skipped one.
            { Unknown: true } => RegisterResult.Skip,
            { Result: Messages.Result.Fail } => RegisterResult.Fail,
            { Result: Messages.Result.Skip } => RegisterResult.Skip,
            _ => RegisterResult.Success,
        },
    };

    public static RegisterResourceResponse Read(Messages.ReadResourceResponse message, string id) => new()
    {
        Urn = message.Urn,
        Id = id,
        Outputs = PropertyStruct.Read(message.Properties),
    };

    public static InvokeResponse Read(Messages.ResourceInvokeResponse message) =>
        new(message.Unknown ? UnknownResult : PropertyStruct.Read(message.Return), Failures(message.Failures));

    public static CallResponse Read(Messages.CallResponse message) =>
        new(PropertyStruct.Read(message.Return), Dependencies(message.ReturnDependencies), Failures(message.Failures));

    public static PropertyDependency[] Dependencies(MapField<string, Messages.PropertyDependencies> message)
    {
        if (message.Count == 0)
        {
            return [];
        }

        PropertyDependency[] dependencies = new PropertyDependency[message.Count];
        int next = 0;
        foreach ((string property, Messages.PropertyDependencies urns) in message)
        {
            dependencies[next++] = new PropertyDependency(property, [.. urns.Urns]);
        }

        Array.Sort(dependencies, static (left, right) => string.CompareOrdinal(left.Property, right.Property));
        return dependencies;
    }

    private static InvokeFailure[] Failures(RepeatedField<Messages.CheckFailure> message)
    {
        InvokeFailure[] failures = new InvokeFailure[message.Count];
        for (int i = 0; i < failures.Length; i++)
        {
            failures[i] = new InvokeFailure(message[i].Property, message[i].Reason);
        }

        return failures;
    }
}
