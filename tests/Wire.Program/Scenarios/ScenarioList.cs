using Pulumi;

namespace Rampart.WireProgram.Scenarios;

/// <summary>The scenarios by name, <c>subject.case</c>.</summary>
public static class ScenarioList
{
    private static readonly SortedDictionary<string, Func<Task<int>>> All = Create();

    /// <summary>The names in ordinal order.</summary>
    public static IReadOnlyList<string> Names => [.. All.Keys];

    /// <summary>Runs a scenario as the Pulumi program of this process.</summary>
    /// <exception cref="ArgumentException">There is no such scenario.</exception>
    public static Task<int> RunAsync(string name) => All.TryGetValue(name, out Func<Task<int>>? run)
        ? run()
        : throw new ArgumentException($"there is no scenario '{name}'; `list` names them");

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
        foreach ((string name, Func<Task<int>> run) in StackScenarios.All.Concat(FailureScenarios.All))
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
