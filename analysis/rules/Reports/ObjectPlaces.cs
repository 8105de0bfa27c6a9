using Rampart.Rules.Objects;

namespace Rampart.Rules.Reports;

/// <summary>The places of objects in a list, found quickly where they are asked for in about the order of the list.</summary>
/// <param name="objects">The list; of an object that it has twice the first place counts.</param>
internal sealed class ObjectPlaces(IReadOnlyList<KubernetesObject> objects)
{
    // How far the next object that is asked for is hardly ever away.
    private const int Reach = 8;

    private Dictionary<KubernetesObject, int>? _places;
    private int _last;

    /// <summary>The place of an object of the list.</summary>
    public int Find(KubernetesObject item)
    {
        int end = Math.Min(_last + Reach, objects.Count);
        for (int place = _last; place < end; place++)
        {
            if (ReferenceEquals(objects[place], item))
            {
                return _last = place;
            }
        }

        return _last = (_places ??= FindAll())[item];
    }

    private Dictionary<KubernetesObject, int> FindAll()
    {
        Dictionary<KubernetesObject, int> places = new(objects.Count);
        for (int i = 0; i < objects.Count; i++)
        {
            places.TryAdd(objects[i], i);
        }

        return places;
    }
}
