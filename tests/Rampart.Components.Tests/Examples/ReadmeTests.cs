using System.Runtime.CompilerServices;
using Rampart.Rules.Diagnostics;
using Rampart.Testing;

namespace Rampart.Components.Tests.Examples;

/// <summary>The example of README compiles, and declares what README says.</summary>
public sealed class ReadmeTests
{
    [Fact]
    public void Readme_Example_IsTheOneThatIsTested()
    {
        string readme = Read("../../../README.md"), source = Read("ShopStack.cs");

        string block = readme.Split("```csharp\n")[1].Split("```")[0];

        Assert.Equal(source.Replace("namespace Rampart.Components.Tests.Examples;\n\n", "", StringComparison.Ordinal), block);
    }

    [Fact]
    public async Task Plan_Example_IsRestrictedAndWithoutErrors()
    {
        TestPlan plan = await RampartTest.PlanAsync<ShopStack>();

        plan.ShouldBeRestricted();
        plan.ShouldHaveNoFindings(DiagnosticSeverity.Warning);
    }

    private static string Read(string path, [CallerFilePath] string thisFile = "") =>
        File.ReadAllText(Path.Combine(Path.GetDirectoryName(thisFile)!, path)).ReplaceLineEndings("\n");
}
