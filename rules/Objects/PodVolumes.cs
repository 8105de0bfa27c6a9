namespace Rampart.Rules.Objects;

/// <summary>The volumes of a pod by their names, and which of them its containers mount.</summary>
internal sealed class PodVolumes
{
    private readonly Dictionary<string, Field> _byName = new(StringComparer.Ordinal);
    private readonly HashSet<string> _claims = new(StringComparer.Ordinal);
    private readonly HashSet<string> _mounted = new(StringComparer.Ordinal);
    private readonly bool _isKnown;
    private readonly bool _areClaimsKnown = true;
    private bool _areMountsKnown = true;

    public PodVolumes(Workload workload)
    {
        _isKnown = workload.PodSpec["volumes"].TryGetItems(out FieldItems volumes);
        foreach (Field volume in volumes)
        {
            Field name = volume["name"];
            _isKnown &= name.TryGetText(out string text);
            _byName.TryAdd(text, volume);
        }

        if (workload.Object.Kind == "StatefulSet")
        {
            _areClaimsKnown = workload.Object.Spec["volumeClaimTemplates"].TryGetItems(out FieldItems claims);
            foreach (Field claim in claims)
            {
                _areClaimsKnown &= claim["metadata"]["name"].TryGetText(out string text);
                _claims.Add(text);
            }
        }

        for (int i = 0; i < workload.Containers.Count; i++)
        {
            AddMounts(workload.Containers[i]["volumeMounts"]);
            AddMounts(workload.Containers[i]["volumeDevices"]);
        }
    }

    /// <summary>The first volume with a name; unset when the list has none.</summary>
    public Field Find(string name) => _byName.GetValueOrDefault(name);

    /// <summary>Whether there is a volume with a name, in the list or claimed by a StatefulSet; unknown while one that may be it is.</summary>
    public Flag Has(string name) =>
        name.Length > 0 && (_byName.ContainsKey(name) || (_isKnown && _claims.Contains(name))) ? Flag.True
        : _isKnown && _areClaimsKnown ? Flag.False
        : Flag.Unknown;

    /// <summary>Whether a container mounts a volume, or may do so.</summary>
    public bool MayBeMounted(string name) => !_areMountsKnown || _mounted.Contains(name);

    private void AddMounts(Field list)
    {
        _areMountsKnown &= list.TryGetItems(out FieldItems mounts);
        foreach (Field mount in mounts)
        {
            _areMountsKnown &= !mount["name"].IsUnknown;
            _mounted.Add(mount["name"].Text);
        }
    }
}
