using Rampart.Rules.Objects;
using Rampart.Rules.Tests.Catalogue;
using static Rampart.Rules.Tests.Replacement.Resources;

namespace Rampart.Rules.Tests.Replacement;

/// <summary>The cases of the rules about what an update deletes. Pulumi's engine and its Kubernetes provider do what each tells.</summary>
internal static class ReplacementRuleCases
{
    private const string Serving = "RMP8001";
    private const string Data = "RMP8002";
    private const string Identity = "RMP8003";
    private const string BySecret = "spec: a change of stringData of Secret shop/key deletes Deployment shop/app before it is created again: spec depends on Secret shop/key";
    private const string ByJob = "spec: a change of spec.template of Job shop/migrate deletes Deployment shop/app before it is created again: spec depends on Job shop/migrate";
    private const string ByMap = "spec: a change of data of ConfigMap shop/settings deletes Deployment shop/app before it is created again: spec depends on ConfigMap shop/settings";

    public static IReadOnlyList<RuleCase> All { get; } =
    [
        .. Causes,
        .. Dependents,
        .. Chains,
        .. Options,
        .. OtherKinds,
    ];

    private static IEnumerable<RuleCase> Causes =>
    [
        Of(Serving, "Job with a fixed name", [Job(), Deployment(("spec", "migrate"))], ByJob),
        Of(Serving, "Job that is auto-named", [Job(isAutoNamed: true), Deployment(("spec", "migrate"))]),
        Of(Serving, "Secret with a fixed name", [Secret(), Deployment(("spec", "key"))], BySecret),
        Of(Serving, "Secret that is auto-named", [Secret(isAutoNamed: true), Deployment(("spec", "key"))]),
        Of(Serving, "no property", [Secret(), Deployment().With(request => request with { Dependencies = ["key"] })]),
        Of(Serving, "ConfigMap with a fixed name", [ConfigMap("settings"), Deployment(("spec", "settings"))], ByMap),
        Of(Serving, "name that follows the content", [ConfigMap("settings-7f9c2hk4mt"), Deployment(("spec", "settings-7f9c2hk4mt"))]),
        Of(Serving, "name that ends with a long word", [ConfigMap("app-configuration"), Deployment(("spec", "app-configuration"))],
            "spec: a change of data of ConfigMap shop/app-configuration deletes Deployment shop/app before it is created again: spec depends on ConfigMap shop/app-configuration"),
        Of(Serving, "PriorityClass, whose update fails", [Object("kubernetes:scheduling.k8s.io/v1:PriorityClass", "class", "'value': 1000"), Deployment(("spec", "class"))]),
        Of(Serving, "claim", [Claim(), Deployment(("spec", "disk"))],
            "spec: a change of spec.accessModes or spec.storageClassName of PersistentVolumeClaim shop/disk deletes Deployment shop/app before it is created again: spec depends on PersistentVolumeClaim shop/disk"),
        Of(Serving, "Namespace, which is updated in place", [Object("kubernetes:core/v1:Namespace", "shop", "'spec': {}"), Deployment(("metadata", "shop"))]),
        Of(Serving, "delete before replace of another provider", [Database().With(request => request with { DeleteBeforeReplace = true }), Deployment(("spec", "db"))],
            "spec: a change of what its provider replaces it for of aws:rds/instance:Instance 'db' deletes Deployment shop/app before it is created again: spec depends on aws:rds/instance:Instance 'db'"),
        Of(Serving, "another provider that decides for itself", [Database(), Deployment(("spec", "db"))]),
    ];

