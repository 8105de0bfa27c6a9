using System.Collections.Immutable;
using Pulumi;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;

namespace Rampart.Components.Workloads;

/// <summary>The annotations by which clusters before Kubernetes 1.30 took AppArmor profiles: one for each container.</summary>
internal static class AppArmorAnnotations
{
    private const string Prefix = "container.apparmor.security.beta.kubernetes.io/";
    private const string RuntimeDefault = "runtime/default";

    /// <summary>Annotations for <paramref name="containers"/>; a name that is no container's would be refused.</summary>
    public static InputMap<string> For(ImmutableArray<ContainerArgs> containers, ImmutableArray<ContainerArgs> initContainers)
    {
        List<Input<string>> names = [];
        Collect(containers, names);
        Collect(initContainers, names);
        return Output.All(names).Apply(known =>
        {
            ImmutableDictionary<string, string>.Builder annotations = ImmutableDictionary.CreateBuilder<string, string>();
            foreach (string name in known)
            {
                annotations[Prefix + name] = RuntimeDefault;
            }

            return annotations.ToImmutable();
        });
    }

    private static void Collect(ImmutableArray<ContainerArgs> containers, List<Input<string>> names)
    {
        foreach (ContainerArgs container in containers.IsDefault ? [] : containers)
        {
            names.Add(container.Name);
        }
    }
}
