using System.Text.RegularExpressions;
using Rampart.Protocol.Values;
using Rampart.Rules.Objects;
using Rampart.Rules.PodSecurity;
using Rampart.Rules.PodSecurity.Evaluation;

namespace Rampart.Rules.Tests.PodSecurity;

/// <summary>Looks for the fields in every pod that the tables of the checks have; see <see cref="StandardFieldCases"/> for the fields themselves.</summary>
public sealed partial class OffenceFinderTests
{
    // check, its case
    public static TheoryData<string, string> ForbiddenCases
    {
        get
        {
            TheoryData<string, string> cases = [];
            foreach ((string id, TheoryDataRow<string, int, string, string?> row) in Rows())
            {
                if (row.Data.Item4 is { } verdict && !verdict.StartsWith("unknown: ", StringComparison.Ordinal))
                {
                    cases.Add(id, row.Data.Item1);
                }
            }

            return cases;
        }
    }

    [Theory, MemberData(nameof(ForbiddenCases))]
    public void Find_ForbiddenPod_GivesFieldsThatTogetherSayAllThatTheCheckSays(string id, string name)
    {
        (string _, int minor, string pod, string? verdict) = Rows().Single(each => each.Id == id && each.Row.Data.Item1 == name).Row.Data;

        IReadOnlyList<Offence> offences = Find(id, minor, pod);

        Assert.NotEmpty(offences);
        Assert.All(offences, offence => Assert.Equal(PodSecurityVerdict.Forbidden, offence.Result.Verdict));
        Assert.All(offences, offence => Assert.DoesNotMatch(@"^spec$|^spec\.[a-z]*[cC]ontainers\[\d+\]$", offence.Path));
        HashSet<string> told = [.. offences.SelectMany(offence => Words(MessageOf(offence)))];
        Assert.Equal([], Words(verdict!).Where(word => !told.Contains(word)));
    }

    [Fact]
    public void Find_Secrets_StayHidden()
    {
        const string Key = "container.apparmor.security.beta.kubernetes.io/hidden";
        PropertyValue spec = PropertyValue.Secret(ManifestText.Value("{'containers': [{'name': 'hidden', 'ports': [{'hostPort': 4711}]}]}"));
        PropertyValue metadata = PropertyValue.Secret(ManifestText.Value($"{{'annotations': {{'{Key}': 'hidden'}}}}"));
        PodSource pod = new("", metadata, spec);

        Assert.Equal(
            ["spec.containers[0].ports[0].hostPort: hostPort (container \"[secret]\" uses hostPort [secret])"], Describe("hostPorts", pod));
        Assert.Equal(
            ["metadata.annotations[…]: forbidden AppArmor profile (annotation must not set AppArmor profile type to \"[secret]\")"],
            Describe("appArmorProfile", pod));
    }

    private static string[] Describe(string id, PodSource pod) =>
        [.. OffenceFinder.Find(CheckOf(id).At(PolicyVersion.Latest)!, pod, out _).Select(offence => $"{offence.Path}: {MessageOf(offence)}")];

    private static List<Offence> Find(string id, int minor, string pod)
    {
        PropertyObject spec = ManifestText.Object(pod);
        PropertyObject metadata = PropertyObject.Create(new Property("annotations", spec["annotations"]));
        PodSource source = new("", PropertyValue.From(metadata), PropertyValue.From(spec));
        return OffenceFinder.Find(CheckOf(id).At(PolicyVersion.V1(minor))!, source, out _);
    }

    private static PodSecurityCheck CheckOf(string id) => PodSecurityChecks.All.Single(check => check.Id == id);

    private static IEnumerable<(string Id, TheoryDataRow<string, int, string, string?> Row)> Rows() =>
        typeof(OffenceFinderTests).Assembly.GetTypes()
            .Where(type => type.Namespace == "Rampart.Rules.Tests.PodSecurity.Checks" && !type.IsNested)
            .SelectMany(type => ((TheoryData<string, int, string, string?>)type.GetProperty("Cases")!.GetValue(null)!)
                .Select(row => ((string)type.GetField("CheckId")!.GetRawConstantValue()!, row)));

    // The names and values of a message; its verbs and nouns may be in the singular when it is about less.
    private static IEnumerable<string> Words(string message) => Word().Matches(message).Select(match => match.Value);

    [GeneratedRegex("\"[^\"]*\"|[a-zA-Z]+=[a-z0-9]+|[0-9]+|[a-z0-9_]+\\.[a-z0-9_.]+")]
    private static partial Regex Word();

    private static string MessageOf(Offence offence) =>
        offence.Result.ForbiddenDetail.Length == 0 ? offence.Result.ForbiddenReason : $"{offence.Result.ForbiddenReason} ({offence.Result.ForbiddenDetail})";
}
