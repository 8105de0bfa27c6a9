using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace Rampart.Plan.Configuration;

/// <summary>Fills a buffer with bytes that nobody can guess.</summary>
/// <param name="destination">The buffer.</param>
public delegate void RandomBytes(Span<byte> destination);

/// <summary>
/// Pulumi's passphrase provider: AES-256-GCM under a key that PBKDF2 makes from a passphrase. Making one costs about a third
/// of a second, on purpose; encrypting and decrypting are cheap.
/// </summary>
/// <remarks>Source: pulumi/pulumi, sdk/go/common/resource/config/crypt.go and pkg/secrets/passphrase/manager.go.</remarks>
public sealed class PassphraseSecrets
{
    /// <summary>How often PBKDF2-HMAC-SHA256 is applied.</summary>
    public const int Iterations = 1_000_000;

    /// <summary>The length of a salt, in bytes.</summary>
    public const int SaltBytes = 8;

    private const int KeyBytes = 32;
    private const int NonceBytes = 12;
    private const int TagBytes = 16;
    private const string Version = "v1";

    // What the stack file keeps encrypted, so that a wrong passphrase is noticed.
    private const string CheckText = "pulumi";

    private readonly byte[] _key;
    private readonly RandomBytes _random;

    private PassphraseSecrets(byte[] key, RandomBytes random, string encryptionSalt)
    {
        _key = key;
        _random = random;
        EncryptionSalt = encryptionSalt;
    }

    /// <summary>What the stack file has under <c>encryptionsalt</c>: <c>v1:salt:check</c>.</summary>
    public string EncryptionSalt { get; private set; }

    /// <summary>Starts a new stack: a new salt and the key for it.</summary>
    /// <param name="passphrase">The passphrase, which may be empty.</param>
    /// <param name="random">Gives salt and nonces; the default is the system's generator. A repeated nonce under one key breaks the encryption.</param>
    public static PassphraseSecrets Create(string passphrase, RandomBytes? random = null)
    {
        random ??= RandomNumberGenerator.Fill;
        byte[] salt = new byte[SaltBytes];
        random(salt);
        PassphraseSecrets secrets = new(DeriveKey(passphrase, salt), random, "");
        secrets.EncryptionSalt = $"{Version}:{Convert.ToBase64String(salt)}:{secrets.Encrypt(CheckText)}";
        return secrets;
    }

    /// <summary>Opens the secrets of a stack.</summary>
    /// <param name="passphrase">The passphrase, which may be empty.</param>
    /// <param name="encryptionSalt">What the stack file has under <c>encryptionsalt</c>.</param>
    /// <param name="random">Gives nonces; the default is the system's generator.</param>
    /// <returns>Null when this is not the passphrase of the stack.</returns>
    /// <exception cref="FormatException">The salt has not the form <c>v1:salt:check</c>.</exception>
    public static PassphraseSecrets? Open(string passphrase, string encryptionSalt, RandomBytes? random = null)
    {
        int versionEnd = encryptionSalt.IndexOf(':', StringComparison.Ordinal);
        int saltEnd = versionEnd < 0 ? -1 : encryptionSalt.IndexOf(':', versionEnd + 1);
        if (saltEnd < 0
            || !encryptionSalt.AsSpan(0, versionEnd).SequenceEqual(Version)
            || !TryDecodeBase64(encryptionSalt.AsSpan(versionEnd + 1, saltEnd - versionEnd - 1), out byte[]? salt)
            || !IsCiphertext(encryptionSalt[(saltEnd + 1)..]))
        {
            throw new FormatException("the salt is not v1:<salt>:<check>");
        }

        PassphraseSecrets secrets = new(DeriveKey(passphrase, salt), random ?? RandomNumberGenerator.Fill, encryptionSalt);
        return secrets.TryDecrypt(encryptionSalt[(saltEnd + 1)..], out string? check) && check == CheckText ? secrets : null;
    }

    /// <summary>Whether a text has the form that <see cref="Encrypt"/> gives.</summary>
    public static bool IsCiphertext(string text) => TrySplit(text, out _, out _);

    /// <summary>Encrypts a text, under a new nonce each time.</summary>
    /// <returns>What the stack file has under <c>secure</c>: <c>v1:nonce:ciphertext</c>, both parts in base64.</returns>
    public string Encrypt(string text)
    {
        byte[] nonce = new byte[NonceBytes];
        _random(nonce);
        byte[] plain = Encoding.UTF8.GetBytes(text);
        byte[] sealedText = new byte[plain.Length + TagBytes];
        using AesGcm cipher = new(_key, TagBytes);
        cipher.Encrypt(nonce, plain, sealedText.AsSpan(0, plain.Length), sealedText.AsSpan(plain.Length));
        return $"{Version}:{Convert.ToBase64String(nonce)}:{Convert.ToBase64String(sealedText)}";
    }

    /// <summary>Decrypts what <see cref="Encrypt"/> or Pulumi encrypted.</summary>
    /// <returns>False when the text was encrypted under another key, was changed, or has another form.</returns>
    public bool TryDecrypt(string ciphertext, [NotNullWhen(true)] out string? text)
    {
        text = null;
        if (!TrySplit(ciphertext, out byte[]? nonce, out byte[]? sealedText))
        {
            return false;
        }

        byte[] plain = new byte[sealedText.Length - TagBytes];
        using AesGcm cipher = new(_key, TagBytes);
        try
        {
            cipher.Decrypt(nonce, sealedText.AsSpan(0, plain.Length), sealedText.AsSpan(plain.Length), plain);
        }
        catch (AuthenticationTagMismatchException)
        {
            return false;
        }

        text = Encoding.UTF8.GetString(plain);
        return true;
    }

    private static byte[] DeriveKey(string passphrase, byte[] salt) =>
        Rfc2898DeriveBytes.Pbkdf2(Encoding.UTF8.GetBytes(passphrase), salt, Iterations, HashAlgorithmName.SHA256, KeyBytes);

    private static bool TrySplit(string text, [NotNullWhen(true)] out byte[]? nonce, [NotNullWhen(true)] out byte[]? sealedText)
    {
        nonce = sealedText = null;
        string[] parts = text.Split(':');
        return parts.Length == 3
            && parts[0] == Version
            && TryDecodeBase64(parts[1], out nonce) && nonce.Length == NonceBytes
            && TryDecodeBase64(parts[2], out sealedText) && sealedText.Length >= TagBytes;
    }

    private static bool TryDecodeBase64(ReadOnlySpan<char> text, [NotNullWhen(true)] out byte[]? bytes)
    {
        byte[] buffer = new byte[text.Length];
        bytes = Convert.TryFromBase64Chars(text, buffer, out int count) ? buffer[..count] : null;
        return bytes is not null;
    }
}
