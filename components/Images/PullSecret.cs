using Pulumi;
using Pulumi.Kubernetes.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace Rampart.Components.Images;

/// <summary>One secret by which the kubelet pulls images from a private registry.</summary>
internal static class PullSecret
{
    private const string SecretType = "kubernetes.io/dockerconfigjson";
    private const string Key = ".dockerconfigjson";

    public static Secret Define(
        string name, Input<string> inNamespace, InputMap<string> labels, RegistryCredentialsArgs credentials, CustomResourceOptions options)
    {
        Output<string> content = Output.Tuple(credentials.Server, credentials.Username, credentials.Password!, credentials.Email ?? "")
            .Apply(known => DockerConfig.Write(known.Item1, known.Item2, known.Item3, known.Item4.Length == 0 ? null : known.Item4));
        return new Secret(name, new SecretArgs
        {
            Metadata = new ObjectMetaArgs { Name = credentials.SecretName!, Namespace = inNamespace, Labels = labels },
            Type = SecretType,
            Immutable = true,
            // Added to the map, since the value is a secret already: the setter would make one secret of the whole map, key and all.
            StringData = { [Key] = Output.CreateSecret(content) },
        }, options);
    }
}
