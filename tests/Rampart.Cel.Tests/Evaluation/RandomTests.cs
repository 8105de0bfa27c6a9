using CsCheck;
using Rampart.Cel.Kubernetes;
using Rampart.Cel.Types;
using Rampart.Cel.Values;
using Rampart.Protocol.Values;

namespace Rampart.Cel.Tests.Evaluation;

/// <summary>Random expressions over random objects: no exception, no more than the cost limit, the same answer twice.</summary>
public sealed class RandomTests
{
    private const int Samples = 3_000;
    private const long Limit = 20_000;

    private static readonly CelEnvironment Environment = KubernetesEnvironment.Mutation();

    private static readonly string[] Names = ["a", "b", "c", "spec", "x-y"];

    private static readonly Gen<PropertyValue> Value = Gen.Recursive<PropertyValue>(static (depth, inner) => depth > 3
        ? Gen.Const(PropertyValue.From(1))
        : Gen.OneOf(
            Gen.Const(PropertyValue.Null),
            Gen.Const(PropertyValue.Unknown),
            Gen.Bool.Select(static value => PropertyValue.From(value)),
            Gen.Int[-3, 300].Select(static value => PropertyValue.From(value)),
            Gen.Double.Select(static value => PropertyValue.From(value)),
            OneOf("", "a", "10.0.0.1", "1Gi", "10.0.0.0/8", "https://a.b/c?d=e", "1.2.3", "[a-", "über🙂", "2026-11-30T00:00:00Z", "1h").Select(static value => PropertyValue.From(value)),
            inner.Select(static value => PropertyValue.Secret(value)),
            inner.Array[0, 4].Select(static items => PropertyValue.From(PropertyList.Create(items))),
            Gen.Select(OneOf(Names), inner).Array[0, 4].Select(static entries => PropertyValue.From(PropertyObject.Adopt([.. entries.Select(static entry => new Property(entry.Item1, entry.Item2))])))));

    private static readonly Gen<string> Expression = Gen.Recursive<string>(static (depth, inner) => depth > 5
        ? Atom
        : Gen.OneOf(
            Atom,
            Gen.Select(inner, OneOf(Names[..4]), static (operand, name) => $"{operand}.{name}"),
            Gen.Select(inner, OneOf(Names[..4]), static (operand, name) => $"{operand}.?{name}"),
            Gen.Select(inner, OneOf(Names[..4]), static (operand, name) => $"has(({operand}).{name})"),
            Gen.Select(inner, inner, static (left, right) => $"({left})[{right}]"),
            Gen.Select(inner, inner, static (left, right) => $"({left})[?{right}]"),
            Gen.Select(inner, OneOf("+", "-", "*", "/", "%", "<", "<=", ">", ">=", "==", "!=", "&&", "||", "in"), inner, static (left, symbol, right) => $"({left} {symbol} {right})"),
            Gen.Select(OneOf("!", "-"), inner, static (symbol, operand) => $"{symbol}({operand})"),
            Gen.Select(inner, inner, inner, static (condition, yes, no) => $"({condition} ? {yes} : {no})"),
            Gen.Select(inner, inner, static (left, right) => $"[{left}, dyn({right})]"),
            Gen.Select(inner, inner, static (left, right) => $"{{'k': {left}, 'a': {right}}}"),
            Gen.Select(inner, OneOf("all", "exists", "exists_one", "map", "filter", "optMap", "optFlatMap", "sortBy"), inner, static (range, macro, body) => $"({range}).{macro}(v, {body})"),
            Gen.Select(inner, OneOf("all", "exists", "transformList", "transformMap", "transformMapEntry"), inner, static (range, macro, body) => $"({range}).{macro}(v, w, {body})"),
            Gen.Select(OneOf(Globals), inner, static (function, argument) => $"{function}({argument})"),
            Gen.Select(inner, OneOf(Methods), static (operand, method) => $"({operand}).{method}()"),
            Gen.Select(inner, OneOf(Methods), inner, static (operand, method, argument) => $"({operand}).{method}({argument})"),
            Gen.Select(inner, OneOf(Methods), inner, inner, static (operand, method, first, second) => $"({operand}).{method}({first}, {second})")));

