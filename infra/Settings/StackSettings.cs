using Pulumi;
using Rampart.Components.Configuration;
using Rampart.Components.Enforcement;
using Rampart.Components.Namespaces;
using Rampart.Components.Network;
using Rampart.Components.SpiceDb;
using Rampart.Components.Workloads;
using Rampart.Rules.Diagnostics;

namespace Rampart.Infra.Settings;

/// <summary>Everything that a stack's file says, as the args of the components, and checked.</summary>
/// <param name="Name">The namespace.</param>
/// <param name="Namespace">What the namespace allows.</param>
/// <param name="SpiceDb">What runs in it; where it runs is for the stack to say.</param>
/// <param name="Warnings">What deserves a look and stops nothing.</param>
internal sealed record StackSettings(string Name, HardenedNamespaceArgs Namespace, SpiceDbArgs SpiceDb, IReadOnlyList<Diagnostic> Warnings)
{
    /// <summary>Default of the setting <c>namespace</c>: the hardening guide's name.</summary>
    public const string DefaultNamespace = "spicedb";

    /// <summary>Default of the setting <c>monitoringNamespace</c>.</summary>
    public const string DefaultMonitoringNamespace = "monitoring";

    /// <summary>The settings, in the order of Pulumi.yaml. Where the hardening guide or Kubernetes has a name and a shape for a value, the setting has the same.</summary>
    public static IReadOnlyList<SettingsOf> All => [OfNamespace, OfSpiceDb, OfProfile];

    private static SettingsOf<HardenedNamespaceArgs> OfNamespace { get; } = new SettingsOf<HardenedNamespaceArgs>("The namespace")
        .Rename("name", "namespace")
        .Default("name", DefaultNamespace)
        .Rename("quota.hard", "resourceQuota")
        .Rename("containerLimits", "limitRange")
        .Omit("labels", "denyTraffic")
        .Describe("namespace", "Namespace of everything.")
        .Describe("podSecurity", "Pod Security Standards of the namespace, as levels and versions.")
        .Describe(
            "resourceQuota",
            "What all pods together may take. It must hold the replicas, those that an update adds, those that are ending meanwhile (two pods for each "
            + "replica in all), and the migration.")
        .Describe("limitRange", "What a container gets where it names nothing, and what it may name.");

    private static SettingsOf<SpiceDbArgs> OfSpiceDb { get; } = new SettingsOf<SpiceDbArgs>("SpiceDB")
        .Omit("namespace", "name", "labels")
        .Rename("datastore", "datastore.engine")
        .Rename("datastoreUri", "datastore.uri")
        .Rename("network.datastorePort", "datastore.port")
        .Rename("network.datastoreCidrs", "datastore.cidrs")
        .Rename("network.datastoreNamespace", "datastore.namespace")
        .Default("replicas", 1)
        .Rename("disruptionBudget", "podDisruptionBudget")
        .Rename("nodeAffinity", "affinity.nodeAffinity")
        .Rename("network.clientNamespaces", "clientNamespaces")
        .Rename("network.monitoringNamespace", "monitoringNamespace")
        .Default("network.monitoringNamespace", DefaultMonitoringNamespace)
        .Rename("network.apiServerCidrs", "apiServerCidrs")
        .Describe("datastore", "Where relationships are kept, by engine (memory or postgres), uri (a secret), port, cidrs and namespace.")
        .Describe("replicas", "Number of pods, from 1 to 100; 1 with the memory datastore.")
        .Describe("podDisruptionBudget", "How many pods a node drain may take away, by minAvailable or maxUnavailable; the default is one at a time.")
        .Describe("affinity", "Nodes that the pods need or prefer, as nodeAffinity in Kubernetes' own shape.")
        .Describe("monitoringNamespace", "Namespace whose pods may read the metrics.");

    private static SettingsOf<ProfileArgs> OfProfile { get; } = new("Pod security");

    /// <summary>Reads and checks the settings of a stack.</summary>
    /// <param name="config">The configuration of the project.</param>
    /// <param name="project">Name of the project, e.g. <c>spicedb</c>.</param>
    /// <param name="stack">Name of the stack, e.g. <c>dev</c>.</param>
    /// <exception cref="ConfigurationException">Something is wrong; the exception has all of it.</exception>
    public static StackSettings Bind(Config config, string project, string stack)
    {
        SettingsBinder binder = new(config, project, stack);
        HardenedNamespaceArgs space = binder.Bind(OfNamespace);
        SpiceDbArgs spicedb = binder.Bind(OfSpiceDb);
        HardeningProfile profile = ProfileCheck.Check(binder.Bind(OfProfile), binder);
        NamespaceCheck.Check(binder);
        DatastoreCheck.Check(spicedb, binder);
        CapacityCheck.Check(spicedb, binder);
        BudgetCheck.Check(binder);
        ClusterCheck.Check(new Config("kubernetes"), Environment.GetEnvironmentVariable, binder.Problems);
        binder.Problems.AddRange(RuleConfiguration.Read().Diagnostics);
        ServerCheck.Check(binder);
        IReadOnlyList<Diagnostic> warnings = binder.Complete();

        spicedb.Profile = profile;
        space.Dns = profile.Name == HardeningProfile.OpenShift.Name ? ClusterDns.OpenShift : ClusterDns.KubeDns;
        spicedb.Network.Dns = space.Dns;
        return new StackSettings(binder.Text("namespace")!, space, spicedb, warnings);
    }
}
