using Rampart.Cel.Types;
using Rampart.Cel.Values;

namespace Rampart.Cel.Functions;

/// <summary>Overloads in one line each.</summary>
internal static class Overload
{
    public static CelOverload Global(string id, CelType result, Func<CelValue> function, int since = 0, CelCost? cost = null) =>
        new() { Id = id, Arguments = [], Result = result, Variadic = _ => function(), Since = since, Cost = cost };

    public static CelOverload Global(string id, CelType argument, CelType result, Func<CelValue, CelValue> function, int since = 0, CelCost? cost = null) =>
        new() { Id = id, Arguments = [argument], Result = result, Unary = function, Since = since, Cost = cost };

    public static CelOverload Global(string id, CelType left, CelType right, CelType result, Func<CelValue, CelValue, CelValue> function, int since = 0, CelCost? cost = null) =>
        new() { Id = id, Arguments = [left, right], Result = result, Binary = function, Since = since, Cost = cost };

    public static CelOverload Method(string id, CelType receiver, CelType result, Func<CelValue, CelValue> function, int since = 0, CelCost? cost = null) =>
        new() { Id = id, IsMethod = true, Arguments = [receiver], Result = result, Unary = function, Since = since, Cost = cost };

    public static CelOverload Method(string id, CelType receiver, CelType argument, CelType result, Func<CelValue, CelValue, CelValue> function, int since = 0, CelCost? cost = null) =>
        new() { Id = id, IsMethod = true, Arguments = [receiver, argument], Result = result, Binary = function, Since = since, Cost = cost };

    public static CelOverload Method(string id, CelType[] arguments, CelType result, Func<CelValue[], CelValue> function, int since = 0, CelCost? cost = null) =>
        new() { Id = id, IsMethod = true, Arguments = arguments, Result = result, Variadic = function, Since = since, Cost = cost };

    public static CelOverload Global(string id, CelType[] arguments, CelType result, Func<CelValue[], CelValue> function, int since = 0, CelCost? cost = null) =>
        new() { Id = id, Arguments = arguments, Result = result, Variadic = function, Since = since, Cost = cost };
}
