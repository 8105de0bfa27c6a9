namespace Rampart.Cel.Syntax;

/// <summary>The names of the operators, as they appear in messages.</summary>
internal static class CelOperators
{
    public const string Conditional = "_?_:_", And = "_&&_", Or = "_||_", Not = "!_", Negate = "-_";
    public const string Equal = "_==_", NotEqual = "_!=_", Less = "_<_", LessOrEqual = "_<=_", Greater = "_>_", GreaterOrEqual = "_>=_", In = "@in";
    public const string Add = "_+_", Subtract = "_-_", Multiply = "_*_", Divide = "_/_", Modulo = "_%_";
    public const string Index = "_[_]", OptionalIndex = "_[?_]", OptionalSelect = "_?._";
    public const string NotStrictlyFalse = "@not_strictly_false";
    public const string MapInsert = "cel.@mapInsert";

    /// <summary>The variable that a fold collects its result in; no expression can name it.</summary>
    public const string Accumulator = "@result";
}
