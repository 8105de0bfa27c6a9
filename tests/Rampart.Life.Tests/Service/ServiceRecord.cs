using System.Globalization;

namespace Rampart.Life.Tests.Service;

/// <summary>Tells from samples when a service was worse than it may be.</summary>
internal static class ServiceRecord
{
    /// <summary>Nothing is known of a longer time between two samples.</summary>
    public static readonly TimeSpan LongestGap = TimeSpan.FromSeconds(5);

    /// <summary>The violations in a stretch of time, each run of bad samples as one.</summary>
    /// <param name="samples">The samples, by time.</param>
    /// <param name="deployment">The Deployment that must be there all the time.</param>
    /// <param name="atLeast">Number of pods that must be ready all the time.</param>
    public static IReadOnlyList<string> Violations(IReadOnlyList<ServiceSample> samples, string deployment, int atLeast)
    {
        List<string> violations = [];
        if (samples.Count == 0)
        {
            violations.Add("no sample was taken");
        }

        for (int i = 1; i < samples.Count; i++)
        {
            if (samples[i].Time - samples[i - 1].Time > LongestGap)
            {
                violations.Add($"{Span(samples[i - 1], samples[i])}: no sample was taken");
            }
        }

        AddRuns(violations, samples, static sample => sample.Deployment is null, static _ => "the Deployment is gone");
        AddRuns(violations, samples, sample => sample.Deployment is { } uid && uid != deployment, static _ => "the Deployment is another one");
        AddRuns(
            violations,
            samples,
            sample => sample.Ready < atLeast,
            run => $"{run.Min(static sample => sample.Ready)} of at least {atLeast} pods are ready");
        return violations;
    }

    private static void AddRuns(
        List<string> violations, IReadOnlyList<ServiceSample> samples, Func<ServiceSample, bool> isBad, Func<List<ServiceSample>, string> tell)
    {
        List<ServiceSample> run = [];
        foreach (ServiceSample sample in samples)
        {
            if (isBad(sample))
            {
                run.Add(sample);
                continue;
            }

            Close(sample);
        }

        Close(null);

        // A run lasts until the first good sample after it.
        void Close(ServiceSample? next)
        {
            if (run.Count > 0)
            {
                violations.Add($"{Span(run[0], next ?? run[^1])}: {tell(run)}");
                run = [];
            }
        }
    }

    private static string Span(ServiceSample from, ServiceSample to) =>
        string.Create(CultureInfo.InvariantCulture, $"from {from.Time.TotalSeconds:0.0} s for {(to.Time - from.Time).TotalSeconds:0.0} s");
}
