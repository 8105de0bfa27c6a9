using Pulumi;
using Rampart.Components.Namespaces;
using Rampart.Components.Network;
using Rampart.Tests.Shared;
using Rampart.Tests.Shared.Mocks;

namespace Rampart.Components.Tests.Namespaces;

public sealed class HardenedNamespaceTests
{
    private const string NamespaceType = "kubernetes:core/v1:Namespace";
    private const string QuotaType = "kubernetes:core/v1:ResourceQuota";
    private const string LimitsType = "kubernetes:core/v1:LimitRange";
    private const string PolicyType = "kubernetes:networking.k8s.io/v1:NetworkPolicy";

    [Fact]
    public async Task Define_NoInputs_RegistersEveryChildUnderTheComponent()
    {
        Recording recording = await Recording.OfAsync(options => _ = new HardenedNamespace("spicedb", new HardenedNamespaceArgs(), options));

        Assert.Equal(
            """
            kubernetes:core/v1:LimitRange spicedb-limits < spicedb
            kubernetes:core/v1:Namespace spicedb < spicedb
            kubernetes:core/v1:ResourceQuota spicedb-quota < spicedb
            kubernetes:core/v1:ServiceAccountPatch spicedb-default < spicedb
            kubernetes:networking.k8s.io/v1:NetworkPolicy spicedb-allow-dns < spicedb
            kubernetes:networking.k8s.io/v1:NetworkPolicy spicedb-default-deny < spicedb
            rampart:namespaces:HardenedNamespace spicedb < -
            """,
            recording.Tree);
    }

    [Fact]
    public async Task Define_NoInputs_GivesTheDocumentedDefaults()
    {
        Recording recording = await Recording.OfAsync(options => _ = new HardenedNamespace("spicedb", new HardenedNamespaceArgs(), options));

        GoldenFile.Verify("hardened-namespace.txt", recording.Objects + "\n");
    }

    [Fact]
    public async Task Define_PartsSetToNull_LeavesThemOut()
    {
        HardenedNamespaceArgs args = new() { Quota = null, ContainerLimits = null, DenyTraffic = false, Dns = null };

        Recording recording = await Recording.OfAsync(options => _ = new HardenedNamespace("bare", args, options));

        Assert.Equal(
            """
            kubernetes:core/v1:Namespace bare < bare
            kubernetes:core/v1:ServiceAccountPatch bare-default < bare
            rampart:namespaces:HardenedNamespace bare < -
            """,
            recording.Tree);
    }

    [Fact]
    public async Task Define_OtherName_NamesTheObjectsAfterIt()
    {
        HardenedNamespaceArgs args = new() { Name = Output.Create("team-a") };

        Recording recording = await Recording.OfAsync(options => _ = new HardenedNamespace("tenant", args, options));

        Assert.Equal("\"team-a\"", recording.Json(NamespaceType, "tenant", "metadata/name"));
        Assert.Equal("\"team-a-quota\"", recording.Json(QuotaType, "tenant-quota", "metadata/name"));
        Assert.Equal("\"team-a\"", recording.Json(QuotaType, "tenant-quota", "metadata/namespace"));
        Assert.Equal("\"team-a-limits\"", recording.Json(LimitsType, "tenant-limits", "metadata/name"));
        Assert.Equal("\"default-deny\"", recording.Json(PolicyType, "tenant-default-deny", "metadata/name"));
    }

