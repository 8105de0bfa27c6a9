using Rampart.Cel.Kubernetes;
using Rampart.Cel.Libraries.Authorization;
using Rampart.Cel.Values;
using Rampart.Protocol.Values;

namespace Rampart.Cel.Tests.Evaluation;

/// <summary>Unknown values absorb what they must and name the paths that the answer waits for.</summary>
public sealed class UnknownTests
{
    private static readonly CelEnvironment Environment = KubernetesEnvironment.Admission();

    private static readonly PropertyValue Pod = Object(
        ("metadata", Object(("labels", PropertyValue.Unknown), ("annotations", Object(("example.org/team", PropertyValue.Unknown))))),
        ("spec", Object(
            ("replicas", PropertyValue.Unknown),
            ("paused", PropertyValue.From(false)),
            ("token", PropertyValue.Secret(PropertyValue.From("hunter2"))),
            ("containers", PropertyValue.From(PropertyList.Create(
                Object(("name", PropertyValue.From("a")), ("image", PropertyValue.Unknown)),
                Object(("name", PropertyValue.From("b")), ("image", PropertyValue.From("x")))))))));

    [Theory]
    [InlineData("object.spec.replicas > 1", "object.spec.replicas")]
    [InlineData("object.spec.replicas == object.spec.replicas + 1", "object.spec.replicas")]
    [InlineData("has(object.spec.replicas)", "object.spec.replicas")]
    [InlineData("object.spec.?replicas.orValue(1) == 1", "object.spec.replicas")]
    [InlineData("object.spec.replicas > 1 && true", "object.spec.replicas")]
    [InlineData("object.spec.replicas > 1 || object.nope.x", "object.spec.replicas")]
    [InlineData("object.nope.x && object.spec.replicas > 1", "object.spec.replicas")]
    [InlineData("object.spec.replicas > 1 ? true : false", "object.spec.replicas")]
    [InlineData("object.metadata.labels.team == 'a'", "object.metadata.labels")]
    [InlineData("object.metadata.annotations['example.org/team'] == 'a'", "object.metadata.annotations['example.org/team']")]
    [InlineData("object.spec.containers.all(c, c.image.startsWith('x'))", "object.spec.containers[0].image")]
    [InlineData("object.spec.containers.exists_one(c, c.image == 'x')", "object.spec.containers[0].image")]
    [InlineData("object.spec.containers.filter(c, c.image == 'x').size() == 1", "object.spec.containers[0].image")]
    [InlineData("'z' in object.spec.containers.map(c, c.image)", "object.spec.containers[0].image")]
    [InlineData("object.spec.containers.map(c, string(c.image)).join(',') == ''", "object.spec.containers[0].image")]
    [InlineData("object.spec.replicas + object.metadata.labels.size() > 0", "object.metadata.labels|object.spec.replicas")]
    [InlineData("object.spec.replicas > 1 && object.metadata.labels.size() > 1", "object.metadata.labels|object.spec.replicas")]
    [InlineData("sets.contains(object.spec.containers.map(c, c.image), ['z'])", "object.spec.containers[0].image")]
    [InlineData("'%s'.format([object.spec.replicas]) == '1'", "object.spec.replicas")]
    [InlineData("object.spec.containers[object.spec.replicas].name == 'a'", "object.spec.replicas")]
    [InlineData("quantity(object.spec.containers[0].image).isGreaterThan(quantity('1'))", "object.spec.containers[0].image")]
    [InlineData("authorizer.group('').resource('pods').check('get').allowed()", "authorizer")]
    public void Answer_ThatWaits_IsUnknown(string expression, string paths)
    {
        CelResult result = Evaluate(expression);

        Assert.Equal(paths.Split('|'), result.UnknownPaths);
        Assert.True(result.Value.IsUnknown);
    }

    [Theory]
    [InlineData("object.spec.paused && object.spec.replicas > 1", false)]
    [InlineData("object.spec.replicas > 1 && object.spec.paused", false)]
    [InlineData("object.spec.replicas > 1 || !object.spec.paused", true)]
    [InlineData("object.spec.containers.exists(c, c.image == 'x')", true)]
    [InlineData("object.spec.containers.all(c, c.image != 'x')", false)]
    [InlineData("object.spec.containers.map(c, c.image).size() == 2", true)]
    [InlineData("'x' in object.spec.containers.map(c, c.image)", true)]
    [InlineData("[object.spec.replicas, dyn(1)] == [2, 2]", false)]
    [InlineData("sets.intersects(object.spec.containers.map(c, c.image), ['x'])", true)]
    [InlineData("object.spec.containers[1].image == 'x'", true)]
    public void Answer_ThatIsSettled_IsKnown(string expression, bool answer)
    {
        CelResult result = Evaluate(expression);

        Assert.Equal(answer ? "true" : "false", result.Value.ToString());
    }

    [Fact]
    public void Error_BesideUnknown_IsTheAnswer() =>
        Assert.Equal("no such key: nope", Evaluate("object.spec.replicas + object.nope == 1").Error);

    [Fact]
    public void Secret_WhenRead_IsNoted()
    {
        PropertySource source = new();
        CelProgram program = CelProgram.Compile(Environment, "object.spec.token == 'x'").Program!;
        CelBindings bindings = new CelBindings().Set("object", source.Read(Pod, "object"));

        Assert.False(source.HasReadSecret);
        Assert.Equal("false", program.Evaluate(bindings).Value.ToString());
        Assert.True(source.HasReadSecret);
    }

    private static CelResult Evaluate(string expression)
    {
        CelCompilation compilation = CelProgram.Compile(Environment, expression);
        Assert.Null(compilation.Message);
        return compilation.Program!.Evaluate(new CelBindings()
            .Set("object", new PropertySource().Read(Pod, "object"))
            .Set("authorizer", CelValue.From(new CelAuthorizer())));
    }

    private static PropertyValue Object(params ReadOnlySpan<(string Name, PropertyValue Value)> properties)
    {
        Property[] copy = new Property[properties.Length];
        for (int i = 0; i < copy.Length; i++)
        {
            copy[i] = new Property(properties[i].Name, properties[i].Value);
        }

        return PropertyValue.From(PropertyObject.Adopt(copy));
    }
}
