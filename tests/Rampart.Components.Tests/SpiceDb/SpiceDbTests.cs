using Pulumi;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Rampart.Components.Images;
using Rampart.Components.SpiceDb;
using Rampart.Components.Workloads;
using Rampart.Tests.Shared;
using Rampart.Tests.Shared.Mocks;
using Component = Rampart.Components.SpiceDb.SpiceDb;

namespace Rampart.Components.Tests.SpiceDb;

public sealed class SpiceDbTests
{
    private const string DeploymentType = "kubernetes:apps/v1:Deployment";
    private const string JobType = "kubernetes:batch/v1:Job";
    private const string PolicyType = "kubernetes:networking.k8s.io/v1:NetworkPolicy";
    private const string SecretType = "kubernetes:core/v1:Secret";
    private const string Pod = "spec/template/spec/";

    [Fact]
    public async Task Define_MemoryDatastore_RegistersNoMigration()
    {
        Recording recording = await RecordAsync(Development());

        Assert.Equal(
            """
            kubernetes:apps/v1:Deployment spicedb < spicedb
            kubernetes:core/v1:Secret spicedb-credentials < spicedb
            kubernetes:core/v1:Service spicedb < spicedb
            kubernetes:core/v1:ServiceAccount spicedb < spicedb
            kubernetes:networking.k8s.io/v1:NetworkPolicy spicedb < spicedb
            kubernetes:policy/v1:PodDisruptionBudget spicedb < spicedb
            kubernetes:scheduling.k8s.io/v1:PriorityClass spicedb < spicedb
            rampart:spicedb:SpiceDb spicedb < -
            rampart:workloads:HardenedDeployment spicedb < spicedb
            """,
            recording.Tree);
    }

    [Fact]
    public async Task Define_PostgresWithDispatch_RegistersMigrationAndRole()
    {
        Recording recording = await RecordAsync(Production());

        Assert.Equal(
            """
            kubernetes:apps/v1:Deployment spicedb < spicedb
            kubernetes:batch/v1:Job spicedb-migrate < spicedb-migrate
            kubernetes:core/v1:Secret spicedb-credentials < spicedb
            kubernetes:core/v1:Secret spicedb-datastore < spicedb
            kubernetes:core/v1:Secret spicedb-registry < spicedb
            kubernetes:core/v1:Service spicedb < spicedb
            kubernetes:core/v1:ServiceAccount spicedb < spicedb
            kubernetes:core/v1:ServiceAccount spicedb-migrate < spicedb-migrate
            kubernetes:networking.k8s.io/v1:NetworkPolicy spicedb < spicedb
            kubernetes:networking.k8s.io/v1:NetworkPolicy spicedb-migrate < spicedb-migrate
            kubernetes:policy/v1:PodDisruptionBudget spicedb < spicedb
            kubernetes:rbac.authorization.k8s.io/v1:Role spicedb < spicedb
            kubernetes:rbac.authorization.k8s.io/v1:RoleBinding spicedb < spicedb
            kubernetes:scheduling.k8s.io/v1:PriorityClass spicedb < spicedb
            rampart:spicedb:SpiceDb spicedb < -
            rampart:workloads:HardenedDeployment spicedb < spicedb
            rampart:workloads:HardenedJob spicedb-migrate < spicedb
            """,
            recording.Tree);
    }

    [Fact]
    public async Task Define_MemoryDatastore_GivesTheseObjects()
    {
        Recording recording = await RecordAsync(Development());

        GoldenFile.Verify("spicedb-memory.txt", recording.Objects + "\n");
    }

    [Fact]
    public async Task Define_PostgresWithEverything_GivesTheseObjects()
    {
        Recording recording = await RecordAsync(Production());

        GoldenFile.Verify("spicedb-postgres.txt", recording.Objects + "\n");
    }

