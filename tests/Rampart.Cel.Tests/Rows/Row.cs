using System.Globalization;
using System.Text;
using System.Text.Json;
using Rampart.Cel.Functions;
using Rampart.Cel.Kubernetes;
using Rampart.Cel.Syntax;
using Rampart.Cel.Types;

namespace Rampart.Cel.Tests.Rows;

/// <summary>One row: what we answer, compared with what it says.</summary>
internal static class Row
{
    private static readonly Dictionary<int, CelEnvironment> Environments = Enumerable.Range(30, 8).ToDictionary(static minor => minor, static minor => KubernetesEnvironment.Admission(minor));

    private static readonly CelEnvironment MutationEnvironment = KubernetesEnvironment.Mutation();

    public static string Compare(JsonElement row, JsonElement fixtures)
    {
        StringBuilder found = new();
        if (row.GetProperty("kind").GetString() == "gate")
        {
            bool isMutation = row.GetProperty("lib").GetString() is "jsonpatch" or "patchtypes";
            foreach (JsonProperty version in row.GetProperty("compilesAt").EnumerateObject())
            {
                CelCompilation gated = CelProgram.Compile(isMutation ? KubernetesEnvironment.Mutation(Minor(version.Name)) : new PolicyVariables(Environments[Minor(version.Name)], []).Environment, row.GetProperty("expr").GetString()!, ReadReturns(row));
                if (gated.Program is not null != version.Value.GetBoolean())
                {
                    found.Append(CultureInfo.InvariantCulture, $"  compiles at {version.Name}: want {version.Value} got {gated.Message}\n");
                }
                else if (row.TryGetProperty("firstErrorAt", out JsonElement errors) && errors.TryGetProperty(version.Name, out JsonElement message)
                    && !message.GetString()!.StartsWith("Syntax", StringComparison.Ordinal) && gated.Issues.Select(static issue => issue.Message).FirstOrDefault(gated.Message!) != message.GetString())
                {
                    found.Append(CultureInfo.InvariantCulture, $"  error at {version.Name}: want {message} got {gated.Message}\n");
                }
            }

            return found.ToString();
        }

        int minor = Minor(row.GetProperty("version").GetString()!);
        CelEnvironment environment = row.GetProperty("lib").GetString() is "jsonpatch" or "patchtypes" ? MutationEnvironment : Environments[minor];
        PolicyVariables variables = new(environment, ReadVariables(row));
        CelCompilation compilation = CelProgram.Compile(variables.Environment, row.GetProperty("expr").GetString()!, ReadReturns(row));
        if (!row.GetProperty("compiles").GetBoolean())
        {
            CompareIssues(row, compilation, found);
            return found.ToString();
        }

        if (compilation.Program is not { } program)
        {
            return $"  compiles: {compilation.Message}\n";
        }

        if (row.TryGetProperty("type", out JsonElement type) && type.GetString() != program.Type.ToString())
        {
            found.Append(CultureInfo.InvariantCulture, $"  type: want {type} got {program.Type}\n");
        }

        if (row.TryGetProperty("estimatedCost", out JsonElement estimated))
        {
            CelRange range = program.EstimateCost();
            string wanted = $"{estimated.GetProperty("min").GetString()}..{estimated.GetProperty("max").GetString()}";
            if (wanted != $"{range.Min}..{range.Max}")
            {
                found.Append(CultureInfo.InvariantCulture, $"  estimate: want {wanted} got {range.Min}..{range.Max}\n");
            }
        }

        CelBindings bindings = RowInput.Read(row, fixtures);
        variables.Bind(bindings);
        CelResult result = program.Evaluate(bindings);
        if (row.TryGetProperty("budget", out JsonElement budget) && result.Cost > long.Parse(budget.GetRawText().Trim('"'), CultureInfo.InvariantCulture))
        {
            result = new CelResult(Values.CelValue.Error("validation failed due to running out of cost budget, no further validation rules will be run"), -1);
        }

        string[] outcomes = row.TryGetProperty("anyOf", out JsonElement anyOf) ? [.. anyOf.EnumerateArray().Select(Outcome)] : [Outcome(row)];
        string got = (result.Error is { } error ? "error " + error : result.Value.IsUnknown ? "unknown" : RowValue.Write(result.Value)) + " cost " + (result.Cost < 0 ? "-" : result.Cost.ToString(CultureInfo.InvariantCulture));
        bool hasOrder = row.TryGetProperty("mapOrder", out _);
        if (!outcomes.Contains(got) && !(hasOrder && outcomes.Select(Sort).Contains(Sort(got))))
        {
            found.Append(CultureInfo.InvariantCulture, $"  want {outcomes[0]}\n  got  {got}\n");
        }

        return found.ToString();
    }

    private static CelType[] ReadReturns(JsonElement row) => !row.TryGetProperty("returns", out JsonElement wanted) ? [] : wanted.GetString() switch
    {
        "bool" => [CelType.Bool],
        "string" => [CelType.String],
        "stringOrNull" => [CelType.String, CelType.Null],
        _ => [],
    };

    private static string Sort(string outcome) => string.Concat(outcome.Replace("\"list\":", "", StringComparison.Ordinal).Split(',', ' ').Select(static part => part.Trim('{', '}', '[', ']')).Order(StringComparer.Ordinal));

    private static List<PolicyVariable> ReadVariables(JsonElement row) =>
        !row.TryGetProperty("vars", out JsonElement vars) || !vars.TryGetProperty("variables", out JsonElement variables) ? []
        : [.. variables.EnumerateArray().Select(static variable => new PolicyVariable(variable.GetProperty("name").GetString()!, variable.GetProperty("expression").GetString()!))];

    private static int Minor(string version) => int.Parse(version.AsSpan(2), CultureInfo.InvariantCulture);

    private static string Outcome(JsonElement outcome) =>
        (outcome.TryGetProperty("result", out JsonElement result) ? RowValue.Normalize(result) : "error " + outcome.GetProperty("error").GetProperty("message").GetString())
        + " cost " + (outcome.TryGetProperty("actualCost", out JsonElement cost) ? cost.GetString() : "-");

    private static void CompareIssues(JsonElement row, CelCompilation compilation, StringBuilder found)
    {
        if (compilation.Program is not null)
        {
            found.Append(CultureInfo.InvariantCulture, $"  compiles, want {row.GetProperty("compileError").GetString()}\n");
            return;
        }

        if (!row.TryGetProperty("compileErrors", out JsonElement errors))
        {
            if (row.GetProperty("compileError").GetString() != compilation.Message)
            {
                found.Append(CultureInfo.InvariantCulture, $"  want {row.GetProperty("compileError").GetString()}\n  got  {compilation.Message}\n");
            }

            return;
        }

        string[] wanted = [.. errors.EnumerateArray().Select(static error => $"{error.GetProperty("line")}:{error.GetProperty("col")}: {error.GetProperty("msg").GetString()}")];
        string[] got = [.. compilation.Issues.Select(static (CelIssue issue) => $"{issue.Line}:{issue.Column}: {issue.Message}")];
        bool isSyntax = wanted.Any(static text => text.Contains("Syntax error", StringComparison.Ordinal));
        if (isSyntax ? got.Length == 0 || Place(wanted[0]) != Place(got[0]) : !wanted.SequenceEqual(got))
        {
            found.Append(CultureInfo.InvariantCulture, $"  want {string.Join(" | ", wanted)}\n  got  {string.Join(" | ", got)}\n");
        }
    }

    private static string Place(string issue) => issue[..issue.IndexOf(": ", StringComparison.Ordinal)];
}