    private static string[] Globals => [.. Environment.Declarations.Functions.Values.Where(static function => function.Overloads.Any(static overload => !overload.IsMethod && overload.Arguments.Count == 1) && char.IsAsciiLetter(function.Name[0])).Select(static function => function.Name).Order(StringComparer.Ordinal)];

    private static string[] Methods => [.. Environment.Declarations.Functions.Values.Where(static function => function.Overloads.Any(static overload => overload.IsMethod) && char.IsAsciiLetter(function.Name[0])).Select(static function => function.Name).Order(StringComparer.Ordinal)];

    private static Gen<string> Atom => OneOf(
        "object", "object.spec", "object.a", "object.b", "v", "w", "oldObject", "1", "2u", "1.5", "-1", "0", "true", "false", "null", "''", "'a'", "'10.0.0.1'", "'1Gi'", "'%s %d'", "b'x'", "[]", "{}",
        "[1, 2]", "'[a-z]+'", "'('", "duration('1h')", "timestamp('2026-11-30T00:00:00Z')", "optional.none()", "quantity('1Gi')", "ip('10.0.0.1')", "cidr('10.0.0.0/8')", "semver('1.2.3')",
        "url('https://a.b')", "format.dns1123Label()", "authorizer", "request", "type(1)", "int", "Object{a: 1}", "9223372036854775807");

    [Fact]
    [Trait("Speed", "Slow")]
    public void Evaluation_OfAnything_GivesAnAnswer() => Gen.Select(Expression, Value).Sample(
        static (expression, value) =>
        {
            foreach (CelCompilation compilation in (CelCompilation[])[CelProgram.Compile(Environment, expression), CelProgram.CompileUnchecked(Environment, expression)])
            {
                if (compilation.Program is not { } program)
                {
                    Assert.NotNull(compilation.Message);
                    continue;
                }

                CelResult first = Evaluate(program, value), second = Evaluate(program, value);
                Assert.Equal(first.Value.ToString(), second.Value.ToString());
                Assert.Equal(first.Cost, second.Cost);
                Assert.True(first.Value.IsError || first.Cost <= Limit);
            }
        },
        iter: Samples,
        print: static sample => sample.ToString());

    [Fact]
    public void Compilation_OfAnyText_GivesAnAnswer() => OneOf(
        "object", ".", "?", "(", ")", "[", "]", "{", "}", ",", ":", "'", "\"", "\\", "1", "1.", ".5", "0x", "u", "e", "r'", "b\"", "`a-b`", "`", "&&", "||", "!", "-", "in", "true", "has", "all", "x", "é", "🙂", "\n", " ", "//", "'''", "\\u12", "%")
        .Array[0, 24].Sample(
            static parts =>
            {
                CelCompilation compilation = CelProgram.Compile(Environment, string.Concat(parts));
                Assert.True(compilation.Program is not null || compilation.Message is { Length: > 0 });
            },
            iter: 10 * Samples);

    [Fact]
    public void Pattern_OfAnyText_GivesAnAnswer() => Gen.Select(
        OneOf("a", "b", ".", "*", "+", "?", "{2}", "{1,", "}", "(", ")", "(?i)", "(?:", "(?P<n>", "[", "[^", "]", "-", "\\d", "\\b", "\\pL", "\\x{41}", "\\", "|", "^", "$", "[:alpha:]", "é").Array[0, 16],
        OneOf("", "a", "ab", "AB\nab", "éa🙂").Array[0, 4]).Sample(
            static (pattern, text) =>
            {
                CelWork.Begin();
                CelValue found = Patterns.CelRegex.FindAll(CelValue.From(string.Concat(text)), CelValue.From(string.Concat(pattern)), -1);
                Assert.True(found.IsError || found.Kind == CelKind.List);
            },
            iter: 3 * Samples);

    private static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(index => values[index]);

    private static CelResult Evaluate(CelProgram program, PropertyValue value) => program.Evaluate(
        new CelBindings()
            .Set("object", new PropertySource().Read(value, "object"))
            .Set("oldObject", default)
            .Set("v", CelValue.From(1L))
            .Set("authorizer", CelValue.From(new Libraries.Authorization.CelAuthorizer())),
        Limit);
}
