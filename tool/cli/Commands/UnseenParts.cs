using System.Globalization;
using Rampart.Plan.Plans;
using Rampart.Rules.Diagnostics;

namespace Rampart.Cli.Commands;

/// <summary>What a program declares, and a plan cannot see since it starts no providers.</summary>
internal static class UnseenParts
{
    private const string Fix = "look at it with `pulumi preview`; --allow-unknown accepts that nobody does here";

    /// <summary>A diagnostic for each part: an error, unless such parts are accepted.</summary>
    public static IReadOnlyList<Diagnostic> Find(PlannedStack planned)
    {
        List<Diagnostic> parts = [];
        foreach (PlanResource resource in planned.Plan.Resources)
        {
            if (resource.IsUnseen)
            {
                Add($"{resource.Type} {resource.Name}", resource.Request.Remote
                    ? "what this component declares is not known: the provider of another package constructs it, and a plan starts none"
                    : "what this chart declares is not known: the provider renders it, and a plan starts none");
            }
        }

        foreach (string function in planned.Plan.Functions)
        {
            Add(function, "the result of this function is not known, nor what the program makes of it: a provider computes it, and a plan starts none");
        }

        return parts;

        void Add(string key, string problem) => parts.Add(new Diagnostic(
            CommandDiagnosticIds.NotPlanned, planned.AllowsUnknown ? DiagnosticSeverity.Info : DiagnosticSeverity.Error, planned.StackFile, key, problem, Fix));
    }

    /// <summary>The numbers: <c>1 component and 2 functions of providers</c>; empty when the plan sees all.</summary>
    public static string Count(Rampart.Plan.Plans.Plan plan)
    {
        List<string> counts = [];
        Add(plan.Resources.Count(static resource => resource.IsUnseen && resource.Request.Remote), "component");
        Add(plan.Resources.Count(static resource => resource.IsUnseen && !resource.Request.Remote), "Helm release");
        Add(plan.Functions.Length, "function");
        return counts.Count == 0 ? "" : $"{string.Join(" and ", counts)} of providers";

        void Add(int count, string noun)
        {
            if (count > 0)
            {
                counts.Add(string.Create(CultureInfo.InvariantCulture, $"{count} {noun}{(count == 1 ? "" : "s")}"));
            }
        }
    }
}
