using System.Reflection;
using Rampart.Rules.PodSecurity;
using Rampart.Rules.PodSecurity.Evaluation;

namespace Rampart.Rules.Tests.PodSecurity;

public sealed class PodSecurityChecksTests
{
    private const string Baseline0 = "appArmorProfile capabilities_baseline hostNamespaces hostPathVolumes hostPorts privileged procMount"
        + " seLinuxOptions seccompProfile_baseline sysctls windowsHostProcess";

    private const string Baseline34 = "appArmorProfile capabilities_baseline hostNamespaces hostPathVolumes hostPorts"
        + " hostProbesAndHostLifecycle privileged procMount seLinuxOptions seccompProfile_baseline sysctls windowsHostProcess";

    private const string Restricted35 = "appArmorProfile hostNamespaces hostPorts hostProbesAndHostLifecycle privileged seLinuxOptions"
        + " sysctls windowsHostProcess allowPrivilegeEscalation capabilities_restricted procMount_restricted restrictedVolumes"
        + " runAsNonRoot runAsUser seccompProfile_restricted";

    // level, version, the ids of the checks in their order
    public static TheoryData<PodSecurityLevel, string, string> Standards => new()
    {
        { PodSecurityLevel.Privileged, "v1.0", "" },
        { PodSecurityLevel.Privileged, "latest", "" },
        { PodSecurityLevel.Baseline, "v1.0", Baseline0 },
        { PodSecurityLevel.Baseline, "v1.33", Baseline0 },
        { PodSecurityLevel.Baseline, "v1.34", Baseline34 },
        { PodSecurityLevel.Baseline, "v1.35", Baseline34 },
        { PodSecurityLevel.Baseline, "latest", Baseline34 },
        {
            PodSecurityLevel.Restricted, "v1.7",
            "appArmorProfile capabilities_baseline hostNamespaces hostPorts privileged procMount seLinuxOptions seccompProfile_baseline"
                + " sysctls windowsHostProcess restrictedVolumes runAsNonRoot"
        },
        {
            PodSecurityLevel.Restricted, "v1.8",
            "appArmorProfile capabilities_baseline hostNamespaces hostPorts privileged procMount seLinuxOptions seccompProfile_baseline"
                + " sysctls windowsHostProcess allowPrivilegeEscalation restrictedVolumes runAsNonRoot"
        },
        {
            PodSecurityLevel.Restricted, "v1.19",
            "appArmorProfile capabilities_baseline hostNamespaces hostPorts privileged procMount seLinuxOptions sysctls"
                + " windowsHostProcess allowPrivilegeEscalation restrictedVolumes runAsNonRoot seccompProfile_restricted"
        },
        {
            PodSecurityLevel.Restricted, "v1.22",
            "appArmorProfile hostNamespaces hostPorts privileged procMount seLinuxOptions sysctls windowsHostProcess"
                + " allowPrivilegeEscalation capabilities_restricted restrictedVolumes runAsNonRoot seccompProfile_restricted"
        },
        {
            PodSecurityLevel.Restricted, "v1.34",
            "appArmorProfile hostNamespaces hostPorts hostProbesAndHostLifecycle privileged procMount seLinuxOptions sysctls"
                + " windowsHostProcess allowPrivilegeEscalation capabilities_restricted restrictedVolumes runAsNonRoot runAsUser"
                + " seccompProfile_restricted"
        },
        { PodSecurityLevel.Restricted, "v1.35", Restricted35 },
        { PodSecurityLevel.Restricted, "v1.99", Restricted35 },
        { PodSecurityLevel.Restricted, "latest", Restricted35 },
    };

    [Theory, MemberData(nameof(Standards))]
    public void For_Standard_ListsItsChecks(PodSecurityLevel level, string version, string expected)
    {
        Assert.True(PolicyVersion.TryParse(version, out PolicyVersion parsed));

        Assert.Equal(expected, string.Join(' ', PodSecurityChecks.For(new LevelVersion(level, parsed)).Select(check => check.Id)));
    }

