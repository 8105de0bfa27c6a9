using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Pulumi.Generators.Tests;

public sealed class FieldTableGeneratorTests
{
    [Theory]
    [InlineData("apps/v1 Deployment V1Deployment\n")]
    [InlineData("autoscaling/v2 HorizontalPodAutoscaler V2HorizontalPodAutoscaler\n")]
    [InlineData("\nV1Deployment Deployment\n  V1DeploymentSpec: spec\n  V1DeploymentStatus: status\n  V1ObjectMeta: metadata\n  text: apiVersion kind\n\n")]
    [InlineData("  integer-or-text: maxSurge maxUnavailable\n")]
    [InlineData("  id: runAsGroup runAsUser\n")]
    [InlineData("  [id]: supplementalGroups\n")]
    [InlineData("  {quantity}: limits requests\n")]
    [InlineData("\nV1CustomResourceSubresources CustomResourceSubresources\n  V1CustomResourceSubresourceScale: scale\n  empty: status\n")]
    [InlineData("\nRbacv1Subject Subject\n")]
    [InlineData("\nFlowcontrolv1Subject FlowcontrolSubject\n")]
    public void Write_RealClient_HasLine(string expected) => Assert.Contains(expected, Run("A.B.Table").GeneratedSources.Single().SourceText.ToString(), StringComparison.Ordinal);

    [Fact]
    public void Write_ClassName_IsThatOfTheProperty()
    {
        string source = Run("A.B.Table").GeneratedSources.Single().SourceText.ToString();

        Assert.Contains("\nnamespace A.B;\n", source, StringComparison.Ordinal);
        Assert.Contains("\ninternal static class Table\n", source, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_NobodyAsks_WritesNothing() => Assert.Empty(Run("").GeneratedSources);

    [Fact]
    public void Write_NoPackage_IsTold() =>
        Assert.Equal([GeneratorDiagnostics.MetadataMissing.Id], Run("A.B.Table", hasClient: false).Diagnostics.Select(static problem => problem.Id));

    [Fact]
    public void Write_TableIsAskedFor_NoTypesOfTheSdkAreWritten()
    {
        GeneratorDriverRunResult both = Driver("A.B.Table", new KubernetesGenerator(), new FieldTableGenerator())
            .RunGenerators(Generators.Compilation(RealClient.Reference), TestContext.Current.CancellationToken)
            .GetRunResult();

        Assert.Equal(["FieldTable.g.cs"], both.Results.SelectMany(static result => result.GeneratedSources).Select(static source => source.HintName));
        Assert.Empty(both.Diagnostics);
    }

    private static GeneratorRunResult Run(string className, bool hasClient = true) =>
        Driver(className, new FieldTableGenerator())
            .RunGenerators(Generators.Compilation(hasClient ? [RealClient.Reference] : []), TestContext.Current.CancellationToken)
            .GetRunResult()
            .Results
            .Single();

    private static CSharpGeneratorDriver Driver(string className, params IEnumerable<IIncrementalGenerator> generators) => CSharpGeneratorDriver.Create(
        generators.Select(static generator => generator.AsSourceGenerator()), optionsProvider: new Options(className));

    private sealed class Options(string className) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Values(className);

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GlobalOptions;
    }

    private sealed class Values(string className) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? value)
        {
            value = key == "build_property.KubernetesFieldTable" ? className : null;
            return value is not null;
        }
    }
}
