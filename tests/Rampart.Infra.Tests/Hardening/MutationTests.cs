using System.Text.RegularExpressions;
using Rampart.Protocol.Values;
using Rampart.Rules.Objects;
using Rampart.Rules.Reports;
using Rampart.Testing;

namespace Rampart.Infra.Tests.Hardening;

/// <summary>Nothing that hardens a stack can go unnoticed: each field is removed once, and the rules must find something new.</summary>
public sealed class MutationTests
{
    // What does not harden: names, what the program is told, what a default would be as well, and what only the cluster can
    // tell to be wrong. The comment says why.
    private static readonly string[] NotHardening =
    [
        // The object itself, and labels that only people read.
        @"^\w+ (apiVersion|kind|metadata|metadata\.(name|namespace))$",
        @"^\w+ metadata\.labels\[app\.kubernetes\.io/[a-z-]+\]$",
        @"^(?!Namespace)\w+ metadata\.labels$",
        @"^\w+ spec\.template\.metadata\.labels\[app\.kubernetes\.io/(component|managed-by|part-of|version)\]$",

        // How Pulumi replaces an object; rules look at what is deployed.
        @"^(Job|Namespace|Secret|ServiceAccount) metadata\.annotations(\[pulumi\.com/\w+\])?$",
        @"^Secret immutable$",

        // What the program is told; the rules know no program.
        @"^(Deployment|Job) spec\.template\.spec\.containers\[0\]\.(args|env)",

        // Two labels select the pods, and one of them is enough.
        @"matchLabels\[app\.kubernetes\.io/(instance|name)\]$",
        @"^Service spec\.selector\[app\.kubernetes\.io/(instance|name)\]$",

        // The default is the same.
        @"\.protocol$",
        @"^(Deployment|Job) spec\.template\.spec\.terminationGracePeriodSeconds$",
        @"^Deployment spec\.template\.spec\.containers\[0\]\.imagePullPolicy$",
        @"^Deployment spec\.template\.spec\.containers\[0\]\.volumeMounts\[1\]\.readOnly$",
        @"\.serviceAccountToken\.expirationSeconds$",
        @"^Secret type$",
        @"^Service spec\.ports\[\d\]\.targetPort$",
        @"^RoleBinding (roleRef\.apiGroup|subjects\[0\]\.namespace)$",
        @"^PriorityClass globalDefault$",

        // How patient a probe is, and when a Job gives up, is a matter of the program.
        @"^Deployment spec\.template\.spec\.containers\[0\]\.(liveness|readiness|startup)Probe\.(failureThreshold|periodSeconds|timeoutSeconds)$",
        @"^Deployment spec\.template\.spec\.containers\[0\]\.startupProbe$",
        @"^Job spec\.backoffLimit$",

        // Less is allowed without it, which weakens nothing.
        @"^NetworkPolicy spec\.egress(\[\d\](\.ports\[\d\]|\.to\[\d\](\.ipBlock(\.cidr)?)?)?)?$",
        @"^Role rules\[\d\](\.verbs\[\d\])?$",
        @"^Service spec\.ports\[\d\]$",
        @"^NetworkPolicy/spicedb-migrate spec\.policyTypes\[0\]$",

        // What comes with a token that a client mounts: a client without it fails at once.
        @"^Deployment spec\.template\.spec\.volumes\[1\]\.projected\.sources\[(0\]\.serviceAccountToken\.path|[12]\].*)$",
        @"^PriorityClass description$",
    ];

    [Theory]
    [InlineData("dev")]
    [InlineData("prod")]
    public async Task Check_EachFieldRemoved_FindsSomethingNew(string stack)
    {
        KubernetesObject[] objects = await PlanAsync(stack);
        HashSet<string> before = Findings(objects);
        List<string> unnoticed = [];
        for (int i = 0; i < objects.Length; i++)
        {
            PropertyObject original = objects[i].Body;
            foreach (string path in FieldRemoval.Paths(original).ToArray())
            {
                string field = $"{objects[i].Kind} {path}", named = $"{objects[i].Kind}/{objects[i].Name} {path}";
                if (NotHardening.Any(pattern => Regex.IsMatch(field, pattern) || Regex.IsMatch(named, pattern)))
                {
                    continue;
                }

                KubernetesObject[] mutated = [.. objects];
                mutated[i] = new KubernetesObject(FieldRemoval.Without(original, path));
                if (Findings(mutated).IsSubsetOf(before))
                {
                    unnoticed.Add($"{objects[i]} {path}");
                }
            }
        }

        Assert.Equal("", string.Join('\n', unnoticed));
    }

    [Theory]
    [InlineData("dev")]
    [InlineData("prod")]
    public async Task Check_EachObjectRemoved_FindsSomethingNew(string stack)
    {
        KubernetesObject[] objects = await PlanAsync(stack);
        HashSet<string> before = Findings(objects);
        string[] unnoticed =
        [
            .. objects
                .Where(item => Findings([.. objects.Where(other => other != item)]).IsSubsetOf(before))
                .Select(item => $"{item.Kind}/{Regex.Replace(item.Name, "-[0-9a-f]{8}$", "")}"),
        ];

        // A workload that is gone needs no hardening; what it only refers to may be in the cluster already; what only allows
        // something weakens nothing by going. With a single pod no budget could help.
        Assert.Equal([], unnoticed.Except(
        [
            "Deployment/spicedb", "Job/spicedb-migrate", "Namespace/spicedb", "PriorityClass/spicedb-spicedb-1000000", "Role/spicedb",
            "RoleBinding/spicedb", "Secret/spicedb-credentials", "Secret/spicedb-datastore", "Service/spicedb", "ServiceAccount/spicedb", "NetworkPolicy/allow-dns", "NetworkPolicy/spicedb-migrate",
            .. stack == "dev" ? ["PodDisruptionBudget/spicedb-pdb"] : Array.Empty<string>(),
        ]));
    }

    private static HashSet<string> Findings(KubernetesObject[] objects) =>
        [.. ObjectChecker.Check(new ObjectSet(objects)).Findings.Select(f => $"{f.Verdict} {f.Rule.Id} {f.Object} {f.Path} {f.Message}")];

    private static async Task<KubernetesObject[]> PlanAsync(string stack)
    {
        TestPlan plan = await RampartTest.PlanStackAsync<SpiceDbStack>(stack);
        return [.. plan.Manifests.Select(manifest => manifest.Object)];
    }
}
