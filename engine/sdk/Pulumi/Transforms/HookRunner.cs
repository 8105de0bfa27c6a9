using System.Collections.Immutable;
using Pulumi.Serialization;
using Rampart.Protocol.Monitor;
using Rampart.Protocol.Values;

namespace Pulumi.Transforms;

/// <summary>Runs the hooks of a program for the engine.</summary>
/// <param name="deployment">The run that the hooks are part of.</param>
internal sealed class HookRunner(Deployment deployment)
{
    public HookRequest Request(ResourceHook hook) => new(hook.Name)
    {
        OnDryRun = hook.Options.OnDryRun ?? false,
        IgnoreErrors = hook.Options.IgnoreErrors ?? false,
        Around = async (call, cancellationToken) =>
        {
            deployment.Enter();
            await hook.Callback(
                new ResourceHookArgs(
                    call.Urn,
                    call.Id,
                    call.Name,
                    call.Type,
                    Read(call.NewInputs),
                    Read(call.OldInputs),
                    Read(call.NewOutputs),
                    Read(call.OldOutputs)),
                cancellationToken).ConfigureAwait(false);
        },
    };

    public HookRequest Request(ErrorHook hook) => new(hook.Name)
    {
        OnError = async (call, cancellationToken) =>
        {
            deployment.Enter();
            return await hook.Callback(
                new ErrorHookArgs(
                    call.Urn,
                    call.Id,
                    call.Name,
                    call.Type,
                    Read(call.NewInputs),
                    Read(call.OldInputs),
                    Read(call.OldOutputs),
                    call.FailedOperation,
                    call.Errors),
                cancellationToken).ConfigureAwait(false);
        },
    };

    private static ImmutableDictionary<string, object?>? Read(PropertyObject? properties) =>
        properties is null ? null : OutputReader.Read(properties);
}
