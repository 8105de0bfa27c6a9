using CsCheck;
using Rampart.Plan.Configuration;

namespace Rampart.Plan.Tests.Configuration;

public sealed class StackConfigurationPropertyTests
{
    private static readonly Gen<string> Line = Gen.OneOf(
        "name: spicedb", "config:", "  a: b", "  spicedb:a: 1", "  a: {type: integer}", "  a: {type: array, items: {type: string}, default: [x]}", "    type: object", "    secure: x", "  b: {secure: v1:x}",
        "  - c", "encryptionsalt: v1:a:b", "  <<: *x", "  c: &x {d: *x}", "runtime: {name: 1}", "stackConfigDir: ..", "stackConfigDir: 1", "  1: 2", "  x:y:z: 1", "  d: .nan", "\t", "'", "{", "environment: [a]", "---", "  ? [a]", "main: \u0001");

    private static readonly Gen<string> Lines = Line.Array[0, 8].Select(lines => string.Join('\n', lines));

    [Trait("Speed", "Slow")]
    [Fact]
    public void Load_AnyLines_GivesDiagnosticsNotExceptions() =>
        Gen.Select(Lines, Lines, Gen.OneOf("", "a", "a=b", "spicedb:a=[", ":=", "a:b:c=d")).Sample(
            (project, stack, text) =>
            {
                using ProjectFolder folder = new(project, stack);

                return IsWhole(folder.Load(text));
            },
            iter: 2_000,
            threads: 1);

    [Fact]
    public void Load_AnyBytes_GivesDiagnosticsNotExceptions() =>
        Gen.Select(Gen.Byte.Array[0, 100], Gen.Byte.Array[0, 100]).Sample(
            (project, stack) =>
            {
                using ProjectFolder folder = new("");
                File.WriteAllBytes(Path.Join(folder.Path, "Pulumi.yaml"), project);
                File.WriteAllBytes(Path.Join(folder.Path, "Pulumi.dev.yaml"), stack);

                return IsWhole(folder.Load());
            },
            iter: 500,
            threads: 1);

    // Each part of a result can be asked for, whatever was read.
    private static bool IsWhole(StackConfiguration configuration)
    {
        PulumiConfig config = configuration.ToPulumiConfig();
        using System.Text.Json.JsonDocument json = System.Text.Json.JsonDocument.Parse(config.ValuesToJson());
        return config.Values.Count == configuration.Values.Count
            && configuration.Diagnostics.All(diagnostic => diagnostic.Id.StartsWith("RMP70", StringComparison.Ordinal) && diagnostic.File.Length > 0 && diagnostic.Fix.Length > 0)
            && configuration.Merge([]).SequenceEqual(configuration.Diagnostics);
    }
}
