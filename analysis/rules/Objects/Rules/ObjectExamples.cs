using Rampart.Rules.Findings;

namespace Rampart.Rules.Objects.Rules;

/// <summary>Examples for the rules about what an object has to be.</summary>
internal static class ObjectExamples
{
    public static readonly NumberedExample[] All =
    [
        new(
            "RMP1201",
            """
            apiVersion: extensions/v1beta1
            kind: Ingress
            """,
            """
            apiVersion: networking.k8s.io/v1
            kind: Ingress
            """),
        new(
            "RMP1202",
            """
            kind: Pod
            spec:
              container: [{name: app}]
            """,
            """
            kind: Pod
            spec:
              containers: [{name: app}]
            """),
        new(
            "RMP1203",
            """
            hostNetwork: "false"
            """,
            """
            hostNetwork: false
            """),
        new(
            "RMP1204",
            """
            containers:
            - name: app
              securityContext: {readOnlyRootFileSystem: true}
            """,
            """
            containers:
            - name: app
              securityContext: {readOnlyRootFilesystem: true}
            """),
        new(
            "RMP1205",
            """
            kind: ConfigMap
            metadata: {name: app, namespace: shop}
            ---
            kind: ConfigMap
            metadata: {name: app, namespace: shop}
            """,
            """
            kind: ConfigMap
            metadata: {name: app, namespace: shop}
            ---
            kind: ConfigMap
            metadata: {name: other, namespace: shop}
            """),
        new(
            "RMP4071",
            """
            kind: ConfigMap
            metadata:
              name: My_Settings
            """,
            """
            kind: ConfigMap
            metadata:
              name: my-settings
            """,
            "The API server rejects the object as it is."),
    ];
}
