using Pulumi;

namespace Rampart.Components.Identity;

/// <summary>Marks an input as a secret, whatever the caller gave.</summary>
internal static class SecretInput
{
    public static Input<string>? Of(Input<string>? value)
    {
        if (value is null)
        {
            return null;
        }

        return Output.CreateSecret(value.ToOutput());
    }
}
