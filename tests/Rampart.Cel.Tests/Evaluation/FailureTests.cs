using Rampart.Cel.Kubernetes;
using Rampart.Cel.Values;

namespace Rampart.Cel.Tests.Evaluation;

/// <summary>What evaluations that fail say, beyond what the rows show.</summary>
public sealed class FailureTests
{
    private static readonly CelEnvironment Environment = KubernetesEnvironment.Admission();

    [Theory]
    [InlineData("1 in object.i", "no such overload")]
    [InlineData("object.l[1.5]", "unsupported index value 1.5 in list")]
    [InlineData("object.l['a']", "unsupported index type 'string' in list")]
    [InlineData("object.l[-1]", "index out of bounds: -1")]
    [InlineData("object.s.all(x, true)", "got 'types.String', expected iterable type")]
    [InlineData("object.i.map(x, x)", "got 'types.Int', expected iterable type")]
    [InlineData("object.s.all(i, x, true)", "unsupported comprehension range type: types.String")]
    [InlineData("object.s.matches(object.r)", "error parsing regexp: invalid named capture: `(?<=a)b`")]
    [InlineData("object.i && true", "no such overload")]
    [InlineData("object.i ? 1 : 2", "no such overload")]
    [InlineData("object.i.orValue(1)", "no such overload")]
    [InlineData("object.l.map(x, string(x)).join(object.i)", "no such overload: join(list, int)")]
    [InlineData("0.0 / 0.0 < 1.0", "NaN values cannot be ordered")]
    [InlineData("lists.range(-1) == []", "lists.range: size must be non-negative, got -1")]
    [InlineData("nothing == 1", null)]
    public void Evaluation_ThatFails_SaysWhy(string expression, string? message)
    {
        CelEnvironment environment = Environment.WithVariable("nothing", Types.CelType.Int);
        CelProgram program = CelProgram.Compile(environment, expression).Program!;
        using System.Text.Json.JsonDocument json = System.Text.Json.JsonDocument.Parse("""{"i":5,"l":[1,2],"s":"ab","r":"(?<=a)b"}""");

        CelResult result = program.Evaluate(new CelBindings().Set("object", CelJson.Read(json.RootElement)));

        Assert.Equal(message ?? "no such attribute(s): nothing", result.Error);
    }
}