    private static IEnumerable<RuleCase> Dependents =>
    [
        Of(Serving, "label", [Secret(), Deployment(("metadata", "key"))],
            "metadata: a change of stringData of Secret shop/key deletes Deployment shop/app before it is created again: metadata depends on Secret shop/key"),
        Of(Serving, "auto-named dependent", [Secret(), Object("kubernetes:apps/v1:Deployment", "app", "'spec': {'selector': {}}", isAutoNamed: true, ("spec", "key"))],
            "spec: a change of stringData of Secret shop/key deletes Deployment shop/app-1a2b3c4d before it is created again: spec depends on Secret shop/key"),
        Of(Serving, "StatefulSet", [Secret(), Object("kubernetes:apps/v1:StatefulSet", "app", "'spec': {'serviceName': 'app'}", isAutoNamed: false, ("spec", "key"))],
            "spec: a change of stringData of Secret shop/key deletes StatefulSet shop/app before it is created again: spec depends on Secret shop/key"),
        Of(Serving, "DaemonSet", [Secret(), Object("kubernetes:apps/v1:DaemonSet", "app", "'spec': {'selector': {}}", isAutoNamed: false, ("spec", "key"))],
            "spec: a change of stringData of Secret shop/key deletes DaemonSet shop/app before it is created again: spec depends on Secret shop/key"),
        Of(Serving, "ReplicaSet, which is updated in place", [Secret(), Object("kubernetes:apps/v1:ReplicaSet", "app", "'spec': {'selector': {}}", isAutoNamed: false, ("spec", "key"))]),
        Of(Serving, "CronJob, which is updated in place", [Secret(), Object("kubernetes:batch/v1:CronJob", "app", "'spec': {'jobTemplate': {}}", isAutoNamed: false, ("spec", "key"))]),
        Of(Serving, "Pod", [Secret(), Object("kubernetes:core/v1:Pod", "app", "'spec': {'containers': []}", isAutoNamed: false, ("spec", "key"))],
            "spec: a change of stringData of Secret shop/key deletes Pod shop/app before it is created again: spec depends on Secret shop/key"),
        Of(Serving, "Service that selects", [Secret(), Service("'selector': {}", ("spec", "key"))]),
        Of(Serving, "Service with an address", [Secret(), Service("'clusterIP': 'None', 'selector': {}", ("spec", "key"))],
            "spec: a change of stringData of Secret shop/key deletes Service shop/app before it is created again: spec depends on Secret shop/key"),
        Of(Serving, "Service with a label", [Secret(), Service("'selector': {}", ("metadata", "key"))],
            "metadata: a change of stringData of Secret shop/key deletes Service shop/app before it is created again: metadata depends on Secret shop/key"),
        Of(Serving, "budget that selects", [Secret(), Object("kubernetes:policy/v1:PodDisruptionBudget", "app", "'spec': {'selector': {}}", isAutoNamed: false, ("spec", "key"))]),
        Of(Serving, "budget with a label", [Secret(), Object("kubernetes:policy/v1:PodDisruptionBudget", "app", "'spec': {}", isAutoNamed: false, ("metadata", "key"))],
            "metadata: a change of stringData of Secret shop/key deletes PodDisruptionBudget shop/app before it is created again: metadata depends on Secret shop/key"),
        Of(Serving, "network policy that selects", [Secret(), Object("kubernetes:networking.k8s.io/v1:NetworkPolicy", "app", "'spec': {'podSelector': {}}", isAutoNamed: false, ("spec", "key"))]),
        Of(Serving, "account with pull secrets", [Secret(), Object("kubernetes:core/v1:ServiceAccount", "app", "'imagePullSecrets': []", isAutoNamed: false, ("imagePullSecrets", "key"))]),
        Of(Serving, "role of a binding", [Secret(), Object("kubernetes:rbac.authorization.k8s.io/v1:RoleBinding", "app", "'roleRef': {'name': 'key'}", isAutoNamed: false, ("roleRef", "key"))],
            "roleRef: a change of stringData of Secret shop/key deletes RoleBinding shop/app before it is created again: roleRef depends on Secret shop/key"),
        Of(Serving, "patch, which lends fields", [Secret(), Object("kubernetes:apps/v1:DeploymentPatch", "app", "'spec': {'selector': {}}", isAutoNamed: false, ("metadata", "key"))]),
        Of(Serving, "Job, which is run again", [Secret(), Job(depends: ("spec", "key"))]),
        Of(Serving, "not known yet", [Secret(), Object("kubernetes:apps/v1:Deployment", "app", "'spec': '?'", isAutoNamed: false, ("spec", "key"))], "? spec is not known yet"),
    ];