    [Fact]
    public void All_List_IsEveryCheckOfTheFolderInTheOrderOfMessages()
    {
        Type[] folder = [.. typeof(PodSecurityChecks).Assembly.GetTypes().Where(type =>
            type.Namespace == "Rampart.Rules.PodSecurity.Checks" && type.Name.EndsWith("Check", StringComparison.Ordinal))];
        string[] ids = [.. folder.Select(type =>
            ((PodSecurityCheck)type.GetMethod("Create", BindingFlags.Public | BindingFlags.Static)!.Invoke(null, null)!).Id)];

        Assert.Equal(19, folder.Length);
        Assert.Equal(ids.Order(StringComparer.Ordinal), PodSecurityChecks.All.Select(check => check.Id).Order(StringComparer.Ordinal));
        Assert.Equal(
            PodSecurityChecks.All.OrderBy(check => check.Level).ThenBy(check => check.Id, StringComparer.Ordinal),
            PodSecurityChecks.All);
        Assert.Equal(Enumerable.Range(1001, 19).Select(number => $"RMP{number}"), PodSecurityChecks.All.Select(check => check.RuleId));
    }

    [Fact]
    public void All_Versions_AreValid()
    {
        Assert.All(PodSecurityChecks.All, check =>
        {
            Assert.NotEmpty(check.Versions);
            Assert.NotEqual(PodSecurityLevel.Privileged, check.Level);
            Assert.Equal(check.Versions.Select(v => v.MinimumVersion).Distinct().Order(), check.Versions.Select(v => v.MinimumVersion));
            Assert.All(check.Versions, version => Assert.True(version.MinimumVersion <= PolicyVersion.Newest));
            Assert.All(check.Versions, version => Assert.NotEmpty(version.Fields));
            Assert.All(check.Versions.SelectMany(version => version.Overrides), id =>
            {
                Assert.Equal(PodSecurityLevel.Restricted, check.Level);
                Assert.Equal(PodSecurityLevel.Baseline, PodSecurityChecks.All.Single(other => other.Id == id).Level);
            });
        });
        Assert.Equal(PolicyVersion.Newest, PodSecurityChecks.All.SelectMany(check => check.Versions).Max(v => v.MinimumVersion));
    }

    [Fact]
    public void Tables_EveryCheck_HaveBothVerdictsOnBothSidesOfEachVersion()
    {
        Dictionary<string, (int Minor, bool IsForbidden)[]> tables = typeof(PodSecurityChecksTests).Assembly.GetTypes()
            .Where(type => type.Namespace == "Rampart.Rules.Tests.PodSecurity.Checks" && !type.IsNested)
            .ToDictionary(
                type => (string)type.GetField("CheckId")!.GetRawConstantValue()!,
                type => ((TheoryData<string, int, string, string?>)type.GetProperty("Cases")!.GetValue(null)!)
                    .Select(row => (row.Data.Item2, row.Data.Item4 is { } verdict && !verdict.StartsWith("unknown: ", StringComparison.Ordinal)))
                    .ToArray());

        List<string> missing = [];
        foreach (PodSecurityCheck check in PodSecurityChecks.All)
        {
            (int Minor, bool IsForbidden)[] cases = tables[check.Id];
            for (int i = 0; i < check.Versions.Count; i++)
            {
                int from = (int)check.Versions[i].MinimumVersion.Minor;
                long to = i + 1 < check.Versions.Count ? check.Versions[i + 1].MinimumVersion.Minor : long.MaxValue;
                foreach (bool isForbidden in new[] { false, true })
                {
                    if (!cases.Any(c => c.IsForbidden == isForbidden && c.Minor >= from && c.Minor < to))
                    {
                        missing.Add($"{check.Id} since 1.{from}: no case that is {(isForbidden ? "forbidden" : "allowed")}");
                    }
                }

                if (!cases.Any(c => c.Minor == from) || (from > 0 && !cases.Any(c => c.Minor == from - 1)))
                {
                    missing.Add($"{check.Id} since 1.{from}: no case right before and right after");
                }
            }
        }

        Assert.Empty(missing);
    }
}
