using Pulumi.Transforms;
using Rampart.Protocol.Monitor;

namespace Pulumi;

/// <content>Telling the engine of functions that it calls, and of packages.</content>
public sealed partial class Deployment
{
    private readonly Lock _callbackLock = new();
    private Dictionary<string, Task<string>>? _packages;
    private Task _invokeTransforms = Task.CompletedTask;

    /// <summary>Makes this the running deployment of the calling async method.</summary>
    internal void Enter() => Ambient.Value = this;

    /// <summary>What the engine answers for a package that has to be registered; the same for the same package.</summary>
    internal Task<string> PackageRefAsync(RegisterPackageRequest package)
    {
        lock (_callbackLock)
        {
            string key = Key(package);
            _packages ??= new Dictionary<string, Task<string>>(StringComparer.Ordinal);
            if (!_packages.TryGetValue(key, out Task<string>? reference))
            {
                _packages[key] = reference = Monitor.RegisterPackageAsync(Request(package)).AsTask();
            }

            return reference;
        }
    }

    internal Task RegisterHook(ResourceHook hook) => RegisterHook(new HookRunner(this).Request(hook));

    internal Task RegisterHook(ErrorHook hook) => RegisterHook(new HookRunner(this).Request(hook));

    /// <summary>Changes every later call of a provider's function.</summary>
    internal void RegisterInvokeTransform(InvokeTransform transform)
    {
        lock (_callbackLock)
        {
            // One after the other: the order is that in which they change a call.
            _invokeTransforms = RegisterAfterAsync(_invokeTransforms);
            _tasks.Add(_invokeTransforms);
        }

        async Task RegisterAfterAsync(Task earlier)
        {
            await earlier.ConfigureAwait(false);
            await Monitor.RegisterInvokeTransformAsync(new InvokeTransformRunner(this, transform).RunAsync).ConfigureAwait(false);
        }
    }

    private Task RegisterHook(HookRequest request)
    {
        Task task = Monitor.RegisterHookAsync(request).AsTask();
        _tasks.Add(task);
        return task;
    }

    private static PackageRequest Request(RegisterPackageRequest package) => new(package.Name, package.Version, package.DownloadUrl)
    {
        Checksums = [.. package.Checksums.OrderBy(static pair => pair.Key, StringComparer.Ordinal)],
        Parameterization = Parameterization(package.Parameterization),
        Extension = Parameterization(package.Extension),
    };

    private static PackageParameterization? Parameterization(RegisterPackageRequest.PackageParameterization? parameterization) =>
        parameterization is null ? null : new PackageParameterization(parameterization.Name, parameterization.Version, parameterization.Value);

    private static string Key(RegisterPackageRequest package)
    {
        RegisterPackageRequest.PackageParameterization? parameterization = package.Parameterization ?? package.Extension;
        return string.Join(
            '\0',
            package.Name,
            package.Version,
            package.DownloadUrl,
            parameterization?.Name,
            parameterization?.Version,
            System.Convert.ToBase64String(parameterization?.Value ?? []));
    }
}
