using Rampart.Rules.Objects;

namespace Rampart.Rules.Images.Verification;

/// <summary>Tells whether an attestation that a policy asks for is the report of a vulnerability scan.</summary>
internal static class ScanPredicate
{
    // cosign calls it 'vuln' or cosign.sigstore.dev/attestation/vuln/v1, in-toto in-toto.io/attestation/vulns/v0.2.
    private const string Word = "vuln";

    /// <summary>Whether one of a list of attestations has such a type.</summary>
    /// <param name="attestations">The list.</param>
    /// <param name="names">The fields that hold the type, or an object with the last of the names.</param>
    public static bool IsAsked(Field attestations, params ReadOnlySpan<string> names)
    {
        if (!attestations.TryGetItems(out FieldItems items))
        {
            return false;
        }

        foreach (Field item in items)
        {
            foreach (string name in names)
            {
                Field field = item[name];
                string text = field.Presence == Flag.True ? field[names[^1]].Text : field.Text;
                if (text.Contains(Word, StringComparison.OrdinalIgnoreCase))
                {
                    return true;
                }
            }
        }

        return false;
    }
}
