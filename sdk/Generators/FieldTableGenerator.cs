using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using Pulumi.Generators.Discovery;
using Pulumi.Generators.Facts;
using Pulumi.Generators.Generation;

namespace Pulumi.Generators;

/// <summary>Writes which fields Kubernetes' kinds have, from the metadata of the package KubernetesClient.</summary>
/// <remarks>For projects that ask for it with the MSBuild property <c>KubernetesFieldTable</c>, which names the class.</remarks>
[Generator(LanguageNames.CSharp)]
public sealed class FieldTableGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValueProvider<string> className = FieldTableOption.Read(context);
        IncrementalValueProvider<ImmutableArray<ImmutableArray<ClientType>>> models = ClientModels.Read(context, isForFieldTable: true);
        context.RegisterSourceOutput(models.Combine(className), static (output, inputs) =>
        {
            if (inputs.Right.Length == 0)
            {
                return;
            }

            if (inputs.Left.IsEmpty)
            {
                output.ReportDiagnostic(ClientModels.Missing.ToDiagnostic());
                return;
            }

            FactFile facts = FactFile.Load("field-types.txt");
            string source = FieldTableWriter.Write(inputs.Right, inputs.Left[0], facts, out ImmutableArray<Model.GeneratorProblem> problems);
            output.AddSource("FieldTable.g.cs", SourceText.From(source, Encoding.UTF8));
            foreach (Model.GeneratorProblem problem in problems)
            {
                output.ReportDiagnostic(problem.ToDiagnostic());
            }
        });
    }
}
