using System.Diagnostics.CodeAnalysis;
using Rampart.Rules.Objects;

namespace Rampart.Rules.PodSecurity;

/// <summary>The parts of a pod that checks look at.</summary>
internal readonly struct PodView
{
    private readonly Field _containers;
    private readonly Field _initContainers;
    private readonly Field _ephemeralContainers;

    public PodView(in PodSource source)
    {
        Annotations = new Field(source.Metadata)["annotations"];
        Spec = new Field(source.Spec);
        SecurityContext = Spec["securityContext"];
        _containers = Spec["containers"];
        _initContainers = Spec["initContainers"];
        _ephemeralContainers = Spec["ephemeralContainers"];
    }

    public Field Annotations { get; }

    public Field Spec { get; }

    public Field SecurityContext { get; }

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
        private FieldItems _items;
        private int _list;
        private int _next;

        public Field Current { get; private set; }

        public readonly ContainerEnumerator GetEnumerator() => this;

        public bool MoveNext()
        {
            while (_next >= _items.Count)
            {
                Field list;
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
                    Current = Field.Unreadable;
                    return true;
                }
            }

            Current = _items[_next++];
            return true;
        }
    }
}
