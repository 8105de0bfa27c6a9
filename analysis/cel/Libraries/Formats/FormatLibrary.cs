using Rampart.Cel.Checking;
using Rampart.Cel.Functions;
using Rampart.Cel.Types;
using Rampart.Cel.Values;

namespace Rampart.Cel.Libraries.Formats;

/// <summary>Named formats of texts.</summary>
internal static class FormatLibrary
{
    private static readonly CelType Format = CelFormat.FormatType;

    public static readonly CelLibrary Library = new()
    {
        Name = "kubernetes.format",
        Since = 31,
        ObjectTypes = [new CelObjectType(Format.Name, static (_, _) => null)],
        Functions =
        [
            .. CelFormat.All.Select(static format => new CelFunction("format." + format.Name, Overload.Global("format." + format.Name, Format, () => CelValue.From(format)))),
            new("format.named", Overload.Global("format-named", CelType.String, CelType.Optional(Format), Find)),
            new("validate", Overload.Method("format-validate", Format, CelType.String, CelType.Optional(CelType.List(CelType.String)), Validate)) { Cost = OfFormat, Estimate = static call => new CelEstimate(Estimates.Walk(call[1]).Multiply(32.0)) },
        ],
    };

    private static long OfFormat(ReadOnlySpan<CelValue> values, CelValue result) =>
        values[0].Is(out CelFormat? format) ? Costs.MatchOf(values[1].Size, format.PatternSize) : 1;

    private static CelValue Find(CelValue name) =>
        Array.Find(CelFormat.All, format => format.Name == name.AsString()) is { } format ? CelValue.Optional(CelValue.From(format)) : CelValue.None;

    private static CelValue Validate(CelValue format, CelValue text)
    {
        string[] problems = format.As<CelFormat>().Check(text.AsString());
        return problems.Length == 0 ? CelValue.None : CelValue.Optional(CelValue.From(CelList.Create([.. problems.Select(static problem => CelValue.From(problem))])));
    }
}
