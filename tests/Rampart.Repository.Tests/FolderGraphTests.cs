namespace Rampart.Repository.Tests;

/// <summary>Folders of a project are layers: none uses another that uses it, however far around.</summary>
public sealed class FolderGraphTests
{
    // sdk/Pulumi is left out: its shape is that of the official package.
    public static TheoryData<string> Assemblies => new(
        Directory.EnumerateFiles(AppContext.BaseDirectory, "Rampart.*.dll")
            .Select(static file => Path.GetFileNameWithoutExtension(file))
            .Where(static name => !name.EndsWith(".Tests", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void Folders_EachProject_HaveNoCycle(string assembly)
    {
        IReadOnlyList<string> cycles = FolderGraph.Of(Path.Combine(AppContext.BaseDirectory, assembly + ".dll")).FindCycles();

        Assert.True(cycles.Count == 0, string.Join('\n', cycles));
    }

    [Fact]
    public void Assemblies_OfTheProduct_AreAllThere() =>
        Assert.Equal(
            ["Rampart.Cel", "Rampart.Cli", "Rampart.Components", "Rampart.Infra", "Rampart.Plan", "Rampart.Protocol", "Rampart.Rules", "Rampart.Server", "Rampart.Testing", "Rampart.Wire", "Rampart.Yaml"],
            Assemblies.Select(static row => row.Data));
}
