using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Pulumi.Generators;

/// <summary>The problems that the generators of this project report.</summary>
internal static class GeneratorDiagnostics
{
    private const string Category = "Generators";

    public static readonly DiagnosticDescriptor MetadataMissing = Error(
        "RMP9001",
        "KubernetesClient is not referenced",
        "'{0}' is not among the project's references; add a PackageReference to KubernetesClient, the source of every generated type");

    public static readonly DiagnosticDescriptor FactWithoutMetadata = Error(
        "RMP9002",
        "A fact names nothing that exists",
        "'{0}' is not in KubernetesClient's metadata; correct or remove the line");

    public static readonly DiagnosticDescriptor ShapeUnknown = Error(
        "RMP9003",
        "A member has a type that no rule covers",
        "'{0}' has no counterpart in the Pulumi SDK; add a rule for it or list the member as not offered");

    public static readonly DiagnosticDescriptor PlaceUnknown = Error(
        "RMP9004",
        "A type belongs to no single API group",
        "'{0}' is used by several API groups; say in the facts which one owns it");

    private static readonly ImmutableArray<DiagnosticDescriptor> All = [MetadataMissing, FactWithoutMetadata, ShapeUnknown, PlaceUnknown];

    public static DiagnosticDescriptor Of(string id) => All.Single(descriptor => descriptor.Id == id);

    private static DiagnosticDescriptor Error(string id, string title, string message) =>
        new(id, title, message, Category, DiagnosticSeverity.Error, isEnabledByDefault: true);
}
