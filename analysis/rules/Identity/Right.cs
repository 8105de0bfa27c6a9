namespace Rampart.Rules.Identity;

/// <summary>What an entry of a role allows.</summary>
/// <param name="Verb">The verb, also where the entry allows it by a wildcard; <c>[secret]</c> where the entry's is a secret.</param>
/// <param name="Resource">The resource, likewise.</param>
/// <param name="VerbText">The verb as the entry has it, e.g. <c>*</c>, for a message.</param>
/// <param name="ResourceText">The resource as the entry has it, e.g. <c>*/exec</c>, for a message.</param>
internal readonly record struct Right(string Verb, string Resource, string VerbText, string ResourceText);
