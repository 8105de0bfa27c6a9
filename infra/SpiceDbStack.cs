using Pulumi;
using Rampart.Components.Configuration;
using Rampart.Components.Namespaces;
using Rampart.Components.SpiceDb;
using Rampart.Infra.Settings;
using Rampart.Rules.Diagnostics;

namespace Rampart.Infra;

/// <summary>A hardened namespace with SpiceDB in it, as the stack's settings say.</summary>
public sealed class SpiceDbStack : Stack
{
    /// <summary>Declares the stack.</summary>
    /// <exception cref="ConfigurationException">The settings are wrong; nothing has been registered.</exception>
    public SpiceDbStack()
    {
        DeploymentInstance deployment = Deployment.Instance;
        StackSettings settings = StackSettings.Bind(new Config(), deployment.ProjectName, deployment.StackName);
        foreach (Diagnostic warning in settings.Warnings)
        {
            Log.Warn(warning.ToString());
        }

        ComponentResourceOptions? options = ClusterProvider.Define(new Config("kubernetes"));
        HardenedNamespace place = new(settings.Name, settings.Namespace, options);
        // Pods start within quota, limits and policies that are there already.
        ComponentResourceOptions afterNamespace = ComponentResourceOptions.Merge(options, new ComponentResourceOptions { DependsOn = { place } });
        settings.SpiceDb.Namespace = place.Name;
        SpiceDb spicedb = new("spicedb", settings.SpiceDb, afterNamespace);

        Namespace = place.Name;
        Endpoint = spicedb.Endpoint;
        Image = spicedb.Image;
        Replicas = spicedb.Replicas;
        PresharedKey = settings.SpiceDb.PresharedKey!;
    }

    /// <summary>The namespace.</summary>
    [Output("namespace")]
    public Output<string> Namespace { get; private set; }

    /// <summary>Where clients in the cluster connect: <c>&lt;service&gt;.&lt;namespace&gt;.svc:50051</c>.</summary>
    [Output("endpoint")]
    public Output<string> Endpoint { get; private set; }

    /// <summary>The image that runs.</summary>
    [Output("image")]
    public Output<string> Image { get; private set; }

    /// <summary>Number of pods.</summary>
    [Output("replicas")]
    public Output<int> Replicas { get; private set; }

    /// <summary>Keys of the clients, a secret.</summary>
    [Output("presharedKey")]
    public Output<string> PresharedKey { get; private set; }
}
