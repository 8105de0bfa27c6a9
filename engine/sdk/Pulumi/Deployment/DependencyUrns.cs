using Rampart.Protocol.Monitor;

namespace Pulumi;

/// <summary>What the engine has to wait for when something depends on resources.</summary>
internal static class DependencyUrns
{
    /// <summary>
    /// The URNs to depend on, in ordinal order: custom resources and remote components themselves, components by what
    /// the program puts into them.
    /// </summary>
    /// <param name="resources">What is depended on.</param>
    /// <param name="self">What depends: a component that it belongs to contains it, but it does not wait for itself. Null for no resource.</param>
    /// <param name="pending">What has to be there before the URNs are complete; made when it is needed.</param>
    public static string[] Of(ReadOnlySpan<Resource> resources, Resource? self, ref List<Task>? pending)
    {
        // One custom resource is by far the most frequent case.
        if (resources is [CustomResource only] && !ReferenceEquals(only, self))
        {
            return [Of(only, ref pending)];
        }

        SortedSet<string> urns = new(StringComparer.Ordinal);
        foreach (Resource resource in resources)
        {
            Expand(resource, self, urns, ref pending);
        }

        return [.. urns];
    }

    /// <summary>The URN of a resource; empty while it is pending.</summary>
    public static string Of(Resource resource, ref List<Task>? pending)
    {
        if (resource.TryGetResponse(out RegisterResourceResponse? response, out Task<RegisterResourceResponse>? registration))
        {
            return response.Urn;
        }

        (pending ??= []).Add(registration);
        return "";
    }

    private static void Expand(Resource resource, Resource? self, SortedSet<string> urns, ref List<Task>? pending)
    {
        if (ReferenceEquals(resource, self))
        {
            return;
        }

        if (resource is CustomResource)
        {
            urns.Add(Of(resource, ref pending));
            return;
        }

        // A remote component waits for what its provider makes; what the program adds to it does not belong to that.
        if (resource.Remote)
        {
            urns.Add(Of(resource, ref pending));
        }

        foreach (Resource child in resource.Children())
        {
            Expand(child, self, urns, ref pending);
        }
    }
}