    private static IEnumerable<RuleCase> Chains =>
    [
        Of(Serving, "through a Job that is auto-named", [Secret(), Job(isAutoNamed: true, depends: ("spec", "key")), Deployment(("spec", "migrate"))],
            "spec: a change of stringData of Secret shop/key deletes Job shop/migrate-1a2b3c4d and with it Deployment shop/app before it is created again: spec depends on Job shop/migrate-1a2b3c4d"),
        Of(Serving, "through a Job that is a cause itself", [Secret(), Job(depends: ("spec", "key")), Deployment(("spec", "migrate"))], ByJob),
        Of(Serving, "through what is updated in place", [Secret(), Service("'selector': {}", ("spec", "key")), Deployment(("spec", "app-service"))]),
        Of(Serving, "deleted with another", [Secret(), Job(isAutoNamed: true).With(request => request with { DeletedWith = "key" }), Deployment(("spec", "migrate"))],
            "spec: a change of stringData of Secret shop/key deletes Job shop/migrate-1a2b3c4d and with it Deployment shop/app before it is created again: spec depends on Job shop/migrate-1a2b3c4d"),
        Of(Serving, "itself deleted with another, as it asks", [Secret(), Deployment().With(request => request with { DeletedWith = "key" })]),
        Of(Serving, "itself replaced with another, as it asks", [Secret(), Deployment().With(request => request with { ReplaceWith = ["key"] })]),
    ];

    private static IEnumerable<RuleCase> Options =>
    [
        Of(Serving, "delete before replace", [ConfigMap("settings", isAutoNamed: true).With(request => request with { DeleteBeforeReplace = true }), Deployment(("spec", "settings"))],
            "spec: a change of data of ConfigMap shop/settings-1a2b3c4d deletes Deployment shop/app before it is created again: spec depends on ConfigMap shop/settings-1a2b3c4d"),
        Of(Serving, "create before delete", [Secret().With(request => request with { DeleteBeforeReplace = false }), Deployment(("spec", "key"))]),
        Of(Serving, "cause ignores the change", [ConfigMap("settings").With(request => request with { IgnoreChanges = ["data"] }), Deployment(("spec", "settings"))]),
        Of(Serving, "dependent ignores what replaces it", [Secret(), Deployment(("spec", "key")).With(request => request with { IgnoreChanges = ["spec.selector"] })]),
        Of(Serving, "dependent ignores all of it", [Secret(), Deployment(("spec", "key")).With(request => request with { IgnoreChanges = ["spec"] })]),
        Of(Serving, "dependent ignores something else", [Secret(), Deployment(("spec", "key")).With(request => request with { IgnoreChanges = ["spec.selector.matchLabels", "spec.replicas"] })], BySecret),
        Of(Serving, "dependent asks for it", [Secret(), Service("'selector': {}", ("spec", "key")).With(request => request with { ReplaceOnChanges = ["spec.selector"] })],
            "spec: a change of stringData of Secret shop/key deletes Service shop/app before it is created again: spec depends on Secret shop/key"),
        Of(Serving, "cause asks for it", [Object("kubernetes:core/v1:ServiceAccount", "account", "'secrets': []").With(request => request with { ReplaceOnChanges = ["secrets"] }), Deployment(("spec", "account"))],
            "spec: a change of secrets of ServiceAccount shop/account deletes Deployment shop/app before it is created again: spec depends on ServiceAccount shop/account"),
        Of(Serving, "dependent stays in the cluster", [Secret(), Deployment(("spec", "key")).With(request => request with { RetainOnDelete = true })]),
        Of(Serving, "cause stays in the cluster", [Secret().With(request => request with { RetainOnDelete = true }), Deployment(("spec", "key"))], BySecret),
        Of(Serving, "protected dependent, whose update is refused", [Secret(), Deployment(("spec", "key")).With(request => request with { Protect = true })]),
        Of(Serving, "protected by its parent", [
            Other("shop:apps:App", "shop", "{}").With(request => request with { Custom = false, Protect = true }),
            Secret(), Deployment(("spec", "key")).With(request => request with { Parent = "shop" })]),
        Of(Serving, "beside a protected one", [Secret(), Deployment(("spec", "key")), Service("'clusterIP': 'None'", ("spec", "key")).With(request => request with { Protect = true })]),
        Of(Serving, "protected cause", [Secret().With(request => request with { Protect = true }), Deployment(("spec", "key"))]),
        Of(Serving, "cause that is imported", [Secret().With(request => request with { ImportId = "shop/key" }), Deployment(("spec", "key"))]),
        Of(Serving, "cause that is read", [Secret() with { IsRead = true }, Deployment(("spec", "key"))]),
        new(Serving, "Secrets that are updated in place", []) { Stack = new DeclaredStack([Secret(), Deployment(("spec", "key"))]) { HasMutableSecrets = true } },
        new(Serving, "ConfigMaps that are updated in place", []) { Stack = new DeclaredStack([ConfigMap("settings"), Deployment(("spec", "settings"))]) { HasMutableConfigMaps = true } },
        new(Serving, "ConfigMap that says that it is immutable", [], ByMap)
        {
            Stack = new DeclaredStack([ConfigMap("settings", more: ", 'immutable': true"), Deployment(("spec", "settings"))]) { HasMutableConfigMaps = true },
        },
        Of(Serving, "provider that updates ConfigMaps in place", [
            Other("pulumi:providers:kubernetes", "provider", "{'enableConfigMapMutable': 'true'}"),
            ConfigMap("settings").With(request => request with { Provider = "provider::04da6b54-80e4-46f7-96ec-b56ff0331ba9" }), Deployment(("spec", "settings"))]),
    ];

