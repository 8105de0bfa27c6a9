using Rampart.Plan.Files;
using Rampart.Yaml;

namespace Rampart.Plan.Configuration;

/// <summary>
/// Decrypts the values of one stack as far as this machine can: with the passphrase that the environment gives. What it cannot
/// decrypt stays opaque. Nothing is derived before the first value asks for it.
/// </summary>
internal sealed class StackSecrets(StackFile stack, Func<string, string?> environment, ProblemList problems)
{
    private const string PassphraseVariable = "PULUMI_CONFIG_PASSPHRASE";
    private const string PassphraseFileVariable = "PULUMI_CONFIG_PASSPHRASE_FILE";

    private readonly Dictionary<YamlScalar, string?> _texts = [];
    private PassphraseSecrets? _passphrase;
    private bool _isOpened;

    // Pulumi asks a cloud's key service when the stack names one, even if there is a salt.
    private bool UsesPassphrase => stack.EncryptionSalt is not null && stack.SecretsProvider is null or "" or "default" or "passphrase";

    /// <summary>Decrypts a value.</summary>
    /// <param name="ciphertext">The encrypted text.</param>
    /// <param name="file">The file that it stands in, as the user names it.</param>
    /// <param name="key">The full key, or a path below it.</param>
    /// <returns>Null when the text stays opaque.</returns>
    public string? Decrypt(YamlScalar ciphertext, string file, string key)
    {
        if (!_texts.TryGetValue(ciphertext, out string? text))
        {
            text = DecryptNew(ciphertext, file, key);
            _texts.Add(ciphertext, text);
        }

        return text;
    }

    private string? DecryptNew(YamlScalar ciphertext, string file, string key)
    {
        if (!UsesPassphrase)
        {
            return null;
        }

        SourceLocation location = SourceLocation.Of(file, ciphertext);
        if (!PassphraseSecrets.IsCiphertext(ciphertext.Text))
        {
            problems.Error(ConfigurationDiagnosticIds.BrokenSecret, location, key, "the secure value is not encrypted text", $"set it with: pulumi config set --secret {key}");
            return null;
        }

        if (!_isOpened)
        {
            _isOpened = true;
            _passphrase = Open();
        }

        if (_passphrase is null)
        {
            return null;
        }

        if (!_passphrase.TryDecrypt(ciphertext.Text, out string? text))
        {
            problems.Error(
                ConfigurationDiagnosticIds.BrokenSecret, location, key, "the secure value was encrypted for another stack, or was changed", $"set it again with: pulumi config set --secret {key}");
        }

        return text;
    }

    private PassphraseSecrets? Open()
    {
        string? passphrase = ReadPassphrase();
        if (passphrase is null)
        {
            return null;
        }

        try
        {
            PassphraseSecrets? secrets = PassphraseSecrets.Open(passphrase, stack.EncryptionSalt!);
            if (secrets is null)
            {
                problems.Error(
                    ConfigurationDiagnosticIds.WrongPassphrase, stack.EncryptionSaltLocation, "encryptionsalt", "incorrect passphrase", $"set {PassphraseVariable} or {PassphraseFileVariable} to that of this stack");
            }

            return secrets;
        }
        catch (FormatException)
        {
            problems.Error(
                ConfigurationDiagnosticIds.WrongPassphrase, stack.EncryptionSaltLocation, "encryptionsalt", "the salt is not v1:<salt>:<check>", "restore the line that Pulumi wrote");
            return null;
        }
    }

    // The passphrase, which may be empty; null when the environment has none.
    private string? ReadPassphrase()
    {
        if (environment(PassphraseVariable) is { } passphrase)
        {
            return passphrase;
        }

        string? path = environment(PassphraseFileVariable);
        if (string.IsNullOrEmpty(path))
        {
            return null;
        }

        try
        {
            return InputFile.ReadAllText(path).Trim();
        }
        catch (UnreadableFileException exception)
        {
            problems.Error(
                ConfigurationDiagnosticIds.UnreadablePassphrase, stack.EncryptionSaltLocation, PassphraseFileVariable, $"'{path}' is not read: {exception.Message}", exception.Fix);
            return null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            problems.Error(
                ConfigurationDiagnosticIds.UnreadablePassphrase, stack.EncryptionSaltLocation, PassphraseFileVariable, $"'{path}' cannot be read", "name a file that you may read");
            return null;
        }
    }
}
