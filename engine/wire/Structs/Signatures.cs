namespace Rampart.Wire.Structs;

/// <summary>How the engine's protocol says in a struct what JSON has no word for.</summary>
/// <remarks>An object that has <see cref="Key"/> is what the value of that property says. Source:
/// <c>sdk/go/common/resource/sig</c> and <c>sdk/go/common/resource/plugin/rpc.go</c> of pulumi/pulumi.</remarks>
internal static class Signatures
{
    public const string Key = "4dabf18193072939515e22adb298388d";

    public const string Secret = "1b47061264138c4ac30d75fd1eb44270";

    public const string Asset = "c44067f5952c0a294b673a41bacd8c17";

    public const string Archive = "0def7320c3a5731c473e5ecbe6d01bc7";

    public const string Resource = "5cf8f73096256a8f31e491e813e4eb8e";

    public const string Output = "d0e6a833031e9bbcd3f4e8bde6ca49a4";

    /// <summary>The unknown that programs write, whatever type the value would have.</summary>
    public const string Unknown = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

    /// <summary>Whether a string of 36 bytes stands for an unknown.</summary>
    public static bool IsUnknown(ReadOnlySpan<byte> text) => text[0] switch
    {
        (byte)'0' => text.SequenceEqual("04da6b54-80e4-46f7-96ec-b56ff0331ba9"u8) // string
            || text.SequenceEqual("030794c1-ac77-496b-92df-f27374a8bd58"u8), // asset
        (byte)'1' => text.SequenceEqual("1c4a061d-8072-4f0a-a4cb-0ff528b18fe7"u8), // boolean
        (byte)'3' => text.SequenceEqual("3eeb2bf0-c639-47a8-9e75-3b44932eb421"u8), // number
        (byte)'6' => text.SequenceEqual("6a19a0b0-7e62-4c92-b797-7f8e31da9cc2"u8), // list
        (byte)'d' => text.SequenceEqual("dd056dcd-154b-4c76-9bd3-c8f88648b5ff"u8), // object
        (byte)'e' => text.SequenceEqual("e48ece36-62e2-4504-bad9-02848725956a"u8), // archive
        _ => false,
    };
}
