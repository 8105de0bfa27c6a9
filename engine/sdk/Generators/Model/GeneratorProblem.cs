using Microsoft.CodeAnalysis;

namespace Pulumi.Generators.Model;

/// <summary>A reason why the generated code would be wrong, with nothing of the compiler's in it.</summary>
/// <param name="Id">The diagnostic's id.</param>
/// <param name="Argument">What the diagnostic's message names.</param>
internal sealed record GeneratorProblem(string Id, string Argument)
{
    public Diagnostic ToDiagnostic() => Diagnostic.Create(GeneratorDiagnostics.Of(Id), Location.None, Argument);
}
