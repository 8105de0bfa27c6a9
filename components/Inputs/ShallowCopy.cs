using System.Runtime.CompilerServices;
using Pulumi;

namespace Rampart.Components.Inputs;

/// <summary>Copies an args object, so that filling it in does not change the caller's.</summary>
/// <remarks>
/// The copy shares its lists, maps and nested args with the original: replace them, never add to them. Reading a list of
/// an args object creates it, and an empty list is sent as <c>[]</c>; that, too, must happen on a copy only.
/// </remarks>
internal static class ShallowCopy
{
    public static T Of<T>(T args)
        where T : InputArgs
        => (T)MemberwiseClone(args);

    // Args classes have no copy of their own and keep their lists in private fields; the runtime's copy reaches those too.
    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = nameof(MemberwiseClone))]
    private static extern object MemberwiseClone(object args);
}
