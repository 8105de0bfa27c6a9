using Pulumi.Kubernetes.Types.Inputs.Core.V1;

namespace Pulumi.Kubernetes.Tests;

public sealed class SecretTests
{
    [Fact]
    public async Task Data_Assigned_BecomesSecret()
    {
        SecretArgs args = new() { Data = new InputMap<string> { ["key"] = "dmFsdWU=" }, StringData = new InputMap<string> { ["key"] = "value" } };

        Assert.True(await Output.IsSecretAsync(args.Data.ToOutput()));
        Assert.True(await Output.IsSecretAsync(args.StringData.ToOutput()));
    }

    // The official SDK has this trap, too: an initializer adds to the getter's map and never meets the setter.
    [Fact]
    public async Task StringData_CollectionInitializer_StaysPlain()
    {
        SecretArgs args = new() { StringData = { ["key"] = "value" } };

        Assert.False(await Output.IsSecretAsync(args.StringData.ToOutput()));
    }

    [Fact]
    public async Task Define_SecretData_IsSent()
    {
        Testing.MockResourceArgs sent = await new Cluster().RunAsync(() => _ = new Kubernetes.Core.V1.Secret("x", new SecretArgs
        {
            Type = "Opaque",
            StringData = new InputMap<string> { ["key"] = "value" },
        }));

        Assert.Equal("apiVersion: v1\nkind: Secret\nstringData:\n  key: value\ntype: Opaque", PlainText.Of(sent.Inputs));
    }
}
