using Rampart.Plan.Manifests;
using Rampart.Plan.Plans;
using Rampart.Protocol.Monitor;
using Rampart.Protocol.Values;

namespace Rampart.Plan.Tests.Manifests;

/// <summary>Short ways to write objects.</summary>
internal static class Objects
{
    public static PropertyValue Text(string text) => PropertyValue.From(text);

    public static PropertyValue List(params PropertyValue[] items) => PropertyValue.From(PropertyList.Create(items));

    public static PropertyValue Map(params (string Name, PropertyValue Value)[] properties) =>
        PropertyValue.From(PropertyObject.Create([.. properties.Select(static property => new Property(property.Name, property.Value))]));

    public static PlanResource Resource(string kind, string name, string apiVersion = "v1", params (string Name, PropertyValue Value)[] more)
    {
        PropertyObject inputs = Map(
        [
            ("apiVersion", Text(apiVersion)),
            ("kind", Text(kind)),
            ("metadata", Map(("name", Text(name)), ("namespace", Text("ns")))),
            .. more,
        ]).AsObject();
        string group = apiVersion == "v1" ? "core/v1" : apiVersion;
        return new PlanResource($"urn:{kind}:{name}", new RegisterResourceRequest
        {
            Type = $"kubernetes:{group}:{kind}",
            Name = name,
            Custom = true,
            Inputs = inputs,
        });
    }

    public static Manifest Manifest(string kind, string name, string apiVersion = "v1", params (string Name, PropertyValue Value)[] more) =>
        Plan.Manifests.Manifest.From(Resource(kind, name, apiVersion, more));
}
