using Rampart.Cel.Checking;
using Rampart.Cel.Functions;
using Rampart.Cel.Types;
using Rampart.Cel.Values;

namespace Rampart.Cel.Libraries.Versions;

/// <summary>Semantic versions.</summary>
internal static class VersionLibrary
{
    private static readonly CelType Semver = CelVersion.VersionType;

    public static readonly CelLibrary Library = new()
    {
        Name = "kubernetes.Semver",
        Since = 33,
        ObjectTypes = [new CelObjectType(Semver.Name, static (_, _) => null)],
        Functions =
        [
            new(
                "semver",
                Overload.Global("string_to_semver", CelType.String, Semver, static text => Parse(text, false)),
                Overload.Global("string_bool_to_semver", CelType.String, CelType.Bool, Semver, static (text, isLenient) => Parse(text, isLenient.AsBool())))
            {
                Cost = Costs.First,
                Estimate = Estimates.First,
            },
            new(
                "isSemver",
                Overload.Global("is_semver_string", CelType.String, CelType.Bool, static text => CelValue.From(!Parse(text, false).IsError)),
                Overload.Global("is_semver_string_bool", CelType.String, CelType.Bool, CelType.Bool, static (text, isLenient) => CelValue.From(!Parse(text, isLenient.AsBool()).IsError)))
            {
                Cost = Costs.First,
                Estimate = Estimates.First,
            },
            new("isGreaterThan", Overload.Method("semver_is_greater_than", Semver, Semver, CelType.Bool, static (left, right) => CelValue.From(Compare(left, right) > 0))),
            new("isLessThan", Overload.Method("semver_is_less_than", Semver, Semver, CelType.Bool, static (left, right) => CelValue.From(Compare(left, right) < 0))),
            new("compareTo", Overload.Method("semver_compare_to", Semver, Semver, CelType.Int, static (left, right) => CelValue.From((long)Compare(left, right)))),
            new("major", Overload.Method("semver_major", Semver, CelType.Int, static version => Wrap(version.As<CelVersion>().Major))),
            new("minor", Overload.Method("semver_minor", Semver, CelType.Int, static version => Wrap(version.As<CelVersion>().Minor))),
            new("patch", Overload.Method("semver_patch", Semver, CelType.Int, static version => Wrap(version.As<CelVersion>().Patch))),
        ],
    };

    private static CelValue Parse(CelValue text, bool isLenient) => CelVersion.Parse(text.AsString(), isLenient, out string problem) is { } version ? CelValue.From(version) : CelValue.Error(problem);

    private static int Compare(CelValue left, CelValue right) => left.As<CelVersion>().CompareTo(right.As<CelVersion>());

    private static CelValue Wrap(ulong number) => CelValue.From(unchecked((long)number));
}
