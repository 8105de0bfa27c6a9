using Microsoft.CodeAnalysis;

namespace Pulumi.Generators;

/// <summary>The MSBuild property that asks for a table of Kubernetes' fields in place of the SDK's types.</summary>
internal static class FieldTableOption
{
    private const string Property = "build_property.KubernetesFieldTable";

    /// <summary>The full name of the class that the table becomes; empty when the project has the SDK's types.</summary>
    public static IncrementalValueProvider<string> Read(IncrementalGeneratorInitializationContext context) =>
        context.AnalyzerConfigOptionsProvider.Select(static (options, _) =>
            options.GlobalOptions.TryGetValue(Property, out string? name) ? name : "");
}
