using System.Collections.Immutable;
using Rampart.Cel.Libraries;
using Rampart.Cel.Libraries.Lists;
using Rampart.Cel.Libraries.Optionals;
using Rampart.Cel.Libraries.Sets;
using Rampart.Cel.Libraries.Standard;
using Rampart.Cel.Libraries.Strings;
using Rampart.Cel.Libraries.TwoVariables;
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
        AdmissionTypes.Library,
    ];

    /// <summary>What any expression can name: no variables.</summary>
    /// <param name="minorVersion">The minor version of Kubernetes 1 that must accept the expression.</param>
    public static CelEnvironment Base(int minorVersion = NewestMinorVersion) =>
        new(Libraries, ImmutableDictionary.Create<string, CelType>(StringComparer.Ordinal), minorVersion, true);

    /// <summary>What an admission policy can name: <c>object</c>, <c>oldObject</c>, <c>params</c>, <c>request</c>, <c>namespaceObject</c>.</summary>
    /// <param name="minorVersion">The minor version of Kubernetes 1 that must accept the expression.</param>
    /// <param name="hasParams">Whether the policy has a parameter kind.</param>
    public static CelEnvironment Admission(int minorVersion = NewestMinorVersion, bool hasParams = true)
    {
        CelEnvironment environment = Base(minorVersion)
            .WithVariable("object", CelType.Dyn)
            .WithVariable("oldObject", CelType.Dyn)
            .WithVariable("request", AdmissionTypes.Request)
            .WithVariable("namespaceObject", AdmissionTypes.Namespace);
        return hasParams ? environment.WithVariable("params", CelType.Dyn) : environment;
    }
}
