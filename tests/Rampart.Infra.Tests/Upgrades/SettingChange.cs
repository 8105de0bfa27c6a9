namespace Rampart.Infra.Tests.Upgrades;

/// <summary>A change of a stack's settings that somebody makes while it runs.</summary>
/// <param name="Name">What changes.</param>
/// <param name="After">The settings, each <c>key=value</c>.</param>
internal sealed record SettingChange(string Name, params string[] After)
{
    private const string Registry = """registry={"server":"registry.example.com","username":"user","password":"PASSWORD","email":"user@example.com"}""";

    /// <summary>The settings before, where they are not those of the stack's file.</summary>
    public string[] Before { get; init; } = [];

    /// <summary>The changes of a stack.</summary>
    public static IReadOnlyList<SettingChange> Of(string stack) => stack == "prod" ? [.. Common, .. OfProduction] : Common;

    private static SettingChange[] Common =>
    [
        new("image", "image=docker.io/authzed/spicedb:v1.56.2"),
        new("key", "presharedKey=another-sample-key-of-some-length"),
        new("log level", "logLevel=warn"),
        new("image pull policy", "imagePullPolicy=Never") { Before = ["imagePullPolicy=IfNotPresent"] },
        new("resources of the migration", """migrationResources={"requests":{"cpu":"200m","memory":"128Mi","ephemeral-storage":"64Mi"},"limits":{"cpu":"500m","memory":"256Mi","ephemeral-storage":"256Mi"}}"""),
        new("tolerations", """tolerations=[{"key":"dedicated","operator":"Equal","value":"spicedb","effect":"NoSchedule"}]"""),
        new("priority", "priority=2000"),
        new("profile", "profile=guide"),
        new("first registry", Registry.Replace("PASSWORD", "first", StringComparison.Ordinal)),
        new("password of the registry", Registry.Replace("PASSWORD", "second", StringComparison.Ordinal))
        {
            Before = [Registry.Replace("PASSWORD", "first", StringComparison.Ordinal)],
        },
        new("quota", """resourceQuota={"requests.cpu":"12","requests.memory":"24Gi","limits.cpu":"24","limits.memory":"48Gi","persistentvolumeclaims":"5"}"""),
        new("HTTP gateway", "httpGateway=true"),
        new("nothing"),
    ];

    private static SettingChange[] OfProduction =>
    [
        new("replicas", "replicas=4"),
        new("address of the datastore", """datastore={"engine":"postgres","namespace":"databases","uri":"postgres://spicedb:another-password@postgres.databases.svc:5432/spicedb?sslmode=verify-full"}"""),
    ];
}