    [Fact]
    public async Task Define_MigrationPods_AreNoneThatBudgetOrServiceSelect()
    {
        Recording recording = await RecordAsync(Production());

        Assert.Equal("\"spicedb-migrate\"", recording.Json(JobType, "spicedb-migrate", "spec/template/metadata/labels/app.kubernetes.io~name"));
        Assert.Equal("\"spicedb-migrate\"", recording.Json(JobType, "spicedb-migrate", "spec/template/metadata/labels/app.kubernetes.io~instance"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Define_NoClientNamespaces_LetsInTheOwnNamespaceOnly(bool isEmptyList)
    {
        SpiceDbArgs args = Development();
        args.Network.ClientNamespaces = isEmptyList ? new InputList<string>() : null;

        Recording recording = await RecordAsync(args);

        Assert.Equal(
            """
            [
              {
                "from": [
                  {
                    "podSelector": {}
                  }
                ],
                "ports": [
                  {
                    "port": 50051,
                    "protocol": "TCP"
                  }
                ]
              }
            ]
            """,
            recording.Json(PolicyType, "spicedb", "spec/ingress"));
    }

    // name, network, expected peers of the datastore
    public static TheoryData<string, SpiceDbNetworkArgs, string> DatastorePlaces => new()
    {
        { "anywhere", new SpiceDbNetworkArgs(), """[{"ipBlock":{"cidr":"0.0.0.0/0"}},{"ipBlock":{"cidr":"::/0"}}]""" },
        { "addresses", new SpiceDbNetworkArgs { DatastoreCidrs = "10.1.0.0/16" }, """[{"ipBlock":{"cidr":"10.1.0.0/16"}}]""" },
        {
            "namespace", new SpiceDbNetworkArgs { DatastoreNamespace = "databases" },
            """[{"namespaceSelector":{"matchLabels":{"kubernetes.io/metadata.name":"databases"}}}]"""
        },
        { "no addresses", new SpiceDbNetworkArgs { DatastoreCidrs = new InputList<string>() }, """[{"ipBlock":{"cidr":"0.0.0.0/0"}},{"ipBlock":{"cidr":"::/0"}}]""" },
        {
            "both", new SpiceDbNetworkArgs { DatastoreCidrs = "10.1.0.0/16", DatastoreNamespace = "databases" },
            """[{"ipBlock":{"cidr":"10.1.0.0/16"}},{"namespaceSelector":{"matchLabels":{"kubernetes.io/metadata.name":"databases"}}}]"""
        },
    };

    [Theory]
    [MemberData(nameof(DatastorePlaces))]
    public async Task Define_Postgres_OpensTheWayToTheDatastore(string name, SpiceDbNetworkArgs network, string peers)
    {
        SpiceDbArgs args = Development();
        args.Datastore = SpiceDbDatastore.Postgres;
        args.DatastoreUri = "postgres://spicedb@db:5432/spicedb";
        args.Network = network;

        Recording recording = await RecordAsync(args);

        string actual = recording.Json(PolicyType, "spicedb-migrate", "spec/egress/1/to")
            .Replace("\n", "", StringComparison.Ordinal)
            .Replace(" ", "", StringComparison.Ordinal);
        Assert.True(peers == actual, $"{name}: {actual}");
    }

    [Fact]
    public async Task Define_ExistingPriorityClass_MakesNone()
    {
        SpiceDbArgs args = Development();
        args.PriorityClassName = "system-cluster-critical";

        Recording recording = await RecordAsync(args);

        Assert.DoesNotContain("PriorityClass", recording.Tree, StringComparison.Ordinal);
        Assert.Equal("\"system-cluster-critical\"", recording.Json(DeploymentType, "spicedb", Pod + "priorityClassName"));
    }

    [Fact]
    public async Task Define_NoPriority_NamesNoClass()
    {
        SpiceDbArgs args = Development();
        args.Priority = null;

        Recording recording = await RecordAsync(args);

        Assert.DoesNotContain("PriorityClass", recording.Tree, StringComparison.Ordinal);
        Assert.Equal("null", recording.Json(DeploymentType, "spicedb", Pod + "priorityClassName"));
    }

    [Fact]
    public async Task Define_NoReplicasGiven_DependsOnTheDatastore()
    {
        SpiceDbArgs shared = Development();
        shared.Datastore = SpiceDbDatastore.Postgres;
        shared.DatastoreUri = "postgres://spicedb@db:5432/spicedb";

        Assert.Equal("1", (await RecordAsync(Development())).Json(DeploymentType, "spicedb", "spec/replicas"));
        Assert.Equal("3", (await RecordAsync(shared)).Json(DeploymentType, "spicedb", "spec/replicas"));
    }

    [Fact]
    public async Task Define_OwnAndNewPullSecret_AreBothUsed()
    {
        SpiceDbArgs args = Production();
        args.ImagePullSecrets.Add(new LocalObjectReferenceArgs { Name = "existing" });

        Recording recording = await RecordAsync(args);

        Assert.Equal(
            """
            [
              {
                "name": "existing"
              },
              {
                "name": "spicedb-registry-00000000"
              }
            ]
            """,
            recording.Json(DeploymentType, "spicedb", Pod + "imagePullSecrets"));
        Assert.Equal(
            """
            {
              ".dockerconfigjson": "{\"auths\":{\"registry.example.com\":{\"username\":\"user\",\"password\":\"password\",\"email\":\"user@example.com\",\"auth\":\"dXNlcjpwYXNzd29yZA==\"}}}"
            }
            """,
            recording.Json(SecretType, "spicedb-registry", "stringData"));
    }

    [Fact]
    public async Task Args_Secrets_AreMarkedWhateverTheCallerGives()
    {
        SpiceDbArgs args = new() { PresharedKey = "plain", DatastoreUri = Output.Create("plain") };
        RegistryCredentialsArgs registry = new() { Password = "plain" };

        Assert.True(await Output.IsSecretAsync(args.PresharedKey.ToOutput()));
        Assert.True(await Output.IsSecretAsync(args.DatastoreUri.ToOutput()));
        Assert.True(await Output.IsSecretAsync(registry.Password.ToOutput()));
    }

    // name, change of the development inputs, message
    public static TheoryData<string, Action<SpiceDbArgs>, string> Mistakes => new()
    {
        { "no key", args => args.PresharedKey = null, "RMP7130: SpiceDb has no preshared key; give PresharedKey" },
        {
            "no datastore address", args => args.Datastore = SpiceDbDatastore.Postgres,
            "RMP7130: SpiceDb has no address of its Postgres datastore; give DatastoreUri"
        },
        {
            "dispatch in memory", args => args.Dispatch = true,
            "RMP4202: dispatch shares work among replicas, and the memory datastore has one; switch dispatch off, or take the datastore 'postgres'"
        },
        {
            "replicas in memory", args => args.Replicas = 3,
            "RMP4201: 3 replicas do not share the memory datastore; give 1 replica, or the datastore 'postgres'"
        },
        {
            "loose image", args => args.Image = "authzed/spicedb:latest",
            "RMP2002: 'authzed/spicedb:latest' has the tag 'latest', which moves; give registry/name:v1.2.3 or, safer, registry/name:v1.2.3@sha256:…"
        },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public async Task Define_Mistake_StopsTheProgram(string name, Action<SpiceDbArgs> change, string message)
    {
        SpiceDbArgs args = Development();
        change(args);

        string error = await Recording.ErrorAsync(options => _ = new Component("spicedb", args, options));

        Assert.True(error.Contains(message, StringComparison.Ordinal), $"{name}: {error}");
    }

    private static Task<Recording> RecordAsync(SpiceDbArgs args)
        => Recording.OfAsync(options => _ = new Component("spicedb", args, options));

    private static SpiceDbArgs Development() => new() { Namespace = "spicedb", PresharedKey = "key" };

    private static SpiceDbArgs Production() => new()
    {
        Namespace = "spicedb",
        Image = "registry.example.com/authzed/spicedb:v1.56.0",
        Registry = new RegistryCredentialsArgs
        {
            Server = "registry.example.com",
            Username = "user",
            Password = "password",
            Email = "user@example.com",
        },
        PresharedKey = "key",
        Datastore = SpiceDbDatastore.Postgres,
        DatastoreUri = "postgres://spicedb@db:5432/spicedb",
        Dispatch = true,
        HttpGateway = true,
        TlsSecretName = "spicedb-tls",
        Profile = HardeningProfile.Guide,
        Labels = { ["team"] = "access" },
        PodAnnotations = { ["note"] = "kept" },
        Tolerations = { new TolerationArgs { Key = "workload-type", Operator = "Exists" } },
        TopologySpreadConstraints = new TopologySpreadConstraintArgs
        {
            MaxSkew = 1,
            TopologyKey = "kubernetes.io/hostname",
            WhenUnsatisfiable = "DoNotSchedule",
        },
        Network = new SpiceDbNetworkArgs
        {
            ClientNamespaces = new[] { "shop", "billing" },
            MonitoringNamespace = "monitoring",
            DatastoreNamespace = "databases",
            ApiServerCidrs = "10.0.0.1/32",
        },
    };
}
