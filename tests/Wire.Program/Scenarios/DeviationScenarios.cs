using Pulumi;
using Pulumi.Utilities;
using Rampart.WireProgram.Resources;

namespace Rampart.WireProgram.Scenarios;

/// <summary>Where the bundled SDK does not do what the official one does, on purpose.</summary>
internal static class DeviationScenarios
{
    public static readonly Dictionary<string, Action> All = new()
    {
        // The official SDK takes a program that was cancelled for one that ended well, and the engine deletes everything that
        // it has not declared. Here it fails.
        ["cancelled"] = static () => throw new OperationCanceledException("cancelled by the program"),

        // The official SDK writes the secret's envelope into the JSON text: the engine does not find it there, and keeps the
        // secret in the clear. Here the whole text is a secret.
        ["secretInJson"] = static () => _ = new Echo("echo", new EchoArgs { JsonText = new PartArgs { Name = Output.CreateSecret("hunter2") } }),

        // Options that a transform does not touch come back from the official SDK without HideDiffs, and with
        // DeleteBeforeReplace switched off where it was left to the provider. Here they stay.
        ["transformedOptions"] = static () => Observed.Tell("registration", new Echo(
            "echo",
            new EchoArgs { Text = "a" },
            new CustomResourceOptions
            {
                HideDiffs = { "text" },
                ResourceTransforms = { static (args, _) => Task.FromResult<ResourceTransformResult?>(new ResourceTransformResult(args.Args, args.Options)) },
            },
            "test:index:TransformedExactly").Any),

        // The official SDK writes the placeholder of the unknown value into the JSON text, where a provider takes it for the
        // value. Here the whole text is unknown.
        ["unknownInJson"] = static () => _ = new Echo("echo", new EchoArgs { JsonText = new PartArgs { Name = OutputUtilities.CreateUnknown("") } }),
    };
}
