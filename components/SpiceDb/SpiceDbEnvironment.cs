using System.Globalization;
using Pulumi;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;

namespace Rampart.Components.SpiceDb;

/// <summary>SpiceDB's settings, as the variables that its program reads: <c>SPICEDB_</c> and the name of the flag.</summary>
internal static class SpiceDbEnvironment
{
    /// <summary>Folder of the certificate, its key and its authority.</summary>
    public const string TlsFolder = "/tls";

    private const string Certificate = TlsFolder + "/tls.crt";
    private const string Key = TlsFolder + "/tls.key";
    private const string Authority = TlsFolder + "/ca.crt";

    /// <summary>Variables of a pod that serves.</summary>
    public static InputList<EnvVarArgs> Serving(
        SpiceDbArgs args, SpiceDbSecret credentials, SpiceDbSecret? datastore, Input<string> dispatchAddress)
    {
        InputList<EnvVarArgs> variables = Common(args, datastore);
        variables.Add(
            credentials.Variable(),
            Variable("SPICEDB_GRPC_SHUTDOWN_GRACE_PERIOD", string.Create(CultureInfo.InvariantCulture, $"{SpiceDbArgs.ShutdownGracePeriodSeconds}s")),
            Variable("SPICEDB_GRPC_SHUTDOWN_DRAIN_DELAY", string.Create(CultureInfo.InvariantCulture, $"{SpiceDbArgs.ShutdownDrainDelaySeconds}s")),
            Variable("SPICEDB_TERMINATION_LOG_PATH", "/dev/termination-log"),
            Variable("SPICEDB_HTTP_ENABLED", args.HttpGateway ? "true" : "false"),
            Variable("SPICEDB_DISPATCH_CLUSTER_ENABLED", args.Dispatch ? "true" : "false"));
        if (args.Dispatch)
        {
            variables.Add(Variable("SPICEDB_DISPATCH_UPSTREAM_ADDR", dispatchAddress));
        }

        if (args.TlsSecretName is not null)
        {
            AddTls(variables, args);
        }

        return variables;
    }

    /// <summary>Variables of the pod that migrates the datastore.</summary>
    public static InputList<EnvVarArgs> Migrating(SpiceDbArgs args, SpiceDbSecret? datastore) => Common(args, datastore);

    private static InputList<EnvVarArgs> Common(SpiceDbArgs args, SpiceDbSecret? datastore)
    {
        InputList<EnvVarArgs> variables = new()
        {
            Variable("SPICEDB_LOG_FORMAT", "json"),
            Variable("SPICEDB_LOG_LEVEL", args.LogLevel ?? SpiceDbArgs.DefaultLogLevel),
            // The check asks an address outside the cluster, which the network policy refuses.
            Variable("SPICEDB_SKIP_RELEASE_CHECK", "true"),
            Variable("SPICEDB_DATASTORE_ENGINE", args.Datastore == SpiceDbDatastore.Memory ? "memory" : "postgres"),
        };
        if (datastore is not null)
        {
            variables.Add(datastore.Variable());
        }

        return variables;
    }

    private static void AddTls(InputList<EnvVarArgs> variables, SpiceDbArgs args)
    {
        variables.Add(
            Variable("SPICEDB_GRPC_TLS_CERT_PATH", Certificate),
            Variable("SPICEDB_GRPC_TLS_KEY_PATH", Key));
        if (args.HttpGateway)
        {
            variables.Add(
                Variable("SPICEDB_HTTP_TLS_CERT_PATH", Certificate),
                Variable("SPICEDB_HTTP_TLS_KEY_PATH", Key));
        }

        if (args.Dispatch)
        {
            variables.Add(
                Variable("SPICEDB_DISPATCH_CLUSTER_TLS_CERT_PATH", Certificate),
                Variable("SPICEDB_DISPATCH_CLUSTER_TLS_KEY_PATH", Key),
                Variable("SPICEDB_DISPATCH_UPSTREAM_CA_PATH", Authority));
        }
    }

    private static EnvVarArgs Variable(string name, Input<string> value) => new() { Name = name, Value = value };
}
