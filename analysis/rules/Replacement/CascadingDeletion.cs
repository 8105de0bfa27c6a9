using Rampart.Rules.Objects;

namespace Rampart.Rules.Replacement;

/// <summary>A resource that is deleted, and made anew, since one that a property of it depends on is deleted before it is replaced.</summary>
/// <param name="Resource">The resource.</param>
/// <param name="Property">The property, e.g. <c>spec</c>.</param>
/// <param name="Dependency">What the property depends on.</param>
/// <param name="Cause">Where it begins: <paramref name="Dependency"/>, or what deletes that.</param>
/// <param name="IsKnown">Whether it is so; false when it cannot be told.</param>
internal sealed record CascadingDeletion(DeclaredResource Resource, string Property, DeclaredResource Dependency, ReplacementCause Cause, bool IsKnown);
