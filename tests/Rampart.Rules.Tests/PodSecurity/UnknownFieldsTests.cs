using Rampart.Protocol.Values;
using Rampart.Rules.Objects;
using Rampart.Rules.PodSecurity;
using Rampart.Rules.PodSecurity.Evaluation;

namespace Rampart.Rules.Tests.PodSecurity;

/// <summary>Puts an unknown at every field of every check of a pod that is fine.</summary>
public sealed class UnknownFieldsTests
{
    private const string Fine = "{'securityContext': {'runAsNonRoot': true, 'seccompProfile': {'type': 'RuntimeDefault'}},"
        + " 'containers': [{'name': 'a', 'securityContext': {'allowPrivilegeEscalation': false, 'capabilities': {'drop': ['ALL']}}}]}";

    // What a check asks only when it would otherwise forbid.
    private static readonly string[] AskedLater =
        ["spec.hostUsers", "spec.os.name", "spec.containers[*].name", "spec.containers[*].securityContext.capabilities.drop[*]"];

    public static TheoryData<string, int, string> Fields
    {
        get
        {
            TheoryData<string, int, string> fields = [];
            foreach (PodSecurityCheck check in PodSecurityChecks.All)
            {
                foreach (PodSecurityCheckVersion version in check.Versions)
                {
                    foreach (string path in version.Fields.Select(checkedField => checkedField.Path).Except(AskedLater))
                    {
                        fields.Add(check.Id, (int)version.MinimumVersion.Minor, path);
                    }
                }
            }

            return fields;
        }
    }

    [Theory, MemberData(nameof(Fields))]
    public void Evaluate_FieldNotKnown_IsUnknownAndNamed(string id, int minor, string field)
    {
        string path = field.Replace("io/*", "io/a").Replace("[*]", "[0]");
        PropertyValue pod = PropertyValue.From(ManifestText.Object($"{{'metadata': {{}}, 'spec': {Fine}}}"));

        Assert.Equal((PodSecurityVerdict.Allowed, ""), Judge(pod));
        string[] segments = Split(path);
        for (int length = segments.Length; length > 1; length--)
        {
            string place = string.Concat(segments[..length]).TrimStart('.');
            (PodSecurityVerdict, string) expected = (PodSecurityVerdict.Unknown, place + " is not known yet");

            Assert.Equal(expected, Judge(Set(pod, segments.AsSpan(0, length), PropertyValue.Unknown)));
            Assert.Equal(expected, Judge(Set(pod, segments.AsSpan(0, length), PropertyValue.Secret(PropertyValue.Unknown))));
        }

        (PodSecurityVerdict, string) Judge(PropertyValue changed)
        {
            PodSource source = new("", changed.AsObject()["metadata"], changed.AsObject()["spec"]);
            CheckResult result = PodSecurityChecks.All.Single(check => check.Id == id).Evaluate(PolicyVersion.V1(minor), source);
            return (result.Verdict, string.Join(", ", result.UnknownFields));
        }
    }

    // "spec.a[0].b" gives .spec, .a, [0], .b.
    private static string[] Split(string path)
    {
        List<string> segments = [];
        string rest = "." + path;
        while (rest.Length > 0)
        {
            int end = rest[0] == '[' ? rest.IndexOf(']') + 1 : rest.AsSpan(1).IndexOfAny('.', '[') + 1;
            end = end == 0 ? rest.Length : end;
            segments.Add(rest[..end]);
            rest = rest[end..];
        }

        return [.. segments];
    }

    private static PropertyValue Set(PropertyValue parent, ReadOnlySpan<string> segments, PropertyValue value)
    {
        if (segments.IsEmpty)
        {
            return value;
        }

        string name = segments[0].Trim('.', '[', ']');
        if (segments[0] == "[0]")
        {
            PropertyValue[] items = parent.ListOrNull() is { Count: > 0 } list ? list.Items.ToArray() : [PropertyValue.Null];
            items[0] = Set(items[0], segments[1..], value);
            return PropertyValue.From(PropertyList.Create(items));
        }

        PropertyObject fields = parent.ObjectOrNull() ?? PropertyObject.Empty;
        return PropertyValue.From(fields.With(name, Set(fields[name], segments[1..], value)));
    }
}
