using System.Globalization;
using Rampart.Rules.Diagnostics;

namespace Rampart.Plan.Plans;

/// <summary>What a program declares, and a plan cannot see since it starts no providers.</summary>
public static class UnseenParts
{
    /// <summary>The id of what is told of a part.</summary>
    public const string NotPlanned = "RMP7121";

    /// <summary>A diagnostic for each part: an error, unless such parts are accepted.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="file">The name of the stack's file.</param>
    /// <param name="acceptance">What accepts such parts, e.g. <c>--allow-unknown</c>.</param>
    /// <param name="areAccepted">Whether they are.</param>
    public static IReadOnlyList<Diagnostic> Find(Plan plan, string file, string acceptance, bool areAccepted)
    {
        ArgumentNullException.ThrowIfNull(plan);
        List<Diagnostic> parts = [];
        foreach (PlanResource resource in plan.Resources)
        {
            if (resource.IsUnseen)
            {
                Add($"{resource.Type} {resource.Name}", resource.Request.Remote
                    ? "what this component declares is not known: the provider of another package constructs it, and a plan starts none"
                    : "what this chart declares is not known: the provider renders it, and a plan starts none");
            }
        }

        foreach (string function in plan.Functions)
        {
            Add(function, "the result of this function is not known, nor what the program makes of it: a provider computes it, and a plan starts none");
        }

        return parts;

        void Add(string key, string problem) => parts.Add(new Diagnostic(
            NotPlanned,
            areAccepted ? DiagnosticSeverity.Info : DiagnosticSeverity.Error,
            file,
            key,
            problem,
            $"look at it with `pulumi preview`; {acceptance} accepts that nobody does here"));
    }

    /// <summary>The numbers: <c>1 component and 2 functions of providers</c>; empty when the plan sees all.</summary>
    public static string Count(Plan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
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
