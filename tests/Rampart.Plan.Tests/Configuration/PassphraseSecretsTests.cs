using Rampart.Plan.Configuration;

namespace Rampart.Plan.Tests.Configuration;

public sealed class PassphraseSecretsTests
{
    // What PassphraseSecrets.Encrypt never gives.
    public static TheoryData<string> NotCiphertexts =>
    [
        "", "hunter2", "v1:", "v1:a:b", "v2:F+6ZduKKd8G0/V7L:PGMFeIzwobWRKmEAzUdaQHqC5mMRIQ==", "v1:F+6ZduKKd8G0:PGMFeIzwobWRKmEAzUdaQHqC5mMRIQ==",
        "v1:F+6ZduKKd8G0/V7L:PGMF", "v1:F+6ZduKKd8G0/V7L:PGMFeIzwobWRKmEAzUdaQHqC5mMRIQ==:", "v1:F+6ZduKKd8G0/V7L:PGMFeIzwobWRKmEAzUdaQHqC5mMRI",
    ];

    public static TheoryData<string> NotSalts =>
    [
        "", "v1", "v1:fozI5u6B030=", "v2:fozI5u6B030=:v1:F+6ZduKKd8G0/V7L:PGMFeIzwobWRKmEAzUdaQHqC5mMRIQ==", "v1:!:v1:F+6ZduKKd8G0/V7L:PGMFeIzwobWRKmEAzUdaQHqC5mMRIQ==", "v1:fozI5u6B030=:pulumi",
    ];

    [Fact]
    public void Open_SaltOfTheCli_DecryptsItsCheck()
    {
        Assert.True(ProjectFolder.Secrets.TryDecrypt("v1:F+6ZduKKd8G0/V7L:PGMFeIzwobWRKmEAzUdaQHqC5mMRIQ==", out string? text));
        Assert.Equal("pulumi", text);
        Assert.Equal(ProjectFolder.Salt, ProjectFolder.Secrets.EncryptionSalt);
    }

    [Fact]
    public void Open_OtherPassphrase_GivesNothing() => Assert.Null(PassphraseSecrets.Open("Password", ProjectFolder.Salt));

    [Theory, MemberData(nameof(NotSalts))]
    public void Open_DamagedSalt_Fails(string salt) => Assert.Throws<FormatException>(() => PassphraseSecrets.Open(ProjectFolder.Passphrase, salt));

    [Theory]
    [InlineData("")]
    [InlineData("a")]
    [InlineData("postgres://spicedb:p@ss@db:5432/é😀\n")]
    public void Encrypt_Text_DecryptsToItself(string text)
    {
        string ciphertext = ProjectFolder.Secrets.Encrypt(text);

        Assert.True(PassphraseSecrets.IsCiphertext(ciphertext));
        Assert.True(ProjectFolder.Secrets.TryDecrypt(ciphertext, out string? decrypted));
        Assert.Equal(text, decrypted);
        Assert.NotEqual(ciphertext, ProjectFolder.Secrets.Encrypt(text));
    }

    [Theory, MemberData(nameof(NotCiphertexts))]
    public void TryDecrypt_OtherText_IsFalse(string text)
    {
        Assert.False(PassphraseSecrets.IsCiphertext(text));
        Assert.False(ProjectFolder.Secrets.TryDecrypt(text, out _));
    }

    [Fact]
    public void TryDecrypt_ChangedText_IsFalse()
    {
        string[] parts = ProjectFolder.Secrets.Encrypt("text").Split(':');
        byte[] changed = Convert.FromBase64String(parts[2]);
        changed[0] ^= 1;

        Assert.False(ProjectFolder.Secrets.TryDecrypt($"{parts[0]}:{parts[1]}:{Convert.ToBase64String(changed)}", out _));
    }

    [Fact]
    public void Create_GivenRandomness_IsReproducibleAndOpens()
    {
        byte next = 0;
        void Count(Span<byte> destination)
        {
            foreach (ref byte value in destination)
            {
                value = next++;
            }
        }

        PassphraseSecrets created = PassphraseSecrets.Create("", Count);

        Assert.StartsWith("v1:AAECAwQFBgc=:v1:CAkKCwwNDg8QERIT:", created.EncryptionSalt, StringComparison.Ordinal);
        Assert.True(PassphraseSecrets.Open("", created.EncryptionSalt)!.TryDecrypt(created.Encrypt("text"), out string? text));
        Assert.Equal("text", text);
    }
}
