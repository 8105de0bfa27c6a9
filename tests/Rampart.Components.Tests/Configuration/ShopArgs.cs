using Pulumi;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Rampart.Components.Configuration;
using Rampart.Components.Images;

namespace Rampart.Components.Tests.Configuration;

/// <summary>Args that somebody else wrote, with an input of each shape.</summary>
public sealed class ShopArgs : ResourceArgs
{
    [Input("token", required: true)]
    private Input<string>? _token;

    [Input("tolerations")]
    private InputList<TolerationArgs>? _tolerations;

    /// <summary>Image of the shop.</summary>
    [Input("image", required: true)]
    [Setting<ImageForm>]
    public Input<string> Image { get; set; } = null!;

    /// <summary>Number of pods. The default is <see cref="DefaultReplicas"/>.</summary>
    [Input("replicas")]
    [Setting(Minimum = 1, Maximum = 10, Default = DefaultReplicas)]
    public Input<int>? Replicas { get; set; }

    /// <summary>Token of the shop, a secret.</summary>
    [Setting(IsSecret = true)]
    public Input<string>? Token { get => _token; set => _token = value; }

    /// <summary>Where the shop keeps its orders.</summary>
    [Input("store")]
    public ShopStore? Store { get; set; }

    /// <summary>Share of orders that are traced.</summary>
    [Input("ratio")]
    [Setting(Minimum = 0, Maximum = 1)]
    public double? Ratio { get; set; }

    /// <summary>Whether the shop is open.</summary>
    [Input("open")]
    public bool Open { get; set; }

    /// <summary>Hosts of the shop.</summary>
    [Input("hosts")]
    public string[]? Hosts { get; set; }

    /// <summary>Labels of the pods.</summary>
    [Input("labels")]
    public InputMap<string>? Labels { get; set; }

    /// <summary>Port of the pods.</summary>
    [Input("port")]
    public InputUnion<int, string>? Port { get; set; }

    /// <summary>Requests and limits.</summary>
    [Input("resources")]
    public Input<ResourceRequirementsArgs>? Resources { get; set; }

    /// <summary>Service of the shop.</summary>
    [Input("service")]
    public Input<ServiceSpecArgs>? Service { get; set; }

    /// <summary>Taints that the pods tolerate.</summary>
    public InputList<TolerationArgs> Tolerations { get => _tolerations ??= []; set => _tolerations = value; }

    /// <summary>What the shop remembers.</summary>
    [Input("cache")]
    public CacheArgs Cache { get; set; } = new();

    /// <summary>Who delivers.</summary>
    [Input("carriers")]
    public InputList<CarrierArgs>? Carriers { get; set; }

    /// <summary>What the program gives.</summary>
    public string? Internal { get; set; }

    /// <summary>Default of <see cref="Replicas"/>.</summary>
    public const int DefaultReplicas = 2;

    /// <summary>Where orders are kept.</summary>
    public enum ShopStore
    {
        /// <summary>In memory.</summary>
        Memory,

        /// <summary>In a file.</summary>
        LocalFile,
    }

    /// <summary>What the shop remembers.</summary>
    public sealed class CacheArgs : ResourceArgs
    {
        /// <summary>Size of the cache.</summary>
        [Input("size")]
        [Setting<QuantityForm>(Default = "64Mi")]
        public string? Size { get; set; }

        /// <summary>Whether answers are kept.</summary>
        [Input("answers")]
        public bool? Answers { get; set; }
    }

    /// <summary>Who delivers.</summary>
    public sealed class CarrierArgs : ResourceArgs
    {
        /// <summary>Name of the carrier.</summary>
        [Input("name", required: true)]
        [Setting<ObjectNameForm>]
        public Input<string> Name { get; set; } = null!;

        /// <summary>Key of the carrier, a secret.</summary>
        [Input("key")]
        [Setting(IsSecret = true)]
        public Input<string>? Key { get; set; }
    }
}
