using Rampart.Protocol.Values;
using Rampart.Rules.Objects;

namespace Rampart.Rules.PodSecurity.Evaluation;

/// <summary>Finds all fields for which a check forbids a pod, so that a report can point at each and a waiver can accept one of them.</summary>
/// <remarks>
/// Upstream tells all containers at once and no fields. The check is asked again: about the pod and about each container by
/// itself, and where it forbids one, about each field with the others sound. What it says then is about this field alone.
/// </remarks>
internal sealed class OffenceFinder
{
    private static readonly string[] ContainerLists = ["initContainers", "containers", "ephemeralContainers"];

    private readonly PodSecurityCheckVersion _check;
    private readonly PodSource _pod;
    private readonly List<Offence> _offences = [];
    private bool _isUnknown;

    private OffenceFinder(PodSecurityCheckVersion check, in PodSource pod)
    {
        _check = check;
        _pod = pod;
    }

    /// <summary>The fields of a pod that is forbidden.</summary>
    /// <param name="check">The check that forbids it.</param>
    /// <param name="pod">The pod.</param>
    /// <param name="unknown">What the check would have to know to judge the rest of the pod.</param>
    public static List<Offence> Find(PodSecurityCheckVersion check, in PodSource pod, out IReadOnlyList<UnknownField> unknown)
    {
        OffenceFinder finder = new(check, pod);
        finder.Search();
        unknown = finder._isUnknown ? UnknownFieldFinder.Find(pod, check.Fields) : [];
        return finder._offences;
    }

    private void Search()
    {
        PropertyValue pod = PropertyValue.From(PropertyObject.Create(new Property("metadata", _pod.Metadata), new Property("spec", _pod.Spec)));
        if (_check.ContainerPlaces.Count == 0)
        {
            Search(pod, _check.PodPlaces, prefix: null, _pod.SpecPath, Ask);
            return;
        }

        foreach (string list in ContainerLists)
        {
            pod = PodEdit.Set(pod, ["spec", list], PropertyValue.Null);
        }

        if (_check.PodPlaces.Count > 0)
        {
            // A container that leaves a field to the pod is not to blame for what the pod says.
            pod = Search(pod, _check.PodPlaces, prefix: null, _pod.SpecPath, Ask);
        }

        foreach (string list in ContainerLists)
        {
            SearchContainers(pod, list);
        }
    }

    private void SearchContainers(PropertyValue pod, string list)
    {
        PropertyValue containers = PodEdit.Get(_pod.Spec, [list], out _);
        PropertyList? items = containers.Inner.ListOrNull();
        _isUnknown |= items is null && !containers.Inner.IsNull;
        if (items is not null)
        {
            SearchItems(pod, list, containers, items);
        }
    }

    private void SearchItems(PropertyValue pod, string list, PropertyValue containers, PropertyList items)
    {
        CheckResult AskAlone(PropertyValue container)
        {
            PropertyValue alone = PodEdit.Like(containers, PropertyValue.From(PropertyList.Create(container)));
            return Ask(PodEdit.Set(pod, ["spec", list], alone));
        }

        Func<PropertyValue, CheckResult> ask = AskAlone;
        for (int i = 0; i < items.Count; i++)
        {
            string path = _pod.PathOf(list, i);
            Search(items[i], _check.ContainerPlaces, path + ".", path, ask);
        }
    }

    // Gives the owner with nothing wrong at the places that are to blame. Without a prefix places are those of the pod.
    private PropertyValue Search(
        PropertyValue owner, IReadOnlyList<OffencePlace> places, string? prefix, string path, Func<PropertyValue, CheckResult> ask)
    {
        CheckResult result = ask(owner);
        _isUnknown |= result.Verdict == PodSecurityVerdict.Unknown;
        if (result.Verdict != PodSecurityVerdict.Forbidden)
        {
            return owner;
        }

        int before = _offences.Count;
        PropertyValue mended = owner;
        for (int i = 0; i < places.Count; i++)
        {
            OffencePlace place = places[i];
            int beforePlace = _offences.Count;
            PropertyValue others = owner;
            for (int j = 0; j < places.Count; j++)
            {
                others = j == i ? others : places[j].Mend(others);
            }

            IReadOnlyList<(string Path, PropertyValue Alone)> items = place.Items(owner);
            for (int j = 0; j < items.Count; j++)
            {
                (string field, PropertyValue alone) = items[j];
                PropertyValue candidate = place.Put(others, alone);
                CheckResult ofField = candidate.IsIdenticalTo(owner) ? result : ask(candidate);
                _isUnknown |= ofField.Verdict == PodSecurityVerdict.Unknown;
                if (ofField.Verdict == PodSecurityVerdict.Forbidden)
                {
                    _offences.Add(new Offence(prefix is null ? _pod.PathOf(field) : prefix + field, ofField));
                }
            }

            mended = _offences.Count == beforePlace ? mended : place.Mend(mended);
        }

        // Nothing forbidden may go unreported, whatever a check looks at.
        if (_offences.Count == before)
        {
            _offences.Add(new Offence(path, result));
        }

        return mended;
    }

    private CheckResult Ask(PropertyValue pod)
    {
        PropertyObject parts = pod.AsObject();
        return _check.Check(new PodView(_pod with { Metadata = parts["metadata"], Spec = parts["spec"] }));
    }
}
