using Pulumi;

namespace Rampart.WireProgram.Scenarios;

/// <summary>The scenarios by name, <c>subject.case</c>.</summary>
public static class ScenarioList
{
    private const string Deviations = "deviations";

    private static readonly SortedDictionary<string, Func<Task<int>>> All = Create();

    /// <summary>The scenarios in which both flavours of the SDK say the same, in ordinal order.</summary>
    public static IReadOnlyList<string> Names => [.. All.Keys.Where(static name => !IsDeviation(name))];

    /// <summary>The scenarios in which the bundled SDK says something else on purpose, in ordinal order; see <see cref="DeviationScenarios"/>.</summary>
    public static IReadOnlyList<string> DeviationNames => [.. All.Keys.Where(IsDeviation)];

    /// <summary>Runs a scenario as the Pulumi program of this process.</summary>
    /// <exception cref="ArgumentException">There is no such scenario.</exception>
    public static Task<int> RunAsync(string name) => All.TryGetValue(name, out Func<Task<int>>? run)
        ? run()
        : throw new ArgumentException($"there is no scenario '{name}'; `list` names them");

    private static bool IsDeviation(string name) => name.StartsWith(Deviations, StringComparison.Ordinal);

    private static SortedDictionary<string, Func<Task<int>>> Create()
    {
        SortedDictionary<string, Func<Task<int>>> all = new(StringComparer.Ordinal);
        Add("values", ValueScenarios.All);
        Add("secrets", SecretScenarios.All);
        Add("unknowns", UnknownScenarios.All);
        Add("answers", AnswerScenarios.All);
        Add("options", OptionScenarios.All);
        Add("aliases", AliasScenarios.All);
        Add("dependencies", DependencyScenarios.All);
        Add("providers", ProviderScenarios.All);
        Add("components", ComponentScenarios.All);
        Add("functions", FunctionScenarios.All);
        Add("reads", ReadScenarios.All);
        Add("kubernetes", KubernetesScenarios.All);
        Add("transforms", TransformScenarios.All);
        Add("hooks", HookScenarios.All);
        Add(Deviations, DeviationScenarios.All);
        foreach ((string name, Func<Task<int>> run) in StackScenarios.All.Concat(FailureScenarios.All).Append(KeyValuePair.Create("transforms.stack", TransformScenarios.OfStack)))
        {
            all.Add(name, run);
        }

        return all;

        void Add(string subject, Dictionary<string, Action> programs)
        {
            foreach ((string name, Action program) in programs)
            {
                all.Add($"{subject}.{name}", () => Deployment.RunAsync(program));
            }
        }
    }
}
