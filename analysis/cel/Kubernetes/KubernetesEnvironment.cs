using System.Collections.Concurrent;
using System.Collections.Immutable;
using Rampart.Cel.Libraries;
using Rampart.Cel.Libraries.Aggregates;
using Rampart.Cel.Libraries.Authorization;
using Rampart.Cel.Libraries.Formats;
using Rampart.Cel.Libraries.Lists;
using Rampart.Cel.Libraries.Mutations;
using Rampart.Cel.Libraries.Networks;
using Rampart.Cel.Libraries.Optionals;
using Rampart.Cel.Libraries.Quantities;
using Rampart.Cel.Libraries.Searches;
using Rampart.Cel.Libraries.Sets;
using Rampart.Cel.Libraries.Standard;
using Rampart.Cel.Libraries.Strings;
using Rampart.Cel.Libraries.TwoVariables;
using Rampart.Cel.Libraries.Urls;
using Rampart.Cel.Libraries.Versions;
using Rampart.Cel.Types;

namespace Rampart.Cel.Kubernetes;

/// <summary>The environments of the API server.</summary>
public static class KubernetesEnvironment
{
    /// <summary>The newest minor version of Kubernetes 1 whose functions are known.</summary>
    public const int NewestMinorVersion = 37;

    private static readonly ImmutableArray<CelLibrary> Libraries =
    [
        StandardLibrary.Library,
        OptionalsLibrary.Library,
        StringsLibrary.Library,
        SetsLibrary.Library,
        TwoVariablesLibrary.Library,
        ListsLibrary.Library,
        AggregateLibrary.Library,
        SearchLibrary.Library,
        UrlLibrary.Library,
        QuantityLibrary.Library,
        NetworkLibraries.Addresses,
        NetworkLibraries.Prefixes,
        FormatLibrary.Library,
        VersionLibrary.Library,
        AuthorizerLibrary.Library,
        AdmissionTypes.Library,
    ];

    private static readonly ConcurrentDictionary<int, CelEnvironment> Bases = new();

    /// <summary>What any expression can name: no variables.</summary>
    /// <param name="minorVersion">The minor version of Kubernetes 1 that must accept the expression.</param>
    public static CelEnvironment Base(int minorVersion = NewestMinorVersion) =>
        Bases.GetOrAdd(minorVersion, static version => new CelEnvironment(Libraries, version, true));

    /// <summary>What an admission policy can name: <c>object</c>, <c>oldObject</c>, <c>params</c>, <c>request</c>, <c>namespaceObject</c>, <c>authorizer</c>.</summary>
    /// <param name="minorVersion">The minor version of Kubernetes 1 that must accept the expression.</param>
    /// <param name="hasParams">Whether the policy has a parameter kind.</param>
    public static CelEnvironment Admission(int minorVersion = NewestMinorVersion, bool hasParams = true)
    {
        CelEnvironment environment = Base(minorVersion)
            .WithVariable("object", CelType.Dyn)
            .WithVariable("oldObject", CelType.Dyn)
            .WithVariable("request", AdmissionTypes.Request)
            .WithVariable("namespaceObject", AdmissionTypes.Namespace)
            .WithVariable("authorizer", CelAuthorizer.AuthorizerType)
            .WithVariable("authorizer.requestResource", CelAuthorizer.ResourceCheckType);
        return hasParams ? environment.WithVariable("params", CelType.Dyn) : environment;
    }

    /// <summary>What a mutating policy can name besides: <c>Object{…}</c>, <c>JSONPatch{…}</c>, <c>jsonpatch.escapeKey</c>.</summary>
    /// <param name="minorVersion">The minor version of Kubernetes 1 that must accept the expression.</param>
    /// <param name="hasParams">Whether the policy has a parameter kind.</param>
    public static CelEnvironment Mutation(int minorVersion = NewestMinorVersion, bool hasParams = true) =>
        Admission(minorVersion, hasParams).WithLibrary(MutationLibrary.Library);
}
