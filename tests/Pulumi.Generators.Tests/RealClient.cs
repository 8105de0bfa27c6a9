using System.Reflection;
using Microsoft.CodeAnalysis;

namespace Pulumi.Generators.Tests;

/// <summary>The KubernetesClient package that the SDK is generated from.</summary>
internal static class RealClient
{
    private static readonly string Folder = typeof(RealClient).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "KubernetesClientFolder")
        .Value!;

    public static PortableExecutableReference Reference { get; } =
        MetadataReference.CreateFromFile(Path.Combine(Folder, "KubernetesClient.dll"));

    public static InMemoryText Documentation { get; } =
        new("KubernetesClient.xml", File.ReadAllText(Path.Combine(Folder, "KubernetesClient.xml")));
}
