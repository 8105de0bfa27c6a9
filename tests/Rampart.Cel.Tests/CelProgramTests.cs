using Rampart.Cel.Checking;
using Rampart.Cel.Functions;
using Rampart.Cel.Kubernetes;
using Rampart.Cel.Libraries;
using Rampart.Cel.Syntax;
using Rampart.Cel.Types;
using Rampart.Cel.Values;

namespace Rampart.Cel.Tests;

/// <summary>What others use: environments, programs, results.</summary>
public sealed class CelProgramTests
{
    private static readonly CelEnvironment Kubernetes = KubernetesEnvironment.Admission();

    [Fact]
    public void Compile_NoName_SaysWhere()
    {
        CelCompilation compilation = CelProgram.Compile(Kubernetes, "object.spec.replicas > 1 &&\n  objekt.x");

        Assert.Null(compilation.Program);
        Assert.Equal(new CelIssue(2, 2, "undeclared reference to 'objekt' (in container '')"), Assert.Single(compilation.Issues));
        Assert.Equal(
            """
            compilation failed: ERROR: <input>:2:3: undeclared reference to 'objekt' (in container '')
             |   objekt.x
             | ..^
            """,
            compilation.Message);
    }

    [Theory]
    [InlineData("1 +", 3, "Syntax error: mismatched input '<EOF>' expecting {'[', '{', '(', '.', '-', '!', 'true', 'false', 'null', NUM_FLOAT, NUM_INT, NUM_UINT, STRING, BYTES, IDENTIFIER}")]
    [InlineData("1 2", 2, "Syntax error: extraneous input '2' expecting <EOF>")]
    [InlineData("'über' + 1", 7, "found no matching overload for '_+_' applied to '(string, int)'")]
    [InlineData("'🙂' + 1", 4, "found no matching overload for '_+_' applied to '(string, int)'")]
    [InlineData("[1].map(1, 2)", 8, "argument is not an identifier")]
    [InlineData("for", 0, "reserved identifier: for")]
    public void Compile_Wrong_SaysWhatAndWhere(string expression, int column, string message)
    {
        CelIssue issue = Assert.Single(CelProgram.Compile(Kubernetes, expression).Issues);

        Assert.Equal(new CelIssue(1, column, message), issue);
    }

    [Fact]
    public void Compile_OtherType_IsRefused() =>
        Assert.Equal("must evaluate to bool but got dyn", CelProgram.Compile(Kubernetes, "object.spec.paused", CelType.Bool).Message);

    [Fact]
    public void Keys_Repeated_LastCountsInKubernetesOnly()
    {
        const string Expression = "{'a': 1, 'a': 2}.a";

        Assert.Equal("2", CelProgram.Compile(Kubernetes, Expression).Program!.Evaluate(new CelBindings()).Value.ToString());
        Assert.Equal("Failed with repeated key: a", CelProgram.Compile(CelEnvironment.Standard, Expression).Program!.Evaluate(new CelBindings()).Error);
    }

    [Fact]
    public void Library_OfOthers_IsUsed()
    {
        CelType point = CelType.Object("example.Point");
        CelEnvironment environment = CelEnvironment.Standard
            .WithVariable("point", point)
            .WithLibrary(new CelLibrary
            {
                Name = "example",
                Functions =
                [
                    new CelFunction("twice", new CelOverload { Id = "twice_int", IsMethod = true, Arguments = [CelType.Int], Result = CelType.Int, Unary = static number => CelValue.From(2 * number.AsInt()), Cost = static (_, _) => 5 }),
                ],
            })
            .WithObjectType(new CelObjectType(point.Name, static (_, field) => field is "x" or "y" ? CelType.Int : null));

        CelProgram program = CelProgram.Compile(environment, "point.x.twice() + 1").Program!;
        using System.Text.Json.JsonDocument json = System.Text.Json.JsonDocument.Parse("""{"x":20}""");
        CelResult result = program.Evaluate(new CelBindings().Set("point", CelJson.Read(json.RootElement)));

        Assert.Equal(CelType.Int, program.Type);
        Assert.Equal((41, 8), (result.Value.AsInt(), result.Cost));
        Assert.Equal("undefined field 'z'", Assert.Single(CelProgram.Compile(environment, "point.z").Issues).Message);
    }

    [Fact]
    public void Variables_OfAPolicy_AreComputedOnce()
    {
        PolicyVariables variables = new(Kubernetes, [new PolicyVariable("n", "object.l.size()"), new PolicyVariable("m", "variables.n + 1")]);
        CelProgram program = CelProgram.Compile(variables.Environment, "variables.m + variables.m").Program!;
        using System.Text.Json.JsonDocument json = System.Text.Json.JsonDocument.Parse("""{"l":[1,2]}""");
        CelBindings bindings = new CelBindings().Set("object", CelJson.Read(json.RootElement));
        variables.Bind(bindings);

        CelResult first = program.Evaluate(bindings), second = program.Evaluate(bindings);

        Assert.Equal(("6", 11), (first.Value.ToString(), first.Cost));
        Assert.Equal(("6", 5), (second.Value.ToString(), second.Cost));
    }

    [Fact]
    public void Version_ThatLacksAFunction_RefusesIt()
    {
        Assert.Null(CelProgram.Compile(KubernetesEnvironment.Admission(32), "semver('1.0.0') == semver('1.0.0')").Program);
        Assert.NotNull(CelProgram.Compile(KubernetesEnvironment.Admission(33), "semver('1.0.0') == semver('1.0.0')").Program);
    }

    [Fact]
    public void Programs_OnManyThreads_AnswerAlike()
    {
        CelProgram program = CelProgram.Compile(Kubernetes, "object.l.map(x, x * 2).filter(x, string(x).matches('^[0-9]+$')).sum()").Program!;
        using System.Text.Json.JsonDocument json = System.Text.Json.JsonDocument.Parse("""{"l":[1,2,3]}""");
        CelBindings bindings = new CelBindings().Set("object", CelJson.Read(json.RootElement));

        string[] answers = [.. Enumerable.Range(0, 1000).AsParallel().Select(_ => program.Evaluate(bindings) is var result ? $"{result.Value} {result.Cost}" : "")];

        Assert.Equal([program.Evaluate(bindings) is var one ? $"{one.Value} {one.Cost}" : ""], answers.Distinct());
    }
}
