using Rampart.Protocol.Values;
using Rampart.Rules.Tests.Catalogue;

namespace Rampart.Rules.Tests.Identity;

/// <summary>The cases of the rules about roles and bindings.</summary>
internal static class PermissionCases
{
    public static IReadOnlyList<RuleCase> All { get; } =
    [
        new("RMP5006", "named", [Role("[{'apiGroups': [''], 'resources': ['endpoints'], 'verbs': ['get', 'list', 'watch']}]")]),
        new("RMP5006", "everything", [Role("[{'apiGroups': ['*'], 'resources': ['*'], 'verbs': ['*']}]")], "rules[0]: Role 'app' allows everything"),
        new("RMP5006", "every verb on one resource", [Role("[{'apiGroups': ['*'], 'resources': ['pods'], 'verbs': ['*']}]")]),
        new("RMP5006", "everything in a cluster", [Hardened.Edit(Role("[{'apiGroups': ['*'], 'resources': ['*'], 'verbs': ['*']}]"), ("kind", "'ClusterRole'"))],
            "rules[0]: ClusterRole 'app' allows everything"),
        new("RMP5006", "cluster-admin itself", [Hardened.Edit(
            Role("[{'apiGroups': ['*'], 'resources': ['*'], 'verbs': ['*']}]"), ("metadata.labels", "{'kubernetes.io/bootstrapping': 'rbac-defaults'}"))]),
        new("RMP5006", "unknown", [Role("'?'")], "? rules is not known yet"),
        new("RMP5006", "unknown verb", [Role("[{'apiGroups': ['*'], 'resources': ['*'], 'verbs': ['?']}]")], "? rules[0].verbs is not known yet"),
        new("RMP5006", "rules of a wrong type", [Role("['x']")],
            "? rules[0].apiGroups is not known yet", "? rules[0].resources is not known yet", "? rules[0].verbs is not known yet"),
        new("RMP5007", "named", [Role("[{'apiGroups': [''], 'resources': ['endpoints'], 'verbs': ['get']}]")]),
        new("RMP5007", "everything is another rule's", [Role("[{'apiGroups': ['*'], 'resources': ['*'], 'verbs': ['*']}]")]),
        new("RMP5007", "wildcards", [Role("[{'apiGroups': [''], 'resources': ['*'], 'verbs': ['get']}, {'apiGroups': ['*'], 'resources': ['pods'], 'verbs': ['*']}, {'nonResourceURLs': ['*'], 'verbs': ['get']}]")],
            "rules[0].resources: Role 'app' allows every resource",
            "rules[1].apiGroups: Role 'app' allows every API group",
            "rules[1].verbs: Role 'app' allows every verb",
            "rules[2].nonResourceURLs: Role 'app' allows every URL"),
        new("RMP5008", "none", [Role("[{'apiGroups': [''], 'resources': ['endpoints'], 'verbs': ['get']}]")]),
        new("RMP5008", "one by name", [Role("[{'apiGroups': [''], 'resources': ['secrets'], 'verbs': ['get'], 'resourceNames': ['app']}]")]),
        new("RMP5008", "of another group", [Role("[{'apiGroups': ['example.com'], 'resources': ['secrets'], 'verbs': ['get']}]")]),
        new("RMP5008", "all", [Role("[{'apiGroups': [''], 'resources': ['pods', 'secrets'], 'verbs': ['list']}]")], "rules[0].resources: Role 'app' allows 'list' on all secrets"),
        new("RMP5009", "none", [Role("[{'apiGroups': [''], 'resources': ['pods'], 'verbs': ['get']}]")]),
        new("RMP5009", "exec", [Role("[{'apiGroups': [''], 'resources': ['pods', 'pods/exec'], 'verbs': ['create']}]")], "rules[0].resources: Role 'app' allows 'pods/exec'"),
        new("RMP5010", "none", [Role("[{'apiGroups': [''], 'resources': ['pods'], 'verbs': ['get']}]")]),
        new("RMP5010", "bind", [Role("[{'apiGroups': ['rbac.authorization.k8s.io'], 'resources': ['roles'], 'verbs': ['bind']}]")], "rules[0].verbs: Role 'app' allows 'bind'"),
        new("RMP5010", "tokens", [Role("[{'apiGroups': [''], 'resources': ['serviceaccounts/token'], 'verbs': ['create']}]")],
            "rules[0].resources: Role 'app' allows to make a token of every service account"),
        new("RMP5010", "token of one account", [Role("[{'apiGroups': [''], 'resources': ['serviceaccounts/token'], 'verbs': ['create'], 'resourceNames': ['app']}]")]),
        new("RMP5011", "read", [Role("[{'apiGroups': [''], 'resources': ['pods'], 'verbs': ['get']}]")]),
        new("RMP5011", "create", [Role("[{'apiGroups': ['batch'], 'resources': ['jobs'], 'verbs': ['create']}]")], "rules[0].resources: Role 'app' allows to make jobs"),
        new("RMP5012", "another role", [Binding("edit", "{'kind': 'User', 'name': 'ann'}")]),
        new("RMP5012", "cluster-admin", [Binding("cluster-admin", "{'kind': 'User', 'name': 'ann'}")], "roleRef.name: ClusterRoleBinding 'app' gives the role cluster-admin"),
        new("RMP5012", "a Role of that name", [Hardened.Edit(Binding("cluster-admin", "{'kind': 'User', 'name': 'ann'}"), ("roleRef.kind", "'Role'"))]),
        new("RMP5012", "unknown", [Binding("?", "{'kind': 'User', 'name': 'ann'}")], "? roleRef.name is not known yet"),
        new("RMP5013", "somebody", [Binding("view", "{'kind': 'Group', 'name': 'ops'}")]),
        new("RMP5013", "everybody", [Binding("view", "{'kind': 'User', 'name': 'ann'}, {'kind': 'User', 'name': 'system:anonymous'}, {'kind': 'Group', 'name': 'system:authenticated'}")],
            "subjects[1].name: ClusterRoleBinding 'app' gives rights to everybody: system:anonymous",
            "subjects[2].name: ClusterRoleBinding 'app' gives rights to everybody: system:authenticated"),
        new("RMP5013", "made by Kubernetes", [Hardened.Edit(
            Binding("system:discovery", "{'kind': 'Group', 'name': 'system:authenticated'}"), ("metadata.labels", "{'kubernetes.io/bootstrapping': 'rbac-defaults'}"))]),
        new("RMP5013", "unknown", [Binding("view", "{'kind': 'Group', 'name': '?'}")], "? subjects[0].name is not known yet"),
        new("RMP5014", "own account", [Binding("view", "{'kind': 'ServiceAccount', 'name': 'app', 'namespace': 'shop'}")]),
        new("RMP5014", "default account", [Binding("view", "{'kind': 'ServiceAccount', 'name': 'default', 'namespace': 'shop'}")],
            "subjects[0].name: ClusterRoleBinding 'app' gives rights to a default service account"),
        new("RMP5014", "unknown", [Hardened.Edit(Binding("view", ""), ("subjects", "'?'"))], "? subjects is not known yet"),
        new("RMP5017", "complete", [Role("[{'apiGroups': [''], 'resources': ['pods'], 'verbs': ['get']}, {'nonResourceURLs': ['/healthz'], 'verbs': ['get']}]")]),
        new("RMP5017", "incomplete", [Role("[{'apiGroups': [''], 'resources': ['pods']}, {'verbs': ['get']}]")],
            "rules[0].verbs: an entry of Role 'app' has no verbs",
            "rules[1].apiGroups: an entry of Role 'app' has no API groups",
            "rules[1].resources: an entry of Role 'app' has no resources"),
        new("RMP5018", "complete", [Binding("view", "{'kind': 'User', 'name': 'ann'}, {'kind': 'ServiceAccount', 'name': 'app', 'namespace': 'shop'}")]),
        new("RMP5018", "incomplete", [Hardened.Edit(Binding("view", "{'name': 'ann'}, {'kind': 'User'}, {'kind': 'ServiceAccount', 'name': 'app'}"), ("roleRef", "null"))],
            "roleRef.kind: the role that ClusterRoleBinding 'app' gives has no kind",
            "roleRef.name: the role that ClusterRoleBinding 'app' gives has no name",
            "subjects[0].kind: a subject of ClusterRoleBinding 'app' has no kind",
            "subjects[1].name: a subject of ClusterRoleBinding 'app' has no name",
            "subjects[2].namespace: a subject of ClusterRoleBinding 'app' has no namespace"),
        new("RMP5018", "an account of the binding's namespace", [Bound("{'kind': 'ServiceAccount', 'name': 'app'}")]),
        new("RMP5018", "unknown", [Hardened.Edit(Binding("?", ""), ("subjects", "'?'"))]),
        new("RMP5019", "there", [Some, Bound("{'kind': 'User', 'name': 'ann'}")]),
        new("RMP5019", "not there", [Bound("{'kind': 'User', 'name': 'ann'}")], "roleRef.name: Role 'app', which RoleBinding 'app' gives, is not in these objects"),
        new("RMP5019", "a ClusterRole, which may be in the cluster", [Hardened.Edit(Bound("{'kind': 'User', 'name': 'ann'}"), ("roleRef.kind", "'ClusterRole'"))]),
        new("RMP5019", "of the control plane", [Hardened.Edit(Bound("{'kind': 'User', 'name': 'ann'}"), ("metadata.namespace", "'kube-system'"))]),
        new("RMP5019", "nobody", [Some, Bound("")], "subjects: RoleBinding 'app' gives its role to nobody"),
        new("RMP5019", "unknown", [Hardened.Edit(Bound(""), ("roleRef.name", "'?'"), ("subjects", "'?'"))]),
        new("RMP5019", "allows nothing", [Role("[]"), Bound("{'kind': 'User', 'name': 'ann'}")], "roleRef.name: Role 'app', which RoleBinding 'app' gives, allows nothing"),
    ];

    private static PropertyObject Some => Role("[{'apiGroups': [''], 'resources': ['pods'], 'verbs': ['get']}]");

    private static PropertyObject Role(string rules) => ManifestText.Object(
        $"{{'apiVersion': 'rbac.authorization.k8s.io/v1', 'kind': 'Role', 'metadata': {{'name': 'app', 'namespace': 'shop'}}, 'rules': {rules}}}");

    private static PropertyObject Bound(string subjects) => Hardened.Edit(
        Binding("app", subjects), ("kind", "'RoleBinding'"), ("roleRef.kind", "'Role'"), ("metadata.namespace", "'shop'"));

    private static PropertyObject Binding(string role, string subjects) => ManifestText.Object(
        $$"""
        {'apiVersion': 'rbac.authorization.k8s.io/v1', 'kind': 'ClusterRoleBinding', 'metadata': {'name': 'app'},
          'roleRef': {'apiGroup': 'rbac.authorization.k8s.io', 'kind': 'ClusterRole', 'name': '{{role}}'}, 'subjects': [{{subjects}}]}
        """);
}
