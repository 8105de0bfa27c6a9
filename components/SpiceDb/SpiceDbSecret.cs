using Pulumi;
using Pulumi.Kubernetes.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace Rampart.Components.SpiceDb;

/// <summary>The secret that holds SpiceDB's keys and its datastore's address, and the variables that read it.</summary>
internal sealed class SpiceDbSecret
{
    public const string NameSuffix = "-credentials";

    private const string PresharedKey = "preshared_key";
    private const string DatastoreUri = "datastore_uri";

    private readonly Output<string> _name;

    private SpiceDbSecret(Output<string> name) => _name = name;

    public static SpiceDbSecret Define(string name, Input<ObjectMetaArgs> metadata, SpiceDbArgs args, CustomResourceOptions options)
    {
        // Added one by one, since each value is a secret already: the setter would make one secret of the whole map, keys and all.
        SecretArgs content = new() { Metadata = metadata, Type = "Opaque" };
        content.StringData.Add(PresharedKey, args.PresharedKey!);
        if (args.DatastoreUri is { } uri)
        {
            content.StringData.Add(DatastoreUri, uri);
        }

        Secret secret = new(name + NameSuffix, content, options);
        return new SpiceDbSecret(secret.Metadata.Apply(known => known.Name));
    }

    public EnvVarArgs PresharedKeyVariable() => Variable("SPICEDB_GRPC_PRESHARED_KEY", PresharedKey);

    public EnvVarArgs DatastoreUriVariable() => Variable("SPICEDB_DATASTORE_CONN_URI", DatastoreUri);

    private EnvVarArgs Variable(string variable, string key) => new()
    {
        Name = variable,
        ValueFrom = new EnvVarSourceArgs { SecretKeyRef = new SecretKeySelectorArgs { Name = _name, Key = key } },
    };
}
