using System.Globalization;
using Rampart.Rules.Facts;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Images.Uses;

/// <summary>The images of all workloads; a text that many use is read once.</summary>
internal sealed class ImageUses
{
    private readonly Dictionary<string, ImageReference?> _references = new(StringComparer.Ordinal);
    private readonly List<ImageUse> _all = [];

    private ImageUses(ObjectSet objects)
    {
        foreach (Workload workload in objects.Workloads)
        {
            for (int i = 0; i < workload.Containers.Count; i++)
            {
                Container container = workload.Containers[i];
                _all.Add(new ImageUse(container, Read(container["image"])));
            }

            AddVolumes(workload);
        }
    }

    public IReadOnlyList<ImageUse> All => _all;

    public static ImageUses Of(SharedFacts facts) => facts.Get(static shared => new ImageUses(shared.Objects));

    private void AddVolumes(Workload workload)
    {
        if (!workload.PodSpec["volumes"].TryGetItems(out FieldItems volumes))
        {
            return;
        }

        for (int i = 0; i < volumes.Count; i++)
        {
            Field volume = volumes[i];
            if (!volume.IsUnknown && !volume["image"].IsUnset && !volume["image"].IsUnknown)
            {
                string path = string.Create(CultureInfo.InvariantCulture, $"{workload.SpecPath}.volumes[{i}].image");
                _all.Add(new ImageUse(workload, path, volume, Read(volume["image"]["reference"])));
            }
        }
    }

    private ImageReference? Read(Field image)
    {
        string text = image.Text;
        if (text.Length == 0)
        {
            return null;
        }

        if (!_references.TryGetValue(text, out ImageReference? reference))
        {
            _ = ImageReference.TryParse(text, out reference, out _);
            _references.Add(text, reference);
        }

        return reference;
    }
}
