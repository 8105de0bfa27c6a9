using System.Globalization;
using Pulumi;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;
using Rampart.Components.Images;
using Rampart.Protocol.Values;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Findings;
using Rampart.Rules.Objects;
using Rampart.Rules.Options;
using Rampart.Rules.Reports;
using Rampart.Rules.Settings;

namespace Rampart.Components.Enforcement;

/// <summary>Lets only a workload through that keeps the rules; what else they find is logged with the component.</summary>
/// <remarks>
/// Looked at is the workload alone, so the rules that need other objects, such as its budget, say nothing here. In a plan the
/// whole stack is checked instead, and nothing is done twice.
/// </remarks>
internal static class WorkloadEnforcement
{
    /// <summary>The spec, known only once it has been looked at.</summary>
    /// <param name="component">The component that the findings are logged with.</param>
    /// <param name="requirePinnedImages">Whether images must be pinned.</param>
    /// <param name="apiVersion">Group and version of the workload.</param>
    /// <param name="kind">Its kind.</param>
    /// <param name="metadata">Its metadata.</param>
    /// <param name="spec">Its spec.</param>
    /// <typeparam name="TSpec">The type of the spec.</typeparam>
    public static Output<TSpec> Require<TSpec>(
        ComponentResource component, bool requirePinnedImages, string apiVersion, string kind, ObjectMetaArgs metadata, Output<TSpec> spec)
        where TSpec : ResourceArgs
    {
        EnforcementSettings settings = EnforcementSettings.Read();
        return settings.Mode == EnforcementMode.Off ? spec : spec.Apply(async known =>
        {
            KubernetesObject item = new(PropertyObject.Create(
                new Property("apiVersion", PropertyValue.From(apiVersion)),
                new Property("kind", PropertyValue.From(kind)),
                new Property("metadata", await ReadMetadataAsync(component, metadata).ConfigureAwait(false)),
                new Property("spec", await InputReader.ReadAsync(known).ConfigureAwait(false))));
            CheckOptions options = requirePinnedImages ? settings.Options : settings.Options with { Severities = WithoutPinning(settings.Options) };
            Report(component, settings, ObjectChecker.CheckAlone(item, options));
            return known;
        });
    }

    // An object that Pulumi names is told by the name that Pulumi begins with.
    private static async Task<PropertyValue> ReadMetadataAsync(ComponentResource component, ObjectMetaArgs metadata)
    {
        PropertyObject read = (await InputReader.ReadAsync(metadata).ConfigureAwait(false)).AsObject();
        return PropertyValue.From(read.ContainsKey("name") ? read : read.With("name", PropertyValue.From(component.GetResourceName())));
    }

    private static Dictionary<string, DiagnosticSeverity?> WithoutPinning(CheckOptions options) => new(options.Severities, StringComparer.Ordinal)
    {
        [ImagePinning.NotPinned] = null,
        [ImagePinning.DebugImage] = null,
    };

    private static void Report(ComponentResource component, EnforcementSettings settings, IEnumerable<Finding> findings)
    {
        List<string> errors = [];
        foreach (Finding finding in findings)
        {
            if (finding.Verdict != FindingVerdict.Broken || finding.Waiver is not null || finding.Severity == DiagnosticSeverity.Info)
            {
                continue;
            }

            string text = $"{finding.Object}: {finding.Rule}: {finding.Path}: {finding.Message}; {finding.Fix}";
            if (finding.Severity == DiagnosticSeverity.Error && settings.Mode == EnforcementMode.Error)
            {
                errors.Add(text);
            }
            else
            {
                Log.Warn(text, component);
            }
        }

        if (errors.Count > 0)
        {
            // Not logged one by one: a program may end at its first exception, before a log that waits for the component's URN is sent.
            throw new RunException(string.Create(
                CultureInfo.InvariantCulture,
                $"{component.GetResourceName()} is not registered: {errors.Count} {(errors.Count == 1 ? "rule is" : "rules are")} broken; mend it, or add a waiver to rampart:waivers\n{string.Join('\n', errors)}"));
        }
    }
}