    private static IEnumerable<RuleCase> OtherKinds =>
    [
        Of(Data, "label of a Namespace", [Secret(), Object("kubernetes:core/v1:Namespace", "shop", "'spec': {}", isAutoNamed: false, ("metadata", "key"))],
            "metadata: a change of stringData of Secret shop/key deletes Namespace shop/shop before it is created again: metadata depends on Secret shop/key"),
        Of(Data, "class of a claim", [ConfigMap("settings"), Claim(("spec", "settings"))],
            "spec: a change of data of ConfigMap shop/settings deletes PersistentVolumeClaim shop/disk before it is created again: spec depends on ConfigMap shop/settings"),
        Of(Data, "Deployment", [Secret(), Deployment(("spec", "key"))]),
        Of(Serving, "claim, which another rule is about", [ConfigMap("settings"), Claim(("spec", "settings"))]),
        Of(Identity, "type of a Secret, which its data outweighs", [Object("kubernetes:core/v1:Secret", "key", "'data': {}, 'type': 'Opaque'"), Deployment(("spec", "key"))]),
        Of(Identity, "selector of a Deployment", [Deployment(), Service("'clusterIP': 'None'", ("spec", "app"))],
            "spec: a change of spec.selector of Deployment shop/app deletes Service shop/app before it is created again: spec depends on Deployment shop/app"),
        Of(Serving, "selector of a Deployment", [Deployment(), Service("'clusterIP': 'None'", ("spec", "app"))]),
        Of(Identity, "Service without an address", [Service("'selector': {}"), Deployment(("spec", "app-service"))]),
    ];

    private static DeclaredResource Claim(params (string Property, string On)[] depends) => Object(
        "kubernetes:core/v1:PersistentVolumeClaim", "disk", "'spec': {'accessModes': ['ReadWriteOnce'], 'storageClassName': 'fast', 'resources': {}}", isAutoNamed: false, depends);

    private static DeclaredResource Service(string spec, params (string Property, string On)[] depends) =>
        Object("kubernetes:core/v1:Service", "app", $"'spec': {{{spec}}}", isAutoNamed: false, depends) with { Urn = "app-service" };

    private static DeclaredResource Database() => Other("aws:rds/instance:Instance", "db", "{}");

    private static RuleCase Of(string rule, string name, DeclaredResource[] resources, params string[] expected) => new(rule, name, [], expected) { Stack = new DeclaredStack(resources) };
}
