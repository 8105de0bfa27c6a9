using System.Globalization;
using Pulumi.Serialization;
using Rampart.Protocol.Monitor;
using Rampart.Protocol.Values;

namespace Pulumi;

/// <content>Calling functions of providers and methods of components.</content>
public sealed partial class Deployment
{
    internal Output<T> Invoke<T>(string token, InvokeArgs? args, InvokeOptions? options, RegisterPackageRequest? package = null) =>
        new(InvokeOutputAsync(token, args, options, package, value => Convert<T>(token, value)));

    internal Output<T> InvokeSingle<T>(string token, InvokeArgs? args, InvokeOptions? options, RegisterPackageRequest? package = null) =>
        new(InvokeOutputAsync(token, args, options, package, value => Convert<T>(token, Single(token, value))));

    internal async Task<T> InvokeAsync<T>(string token, InvokeArgs? args, InvokeOptions? options, RegisterPackageRequest? package = null) =>
        Plain(token, await InvokeOutputAsync(token, args, options, package, value => Convert<T>(token, value)).ConfigureAwait(false));

    internal async Task<T> InvokeSingleAsync<T>(string token, InvokeArgs? args, InvokeOptions? options, RegisterPackageRequest? package = null) =>
        Plain(token, await InvokeOutputAsync(token, args, options, package, value => Convert<T>(token, Single(token, value))).ConfigureAwait(false));

    internal Output<T> Call<T>(string token, CallArgs? args, Resource? self, CallOptions? options, RegisterPackageRequest? package = null) =>
        new(CallAsync(token, args, self, options, package, value => Convert<T>(token, value)));

    private ValueTask<string> ReferenceAsync(RegisterPackageRequest? package) => package is null ? new("") : new(PackageRefAsync(package));

    private static T Plain<T>(string token, OutputData<T> data) =>
        data.IsKnown
            ? data.Value
            : throw new InvalidOperationException(
                $"Invoke of '{token}' has no result in this preview; use Invoke, whose result is an output, instead of InvokeAsync");

    private static PropertyValue Single(string token, PropertyValue value)
    {
        PropertyObject result = value.AsObject();
        return result.Count == 1
            ? result.Properties[0].Value
            : throw new InvalidOperationException(string.Create(
                CultureInfo.InvariantCulture,
                $"Expected result of call to '{token}' to contain exactly one field, but it has {result.Count}"));
    }

    private static void ThrowOnFailures(string what, IReadOnlyList<InvokeFailure> failures)
    {
        if (failures.Count == 0)
        {
            return;
        }

        IEnumerable<string> reasons = failures.Select(static failure => $"{failure.Reason} ({failure.Property})");
        throw new InvalidOperationException($"{what} failed: {string.Join("; ", reasons)}");
    }

    private async Task<OutputData<T>> InvokeOutputAsync<T>(
        string token,
        InvokeArgs? args,
        InvokeOptions? options,
        RegisterPackageRequest? package,
        Func<PropertyValue, T> read)
    {
        (PropertyObject written, ResourceSet resources) = await WriteInvokeArgsAsync(token, args).ConfigureAwait(false);
        if (options is InvokeOutputOptions { DependsOnOrNull: { } dependsOn })
        {
            OutputData<System.Collections.Immutable.ImmutableArray<Resource>> data = await dependsOn.AsOutput().DataTask.ConfigureAwait(false);
            foreach (Resource resource in data.Value.IsDefault ? [] : data.Value)
            {
                resources = resources.Add(resource);
            }
        }

        PropertyValue all = PropertyValue.From(written);
        if (all.ContainsUnknowns || await AnyUnknownIdAsync(resources).ConfigureAwait(false))
        {
            // Nothing has been asked, so there is nothing that the result would depend on.
            return new OutputData<T>(default!, ResourceSet.Empty, isKnown: false, isSecret: false);
        }

        await _invokeTransforms.ConfigureAwait(false);
        string provider = await ProviderReferenceAsync(token, options?.Provider, options?.Parent).ConfigureAwait(false);
        InvokeResponse response = await Monitor.InvokeAsync(new InvokeRequest(
            token, written, provider, options?.Version ?? "", options?.PluginDownloadURL ?? "")
        {
            PackageRef = await ReferenceAsync(package).ConfigureAwait(false),
        }).ConfigureAwait(false);
        ThrowOnFailures($"Invoke of '{token}'", response.Failures);
        return Read(response.Return, resources, read);
    }

