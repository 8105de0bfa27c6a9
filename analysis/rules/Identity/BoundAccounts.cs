using Rampart.Rules.Objects;

namespace Rampart.Rules.Identity;

/// <summary>The service accounts to which bindings among some objects give rights.</summary>
internal sealed class BoundAccounts
{
    private const string GroupPrefix = "system:serviceaccounts:";

    // As namespace/name; neither has a slash.
    private readonly HashSet<string> _accounts = new(StringComparer.Ordinal);
    private readonly HashSet<string> _places = new(StringComparer.Ordinal);
    private bool _hasUnknown;

    public BoundAccounts(ObjectSet objects)
    {
        Add(objects.OfKind(Permission.Group, "RoleBinding"));
        Add(objects.OfKind(Permission.Group, "ClusterRoleBinding"));
    }

    /// <summary>Whether an account is bound; unknown when a subject or a namespace is.</summary>
    public Flag Has(string place, string name) =>
        (_accounts.Count > 0 && _accounts.Contains($"{KubernetesNamespaces.PlaceOf(place)}/{name}")) || _places.Contains(KubernetesNamespaces.PlaceOf(place)) ? Flag.True
        : _hasUnknown || (place == KubernetesNamespaces.Unknown && _accounts.Count + _places.Count > 0) ? Flag.Unknown
        : Flag.False;

    private void Add(IReadOnlyList<KubernetesObject> bindings)
    {
        foreach (KubernetesObject binding in bindings)
        {
            _hasUnknown |= !binding["subjects"].TryGetItems(out FieldItems subjects);
            foreach (Field subject in subjects)
            {
                if (!subject["kind"].TryGetText(out string kind) || !subject["name"].TryGetText(out string name)
                    || !subject["namespace"].TryGetText(out string place))
                {
                    _hasUnknown = true;
                }
                else if (kind == "ServiceAccount")
                {
                    _hasUnknown |= place.Length == 0 && binding.Place == KubernetesNamespaces.Unknown;
                    _accounts.Add($"{(place.Length == 0 ? binding.Place : KubernetesNamespaces.PlaceOf(place))}/{name}");
                }
                else if (kind == "Group" && name.StartsWith(GroupPrefix, StringComparison.Ordinal))
                {
                    _places.Add(KubernetesNamespaces.PlaceOf(name[GroupPrefix.Length..]));
                }
            }
        }
    }
}
