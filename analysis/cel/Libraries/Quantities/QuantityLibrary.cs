using Rampart.Cel.Checking;
using Rampart.Cel.Functions;
using Rampart.Cel.Types;
using Rampart.Cel.Values;

namespace Rampart.Cel.Libraries.Quantities;

/// <summary>Kubernetes' quantities.</summary>
internal static class QuantityLibrary
{
    private static readonly CelType Quantity = CelQuantity.QuantityType;

    public static readonly CelLibrary Library = new()
    {
        Name = "kubernetes.quantity",
        ObjectTypes = [new CelObjectType(Quantity.Name, static (_, _) => null)],
        Functions =
        [
            new("quantity", Overload.Global("string_to_quantity", CelType.String, Quantity, static text => CelQuantity.Parse(text.AsString(), out string problem) is { } quantity ? CelValue.From(quantity) : CelValue.Error(problem))) { Cost = Costs.First, Estimate = Estimates.First },
            new("isQuantity", Overload.Global("is_quantity_string", CelType.String, CelType.Bool, static text => CelValue.From(CelQuantity.Parse(text.AsString(), out _) is not null))) { Cost = Costs.First, Estimate = Estimates.First },
            new("sign", Overload.Global("quantity_sign", Quantity, CelType.Int, static quantity => CelValue.From((long)quantity.As<CelQuantity>().Sign))),
            new("isGreaterThan", Overload.Method("quantity_is_greater_than", Quantity, Quantity, CelType.Bool, static (left, right) => CelValue.From(Compare(left, right) > 0))),
            new("isLessThan", Overload.Method("quantity_is_less_than", Quantity, Quantity, CelType.Bool, static (left, right) => CelValue.From(Compare(left, right) < 0))),
            new("compareTo", Overload.Method("quantity_compare_to", Quantity, Quantity, CelType.Int, static (left, right) => CelValue.From((long)Compare(left, right)))),
            new("asApproximateFloat", Overload.Method("quantity_get_float", Quantity, CelType.Double, static quantity => CelValue.From(quantity.As<CelQuantity>().AsDouble()))),
            new("asInteger", Overload.Method("quantity_get_int", Quantity, CelType.Int, static quantity => quantity.As<CelQuantity>().AsInteger() is { } number ? CelValue.From(number) : CelValue.Error("cannot convert value to integer"))),
            new("isInteger", Overload.Method("quantity_is_integer", Quantity, CelType.Bool, static quantity => CelValue.From(quantity.As<CelQuantity>().AsInteger() is not null))),
            new(
                "add",
                Overload.Method("quantity_add", Quantity, Quantity, Quantity, static (left, right) => CelValue.From(left.As<CelQuantity>().Add(right.As<CelQuantity>()))),
                Overload.Method("quantity_add_int", Quantity, CelType.Int, Quantity, static (left, right) => CelValue.From(left.As<CelQuantity>().Add(CelQuantity.Of(right.AsInt()))))),
            new(
                "sub",
                Overload.Method("quantity_sub", Quantity, Quantity, Quantity, static (left, right) => CelValue.From(left.As<CelQuantity>().Subtract(right.As<CelQuantity>()))),
                Overload.Method("quantity_sub_int", Quantity, CelType.Int, Quantity, static (left, right) => CelValue.From(left.As<CelQuantity>().Subtract(CelQuantity.Of(right.AsInt()))))),
        ],
    };

    private static int Compare(CelValue left, CelValue right) => left.As<CelQuantity>().CompareTo(right.As<CelQuantity>());
}
