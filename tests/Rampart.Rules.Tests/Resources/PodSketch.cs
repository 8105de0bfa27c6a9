using Rampart.Rules.Resources;

namespace Rampart.Rules.Tests.Resources;

/// <summary>Writes pods and lists as short texts, e.g. <c>cpu=1 memory=1Gi</c>.</summary>
internal static class PodSketch
{
    public static ResourceList List(string text) => new(text
        .Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .Select(pair => pair.Split('='))
        .Select(pair => new KeyValuePair<string, Quantity>(pair[0], Quantity.Parse(pair[1]))));

    /// <summary><c>requests | limits</c>, or requests alone.</summary>
    public static ResourceRequirements Resources(string text)
    {
        string[] parts = text.Split('|');
        return new ResourceRequirements(List(parts[0]), List(parts.Length > 1 ? parts[1] : ""));
    }

    /// <summary>
    /// Containers separated by semicolons, called a, b, c …; init containers start with <c>init:</c>, sidecars with
    /// <c>sidecar:</c>, the pod's own resources with <c>pod:</c> and its overhead with <c>overhead:</c>.
    /// </summary>
    public static PodResources Pod(string text)
    {
        List<ContainerResources> containers = [], initContainers = [];
        ResourceRequirements? podLevel = null;
        ResourceList overhead = ResourceList.Empty;
        foreach (string part in text.Split(';'))
        {
            string[] marked = part.Trim().Split(':');
            string name = ((char)('a' + containers.Count + initContainers.Count)).ToString();
            string last = marked[^1];
            switch (marked.Length > 1 ? marked[0] : "")
            {
                case "init":
                    initContainers.Add(new ContainerResources(name, Resources(last)));
                    break;
                case "sidecar":
                    initContainers.Add(new ContainerResources(name, Resources(last)) { IsSidecar = true });
                    break;
                case "pod":
                    podLevel = Resources(last);
                    break;
                case "overhead":
                    overhead = List(last);
                    break;
                default:
                    containers.Add(new ContainerResources(name, Resources(last)));
                    break;
            }
        }

        return new PodResources(containers, initContainers) { PodLevel = podLevel, Overhead = overhead };
    }
}
