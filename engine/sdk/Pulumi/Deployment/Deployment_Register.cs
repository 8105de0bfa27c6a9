using Pulumi.Serialization;
using Pulumi.Wire;
using Rampart.Protocol.Monitor;
using Rampart.Protocol.Values;

namespace Pulumi;

/// <content>Telling the engine of resources and their outputs.</content>
public sealed partial class Deployment
{
    /// <summary>
    /// Registers a resource, or reads it when it exists. Errors belong to the resource and, through it, to the run.
    /// </summary>
    internal void ReadOrRegister(Registration registration)
    {
        List<Task>? pending = null;
        ValueTask<RegisterResourceResponse> call = default;
        bool isBusy = _registrations.IsBusy;
        try
        {
            if (!isBusy && (pending = TryStart(registration, out call)) is null && call.IsCompletedSuccessfully)
            {
                registration.Resource.Complete(call.Result);
                return;
            }
        }
#pragma warning disable CA1031 // As documented: the run reports it.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            registration.Resource.CompleteLater(Task.FromException<RegisterResourceResponse>(exception));
            return;
        }

        PendingRegistration later = new(
            _registrations, (out ValueTask<RegisterResourceResponse> started) => TryStart(registration, out started));
        registration.Resource.CompleteLater(later.Answer);
        if (isBusy)
        {
            _registrations.Add(later);
            _registrations.Send();
        }
        else if (pending is null)
        {
            later.WaitFor(call);
        }
        else
        {
            later.WaitFor(pending);
        }
    }

    /// <summary>Completes a component, or the stack, with its outputs.</summary>
    internal void RegisterOutputs(Resource resource, Output<IDictionary<string, object?>> outputs)
    {
        try
        {
            ValueTask task = OutputsNow(resource, outputs) is { } ready
                ? Monitor.RegisterResourceOutputsAsync(ready)
                : RegisterOutputsAsync(resource, outputs);
            if (!task.IsCompletedSuccessfully)
            {
                _tasks.Add(task.AsTask());
            }
        }
#pragma warning disable CA1031 // The run reports it, as it does what goes wrong later.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            _tasks.Add(exception);
        }
    }

    /// <summary>Sends a registration, or gives what has to be there first.</summary>
    private List<Task>? TryStart(Registration registration, out ValueTask<RegisterResourceResponse> call)
    {
        call = default;
        if (registration.Options.Urn is { } urn)
        {
            call = GetResourceAsync(registration.Resource, urn);
            return null;
        }

        RegistrationBuilder builder = new(this, registration);
        if (builder.IsParentPending())
        {
            return builder.Pending;
        }

        string? id = builder.ReadId();
        if (builder.Pending is { } pendingId)
        {
            return pendingId;
        }

        if (id is not null)
        {
            ReadResourceRequest read = builder.Read(id);
            if (builder.Pending is null)
            {
                call = SendAsync(registration.Resource, read);
            }
        }
        else
        {
            RegisterResourceRequest register = builder.Register();
            if (builder.Pending is null)
            {
                call = SendAsync(registration.Resource, register);
            }
        }

        return builder.Pending;
    }

    private ValueTask<RegisterResourceResponse> SendAsync(Resource resource, RegisterResourceRequest request)
    {
        _session.OnResource?.Invoke(resource);
        return Monitor.RegisterResourceAsync(request);
    }

    private ValueTask<RegisterResourceResponse> SendAsync(Resource resource, ReadResourceRequest request)
    {
        _session.OnResource?.Invoke(resource);
        return Monitor.ReadResourceAsync(request);
    }

    private async ValueTask<RegisterResourceResponse> GetResourceAsync(Resource resource, string urn)
    {
        _session.OnResource?.Invoke(resource);
        InvokeResponse response = await Monitor.InvokeAsync(new InvokeRequest(
            "pulumi:pulumi:getResource",
            PropertyObject.Create(new Property("urn", PropertyValue.From(urn))),
            Provider: "",
            Version: "",
            PluginDownloadUrl: "")).ConfigureAwait(false);
        ThrowOnFailures("Invoke of 'pulumi:pulumi:getResource'", response.Failures);
        return new RegisterResourceResponse
        {
            Urn = response.Return["urn"].StringOrNull() ?? urn,
            Id = response.Return["id"].StringOrNull() ?? "",
            Outputs = response.Return["state"].Inner.ObjectOrNull() ?? PropertyObject.Empty,
        };
    }

    /// <summary>The request of outputs that are all there; null when something has to be waited for.</summary>
    private RegisterResourceOutputsRequest? OutputsNow(Resource resource, Output<IDictionary<string, object?>> outputs)
    {
        if (!outputs.TryGetData(out OutputData<IDictionary<string, object?>> data)
            || !resource.TryGetResponse(out RegisterResourceResponse? response, out _))
        {
            return null;
        }

        PropertyObject written = PropertyObject.Empty;
        if (data is { IsKnown: true, Value: { Count: > 0 } pairs })
        {
            PropertyWriter writer = PropertyWriter.Rent();
            try
            {
                writer.KeepResources = _session.Features.ResourceReferences;
                written = writer.Object(pairs);
                if (writer.Pending is not null)
                {
                    return null;
                }
            }
            finally
            {
                PropertyWriter.Return(writer);
            }
        }

        return new RegisterResourceOutputsRequest(response.Urn, written);
    }

    private async ValueTask RegisterOutputsAsync(Resource resource, Output<IDictionary<string, object?>> outputs)
    {
        OutputData<IDictionary<string, object?>> data = outputs.TryGetData(out OutputData<IDictionary<string, object?>> ready)
            ? ready
            : await outputs.DataTask.ConfigureAwait(false);
        IEnumerable<KeyValuePair<string, object?>> pairs = data.IsKnown && data.Value is not null ? data.Value : [];
        PropertyObject written = await WriteAsync(writer => writer.Object(pairs), _session.Features).ConfigureAwait(false);
        string urn = resource.TryGetResponse(out RegisterResourceResponse? response, out Task<RegisterResourceResponse>? pending)
            ? response.Urn
            : (await pending.ConfigureAwait(false)).Urn;
        await Monitor.RegisterResourceOutputsAsync(new RegisterResourceOutputsRequest(urn, written)).ConfigureAwait(false);
    }

    /// <summary>Writes until nothing is pending.</summary>
    internal static async ValueTask<T> WriteAsync<T>(Func<PropertyWriter, T> write, EngineFeatures features)
    {
        while (true)
        {
            PropertyWriter writer = PropertyWriter.Rent();
            T result;
            List<Task>? pending;
            try
            {
                writer.KeepResources = features.ResourceReferences;
                result = write(writer);
                pending = writer.Pending;
            }
            finally
            {
                PropertyWriter.Return(writer);
            }

            if (pending is null)
            {
                return result;
            }

            await Task.WhenAll(pending).ConfigureAwait(false);
        }
    }
}
