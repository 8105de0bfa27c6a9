
namespace Rampart.Yaml.Tests;

public sealed class ScalarResolverTests
{
    // text, kind, canonical text; as gopkg.in/yaml.v3 and encoding/json have it
    public static TheoryData<string, ScalarKind, string> Yaml12 => new()
    {
        { "", ScalarKind.Null, "null" },
        { "~", ScalarKind.Null, "null" },
        { "NULL", ScalarKind.Null, "null" },
        { "nULL", ScalarKind.String, "nULL" },
        { "true", ScalarKind.Boolean, "true" },
        { "False", ScalarKind.Boolean, "false" },
        { "yes", ScalarKind.String, "yes" },
        { "on", ScalarKind.String, "on" },
        { "n", ScalarKind.String, "n" },
        { "0", ScalarKind.Integer, "0" },
        { "-0", ScalarKind.Integer, "0" },
        { "+5", ScalarKind.Integer, "5" },
        { "1_000", ScalarKind.Integer, "1000" },
        { "0644", ScalarKind.Integer, "420" },
        { "0o644", ScalarKind.Integer, "420" },
        { "-0b101", ScalarKind.Integer, "-5" },
        { "0xfF", ScalarKind.Integer, "255" },
        { "0x", ScalarKind.String, "0x" },
        { "09", ScalarKind.Float, "9" },
        { "9223372036854775807", ScalarKind.Integer, "9223372036854775807" },
        { "-9223372036854775808", ScalarKind.Integer, "-9223372036854775808" },
        { "18446744073709551615", ScalarKind.Integer, "18446744073709551615" },
        { "18446744073709551616", ScalarKind.Float, "18446744073709552000" },
        { "-9223372036854775809", ScalarKind.Float, "-9223372036854776000" },
        { "1.10", ScalarKind.Float, "1.1" },
        { "1.0", ScalarKind.Float, "1" },
        { ".5", ScalarKind.Float, "0.5" },
        { "1.", ScalarKind.Float, "1" },
        { "-1e3", ScalarKind.Float, "-1000" },
        { "1e20", ScalarKind.Float, "100000000000000000000" },
        { "1e21", ScalarKind.Float, "1e+21" },
        { "1.5e300", ScalarKind.Float, "1.5e+300" },
        { "0.000001", ScalarKind.Float, "0.000001" },
        { "0.0000001", ScalarKind.Float, "1e-7" },
        { "123456.789", ScalarKind.Float, "123456.789" },
        { "-0.0", ScalarKind.Float, "-0" },
        { "1e999", ScalarKind.String, "1e999" },
        { ".inf", ScalarKind.Float, ".inf" },
        { "-.Inf", ScalarKind.Float, "-.Inf" },
        { ".nan", ScalarKind.Float, ".nan" },
        { "._5", ScalarKind.String, "._5" },
        { ".", ScalarKind.String, "." },
        { "-", ScalarKind.String, "-" },
        { "1e", ScalarKind.String, "1e" },
        { "1.2.3", ScalarKind.String, "1.2.3" },
        { "500m", ScalarKind.String, "500m" },
        { "12:30:00", ScalarKind.String, "12:30:00" },
        { "2024-02-29", ScalarKind.Timestamp, "2024-02-29" },
        { "2023-02-29", ScalarKind.String, "2023-02-29" },
        { "2024-1-2T3:4:5.6Z", ScalarKind.Timestamp, "2024-1-2T3:4:5.6Z" },
        { "2024-01-02 03:04:05", ScalarKind.Timestamp, "2024-01-02 03:04:05" },
        { "2024-01-02t03:04:05+01:00", ScalarKind.Timestamp, "2024-01-02t03:04:05+01:00" },
        { "2024-01-02T03:04:05", ScalarKind.String, "2024-01-02T03:04:05" },
        { "2024-13-01", ScalarKind.String, "2024-13-01" },
    };

    // text, kind, canonical text; as gopkg.in/yaml.v2 has it
    public static TheoryData<string, ScalarKind, string> Yaml11 => new()
    {
        { "yes", ScalarKind.Boolean, "true" },
        { "On", ScalarKind.Boolean, "true" },
        { "y", ScalarKind.Boolean, "true" },
        { "NO", ScalarKind.Boolean, "false" },
        { "n", ScalarKind.Boolean, "false" },
        { "off", ScalarKind.Boolean, "false" },
        { "yES", ScalarKind.String, "yES" },
        { "2024-01-02", ScalarKind.String, "2024-01-02" },
        { "0644", ScalarKind.Integer, "420" },
        { "true", ScalarKind.Boolean, "true" },
    };

    // scalar with tag or quotes, kind, canonical text
    public static TheoryData<string, ScalarKind, string> Marked => new()
    {
        { "'1'", ScalarKind.String, "1" },
        { "\"true\"", ScalarKind.String, "true" },
        { "!!str 1", ScalarKind.String, "1" },
        { "!!int '1'", ScalarKind.Integer, "1" },
        { "!!float 1", ScalarKind.Float, "1" },
        { "!!bool 'True'", ScalarKind.Boolean, "true" },
        { "!!binary aGk=", ScalarKind.String, "hi" },
        { "!other 1", ScalarKind.String, "1" },
    };

    [Theory, MemberData(nameof(Yaml12))]
    public void Resolve_PlainInYaml12_GivesKindAndText(string text, ScalarKind kind, string canonical)
    {
        ScalarValue value = new YamlScalar(text, ScalarStyle.Plain, default).Resolve();

        Assert.Equal((kind, canonical), (value.Kind, value.Text));
    }

    [Theory, MemberData(nameof(Yaml11))]
    public void Resolve_PlainInYaml11_GivesKindAndText(string text, ScalarKind kind, string canonical)
    {
        YamlScalar scalar = Assert.IsType<YamlScalar>(YamlReader.ReadOne(text, YamlSchema.Yaml11));

        Assert.Equal((kind, canonical), (scalar.Resolve().Kind, scalar.Resolve().Text));
    }

    [Theory, MemberData(nameof(Marked))]
    public void Resolve_QuotedOrTagged_GivesKindAndText(string yaml, ScalarKind kind, string canonical)
    {
        YamlScalar scalar = Assert.IsType<YamlScalar>(YamlReader.ReadOne(yaml));

        Assert.Equal((kind, canonical), (scalar.Resolve().Kind, scalar.Resolve().Text));
    }

    [Fact]
    public void Resolve_Numbers_HaveTheirValue()
    {
        double[] numbers = [.. ((YamlSequence)YamlReader.ReadOne("[0x10, -3, 2.5, .inf, a]")!).Items.Select(item => ((YamlScalar)item).Resolve().Number)];

        Assert.Equal([16, -3, 2.5, double.PositiveInfinity, 0], numbers);
    }
}
