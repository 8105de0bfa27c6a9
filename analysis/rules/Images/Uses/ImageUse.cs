using Rampart.Rules.Objects;

namespace Rampart.Rules.Images.Uses;

/// <summary>An image that a workload runs in a container, or mounts as a volume.</summary>
internal sealed class ImageUse
{
    private readonly Container? _container;
    private readonly string _volumePath;

    /// <summary>The image of a container.</summary>
    public ImageUse(Container container, ImageReference? reference)
    {
        _container = container;
        _volumePath = "";
        Workload = container.Workload;
        Image = container["image"];
        PullPolicy = container["imagePullPolicy"];
        Reference = reference;
    }

    /// <summary>The image of a volume.</summary>
    public ImageUse(Workload workload, string path, Field volume, ImageReference? reference)
    {
        _volumePath = path;
        Workload = workload;
        VolumeName = volume["name"].Text;
        Image = volume["image"]["reference"];
        PullPolicy = volume["image"]["pullPolicy"];
        Reference = reference;
    }

    public Workload Workload { get; }

    /// <summary>The field with the image's text.</summary>
    public Field Image { get; }

    /// <summary>The field that says when the image is pulled.</summary>
    public Field PullPolicy { get; }

    /// <summary>The image; null when the text is missing, not known, or no image reference.</summary>
    public ImageReference? Reference { get; }

    /// <summary>Whether the image runs beside the pod for a while, to look into it.</summary>
    public bool IsEphemeral => _container?.Kind == ContainerKind.Ephemeral;

    /// <summary>The path of the image's text.</summary>
    public string Path => _container is null ? _volumePath + ".reference"
        : _container.Body.IsUnknown ? _container.Path
        : PathPool.Field(_container.Path, "image");

    /// <summary>The path of what says when the image is pulled.</summary>
    public string PullPolicyPath => _container is null ? _volumePath + ".pullPolicy" : PathPool.Field(_container.Path, "imagePullPolicy");

    /// <summary>The text in quotes; what stands for it when it is a secret.</summary>
    public string Quoted => Image.IsSecret ? Field.Secret : $"'{Image.Text}'";

    private string VolumeName { get; } = "";

    /// <summary>Whether the text names its registry, rather than leave that to the container runtime.</summary>
    public bool NamesRegistry => Reference is { } image
        && (image.Domain != ImageReference.DefaultDomain
            || Image.Text.StartsWith("docker.io/", StringComparison.Ordinal)
            || Image.Text.StartsWith("index.docker.io/", StringComparison.Ordinal));

    /// <summary>Who uses the image, for messages: <c>container 'spicedb'</c>, <c>volume 'model'</c>.</summary>
    public override string ToString() => _container?.ToString() ?? $"volume '{(VolumeName.Length == 0 ? "[unnamed]" : VolumeName)}'";
}
