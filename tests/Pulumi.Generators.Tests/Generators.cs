using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Pulumi.Generators.Tests;

/// <summary>Runs the generator the way the compiler does.</summary>
internal static class Generators
{
    public static GeneratorDriver Driver(params IEnumerable<AdditionalText> additionalTexts) => CSharpGeneratorDriver.Create(
        [new KubernetesGenerator().AsSourceGenerator()],
        additionalTexts,
        CSharpParseOptions.Default,
        driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

    public static CSharpCompilation Compilation(params IEnumerable<MetadataReference> references) =>
        CSharpCompilation.Create("Pulumi.Kubernetes", references: references);

    /// <summary>What the generator writes from the real package.</summary>
    public static GeneratorRunResult RunOnRealClient() =>
        Driver(RealClient.Documentation)
            .RunGenerators(Compilation(RealClient.Reference), TestContext.Current.CancellationToken)
            .GetRunResult()
            .Results
            .Single();
}
