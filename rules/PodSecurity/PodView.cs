using System.Diagnostics.CodeAnalysis;

namespace Rampart.Rules.PodSecurity;

/// <summary>The parts of a pod that checks look at.</summary>
internal readonly struct PodView
{
    private readonly PodField _containers;
    private readonly PodField _initContainers;
    private readonly PodField _ephemeralContainers;

    public PodView(in PodSource source)
    {
        Annotations = new PodField(source.Metadata)["annotations"];
        Spec = new PodField(source.Spec);
        SecurityContext = Spec["securityContext"];
        _containers = Spec["containers"];
        _initContainers = Spec["initContainers"];
        _ephemeralContainers = Spec["ephemeralContainers"];
    }

    public PodField Annotations { get; }

    public PodField Spec { get; }

    public PodField SecurityContext { get; }

    /// <summary>
    /// Init containers, containers and ephemeral containers, in this order; no check has another way to reach them. A list
    /// that is unknown stands for one container of which all is unknown.
    /// </summary>
    [UnscopedRef]
    public ContainerEnumerator Containers => new(in this);

    /// <summary>Since 1.25 some checks do not ask Windows pods for what Windows does not have.</summary>
    public Flag IsWindows => !Spec["os"]["name"].TryGetText(out string name) ? Flag.Unknown
        : name == "windows" ? Flag.True
        : Flag.False;

    /// <summary>Since 1.35 root inside a user namespace counts as an ordinary user (KEP-127).</summary>
    public Flag HasUserNamespace => Spec["hostUsers"].Flag switch
    {
        Flag.False => Flag.True,
        Flag.Unknown => Flag.Unknown,
        _ => Flag.False,
    };

    // Refers to the pod, which is too large to be copied once per check.
    internal ref struct ContainerEnumerator(ref readonly PodView pod)
    {
        private readonly ref readonly PodView _pod = ref pod;
        private PodFieldItems _items;
        private int _list;
        private int _next;

        public PodField Current { get; private set; }

        public readonly ContainerEnumerator GetEnumerator() => this;

        public bool MoveNext()
        {
            while (_next >= _items.Count)
            {
                PodField list;
                switch (_list++)
                {
                    case 0:
                        list = _pod._initContainers;
                        break;
                    case 1:
                        list = _pod._containers;
                        break;
                    case 2:
                        list = _pod._ephemeralContainers;
                        break;
                    default:
                        return false;
                }

                _next = 0;
                if (!list.TryGetItems(out _items))
                {
                    Current = PodField.Unreadable;
                    return true;
                }
            }

            Current = _items[_next++];
            return true;
        }
    }
}
