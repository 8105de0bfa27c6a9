namespace Rampart.Plan.Configuration;

/// <summary>The ids of what can be wrong with the configuration, apart from what a program's own settings demand.</summary>
public static class ConfigurationDiagnosticIds
{
    /// <summary>There is no Pulumi.yaml in the folder or above it.</summary>
    public const string NoProject = "RMP7001";

    /// <summary>The stack has no file.</summary>
    public const string UnknownStack = "RMP7002";

    /// <summary>A file cannot be read.</summary>
    public const string UnreadableFile = "RMP7003";

    /// <summary>A file is not YAML.</summary>
    public const string BrokenYaml = "RMP7004";

    /// <summary>An attribute of a file has the wrong form.</summary>
    public const string InvalidAttribute = "RMP7005";

    /// <summary>A file has an attribute that Pulumi does not know.</summary>
    public const string UnknownAttribute = "RMP7006";

    /// <summary>A declaration under <c>config:</c> in Pulumi.yaml contradicts itself or Pulumi's rules.</summary>
    public const string InvalidDeclaration = "RMP7007";

    /// <summary>A key is not <c>name</c> or <c>namespace:name</c>, or is not a text.</summary>
    public const string InvalidKey = "RMP7008";

    /// <summary>A key is set twice, with and without its namespace.</summary>
    public const string DuplicateKey = "RMP7009";

    /// <summary>A key of the project is not declared in Pulumi.yaml.</summary>
    public const string UndeclaredKey = "RMP7010";

    /// <summary>A value is not of the type that Pulumi.yaml declares.</summary>
    public const string WrongType = "RMP7011";

    /// <summary>A declared key has neither a value nor a default.</summary>
    public const string MissingValue = "RMP7012";

    /// <summary>A key that is declared secret has a value that anybody can read.</summary>
    public const string PlainSecret = "RMP7013";

    /// <summary>An encrypted value is not what a secrets provider writes.</summary>
    public const string BrokenSecret = "RMP7014";

    /// <summary>The passphrase is not that of the stack, or the stack's <c>encryptionsalt</c> is damaged.</summary>
    public const string WrongPassphrase = "RMP7015";

    /// <summary>The file that PULUMI_CONFIG_PASSPHRASE_FILE names cannot be read.</summary>
    public const string UnreadablePassphrase = "RMP7016";

    /// <summary>An override is not <c>key=value</c>.</summary>
    public const string InvalidOverride = "RMP7017";

    /// <summary>A key has no value, which Pulumi takes for an empty text.</summary>
    public const string EmptyValue = "RMP7018";

    /// <summary>A program gets a value in another spelling than the file has.</summary>
    public const string RespelledValue = "RMP7019";

    /// <summary>The stack takes values from an environment of the Pulumi service, which is not read here.</summary>
    public const string EnvironmentNotRead = "RMP7020";

    /// <summary>A number cannot be handed over, since JSON has no infinity and no not-a-number.</summary>
    public const string UnrepresentableNumber = "RMP7021";
}