    private async Task<(PropertyObject Written, ResourceSet Resources)> WriteInvokeArgsAsync(string token, InvokeArgs? args)
    {
        try
        {
            return await WriteAsync(writer => WriteArgs(writer, args), _session.Features).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            // The exception itself does not say which function it was.
            global::Pulumi.Log.Error($"Error serializing arguments for invoke {token}: {exception.GetType().FullName}: {exception.Message}");
            throw;
        }
    }

    private async Task<OutputData<T>> CallAsync<T>(
        string token,
        CallArgs? args,
        Resource? self,
        CallOptions? options,
        RegisterPackageRequest? package,
        Func<PropertyValue, T> read)
    {
        ((PropertyObject written, _), PropertyDependency[] dependencies) = await WriteAsync(
            writer =>
            {
                writer.KeepResources = true;
                writer.KeepOutputs = _session.Features.OutputValues;
                writer.CountResources = _session.Remote is null;
                return (WriteArgs(writer, args, self), writer.Dependencies());
            },
            _session.Features).ConfigureAwait(false);
        string provider = self is null
            ? await ProviderReferenceAsync(token, options?.Provider, options?.Parent).ConfigureAwait(false)
            : await ProviderReferenceAsync(token, self.Provider, parent: null).ConfigureAwait(false);
        CallResponse response = await Monitor.CallAsync(new CallRequest(
            token,
            written,
            dependencies,
            provider,
            (self is null ? options?.Version : self.Version) ?? "",
            (self is null ? options?.PluginDownloadURL : self.PluginDownloadURL) ?? "")
        {
            PackageRef = await ReferenceAsync(package).ConfigureAwait(false),
        }).ConfigureAwait(false);
        ThrowOnFailures($"Call of '{token}'", response.Failures);
        ResourceSet resources = ResourceSet.Empty;
        foreach (PropertyDependency dependency in response.ReturnDependencies)
        {
            foreach (string urn in dependency.Urns)
            {
                resources = resources.Add(new DependencyResource(urn));
            }
        }

        return Read(response.Return, resources, read);
    }

    // Whether the result is secret is the provider's answer: it knows whether a secret argument shows in it.
    private static OutputData<T> Read<T>(PropertyObject result, ResourceSet resources, Func<PropertyValue, T> read)
    {
        PropertyValue value = PropertyValue.From(result);
        if (value.ContainsUnknowns)
        {
            return new OutputData<T>(default!, resources, isKnown: false, value.ContainsSecrets);
        }

        return new OutputData<T>(read(value), resources, isKnown: true, value.ContainsSecrets);
    }

    private static T Convert<T>(string token, PropertyValue value)
    {
        try
        {
            return (T)TypedReader.Read(typeof(T), value)!;
        }
        catch (InvalidOperationException exception)
        {
            global::Pulumi.Log.Warn($"Could not convert the result of {token}: {exception.Message}");
            return default!;
        }
    }

    private static (PropertyObject Written, ResourceSet Resources) WriteArgs(PropertyWriter writer, InputArgs? args, Resource? self = null)
    {
        PropertyObject written = args is null ? PropertyObject.Empty : writer.Object(args);
        if (self is not null)
        {
            written = written.With("__self__", writer.ObjectValue(self));
        }

        ResourceSet resources = ResourceSet.Empty;
        foreach (PropertyResources from in writer.PropertyResources)
        {
            resources = resources.Union(from.Resources);
        }

        return (written, resources);
    }

    private static async ValueTask<bool> AnyUnknownIdAsync(ResourceSet resources)
    {
        Stack<Resource> rest = new(resources.Items.ToArray());
        while (rest.TryPop(out Resource? resource))
        {
            if (resource is not CustomResource custom)
            {
                // A component is there when what is in it is there.
                foreach (Resource child in resource.Children())
                {
                    rest.Push(child);
                }
            }
            else if (custom is not DependencyResource && !(await custom.Id.DataTask.ConfigureAwait(false)).IsKnown)
            {
                return true;
            }
        }

        return false;
    }

    private static async ValueTask<string> ProviderReferenceAsync(string token, ProviderResource? own, Resource? parent) =>
        (own ?? ProviderMap.Find(token, parent)) is { } provider
            ? (await provider.Reference().DataTask.ConfigureAwait(false)).Value
            : "";
}
