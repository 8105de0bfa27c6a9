using Rampart.Protocol.Values;
using Rampart.Rules.Objects;
using Rampart.Rules.Tests.Catalogue;

namespace Rampart.Rules.Tests.Identity;

/// <summary>The cases of the rules about secrets. The values are made up.</summary>
internal static class SecretCases
{
    private const string Container = "spec.template.spec.containers[0]";
    private const string Body = "MIIEvgIBADANBgkqhkiG9w0BAQEFAASC";
    private const string WebToken = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9PlFUP0THsR8U";

    // Written in two parts, so that nobody who looks for keys takes it for one.
    private const string KeyStart = "-----BEGIN RSA PRIVATE" + " KEY-----";

    private static readonly ObjectOrigin InFile = new() { File = "secret.yaml", Line = 1 };

    private static readonly PropertyObject Referring = Env(
        "{'name': 'A', 'valueFrom': {'secretKeyRef': {'name': 'app', 'key': 'k'}}}, {'name': 'B', 'valueFrom': {'configMapKeyRef': {'name': 'app', 'key': 'c'}}}");

    public static IReadOnlyList<RuleCase> All { get; } =
    [
        new("RMP5101", "none", [Env("{'name': 'A', 'value': 'b'}, {'name': 'C', 'valueFrom': {'fieldRef': {'fieldPath': 'metadata.name'}}}")]),
        new("RMP5101", "variables", [Env("{'name': 'A', 'value': 'b'}, {'name': 'KEY', 'valueFrom': {'secretKeyRef': {'name': 's', 'key': 'k'}}}, {'name': 'URI', 'valueFrom': {'secretKeyRef': {'name': 's', 'key': 'u'}}}")],
            $"{Container}.env[1].valueFrom.secretKeyRef: container 'app' has secrets in its environment: KEY and 1 more"),
        new("RMP5101", "a whole Secret", [Hardened.Container("envFrom", "[{'configMapRef': {'name': 'c'}}, {'secretRef': {'name': 's'}}]")],
            $"{Container}.envFrom[1].secretRef: container 'app' has secrets in its environment: all of Secret 's'"),
        new("RMP5102", "none", [Hardened.Deployment()]),
        new("RMP5102", "reference", [Env("{'name': 'DB_PASSWORD', 'valueFrom': {'secretKeyRef': {'name': 's', 'key': 'k'}}}")]),
        new("RMP5102", "variable", [Env("{'name': 'DB_PASSWORD', 'value': 'hunter2'}")], $"{Container}.env[0].value: container 'app' has DB_PASSWORD as plain text"),
        new("RMP5102", "secret of the program", [Env("{'name': 'DB_PASSWORD', 'value': '!hunter2'}")], $"{Container}.env[0].value: container 'app' has DB_PASSWORD as plain text"),
        new("RMP5102", "unknown", [Env("{'name': 'DB_PASSWORD', 'value': '?'}")], $"? {Container}.env[0].value is not known yet"),
        new("RMP5102", "harmless values", [Env("{'name': 'TLS_KEY_PATH', 'value': 'x'}, {'name': 'API_TOKEN', 'value': '/run/token'}, {'name': 'USE_SECRET', 'value': 'true'}, {'name': 'AUTH_TOKEN', 'value': '$(OTHER)'}, {'name': 'PASSWORD', 'value': ''}")]),
        new("RMP5102", "certain values are another rule's", [Env($"{{'name': 'API_TOKEN', 'value': '{WebToken}'}}")]),
        new("RMP5102", "flags", [Hardened.Deployment(($"{Container}.args", "['serve', '--grpc-preshared-key=abc', '--token', 'def', '--password', '--verbose', '--password=$(PASSWORD)']"), ($"{Container}.command", "['run', '--api-key', '?']"))],
            $"{Container}.args[1]: container 'app' has the value of --grpc-preshared-key as plain text",
            $"{Container}.args[3]: container 'app' has the value of --token as plain text",
            $"? {Container}.command[2] is not known yet"),
        new("RMP5102", "init container", [Hardened.Pod("initContainers", "[{'name': 'migrate', 'env': [{'name': 'clientSecret', 'value': 'x'}]}]")],
            "spec.template.spec.initContainers[0].env[0].value: init container 'migrate' has clientSecret as plain text"),
        new("RMP5103", "none", [Env("{'name': 'URL', 'value': 'https://example.com:443/a@b'}, {'name': 'DSN', 'value': 'postgres://user:$(PASSWORD)@db/app'}")]),
        new("RMP5103", "variables", [Env($"{{'name': 'A', 'value': 'postgres://user:pass@db:5432/app'}}, {{'name': 'B', 'value': '{WebToken}'}}")],
            $"{Container}.env[0].value: A of container 'app' holds a URL with a password",
            $"{Container}.env[1].value: B of container 'app' holds a JSON web token"),
        new("RMP5103", "arguments", [Hardened.Deployment(($"{Container}.args", "['--uri=redis://:pass@cache']"), ($"{Container}.command", "['sh', '-c', 'export T=ghp_aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa']"))],
            $"{Container}.args[0]: an argument of container 'app' holds a URL with a password",
            $"{Container}.command[2]: an argument of container 'app' holds a GitHub token"),
        new("RMP5103", "ConfigMap", [Map($"{{'app.conf': 'a', 'tls.key': '{KeyStart}\\n{Body}'}}")],
            "data[tls.key]: key 'tls.key' of ConfigMap 'app' holds a private key"),
        new("RMP5103", "header of a key in a text", [Map($"{{'rule': 'finds {KeyStart} in files'}}")]),
        new("RMP5103", "wrong types", [Map("'x'"), Hardened.Container("env", "'x'"), Hardened.Container("args", "[1, '?']")]),
        new("RMP5104", "none", [Map("{'log_level': 'info', 'token_ttl': '10s', 'password_file': 'x'}")]),
        new("RMP5104", "password", [Map("{'db.password': 'hunter2'}")], "data[db.password]: key 'db.password' of ConfigMap 'app' is named like a secret"),
        new("RMP5104", "harmless", [Map("{'password': '/run/password', 'token': ''}")]),
        new("RMP5104", "unknown", [Map("{'password': '?'}")], "? data[password] is not known yet"),
        new("RMP5105", "in a program", [Secret("Opaque", "'data': {'a': 'aHVudGVyMg=='}")]),
        new("RMP5105", "in a file", [Secret("Opaque", "'data': {'a': 'aHVudGVyMg==', 'b': 'aA=='}, 'stringData': {'c': 'x'}")],
            "data[a]: Secret 'app' has its values in a file: key 'a' and 2 more") { Origin = InFile },
        new("RMP5105", "placeholders in a file", [Secret("Opaque", "'stringData': {'a': '[unknown]', 'b': '[secret]', 'c': '${X}', 'd': '{{ x }}', 'e': '<put it here>', 'f': ''}")]) { Origin = InFile },
        new("RMP5105", "encrypted in a file", [Secret("Opaque", "'data': {'a': 'ENC[x]'}, 'sops': {'mac': 'x'}")]) { Origin = InFile },
        new("RMP5106", "opaque", [Secret("Opaque", "'data': {}")]),
        new("RMP5106", "registry", [Secret("kubernetes.io/dockerconfigjson", "'data': {'.dockerconfigjson': 'eyJhdXRocyI6e319'}")]),
        new("RMP5106", "registry that is rendered", [Secret("kubernetes.io/dockerconfigjson", "'stringData': {'.dockerconfigjson': '[unknown]'}")]),
        new("RMP5106", "registry without its key", [Secret("kubernetes.io/dockerconfigjson", "'data': {'config.json': 'e30='}")],
            "data[.dockerconfigjson]: Secret 'app' of type kubernetes.io/dockerconfigjson has no key '.dockerconfigjson'"),
        new("RMP5106", "registry without auths", [Secret("kubernetes.io/dockerconfigjson", "'data': {'.dockerconfigjson': 'e30='}")],
            "data[.dockerconfigjson]: key '.dockerconfigjson' of Secret 'app' names no registry: it has no object 'auths'"),
        new("RMP5106", "registry, no JSON", [Secret("kubernetes.io/dockerconfigjson", "'stringData': {'.dockerconfigjson': '!{'}")],
            "stringData[.dockerconfigjson]: key '.dockerconfigjson' of Secret 'app' is not valid JSON"),
        new("RMP5106", "registry, no base64", [Secret("kubernetes.io/dockercfg", "'data': {'.dockercfg': '*'}")], "data[.dockercfg]: key '.dockercfg' of Secret 'app' is not valid base64"),
        new("RMP5106", "registry, no object", [Secret("kubernetes.io/dockercfg", "'data': {'.dockercfg': 'W10='}")], "data[.dockercfg]: key '.dockercfg' of Secret 'app' is not a JSON object"),
        new("RMP5106", "certificate without key", [Secret("kubernetes.io/tls", "'data': {'tls.crt': 'eA=='}")], "data[tls.key]: Secret 'app' of type kubernetes.io/tls has no key 'tls.key'"),
        new("RMP5106", "SSH without key", [Secret("kubernetes.io/ssh-auth", "'data': {}")], "data[ssh-privatekey]: Secret 'app' of type kubernetes.io/ssh-auth has no key 'ssh-privatekey'"),
        new("RMP5106", "login", [Secret("kubernetes.io/basic-auth", "'stringData': {'username': 'a'}")]),
        new("RMP5106", "login with nothing", [Secret("kubernetes.io/basic-auth", "'stringData': {}")],
            "data: Secret 'app' of type kubernetes.io/basic-auth has neither the key 'username' nor 'password'"),
        new("RMP5106", "unknown", [Secret("kubernetes.io/dockerconfigjson", "'data': {'.dockerconfigjson': '?'}")], "? data[.dockerconfigjson] is not known yet"),
        new("RMP5106", "unknown data", [Secret("kubernetes.io/tls", "'data': '?'")], "? data is not known yet"),
        new("RMP5106", "unknown type", [Secret("?", "'data': {}")], "? type is not known yet"),
        new("RMP5107", "there", [Referring, Secret("Opaque", "'data': {'k': ''}"), Map("{'c': 'd'}")]),
        new("RMP5107", "in stringData", [Referring, Secret("Opaque", "'stringData': {'k': 'x'}")]),
        new("RMP5107", "objects that may be in the cluster", [Referring]),
        new("RMP5107", "of another namespace", [Referring, Hardened.Edit(Secret("Opaque", "'data': {}"), ("metadata.namespace", "'other'"))]),
        new("RMP5107", "not there", [Referring, Secret("Opaque", "'data': {'x': ''}"), Map("{}")],
            $"{Container}.env[0].valueFrom.secretKeyRef: A of container 'app' refers to key 'k', which Secret 'app' does not have",
            $"{Container}.env[1].valueFrom.configMapKeyRef: B of container 'app' refers to key 'c', which ConfigMap 'app' does not have"),
        new("RMP5107", "optional", [Hardened.Edit(Referring, ($"{Container}.env[0].valueFrom.secretKeyRef.optional", "true")), Secret("Opaque", "'data': {}")]),
        new("RMP5107", "no key and no name", [Env("{'name': 'A', 'valueFrom': {'secretKeyRef': {'name': 's'}}}, {'name': 'B', 'valueFrom': {'configMapKeyRef': {'key': 'c'}}}")],
            $"{Container}.env[0].valueFrom.secretKeyRef: A of container 'app' refers to a Secret but not to its key",
            $"{Container}.env[1].valueFrom.configMapKeyRef: B of container 'app' refers to a ConfigMap but not to its name"),
        new("RMP5107", "unknown", [Env("{'name': 'A', 'valueFrom': {'secretKeyRef': {'name': '?', 'key': '?'}}}, {'name': 'B', 'valueFrom': '?'}")]),
        new("RMP5107", "unknown data", [Referring, Hardened.Edit(Secret("Opaque", "'data': '?'"))]),
    ];

    private static PropertyObject Env(string variables) => Hardened.Container("env", $"[{variables}]");

    private static PropertyObject Map(string data) => ManifestText.Object(
        $"{{'apiVersion': 'v1', 'kind': 'ConfigMap', 'metadata': {{'name': 'app', 'namespace': 'shop'}}, 'data': {data}}}");

    private static PropertyObject Secret(string type, string rest) => ManifestText.Object(
        $"{{'apiVersion': 'v1', 'kind': 'Secret', 'metadata': {{'name': 'app', 'namespace': 'shop'}}, 'type': '{type}', {rest}}}");
}
