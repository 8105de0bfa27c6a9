using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using Pulumi.Generators.Discovery;
using Pulumi.Generators.Facts;
using Pulumi.Generators.Generation;
using Pulumi.Generators.Model;

namespace Pulumi.Generators;

/// <summary>Writes the Kubernetes package of the SDK from the metadata of the package KubernetesClient.</summary>
/// <remarks>
/// The inputs are one referenced assembly and its XML documentation, an additional file. Neither changes while somebody
/// edits the project, so nothing here runs again.
/// </remarks>
[Generator(LanguageNames.CSharp)]
public sealed class KubernetesGenerator : IIncrementalGenerator
{
    internal const string DocumentationStep = "ReadDocumentation";
    internal const string ModelsStep = "ReadModels";
    internal const string SurfaceStep = "ParseSurface";
    internal const string TypesStep = "Types";

    private const string DocumentationFile = "KubernetesClient.xml";

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValueProvider<ImmutableArray<ImmutableDictionary<string, string>>> summaries = context.AdditionalTextsProvider
            .Where(static file => Path.GetFileName(file.Path) == DocumentationFile)
            .Select(static (file, token) => file.GetText(token) is { } text
                ? ClientDocumentationReader.Read(text, token)
                : ImmutableDictionary<string, string>.Empty)
            .WithTrackingName(DocumentationStep)
            .Collect();

        IncrementalValueProvider<ImmutableArray<ImmutableArray<ClientType>>> models = ClientModels.Read(context, isForFieldTable: false);

        IncrementalValueProvider<KubernetesSurface> surface = models
            .Combine(summaries)
            .Combine(FieldTableOption.Read(context))
            .Select(static (inputs, token) => inputs.Right.Length > 0 ? SurfaceOf([])
                : inputs.Left.Left.IsEmpty ? SurfaceOf([ClientModels.Missing])
                : SurfaceParser.Parse(
                    inputs.Left.Left[0],
                    inputs.Left.Right.FirstOrDefault() ?? ImmutableDictionary<string, string>.Empty,
                    KubernetesFacts.Load(),
                    token))
            .WithTrackingName(SurfaceStep);

        // One output per type: a changed type is written again, its neighbours are not.
        context.RegisterSourceOutput(
            surface.SelectMany(static (surface, _) => surface.Types).WithTrackingName(TypesStep),
            static (output, type) => output.AddSource(type.HintName, SourceText.From(SourceFileWriter.Write(type), Encoding.UTF8)));

        context.RegisterSourceOutput(
            surface.SelectMany(static (surface, _) => surface.Problems),
            static (output, problem) => output.ReportDiagnostic(problem.ToDiagnostic()));
    }

    // One without types.
    private static KubernetesSurface SurfaceOf(ImmutableArray<GeneratorProblem> problems) =>
        new(EquatableArray<KubernetesType>.Empty, new EquatableArray<GeneratorProblem>(problems));
}
