using Rampart.Protocol.Values;
using Rampart.Rules.Options;
using Rampart.Rules.Tests.Catalogue;
using static Rampart.Rules.Tests.Policies.PolicyObjects;

namespace Rampart.Rules.Tests.Policies;

/// <summary>The cases of the rules about Falco's rules.</summary>
internal static class FalcoRuleCases
{
    private static readonly string[] StockNames =
    [
        "Directory traversal monitored file read", "Read sensitive file trusted after startup", "Read sensitive file untrusted",
        "Run shell untrusted", "System user interactive", "Terminal shell in container", "Contact K8S API Server From Container",
        "Netcat Remote Code Execution in Container", "Search Private Keys or Passwords", "Clear Log Activities",
    ];

    public static IReadOnlyList<RuleCase> All { get; } =
    [
        new("RMP6501", "defined",
            [
                Falco($"[{{'list': 'databases', 'items': ['10.0.0.1']}}, {FalcoRule("evt.type = connect and not fd.sip in (databases)")}]"),
            ]),
        new("RMP6501", "undefined", [FalcoCondition("evt.type = connect and not fd.sip in (databases)")],
            "rules[0].condition: rule 'App writes' compares fd.sip with 'databases', which is neither an address nor a list that is defined here"),
        new("RMP6501", "addresses",
            [
                FalcoCondition("evt.type = connect and fd.snet in (10.0.0.0/8, \\u0022::1/128\\u0022, rfc_1918_addresses) and fd.sport in (53, ports)"),
            ],
            "rules[0].condition: rule 'App writes' compares fd.sport with 'ports', which is neither a port nor a list that is defined here"),
        new("RMP6501", "of a macro", [Falco("[{'macro': 'ours', 'condition': 'fd.rip in (databases)'}]")],
            "rules[0].condition: macro 'ours' compares fd.rip with 'databases', which is neither an address nor a list that is defined here"),
        new("RMP6501", "other field", [FalcoCondition("evt.type = execve and proc.name in (shells)")]),
        new("RMP6502", "defined",
            [
                Falco($"[{{'macro': 'ours', 'condition': 'k8s.ns.name = shop'}}, {FalcoRule("spawned_process and ours and not user_known_things")}]"),
            ]),
        new("RMP6502", "undefined", [FalcoCondition("spawned_process and ours")],
            "rules[0].condition: rule 'App writes' needs the macro 'ours', which is not defined here"),
        new("RMP6502", "quotes inside quotes", [FalcoCondition("spawned_process and proc.cmdline startswith \\u0022sh -c \\u005c\\u0022/run/x\\u005c\\u0022 wal-g\\u0022")]),
        new("RMP6503", "fields", [FalcoCondition("evt.type = connect and fd.sip.name = a and fd.rport = 1 and proc.aname[2] = sh")]),
        new("RMP6503", "none", [FalcoCondition("evt.type = connect and fd.dip = 10.0.0.1 and fd.dport = 5432")],
            "rules[0].condition: rule 'App writes' names the field fd.dip, which Falco does not have",
            "rules[0].condition: rule 'App writes' names the field fd.dport, which Falco does not have"),
        new("RMP6504", "type", [FalcoCondition("evt.type in (connect, sendto) and container")]),
        new("RMP6504", "macro of Falco", [FalcoCondition("container and open_write")]),
        new("RMP6504", "own macro", [Falco($"[{{'macro': 'starts', 'condition': 'evt.type = execve'}}, {FalcoRule("container and starts")}]")]),
        new("RMP6504", "none", [FalcoCondition("container and fd.name = /a")], "rules[0].condition: rule 'App writes' names no event type"),
        new("RMP6504", "unknown macro", [FalcoCondition("container and theirs")]),
        new("RMP6504", "other source", [Falco("[{'rule': 'audit', 'source': 'k8s_audit', 'condition': 'ka.verb = create'}]")]),
        new("RMP6504", "change",
            [
                Falco("[{'rule': 'Terminal shell in container', 'condition': 'and not proc.name = a', 'override': {'condition': 'append'}}]"),
            ]),
        new("RMP6505", "opened", [FalcoCondition("open_write and container")]),
        new("RMP6505", "written", [FalcoCondition("evt.type in (write, rename) and container")],
            "rules[0].condition: rule 'App writes' uses the event write, which Falco does not deliver by default"),
        new("RMP6505", "not written", [FalcoCondition("evt.type = open and not evt.type = write")]),
        new("RMP6506", "path", [FalcoCondition("evt.type in (rename, unlink) and fs.path.name startswith /app")]),
        new("RMP6506", "descriptor", [FalcoCondition("evt.type in (open, unlinkat) and fd.name startswith /app")],
            "rules[0].condition: rule 'App writes' uses fields of fd, which the event unlinkat does not have"),
        new("RMP6506", "opened", [FalcoCondition("evt.type in (open, openat) and fd.name startswith /app")]),
        new("RMP6507", "own name", [FalcoCondition("spawned_process")]),
        new("RMP6507", "name of Falco", [Falco("[{'rule': 'Write below root', 'desc': 'a', 'output': 'b', 'priority': 'INFO', 'condition': 'open_write'}]")],
            "rules[0].rule: rule 'Write below root' replaces the rule of this name in Falco's own rules"),
        new("RMP6507", "copy of Falco's file", [Falco($"[{Stock(10)}, {FalcoRule("spawned_process")}]")],
            "rules: 10 of 11 rules have the names of Falco's own rules and replace them, as in a copy of Falco's own rule file"),
        new("RMP6507", "a few of many", [Falco($"[{Stock(2)}, {FalcoRule("spawned_process")}]")],
            "rules[0].rule: rule 'Directory traversal monitored file read' replaces the rule of this name in Falco's own rules",
            "rules[1].rule: rule 'Read sensitive file trusted after startup' replaces the rule of this name in Falco's own rules"),
        new("RMP6507", "change",
            [
                Falco("[{'rule': 'Write below root', 'enabled': false}, {'rule': 'Write below etc', 'condition': 'and container', 'append': true}]"),
            ]),
        new("RMP6508", "registry", [FalcoCondition("spawned_process and container.image.repository = docker.io/shop/app")]),
        new("RMP6508", "none", [FalcoCondition("spawned_process and container.image.repository in (shop/app, \\u0022proxy\\u0022)")],
            "rules[0].condition: rule 'App writes' names the repository 'proxy' without its registry, which containerd does not",
            "rules[0].condition: rule 'App writes' names the repository 'shop/app' without its registry, which containerd does not"),
        new("RMP6508", "both", [FalcoCondition("spawned_process and container.image.repository in (shop/app, docker.io/shop/app)")]),
        new("RMP6508", "end", [FalcoCondition("spawned_process and container.image.repository endswith /shop/app")]),
        new("RMP6508", "list", [FalcoCondition("spawned_process and container.image.repository in (our_images)")]),
        new("RMP6509", "both", [FalcoCondition("evt.type = connect and fd.type in (ipv4, ipv6)")]),
        new("RMP6509", "one", [FalcoCondition("evt.type = connect and fd.typechar = 4")],
            "rules[0].condition: rule 'App writes' misses connections over IPv6"),
        new("RMP6509", "not one", [FalcoCondition("evt.type = connect and not fd.type = ipv4")]),
        new("RMP6510", "directory", [FalcoCondition("open_write and fd.name startswith /app")]),
        new("RMP6510", "every", [FalcoCondition("open_write and fd.name startswith \\u0022/\\u0022")],
            "rules[0].condition: rule 'App writes' matches every file, since every name starts with /"),
        new("RMP6510", "every but some", [FalcoCondition("open_write and fd.name startswith / and not fd.name startswith /tmp/")]),
        new("RMP6511", "complete", [FalcoCondition("spawned_process")]),
        new("RMP6511", "incomplete", [Falco("[{'rule': 'App writes', 'condition': 'open_write', 'priority': 'LOUD'}]")],
            "rules[0].desc: rule 'App writes' has no desc",
            "rules[0].output: rule 'App writes' has no output",
            "rules[0].priority: rule 'App writes' has the unknown priority 'LOUD'"),
        new("RMP6511", "switched off", [Falco("[{'rule': 'Terminal shell in container', 'enabled': false}]")]),
        new("RMP6511", "macro", [Falco("[{'macro': 'ours', 'condition': 'container'}, 'text', null]")]),
        new("RMP6511", "text in a config map",
            [
                ManifestText.Object("{'apiVersion': 'v1', 'kind': 'ConfigMap', 'metadata': {'name': 'falco'}, 'data': {'app.yaml': '[{\\u0022rule\\u0022: \\u0022App writes\\u0022, \\u0022condition\\u0022: \\u0022open_write\\u0022}]', 'other': 'condition of a rule'}}"),
            ],
            "data[app.yaml]: rule 'App writes' has no desc",
            "data[app.yaml]: rule 'App writes' has no output",
            "data[app.yaml]: rule 'App writes' has no priority") { Options = Reading },
        new("RMP6511", "text in a Rulesfile",
            [
                ManifestText.Object("{'apiVersion': 'artifact.falcosecurity.dev/v1alpha1', 'kind': 'Rulesfile', 'metadata': {'name': 'falco'}, 'spec': {'inlineRules': '[{\\u0022rule\\u0022: \\u0022App writes\\u0022, \\u0022condition\\u0022: \\u0022open_write\\u0022}]'}}"),
            ],
            "spec.inlineRules: rule 'App writes' has no desc",
            "spec.inlineRules: rule 'App writes' has no output",
            "spec.inlineRules: rule 'App writes' has no priority") { Options = Reading },
        new("RMP6511", "text that nobody reads",
            [
                ManifestText.Object("{'apiVersion': 'v1', 'kind': 'ConfigMap', 'metadata': {'name': 'falco'}, 'data': {'app.yaml': '[{\\u0022rule\\u0022: \\u0022App writes\\u0022, \\u0022condition\\u0022: \\u0022open_write\\u0022}]'}}"),
            ]),
    ];

    private static string Stock(int count) => string.Join(", ", StockNames.Take(count).Select(name => $"{{'rule': '{name}', 'condition': 'open_write'}}"));

    // JSON is YAML too.
    private static CheckOptions Reading => CheckOptions.Default with
    {
        ReadYaml = text => text[0] == '[' ? ManifestText.Value(text) : PropertyValue.Null,
    };
}
