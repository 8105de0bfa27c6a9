using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Pulumi.Generators.Model;

namespace Pulumi.Generators.Discovery;

/// <summary>KubernetesClient's models among the references of a project.</summary>
internal static class ClientModels
{
    private const string AssemblyFile = "KubernetesClient.dll";

    /// <summary>What to report where the package is not referenced.</summary>
    public static GeneratorProblem Missing { get; } = new(GeneratorDiagnostics.MetadataMissing.Id, AssemblyFile);

    /// <summary>The models of the referenced package; none where it is not referenced, or where the project has the other kind of output.</summary>
    /// <param name="context">The generator's.</param>
    /// <param name="isForFieldTable">Whether they are for the table of fields, not for the SDK's types.</param>
    public static IncrementalValueProvider<ImmutableArray<ImmutableArray<ClientType>>> Read(
        IncrementalGeneratorInitializationContext context, bool isForFieldTable) =>
        context.MetadataReferencesProvider
            .Where(static reference => reference is PortableExecutableReference { FilePath: { } path } && Path.GetFileName(path) == AssemblyFile)
            .Combine(FieldTableOption.Read(context))
            .Where(input => (input.Right.Length > 0) == isForFieldTable)
            .Select(static (input, token) => ClientMetadataReader.Read((PortableExecutableReference)input.Left, token))
            .WithTrackingName(KubernetesGenerator.ModelsStep)
            .Collect();
}
