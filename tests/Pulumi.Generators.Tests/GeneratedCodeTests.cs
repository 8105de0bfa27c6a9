using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Pulumi.Generators.Tests;

public sealed class GeneratedCodeTests
{
    private const string GlobalUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.Linq;
        """;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Trait("Speed", "Slow")]
    [Fact]
    public void Compile_WholeSurface_HasNoWarnings()
    {
        CSharpParseOptions parse = CSharpParseOptions.Default.WithDocumentationMode(DocumentationMode.Diagnose);
        CSharpCompilation compilation = CSharpCompilation.Create(
            "Pulumi.Kubernetes", // The SDK shows its internals to this name.
            [
                CSharpSyntaxTree.ParseText(GlobalUsings, parse, cancellationToken: Token),
                .. HandWrittenSources().Select(path => CSharpSyntaxTree.ParseText(File.ReadAllText(path), parse, path, cancellationToken: Token)),
                .. Generators.RunOnRealClient().GeneratedSources.Select(source =>
                    CSharpSyntaxTree.ParseText(source.SourceText, parse, source.HintName, cancellationToken: Token)),
            ],
            RuntimeReferences(),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

        Assert.Empty(compilation.GetDiagnostics(Token).Where(diagnostic => diagnostic.Severity > DiagnosticSeverity.Hidden));
    }

    private static IEnumerable<MetadataReference> RuntimeReferences() =>
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Select(path => MetadataReference.CreateFromFile(path));

    private static IEnumerable<string> HandWrittenSources([CallerFilePath] string testFile = "") =>
        Directory.EnumerateFiles(
            Path.Combine(Path.GetDirectoryName(testFile)!, "../../engine/sdk/Pulumi.Kubernetes"), "*.cs", SearchOption.AllDirectories);
}
