namespace Rampart.Infra.Tests.Settings;

public sealed class SettingsErrorTests
{
    private const string Postgres = """ "spicedb:datastore": "{\"engine\":\"postgres\",\"uri\":\"postgres://db\"}" """;

    // name, key, value, the one line of the error after "Pulumi.dev.yaml: error "
    public static TheoryData<string, string, string, string> Mistakes => new()
    {
        { "unknown setting", "replica", "1", "RMP7101: spicedb:replica: there is no such setting; did you mean 'replicas'?" },
        { "setting of nobody", "colour", "red", "RMP7101: spicedb:colour: there is no such setting; give one that Pulumi.yaml declares under config:" },
        { "misspelt nested setting", "resources", """{"limit":{"cpu":"1"}}""", "RMP7101: spicedb:resources.limit: there is no such setting; did you mean 'limits'?" },
        { "unknown nested setting", "limitRange", """{"cpu":"1"}""", "RMP7101: spicedb:limitRange.cpu: there is no such setting; give 'default', 'defaultRequest', 'max' or 'min'" },
        { "two sections of one object", "datastore", """{"engin":"memory","prot":1}""", "RMP7101: spicedb:datastore.engin: there is no such setting; did you mean 'engine'?\nPulumi.dev.yaml: error RMP7101: spicedb:datastore.prot: there is no such setting; did you mean 'port'?" },
        { "no integer", "replicas", "three", "RMP7102: spicedb:replicas: 'three' is not an integer; give a whole number from 1 to 100" },
        { "a fraction", "replicas", "1.5", "RMP7102: spicedb:replicas: '1.5' is not an integer; give a whole number from 1 to 100" },
        { "no replicas", "replicas", "0", "RMP7103: spicedb:replicas: '0' is less than 1; give a whole number from 1 to 100" },
        { "negative replicas", "replicas", "-1", "RMP7103: spicedb:replicas: '-1' is less than 1; give a whole number from 1 to 100" },
        { "too many replicas", "replicas", "101", "RMP7103: spicedb:replicas: '101' is more than 100; give a whole number from 1 to 100" },
        { "more than an integer", "replicas", "99999999999", "RMP7103: spicedb:replicas: '99999999999' is more than 100; give a whole number from 1 to 100" },
        { "no boolean", "dispatch", "yes", "RMP7102: spicedb:dispatch: 'yes' is not a boolean; give true or false" },
        { "no text", "image", "[]", "RMP7102: spicedb:image: a list is not a text; give a text" },
        { "no object", "resources", "small", "RMP7102: spicedb:resources: 'small' is not an object; give keys and values" },
        { "no list", "tolerations", "{}", "RMP7102: spicedb:tolerations: an object is not a list; give a list, one item after '- ' on each line" },
        { "broken JSON", "tolerations", "[{", "RMP7102: spicedb:tolerations: '[{' is not a list; give a list, one item after '- ' on each line" },
        { "list of something else", "tolerations", "[1]", "RMP7102: spicedb:tolerations[0]: '1' is not an object; give keys and values" },
        {
            "nested text for a number", "podSecurityContext", """{"runAsUser":"1000"}""",
            "RMP7102: spicedb:podSecurityContext.runAsUser: '1000' is not an integer; give a whole number from 1 to 2147483647"
        },
        { "root", "podSecurityContext", """{"runAsUser":0}""", "RMP7103: spicedb:podSecurityContext.runAsUser: '0' is less than 1; give a whole number from 1 to 2147483647" },
        { "may be root", "podSecurityContext", """{"runAsNonRoot":false}""", "RMP7107: spicedb:podSecurityContext.runAsNonRoot: 'false' is not restricted; give true, or take it out" },
        {
            "escalation", "securityContext", """{"allowPrivilegeEscalation":true}""",
            "RMP7107: spicedb:securityContext.allowPrivilegeEscalation: 'true' is not restricted; give false, or take it out"
        },
        {
            "capabilities", "securityContext", """{"capabilities":{"drop":["NET_RAW"]}}""",
            "RMP7107: spicedb:securityContext.capabilities.drop: restricted pods drop all capabilities; drop 'ALL', and only that"
        },
        {
            "seccomp", "podSecurityContext", """{"seccompProfile":{"type":"Unconfined"}}""",
            "RMP7105: spicedb:podSecurityContext.seccompProfile.type: 'Unconfined' is not allowed; give 'RuntimeDefault' or 'Localhost'"
        },
        {
            "seccomp without its file", "podSecurityContext", """{"seccompProfile":{"type":"Localhost"}}""",
            "RMP7104: spicedb:podSecurityContext.seccompProfile.localhostProfile: the value is missing; give the filter's file, relative to the kubelet's seccomp folder"
        },
        {
            "seccomp outside its folder", "podSecurityContext", """{"seccompProfile":{"type":"Localhost","localhostProfile":"/etc/x.json"}}""",
            "RMP7105: spicedb:podSecurityContext.seccompProfile.localhostProfile: '/etc/x.json' is not a relative path; give a path below the kubelet's seccomp folder"
        },
        {
            "seccomp with a file too many", "podSecurityContext", """{"seccompProfile":{"type":"RuntimeDefault","localhostProfile":"x.json"}}""",
            "RMP7106: spicedb:podSecurityContext.seccompProfile.localhostProfile: the type 'RuntimeDefault' takes no file; take it out, or give the type 'Localhost'"
        },
        {
            "SELinux level", "podSecurityContext", """{"seLinuxOptions":{"level":"top secret"}}""",
            "RMP7105: spicedb:podSecurityContext.seLinuxOptions.level: 'top secret' is not an SELinux level such as 's0:c123,c456'; give an SELinux level such as 's0:c123,c456'"
        },
        { "profile", "profile", "strict", "RMP7105: spicedb:profile: 'strict' is not allowed; give 'restricted', 'guide' or 'openshift'" },
        {
            "image without a tag", "image", "authzed/spicedb",
            "RMP2002: spicedb:image: 'authzed/spicedb' has no tag, which means 'latest'; give registry/name:v1.2.3 or, safer, registry/name:v1.2.3@sha256:…"
        },
        {
            "latest image", "image", "authzed/spicedb:latest",
            "RMP2002: spicedb:image: 'authzed/spicedb:latest' has the tag 'latest', which moves; give registry/name:v1.2.3 or, safer, registry/name:v1.2.3@sha256:…"
        },
        {
            "debug image", "image", "authzed/spicedb:v1.56.0-debug",
            "RMP2003: spicedb:image: 'authzed/spicedb:v1.56.0-debug' is a debug image, which has a shell; take the tag without 'debug'"
        },
        {
            "no image", "image", "UPPER",
            "RMP2001: spicedb:image: 'UPPER' is not an image reference: unexpected 'U' at character 1 in the repository name; it must be lower case; give registry/name:v1.2.3 or, safer, registry/name:v1.2.3@sha256:…"
        },
        { "cluster's namespace", "namespace", "kube-system", "RMP7105: spicedb:namespace: 'kube-system' belongs to the cluster; give a namespace of its own, such as 'spicedb'" },
        {
            "namespace's form", "namespace", "Spice_DB",
            "RMP7105: spicedb:namespace: 'Spice_DB' is not a namespace name such as 'spicedb': at most 63 small letters, digits and inner hyphens; give a namespace name such as 'spicedb': at most 63 small letters, digits and inner hyphens"
        },
        {
            "policy version", "podSecurity", """{"enforceVersion":"1.36"}""",
            "RMP7105: spicedb:podSecurity.enforceVersion: '1.36' is not a version such as 'v1.35', or 'latest'; give a version such as 'v1.35', or 'latest'"
        },
        { "level", "podSecurity", """{"enforce":"Restricted"}""", "RMP7105: spicedb:podSecurity.enforce: 'Restricted' is not allowed; give 'privileged', 'baseline' or 'restricted'" },
        { "address block", "apiServerCidrs", """["10.0.0.1/16"]""", "RMP7105: spicedb:apiServerCidrs[0]: '10.0.0.1/16' is not an address block such as '10.0.0.0/16' or 'fd00::/64'; give an address block such as '10.0.0.0/16' or 'fd00::/64'" },
        { "pull secret without a name", "imagePullSecrets", "[{}]", "RMP7104: spicedb:imagePullSecrets[0].name: the value is missing; give an object name such as 'registry-credentials': at most 253 small letters, digits, and inner hyphens and dots" },
        { "spread without a key", "topologySpreadConstraints", """[{"maxSkew":1,"whenUnsatisfiable":"DoNotSchedule"}]""", "RMP7104: spicedb:topologySpreadConstraints[0].topologyKey: the value is missing; give a node label such as 'kubernetes.io/hostname'" },
        { "maxUnavailable of more than all", "maxUnavailable", "150%", "RMP4021: spicedb:maxUnavailable: '150%' is more than 100%; set at most 100%" },
        { "annotation key", "podAnnotations", """{"a b":"x"}""", "RMP4071: spicedb:podAnnotations[\"a b\"]: 'a b' is not an annotation key in annotations; give at most 63 letters, digits, '-', '_' and '.' with a letter or digit at both ends, after a prefix such as 'example.com/' if there is one" },
        { "selector with a blank", "selectorLabels", """{"app":"a b"}""", "RMP4071: spicedb:selectorLabels.app: 'a b' is not a label value in matchLabels; give at most 63 letters, digits, '-', '_' and '.' with a letter or digit at both ends" },
        { "toleration Exists with a value", "tolerations", """[{"key":"a","operator":"Exists","value":"x"}]""", "RMP4071: spicedb:tolerations[0].value: value 'x' has no place with the operator Exists; take it out, or give the operator Equal" },
        { "toleration Equal without a key", "tolerations", """[{"operator":"Equal","value":"x"}]""", "RMP4071: spicedb:tolerations[0].operator: operator 'Equal' needs a key: only Exists goes without one and then tolerates every taint; give a key, or the operator Exists" },
        { "toleration of a bad key", "tolerations", """[{"key":"a b","operator":"Exists"}]""", "RMP4071: spicedb:tolerations[0].key: key 'a b' is not a label key; give at most 63 letters, digits, '-', '_' and '.' with a letter or digit at both ends, after a prefix such as 'example.com/' if there is one" },
        { "toleration with a time", "tolerations", """[{"key":"a","operator":"Exists","effect":"NoSchedule","tolerationSeconds":5}]""", "RMP4071: spicedb:tolerations[0].tolerationSeconds: tolerationSeconds '5' has no place but with the effect NoExecute; take it out, or give the effect NoExecute" },
        { "affinity In a bad value", "affinity", """{"nodeAffinity":{"requiredDuringSchedulingIgnoredDuringExecution":{"nodeSelectorTerms":[{"matchExpressions":[{"key":"a","operator":"In","values":["b c"]}]}]}}}""", "RMP4071: spicedb:affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms[0].matchExpressions[0].values[0]: values[0] 'b c' is not a label value; give at most 63 letters, digits, '-', '_' and '.' with a letter or digit at both ends" },
        { "affinity Exists with values", "affinity", """{"nodeAffinity":{"requiredDuringSchedulingIgnoredDuringExecution":{"nodeSelectorTerms":[{"matchExpressions":[{"key":"a","operator":"Exists","values":["b"]}]}]}}}""", "RMP4071: spicedb:affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms[0].matchExpressions[0].values: the operator Exists takes no values; take them out, or give the operator In" },
        { "affinity without terms", "affinity", """{"nodeAffinity":{"requiredDuringSchedulingIgnoredDuringExecution":{"nodeSelectorTerms":[]}}}""", "RMP4071: spicedb:affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms: there is no term, so no node would do; give at least one term with matchExpressions" },
        { "device without a limit", "resources", """{"requests":{"cpu":"100m","memory":"256Mi","nvidia.com/gpu":"1"},"limits":{"cpu":"500m","memory":"256Mi"}}""", "RMP3004: spicedb:resources.requests[\"nvidia.com/gpu\"]: container 'spicedb' requests nvidia.com/gpu without a limit, and both must be the same; set limits for nvidia.com/gpu, too" },
        { "priority of the cluster", "priority", "2000000000", "RMP7103: spicedb:priority: '2000000000' is more than 1000000000; give a whole number from -2147483648 to 1000000000" },
        { "pods", "maxSurge", "some", "RMP7102: spicedb:maxSurge: 'some' is neither a whole number nor a percentage; give a number such as 2, or a percentage such as 25%" },
        { "update that cannot begin", "maxSurge", "0", "RMP7106: spicedb:maxSurge: an update may neither add a pod nor delete one; give 1 or more, here or at maxUnavailable" },
        {
            "two budgets", "podDisruptionBudget", """{"minAvailable":1,"maxUnavailable":1}""",
            "RMP7106: spicedb:podDisruptionBudget: minAvailable and maxUnavailable are both set; set one of them; give one of minAvailable and maxUnavailable, at most 100%"
        },
        { "datastore without an address", "datastore", """{"engine":"postgres"}""", "RMP7104: spicedb:datastore.uri: the value is missing; set it with: pulumi config set --secret --path spicedb:datastore.uri" },
        { "datastore", "datastore", """{"engine":"mysql"}""", "RMP7105: spicedb:datastore.engine: 'mysql' is not allowed; give 'memory' or 'postgres'" },
        { "datastore's port", "datastore", """{"port":70000}""", "RMP7103: spicedb:datastore.port: '70000' is more than 65535; give a whole number from 1 to 65535" },
        { "secret of another type", "datastore", """{"uri":["postgres://hidden"]}""", "RMP7102: spicedb:datastore.uri: the secret value is not a text; give a text" },
        { "memory and replicas", "replicas", "2", "RMP4201: spicedb:replicas: 2 replicas do not share the memory datastore; give 1 replica, or the datastore 'postgres'" },
        { "memory and dispatch", "dispatch", "true", "RMP4202: spicedb:dispatch: dispatch shares work among replicas, and the memory datastore has one; switch dispatch off, or take the datastore 'postgres'" },
        { "quantity", "resources", """{"requests":{"cpu":"1 core"}}""", "RMP3101: spicedb:resources.requests.cpu: '1 core' is not a quantity: it contains white space; give a number with an optional suffix, e.g. 500m, 1.5 or 512Mi" },
        { "negative quantity", "resources", """{"requests":{"cpu":"-1"}}""", "RMP3101: spicedb:resources.requests.cpu: '-1' is negative; give a number with an optional suffix, e.g. 500m, 1.5 or 512Mi" },
        {
            "request above limit", "resources", """{"requests":{"cpu":"2"},"limits":{"cpu":"1"}}""",
            "RMP3102: spicedb:resources.requests.cpu: '2' is more than the limit '1'; give at most 1, or raise spicedb:resources.limits.cpu"
        },
        {
            "below the limit range", "resources", """{"requests":{"cpu":"1m"}}""",
            "RMP3105: spicedb:resources.requests.cpu: '1m' is less than the limit range allows a container, '10m'; give at least 10m, or change spicedb:limitRange.min.cpu"
        },
        {
            "above the limit range", "resources", """{"limits":{"memory":"9Gi"}}""",
            "RMP3105: spicedb:resources.limits.memory: '9Gi' is more than the limit range allows a container, '8Gi'; give at most 8Gi, or change spicedb:limitRange.max.memory"
        },
        {
            "quota for no pod", "resourceQuota", """{"requests.cpu":"100m"}""",
            """RMP3103: spicedb:resourceQuota["requests.cpu"]: '100m' does not hold one replica, which needs 500m; give at least 1, which holds all pods"""
        },
        {
            "quota without room for an update", "resourceQuota", """{"limits.memory":"1536Mi"}""",
            """RMP3104: spicedb:resourceQuota["limits.memory"]: '1536Mi' does not hold 1 replica and 1 more during an update, which need 2Gi; give at least 2Gi, or fewer replicas, or smaller resources"""
        },
        { "registry without a password", "registry", """{"server":"r","username":"u"}""", "RMP7104: spicedb:registry.password: the value is missing; set it with: pulumi config set --secret --path spicedb:registry.password" },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public async Task Run_Mistake_IsToldAndNothingIsRegistered(string name, string key, string value, string expected)
    {
        string error = await StackRun.ErrorOfJsonAsync(StackRun.With(key, value));

        Assert.True($"Pulumi.dev.yaml: error {expected}" == error, $"{name}: {error}");
    }

    [Fact]
    public async Task Run_NoConfiguration_AsksForTheKey()
    {
        string error = await StackRun.ErrorOfJsonAsync("{}");

        Assert.Equal(
            "Pulumi.dev.yaml: error RMP7104: spicedb:presharedKey: the value is missing; set it with: pulumi config set --secret spicedb:presharedKey",
            error);
    }

    [Fact]
    public async Task Run_ManyMistakes_AreToldTogetherInOrder()
    {
        string error = await StackRun.ErrorOfJsonAsync(
            """
            {
              "spicedb:replicas": "0",
              "spicedb:image": "authzed/spicedb:latest",
              "spicedb:resources": "{\"requests\":{\"memory\":\"1GB\"}}",
              "spicedb:logLevel": "loud"
            }
            """);

        Assert.Equal(
            """
            Pulumi.dev.yaml: error RMP2002: spicedb:image: 'authzed/spicedb:latest' has the tag 'latest', which moves; give registry/name:v1.2.3 or, safer, registry/name:v1.2.3@sha256:…
            Pulumi.dev.yaml: error RMP7105: spicedb:logLevel: 'loud' is not allowed; give 'trace', 'debug', 'info', 'warn' or 'error'
            Pulumi.dev.yaml: error RMP7104: spicedb:presharedKey: the value is missing; set it with: pulumi config set --secret spicedb:presharedKey
            Pulumi.dev.yaml: error RMP7103: spicedb:replicas: '0' is less than 1; give a whole number from 1 to 100
            Pulumi.dev.yaml: error RMP3101: spicedb:resources.requests.memory: '1GB' is not a quantity: 'GB' is not a suffix; did you mean 'G'?; give a number with an optional suffix, e.g. 500m, 1.5 or 512Mi
            """,
            error);
    }

    [Fact]
    public async Task Run_QuotaWithoutRoomForTheMigration_SaysSo()
    {
        string error = await StackRun.ErrorOfJsonAsync(
            $$"""
            {
              {{StackRun.PresharedKey}}, {{Postgres}},
              "spicedb:replicas": "3",
              "spicedb:resourceQuota": "{\"requests.cpu\":\"2\"}"
            }
            """);

        Assert.Equal(
            """Pulumi.dev.yaml: error RMP3104: spicedb:resourceQuota["requests.cpu"]: '2' does not hold 3 replicas and 1 more during an update and the migration, which need 2100m; give at least 2100m, or fewer replicas, or smaller resources""",
            error);
    }

    [Fact]
    public async Task Run_QuotaThatNobodyNamesLimitsFor_SaysSo()
    {
        string error = await StackRun.ErrorOfJsonAsync(
            $$$"""
            {
              {{{StackRun.PresharedKey}}},
              "spicedb:limitRange": "{\"default\":{\"memory\":\"1Gi\"}}",
              "spicedb:resources": "{\"requests\":{\"cpu\":\"1\",\"memory\":\"1Gi\"}}"
            }
            """);

        Assert.Equal(
            "Pulumi.dev.yaml: error RMP3104: spicedb:resourceQuota: the quota admits no container without requests and limits: the replicas: must specify limits.cpu for: spicedb; name them, or give a default in spicedb:limitRange",
            error);
    }
}
