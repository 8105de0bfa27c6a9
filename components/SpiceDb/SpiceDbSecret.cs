using Pulumi;
using Pulumi.Kubernetes.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace Rampart.Components.SpiceDb;

/// <summary>A secret that holds one value, and the variable that reads it.</summary>
/// <remarks>
/// Pulumi names the secret, so that another value is another secret: the new one is there before the pods that read it, and the
/// old one goes after the last pod that does. Each value has a secret of its own, since a new key for clients is no reason to
/// run the migration.
/// </remarks>
internal sealed class SpiceDbSecret
{
    private readonly string _variable;
    private readonly string _key;
    private readonly Output<string> _name;

    private SpiceDbSecret(string variable, string key, Output<string> name)
    {
        _variable = variable;
        _key = key;
        _name = name;
    }

    /// <summary>The keys of the clients.</summary>
    public static SpiceDbSecret Credentials(string name, ObjectMetaArgs metadata, Input<string> keys, CustomResourceOptions options) =>
        Define(name + "-credentials", metadata, "SPICEDB_GRPC_PRESHARED_KEY", "preshared_key", keys, options);

    /// <summary>The address of the datastore.</summary>
    public static SpiceDbSecret Datastore(string name, ObjectMetaArgs metadata, Input<string> uri, CustomResourceOptions options) =>
        Define(name + "-datastore", metadata, "SPICEDB_DATASTORE_CONN_URI", "datastore_uri", uri, options);

    public EnvVarArgs Variable() => new()
    {
        Name = _variable,
        ValueFrom = new EnvVarSourceArgs { SecretKeyRef = new SecretKeySelectorArgs { Name = _name, Key = _key } },
    };

    private static SpiceDbSecret Define(
        string name, ObjectMetaArgs metadata, string variable, string key, Input<string> value, CustomResourceOptions options)
    {
        SecretArgs content = new() { Metadata = metadata, Type = "Opaque", Immutable = true };
        // Added, since the value is a secret already: the setter would make one secret of the whole map, key and all.
        content.StringData.Add(key, value);
        Secret secret = new(name, content, options);
        return new SpiceDbSecret(variable, key, secret.Metadata.Apply(known => known.Name));
    }
}