    [Fact]
    public async Task Define_OwnLabelsAndLevels_WinOverTheDefaults()
    {
        HardenedNamespaceArgs args = new()
        {
            Labels = { ["team"] = "access", ["app.kubernetes.io/managed-by"] = "platform" },
            PodSecurity = new PodSecurityArgs
            {
                Enforce = "baseline",
                EnforceVersion = "v1.34",
                Audit = "baseline",
                AuditVersion = "v1.33",
                Warn = "privileged",
                WarnVersion = "v1.32",
            },
        };

        Recording recording = await Recording.OfAsync(options => _ = new HardenedNamespace("tenant", args, options));

        Assert.Equal(
            """
            {
              "app.kubernetes.io/managed-by": "platform",
              "pod-security.kubernetes.io/audit": "baseline",
              "pod-security.kubernetes.io/audit-version": "v1.33",
              "pod-security.kubernetes.io/enforce": "baseline",
              "pod-security.kubernetes.io/enforce-version": "v1.34",
              "pod-security.kubernetes.io/warn": "privileged",
              "pod-security.kubernetes.io/warn-version": "v1.32",
              "team": "access"
            }
            """,
            recording.Json(NamespaceType, "tenant", "metadata/labels"));
    }

    [Fact]
    public async Task Define_OwnAmounts_ReplaceTheDefaults()
    {
        HardenedNamespaceArgs args = new()
        {
            Quota = new NamespaceQuotaArgs { Hard = new InputMap<string> { ["pods"] = "3" } },
            ContainerLimits = new ContainerLimitsArgs
            {
                Default = new InputMap<string> { ["cpu"] = "1" },
                DefaultRequest = new InputMap<string> { ["cpu"] = "2" },
                Min = new InputMap<string> { ["cpu"] = "3" },
                Max = new InputMap<string> { ["cpu"] = "4" },
            },
        };

        Recording recording = await Recording.OfAsync(options => _ = new HardenedNamespace("tenant", args, options));

        Assert.Equal(
            """
            {
              "hard": {
                "pods": "3"
              }
            }
            """,
            recording.Json(QuotaType, "tenant-quota", "spec"));
        Assert.Equal(
            """
            {
              "default": {
                "cpu": "1"
              },
              "defaultRequest": {
                "cpu": "2"
              },
              "max": {
                "cpu": "4"
              },
              "min": {
                "cpu": "3"
              },
              "type": "Container"
            }
            """,
            recording.Json(LimitsType, "tenant-limits", "spec/limits/0"));
    }

    [Fact]
    public async Task Define_OpenShiftDns_OpensThePortThatItsPodsListenOn()
    {
        HardenedNamespaceArgs args = new() { Dns = ClusterDns.OpenShift };

        Recording recording = await Recording.OfAsync(options => _ = new HardenedNamespace("tenant", args, options));

        Assert.Equal(
            """
            {
              "egress": [
                {
                  "ports": [
                    {
                      "port": 5353,
                      "protocol": "UDP"
                    },
                    {
                      "port": 5353,
                      "protocol": "TCP"
                    }
                  ],
                  "to": [
                    {
                      "namespaceSelector": {
                        "matchLabels": {
                          "kubernetes.io/metadata.name": "openshift-dns"
                        }
                      },
                      "podSelector": {
                        "matchLabels": {
                          "dns.operator.openshift.io/daemonset-dns": "default"
                        }
                      }
                    }
                  ]
                }
              ],
              "podSelector": {},
              "policyTypes": [
                "Egress"
              ]
            }
            """,
            recording.Json(PolicyType, "tenant-allow-dns", "spec"));
    }

    [Fact]
    public async Task Define_WithoutServerSideApply_LeavesTheAccountAlone()
    {
        RecordingMocks mocks = new();
        Environment.SetEnvironmentVariable("PULUMI_CONFIG", """{"kubernetes:enableServerSideApply": "false"}""");
        try
        {
            await Deployment.TestAsync(mocks, Recording.Preview(isPreview: false), () => { _ = new HardenedNamespace("spicedb", new HardenedNamespaceArgs()); });
        }
        finally
        {
            Environment.SetEnvironmentVariable("PULUMI_CONFIG", null);
        }

        Assert.Contains(mocks.Registrations, static registration => registration.Type == NamespaceType);
        Assert.DoesNotContain(mocks.Registrations, static registration => registration.Type!.EndsWith("Patch", StringComparison.Ordinal));
    }
}
