using Rampart.Rules.Findings;

namespace Rampart.Rules.Images.Rules;

/// <summary>Examples for the rules about images.</summary>
internal static class ImageExamples
{
    public static readonly NumberedExample[] All =
    [
        new(
            "RMP2001",
            """
            containers:
            - name: app
              image: Registry.example.com/App:v1.2.3
            """,
            """
            containers:
            - name: app
              image: registry.example.com/app:v1.2.3
            """),
        new(
            "RMP2002",
            """
            containers:
            - name: app
              image: registry.example.com/app:latest
            """,
            """
            containers:
            - name: app
              image: registry.example.com/app:v1.2.3
            """,
            "Nothing is updated any more by a restart alone: raise the tag with each release."),
        new(
            "RMP2003",
            """
            containers:
            - name: app
              image: registry.example.com/app:v1.2.3-debug
            """,
            """
            containers:
            - name: app
              image: registry.example.com/app:v1.2.3
            """,
            "Scripts and probes that call a shell, which images for production often lack."),
        new(
            "RMP2004",
            """
            containers:
            - name: app
              image: registry.example.com/app:v1.2.3
            """,
            """
            containers:
            - name: app
              image: registry.example.com/app:v1.2.3@sha256:2d9e4a5c8f6b1a3d7c0e5f4b9a8d6c3e1f2a7b5d4c6e8f9a0b1c2d3e4f5a6b7c
            """,
            "Digests of one architecture only; take that of the index where nodes differ."),
        new(
            "RMP2005",
            """
            containers:
            - name: app
              image: docker.io/library/nginx:1.27.3
            """,
            """
            containers:
            - name: app
              image: registry.example.com/nginx:1.27.3
            """,
            "With allowedRegistries [registry.example.com]. Nodes need access to the allowed registry, and a pull secret where it asks for one."),
        new(
            "RMP2006",
            """
            containers:
            - name: app
              image: nginx:1.27.3
            """,
            """
            containers:
            - name: app
              image: docker.io/library/nginx:1.27.3
            """),
        new(
            "RMP2011",
            """
            containers:
            - name: app
              image: registry.example.com/app:v1.2.3
              imagePullPolicy: always
            """,
            """
            containers:
            - name: app
              image: registry.example.com/app:v1.2.3
              imagePullPolicy: Always
            """),
        new(
            "RMP2012",
            """
            containers:
            - name: app
              image: registry.example.com/app:v1.2.3
              imagePullPolicy: Never
            """,
            """
            containers:
            - name: app
              image: registry.example.com/app:v1.2.3
              imagePullPolicy: Always
            """,
            "Nodes into which the image was loaded by hand: they now need the registry."),
        new(
            "RMP2013",
            """
            containers:
            - name: app
              image: registry.example.com/app:v1.2.3
              imagePullPolicy: IfNotPresent
            """,
            """
            containers:
            - name: app
              image: registry.example.com/app:v1.2.3
              imagePullPolicy: Always
            """,
            "Pods start only while the registry answers."),
        new(
            "RMP2021",
            """
            imagePullSecrets: [{}]
            """,
            """
            imagePullSecrets: [{name: registry}]
            """),
        new(
            "RMP2022",
            """
            imagePullSecrets: [{name: registry}]
            ---
            kind: Secret
            metadata: {name: registry, namespace: shop}
            type: Opaque
            """,
            """
            imagePullSecrets: [{name: registry}]
            ---
            kind: Secret
            metadata: {name: registry, namespace: shop}
            type: kubernetes.io/dockerconfigjson
            """),
        new(
            "RMP2031",
            """
            containers:
            - name: spicedb
              image: docker.io/authzed/spicedb:v1.30.0
            """,
            """
            containers:
            - name: spicedb
              image: docker.io/authzed/spicedb:v1.57.1
            """,
            "Migrations of the datastore: read the notes of each release in between."),
    ];
}
