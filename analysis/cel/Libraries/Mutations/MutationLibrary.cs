using Rampart.Cel.Checking;
using Rampart.Cel.Functions;
using Rampart.Cel.Types;
using Rampart.Cel.Values;

namespace Rampart.Cel.Libraries.Mutations;

/// <summary>What mutating policies have besides: objects to merge and JSON patches.</summary>
internal static class MutationLibrary
{
    private const string Patch = "JSONPatch";

    public static readonly CelLibrary Library = new()
    {
        Name = "kubernetes.jsonpatch",
        Functions =
        [
            new("jsonpatch.escapeKey", Overload.Global("string_jsonpatch_escapeKey_string", CelType.String, CelType.String, static key =>
                CelValue.From(key.AsString().Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)))) { Cost = Costs.First, Estimate = Estimates.FirstOfSameSize },
        ],
        ObjectTypes =
        [
            new CelObjectType("Object", static (_, _) => CelType.Dyn, Create),
            new CelObjectType("Object.", static (_, _) => CelType.Dyn, Create),
            new CelObjectType(Patch, static (_, field) => field switch
            {
                "op" or "path" or "from" => CelType.String,
                "value" => CelType.Dyn,
                _ => CelType.Error,
            }, Create),
        ],
    };

    private static CelValue Create(string typeName, IReadOnlyList<KeyValuePair<string, CelValue>> fields) => CelValue.From(new CelPatchObject(typeName, fields));
}
