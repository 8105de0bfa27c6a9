using Pulumi.Kubernetes.Types.Inputs.Core.V1;

namespace Rampart.Components.Identity;

/// <summary>
/// What a pod needs to talk to the API server, at the place where every client looks for it: a token that expires, the
/// server's certificate authority and the pod's namespace.
/// </summary>
/// <remarks>
/// The account's own mounting stays off, so that only the containers that are meant to have a token have one.
/// <see href="https://kubernetes.io/docs/concepts/storage/projected-volumes/#serviceaccounttoken"/>.
/// </remarks>
public static class ApiToken
{
    /// <summary>Lifetime of the token in seconds, at least 600. The kubelet renews it when four fifths are over.</summary>
    public const int ExpirationSeconds = 3600;

    internal const string Path = "/var/run/secrets/kubernetes.io/serviceaccount";

    private const string VolumeName = "api-token";

    // Kubernetes publishes the API server's authority under this name in every namespace.
    private const string RootCertificate = "kube-root-ca.crt";

    internal static VolumeArgs Volume() => new()
    {
        Name = VolumeName,
        Projected = new ProjectedVolumeSourceArgs
        {
            Sources =
            {
                new VolumeProjectionArgs
                {
                    ServiceAccountToken = new ServiceAccountTokenProjectionArgs
                    {
                        Path = "token",
                        ExpirationSeconds = ExpirationSeconds,
                    },
                },
                new VolumeProjectionArgs
                {
                    ConfigMap = new ConfigMapProjectionArgs
                    {
                        Name = RootCertificate,
                        Items = { new KeyToPathArgs { Key = "ca.crt", Path = "ca.crt" } },
                    },
                },
                new VolumeProjectionArgs
                {
                    DownwardAPI = new DownwardAPIProjectionArgs
                    {
                        Items =
                        {
                            new DownwardAPIVolumeFileArgs
                            {
                                Path = "namespace",
                                FieldRef = new ObjectFieldSelectorArgs { FieldPath = "metadata.namespace" },
                            },
                        },
                    },
                },
            },
        },
    };

    internal static VolumeMountArgs Mount() => new() { Name = VolumeName, MountPath = Path, ReadOnly = true };
}
