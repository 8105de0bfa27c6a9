using Rampart.Protocol.Values;
using Rampart.Rules.Findings;
using Rampart.Rules.Objects;
using Rampart.Rules.Options;
using Rampart.Rules.Reports;
using Rampart.Rules.Tests.Availability;
using Rampart.Rules.Tests.Catalogue;

namespace Rampart.Rules.Tests.Policies;

/// <summary>A value of a wrong type, wherever it is, gives findings and never an exception, and a secret is never shown.</summary>
public sealed class WrongTypeTests
{
    private const string Secret = "hushhush";

    // These belong together; each of the others is checked alone.
    private static readonly PropertyObject[] Together =
    [
        Hardened.Deployment(), AvailabilityObjects.Budget(), AvailabilityObjects.Autoscaler(), AvailabilityObjects.Service(),
    ];

    private static readonly PropertyObject[] Alone =
    [
        AvailabilityObjects.Job(), AvailabilityObjects.CronJob(), AvailabilityObjects.DaemonSet(), AvailabilityObjects.StatefulSet(),
        AvailabilityObjects.Pod(), PolicyObjects.Kyverno(), PolicyObjects.KyvernoSignatures(), PolicyObjects.ImagePolicy(),
        PolicyObjects.Template(), PolicyObjects.Constraint(), PolicyObjects.AdmissionPolicy(), PolicyObjects.Binding(), PolicyObjects.Tracing(),
        PolicyObjects.FalcoCondition("evt.type = open and fd.name startswith /a"),
    ];

    private static readonly CheckOptions Options = CheckOptions.Default with
    {
        Cluster = new ClusterInventory { NodesByZone = new Dictionary<string, int>(StringComparer.Ordinal) { ["a"] = 1 }, PriorityClasses = [] },
        ReadYaml = _ => PropertyValue.Null,
    };

    [Theory]
    [InlineData("null")]
    [InlineData("'?'")]
    [InlineData("'text'")]
    [InlineData("'!hushhush'")]
    [InlineData("1.5")]
    [InlineData("-1")]
    [InlineData("1e300")]
    [InlineData("true")]
    [InlineData("[]")]
    [InlineData("[null, 1, 'a', [], {}]")]
    [InlineData("{}")]
    [InlineData("{'a': '?'}")]
    public void Check_WrongType_NeverThrowsAndShowsNoSecret(string json)
    {
        PropertyValue wrong = ManifestText.Value(json);
        SortedSet<string> leaks = new(StringComparer.Ordinal);
        for (int i = 0; i < Together.Length; i++)
        {
            foreach (PropertyObject changed in Replace(Together[i], wrong))
            {
                PropertyObject[] objects = [.. Together];
                objects[i] = changed;
                Check(objects, leaks);
            }
        }

        foreach (PropertyObject item in Alone)
        {
            foreach (PropertyObject changed in Replace(item, wrong))
            {
                Check([changed], leaks);
            }
        }

        Assert.Equal([], leaks);
    }

    private static void Check(PropertyObject[] objects, SortedSet<string> leaks)
    {
        ObjectSet set = new([.. objects.Select(item => new KubernetesObject(item))]);
        foreach (Finding finding in ObjectChecker.Check(set, Options).Findings)
        {
            // Names are shown: they tell objects and containers apart.
            bool isName = set.Objects.Any(item => item.Name == Secret || item.Namespace == Secret || item.Kind == Secret)
                || set.Workloads.Any(workload => workload.Containers.Any(container => container.Name == Secret));
            if (!isName && $"{finding.Message} {finding.Found}".Contains(Secret, StringComparison.Ordinal))
            {
                leaks.Add($"{finding.Rule}: {finding.Message} ({finding.Found})");
            }
        }
    }

    private static IEnumerable<PropertyObject> Replace(PropertyObject item, PropertyValue other) =>
        Replace(PropertyValue.From(item), other).Select(value => value.ObjectOrNull()).OfType<PropertyObject>();

    // The value with each of its parts in turn replaced.
    private static IEnumerable<PropertyValue> Replace(PropertyValue value, PropertyValue other)
    {
        yield return other;
        if (value.ObjectOrNull() is { } fields)
        {
            foreach (Property property in fields.Properties.ToArray())
            {
                foreach (PropertyValue changed in Replace(property.Value, other))
                {
                    yield return PropertyValue.From(fields.With(property.Name, changed));
                }
            }
        }
        else if (value.ListOrNull() is { } list)
        {
            for (int i = 0; i < list.Count; i++)
            {
                foreach (PropertyValue changed in Replace(list[i], other))
                {
                    PropertyValue[] items = list.Items.ToArray();
                    items[i] = changed;
                    yield return PropertyValue.From(PropertyList.Create(items));
                }
            }
        }
    }
}
