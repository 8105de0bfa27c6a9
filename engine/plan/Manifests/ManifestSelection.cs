using Rampart.Protocol.Values;

namespace Rampart.Plan.Manifests;

/// <summary>The objects of a plan that are written, and those that are not.</summary>
/// <param name="Written">The objects as they are written, in their order.</param>
/// <param name="Secret">Those that are left out since they hold secrets.</param>
/// <param name="Unknown">Those that are left out since they hold values that are not known yet, and no secrets.</param>
public sealed record ManifestSelection(Manifest[] Written, IReadOnlyList<Manifest> Secret, IReadOnlyList<Manifest> Unknown)
{
    /// <summary>Selects from objects.</summary>
    /// <param name="manifests">The objects, in the order in which they are to be applied.</param>
    /// <param name="secrets">What becomes of those that hold secrets.</param>
    public static ManifestSelection Of(ReadOnlySpan<Manifest> manifests, SecretHandling secrets)
    {
        List<Manifest> written = new(manifests.Length), secret = [], unknown = [];
        foreach (Manifest manifest in manifests)
        {
            if (secrets == SecretHandling.Omit && manifest.Body.ContainsSecrets)
            {
                secret.Add(manifest);
            }
            else if (secrets != SecretHandling.Mask && manifest.Body.ContainsUnknowns)
            {
                unknown.Add(manifest);
            }
            else
            {
                written.Add(ToWrite(manifest, secrets));
            }
        }

        return new ManifestSelection([.. written], secret, unknown);
    }

    private static Manifest ToWrite(Manifest manifest, SecretHandling secrets)
    {
        Manifest encoded = SecretData.Encode(manifest);
        return secrets == SecretHandling.Show && encoded.Body.ContainsSecrets
            ? encoded with { Body = PropertyMask.Reveal(PropertyValue.From(encoded.Body)).AsObject() }
            : encoded;
    }
}
