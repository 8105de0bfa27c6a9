using System.Collections.Concurrent;
using Rampart.Rules.Objects;
using Rampart.Rules.Options;

namespace Rampart.Rules.Facts;

/// <summary>What several rules need to know of the same objects, found out when the first one asks. Rules may ask at the same time.</summary>
/// <param name="objects">The objects.</param>
/// <param name="options">What the check goes by.</param>
internal sealed class SharedFacts(ObjectSet objects, CheckOptions options)
{
    private readonly ConcurrentDictionary<Type, Lazy<object>> _facts = [];

    /// <summary>The objects.</summary>
    public ObjectSet Objects => objects;

    /// <summary>What the check goes by.</summary>
    public CheckOptions Options => options;

    /// <summary>Facts of one kind.</summary>
    /// <typeparam name="T">The kind of facts; there is one of each, and nothing of it changes after it has been found out.</typeparam>
    /// <param name="find">Finds them out; it may ask for facts of other kinds.</param>
    public T Get<T>(Func<SharedFacts, T> find)
        where T : class => (T)(_facts.TryGetValue(typeof(T), out Lazy<object>? facts) ? facts : Add(find)).Value;

    private Lazy<object> Add<T>(Func<SharedFacts, T> find)
        where T : class => _facts.GetOrAdd(typeof(T), new Lazy<object>(() => find(this)));
}
