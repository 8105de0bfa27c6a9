using Rampart.Cel.Checking;
using Rampart.Cel.Libraries;
using Rampart.Cel.Types;

namespace Rampart.Cel.Kubernetes;

/// <summary>The types of what an admission policy sees beside the object.</summary>
internal static class AdmissionTypes
{
    public static readonly CelType Request = CelType.Object("kubernetes.AdmissionRequest");
    public static readonly CelType Namespace = CelType.Object("kubernetes.Namespace");

    private static readonly CelType UserInfo = CelType.Object("kubernetes.UserInfo");
    private static readonly CelType Kind = CelType.Object("kubernetes.GroupVersionKind");
    private static readonly CelType Resource = CelType.Object("kubernetes.GroupVersionResource");
    private static readonly CelType NamespaceMetadata = CelType.Object("kubernetes.NamespaceMetadata");
    private static readonly CelType NamespaceSpec = CelType.Object("kubernetes.NamespaceSpec");
    private static readonly CelType NamespaceStatus = CelType.Object("kubernetes.NamespaceStatus");
    private static readonly CelType NamespaceCondition = CelType.Object("kubernetes.NamespaceCondition");
    private static readonly CelType Texts = CelType.List(CelType.String), TextMap = CelType.Map(CelType.String, CelType.String);

    public static readonly CelLibrary Library = new()
    {
        Name = "kubernetes.admission",
        Types = [Request, Namespace, UserInfo],
        ObjectTypes =
        [
            Declare(
                Request,
                ("kind", Kind),
                ("resource", Resource),
                ("subResource", CelType.String),
                ("requestKind", Kind),
                ("requestResource", Resource),
                ("requestSubResource", CelType.String),
                ("name", CelType.String),
                ("namespace", CelType.String),
                ("operation", CelType.String),
                ("userInfo", UserInfo),
                ("dryRun", CelType.Bool),
                ("options", CelType.Dyn)),
            Declare(Kind, ("group", CelType.String), ("version", CelType.String), ("kind", CelType.String)),
            Declare(Resource, ("group", CelType.String), ("version", CelType.String), ("resource", CelType.String)),
            Declare(UserInfo, ("username", CelType.String), ("uid", CelType.String), ("groups", Texts), ("extra", CelType.Map(CelType.String, Texts))),
            Declare(Namespace, ("metadata", NamespaceMetadata), ("spec", NamespaceSpec), ("status", NamespaceStatus)),
            Declare(
                NamespaceMetadata,
                ("name", CelType.String),
                ("generateName", CelType.String),
                ("namespace", CelType.String),
                ("labels", TextMap),
                ("annotations", TextMap),
                ("UID", CelType.String),
                ("creationTimestamp", CelType.Timestamp),
                ("deletionGracePeriodSeconds", CelType.Int),
                ("deletionTimestamp", CelType.Timestamp),
                ("generation", CelType.Int),
                ("resourceVersion", CelType.String),
                ("finalizers", Texts)),
            Declare(NamespaceSpec, ("finalizers", Texts)),
            Declare(NamespaceStatus, ("conditions", CelType.List(NamespaceCondition)), ("phase", CelType.String)),
            Declare(NamespaceCondition, ("status", CelType.String), ("type", CelType.String), ("lastTransitionTime", CelType.Timestamp), ("message", CelType.String), ("reason", CelType.String)),
        ],
    };

    private static CelObjectType Declare(CelType type, params (string Name, CelType Type)[] fields)
    {
        Dictionary<string, CelType> byName = fields.ToDictionary(static field => field.Name, static field => field.Type, StringComparer.Ordinal);
        return new CelObjectType(type.Name, (_, field) => byName.GetValueOrDefault(field));
    }
}
