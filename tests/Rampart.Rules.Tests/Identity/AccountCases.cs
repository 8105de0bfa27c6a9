using Rampart.Protocol.Values;
using Rampart.Rules.Tests.Catalogue;

namespace Rampart.Rules.Tests.Identity;

/// <summary>The cases of the rules about accounts and their tokens.</summary>
internal static class AccountCases
{
    private const string Pod = "spec.template.spec";
    private const string Automount = $"{Pod}.automountServiceAccountToken";

    private static readonly PropertyObject Silent = Hardened.Pod("automountServiceAccountToken", "null");

    private static readonly PropertyObject Mounting = Hardened.Pod("automountServiceAccountToken", "true");

    private static readonly PropertyObject Projecting = Hardened.Pod("volumes[0]", "{'name': 'tmp', 'projected': {'sources': [{'serviceAccountToken': {'path': 'token'}}]}}");

    public static IReadOnlyList<RuleCase> All { get; } =
    [
        new("RMP5001", "switched off at the pod", [Hardened.Deployment()]),
        new("RMP5001", "switched off at the account", [Silent, Account("app", "false")]),
        new("RMP5001", "switched off at an account of another namespace", [Silent, Hardened.Edit(Account("app", "false"), ("metadata.namespace", "'other'"))],
            $"{Automount}: the token of service account 'app' is mounted in every container"),
        new("RMP5001", "nobody says", [Silent], $"{Automount}: the token of service account 'app' is mounted in every container"),
        new("RMP5001", "the account says nothing", [Silent, Account("app", "null")], $"{Automount}: the token of service account 'app' is mounted in every container"),
        new("RMP5001", "the pod overrules the account", [Mounting, Account("app", "false")], $"{Automount}: the token of service account 'app' is mounted in every container"),
        new("RMP5001", "default account", [Hardened.Edit(Silent, ($"{Pod}.serviceAccountName", "null"))],
            $"{Automount}: the token of service account 'default' is mounted in every container"),
        new("RMP5001", "the account has rights", [Mounting, Binding("ServiceAccount", "app")]),
        new("RMP5001", "all accounts of the namespace have rights", [Mounting, Binding("Group", "system:serviceaccounts:shop")]),
        new("RMP5001", "another account has rights", [Mounting, Binding("ServiceAccount", "other")], $"{Automount}: the token of service account 'app' is mounted in every container"),
        new("RMP5001", "unknown subject", [Mounting, Binding("ServiceAccount", "?")], $"? {Automount} and the rights of the account are not known yet"),
        new("RMP5001", "unknown", [Hardened.Pod("automountServiceAccountToken", "'?'")], $"? {Automount} and the rights of the account are not known yet"),
        new("RMP5001", "unknown account", [Hardened.Edit(Silent, ($"{Pod}.serviceAccountName", "'?'"))], $"? {Automount} and the rights of the account are not known yet"),
        new("RMP5002", "stated", [Hardened.Deployment(), Binding("ServiceAccount", "app")]),
        new("RMP5002", "left to the account", [Silent, Account("app", "false")], $"{Automount}: the pod leaves it to service account 'app' whether its token is mounted"),
        new("RMP5002", "mounted for an account with rights", [Mounting, Binding("ServiceAccount", "app")],
            $"{Automount}: the token of service account 'app' is mounted in every container, not projected where it is needed"),
        new("RMP5002", "mounted for an account without rights is another rule's", [Mounting]),
        new("RMP5003", "own account", [Hardened.Deployment()]),
        new("RMP5003", "none", [Hardened.Pod("serviceAccountName", "null")], $"{Pod}.serviceAccountName: the pod runs as the default service account"),
        new("RMP5003", "default", [Hardened.Pod("serviceAccountName", "'default'")], $"{Pod}.serviceAccountName: the pod runs as the default service account"),
        new("RMP5003", "deprecated field", [Hardened.Deployment(($"{Pod}.serviceAccountName", "null"), ($"{Pod}.serviceAccount", "'app'"))]),
        new("RMP5003", "unknown", [Hardened.Pod("serviceAccountName", "'?'")], $"? {Pod}.serviceAccountName is not known yet"),
        new("RMP5004", "alone", [Hardened.Deployment()]),
        new("RMP5004", "there", [Hardened.Deployment(), Account("app", "false"), Account("other", "false")]),
        new("RMP5004", "only the default account is there", [Hardened.Deployment(), Account("default", "false")]),
        new("RMP5004", "not there though others are", [Hardened.Deployment(), Account("other", "false")],
            $"{Pod}.serviceAccountName: service account 'app' is not among the accounts of the namespace in these objects"),
        new("RMP5004", "one without a known name", [Hardened.Deployment(), Account("other", "false"), Account("?", "false")]),
        new("RMP5005", "serviceAccountName", [Hardened.Deployment()]),
        new("RMP5005", "both alike, as in a dump", [Hardened.Pod("serviceAccount", "'app'")]),
        new("RMP5005", "only the deprecated one", [Hardened.Deployment(($"{Pod}.serviceAccountName", "null"), ($"{Pod}.serviceAccount", "'app'"))],
            $"{Pod}.serviceAccount: the pod names its account 'app' in the deprecated field serviceAccount"),
        new("RMP5005", "contradiction", [Hardened.Pod("serviceAccount", "'old'")], $"{Pod}.serviceAccount: serviceAccount 'old' is ignored, since serviceAccountName is 'app'"),
        new("RMP5005", "unknown", [Hardened.Pod("serviceAccount", "'?'")], $"? {Pod}.serviceAccount is not known yet"),
        new("RMP5015", "declared", [Place, Hardened.Deployment(), Account("default", "false")]),
        new("RMP5015", "not declared", [Place, Hardened.Deployment()], ": nothing turns off the token of the default service account in namespace 'shop'"),
        new("RMP5015", "no pods", [Place]),
        new("RMP5015", "no namespace", [Hardened.Deployment()]),
        new("RMP5016", "false", [Account("app", "false")]),
        new("RMP5016", "unset", [Account("app", "null")], "automountServiceAccountToken: service account 'app' gives its token to every pod that does not refuse it"),
        new("RMP5016", "true", [Account("app", "true")], "automountServiceAccountToken: service account 'app' gives its token to every pod that does not refuse it"),
        new("RMP5016", "unknown", [Account("app", "'?'")], "? automountServiceAccountToken is not known yet"),
        new("RMP5020", "with rights", [Projecting, Binding("ServiceAccount", "app")]),
        new("RMP5020", "without", [Projecting],
            $"{Pod}.volumes[0].projected.sources: the pod projects a token of service account 'app', to which nothing in these objects gives rights"),
        new("RMP5020", "for another server", [Hardened.Edit(Projecting, ($"{Pod}.volumes[0].projected.sources[0].serviceAccountToken.audience", "'vault'"))]),
        new("RMP5020", "what the API server adds to pods", [Hardened.Edit(Projecting, (Automount, "null"))]),
        new("RMP5020", "unknown subject", [Projecting, Binding("ServiceAccount", "?")]),
        new("RMP5001", "secret name", [Hardened.Edit(Silent, ($"{Pod}.serviceAccountName", "'!app'"))], $"{Automount}: the token of service account '[secret]' is mounted in every container"),
        new("RMP5021", "token", [Projecting, Binding("ServiceAccount", "app")]),
        new("RMP5021", "token in every container", [Mounting, Binding("ServiceAccount", "app")]),
        new("RMP5021", "no rights", [Hardened.Deployment()]),
        new("RMP5021", "no token", [Hardened.Deployment(), Binding("ServiceAccount", "app")],
            $"{Pod}.volumes: service account 'app' has rights, but the pod has no token to use them"),
        new("RMP5021", "unknown volumes", [Hardened.Pod("volumes", "'?'"), Binding("ServiceAccount", "app")]),
    ];

    private static PropertyObject Place => ManifestText.Object("{'apiVersion': 'v1', 'kind': 'Namespace', 'metadata': {'name': 'shop'}}");

    private static PropertyObject Account(string name, string automount) => ManifestText.Object(
        $"{{'apiVersion': 'v1', 'kind': 'ServiceAccount', 'metadata': {{'name': '{name}', 'namespace': 'shop'}}, 'automountServiceAccountToken': {automount}}}");

    private static PropertyObject Binding(string kind, string name) => ManifestText.Object(
        $$"""
        {'apiVersion': 'rbac.authorization.k8s.io/v1', 'kind': 'RoleBinding', 'metadata': {'name': 'app', 'namespace': 'shop'},
          'roleRef': {'apiGroup': 'rbac.authorization.k8s.io', 'kind': 'Role', 'name': 'app'}, 'subjects': [{'kind': '{{kind}}', 'name': '{{name}}'}]}
        """);
}
