using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Pulumi.Generators.Tests;

public sealed class KubernetesGeneratorTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void Run_RealClient_ReportsNothing()
    {
        GeneratorRunResult result = Generators.RunOnRealClient();

        Assert.Null(result.Exception);
        Assert.Empty(result.Diagnostics);
    }

    [Fact]
    public void Run_WithoutClient_SaysWhatIsMissing()
    {
        GeneratorRunResult result = Generators.Driver().RunGenerators(Generators.Compilation(), Token).GetRunResult().Results.Single();

        Assert.Empty(result.GeneratedSources);
        Assert.Equal(
            "error RMP9001: 'KubernetesClient.dll' is not among the project's references; add a PackageReference to KubernetesClient, the source of every generated type",
            Assert.Single(result.Diagnostics).ToString());
    }

    [Fact]
    public void Run_ClientWithoutTheKindsOfTheFacts_ReportsEachFact()
    {
        GeneratorRunResult result = Generators.Driver()
            .RunGenerators(Generators.Compilation(FakeClient.Reference), Token)
            .GetRunResult()
            .Results
            .Single();

        Assert.Equal(
            "error RMP9002: 'V1Container.name' is not in KubernetesClient's metadata; correct or remove the line",
            result.Diagnostics.Single(diagnostic => diagnostic.GetMessage().StartsWith("'V1Container.name'", StringComparison.Ordinal)).ToString());
    }

    [Fact]
    public void Run_WithoutDocumentation_WritesTheSameCodeWithoutIt()
    {
        string source = Source(Run(Generators.Driver(), FakeClient.Reference), "Apps.V1.Widget.g.cs");

        Assert.DoesNotContain("How a widget is made.", source);
        Assert.Contains("public partial class Widget : KubernetesResource", source);
    }

    [Fact]
    public void Rerun_UserCodeChanged_ReadsAndWritesNothing()
    {
        CSharpCompilation before = Generators.Compilation(FakeClient.Reference);
        GeneratorDriver driver = Generators.Driver(Documentation("How a widget is made.")).RunGenerators(before, Token);

        GeneratorRunResult result = driver
            .RunGenerators(before.AddSyntaxTrees(CSharpSyntaxTree.ParseText("class User;", cancellationToken: Token)), Token)
            .GetRunResult()
            .Results
            .Single();

        string[] steps = [KubernetesGenerator.ModelsStep, KubernetesGenerator.DocumentationStep, KubernetesGenerator.SurfaceStep, KubernetesGenerator.TypesStep];
        Assert.All(steps, step => Assert.All(Reasons(result, step), reason => Assert.Equal(IncrementalStepRunReason.Cached, reason)));
        Assert.All(OutputReasons(result), reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
    }

    [Fact]
    public void Rerun_SummaryChanged_WritesThatTypeOnly()
    {
        InMemoryText before = Documentation("How a widget is made."), after = Documentation("How widgets are made.");
        CSharpCompilation compilation = Generators.Compilation(FakeClient.Reference);
        GeneratorDriver driver = Generators.Driver(before).RunGenerators(compilation, Token);

        GeneratorRunResult result = driver
            .ReplaceAdditionalText(before, after)
            .RunGenerators(compilation, Token)
            .GetRunResult()
            .Results
            .Single();

        Assert.All(Reasons(result, KubernetesGenerator.ModelsStep), reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
        Assert.Single(Reasons(result, KubernetesGenerator.TypesStep), IncrementalStepRunReason.Modified);
        Assert.Single(
            result.TrackedOutputSteps.SelectMany(step => step.Value).SelectMany(step => step.Outputs),
            output => output.Reason == IncrementalStepRunReason.Modified);
        Assert.Contains("How widgets are made.", Source(result, "Apps.V1.WidgetSpec.g.cs"));
    }

    [Trait("Speed", "Slow")]
    [Fact]
    public void Rerun_SameMetadataReadAgain_WritesNothing()
    {
        GeneratorDriver driver = Generators.Driver().RunGenerators(Generators.Compilation(FakeClient.Reference), Token);

        GeneratorRunResult result = driver
            .RunGenerators(Generators.Compilation(FakeClient.Compile(FakeClient.Models)), Token)
            .GetRunResult()
            .Results
            .Single();

        Assert.All(Reasons(result, KubernetesGenerator.SurfaceStep), reason => Assert.Equal(IncrementalStepRunReason.Unchanged, reason));
        Assert.All(OutputReasons(result), reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
    }

    private static InMemoryText Documentation(string summary) => FakeClient.Documentation(("T:k8s.Models.V1WidgetSpec", summary));

    private static GeneratorRunResult Run(GeneratorDriver driver, MetadataReference reference) =>
        driver.RunGenerators(Generators.Compilation(reference), Token).GetRunResult().Results.Single();

    private static string Source(GeneratorRunResult result, string hintName) =>
        result.GeneratedSources.Single(source => source.HintName == hintName).SourceText.ToString();

    private static IEnumerable<IncrementalStepRunReason> Reasons(GeneratorRunResult result, string step) =>
        result.TrackedSteps[step].SelectMany(run => run.Outputs).Select(output => output.Reason);

    private static IEnumerable<IncrementalStepRunReason> OutputReasons(GeneratorRunResult result) =>
        result.TrackedOutputSteps.SelectMany(step => step.Value).SelectMany(run => run.Outputs).Select(output => output.Reason);
}
