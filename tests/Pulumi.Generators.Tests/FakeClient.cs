using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Pulumi.Generators.Tests;

/// <summary>A small assembly that looks like KubernetesClient.</summary>
internal static class FakeClient
{
    public const string Models = """
        [KubernetesEntity(Kind = "Widget", Group = "apps", ApiVersion = "v1", PluralName = "widgets")]
        public class V1Widget
        {
            [JsonPropertyName("apiVersion")] public string ApiVersion { get; set; }
            [JsonPropertyName("kind")] public string Kind { get; set; }
            [JsonPropertyName("metadata")] public V1ObjectMeta Metadata { get; set; }
            [JsonPropertyName("spec")] public V1WidgetSpec Spec { get; set; }
            [JsonPropertyName("status")] public V1WidgetStatus Status { get; set; }
        }

        [KubernetesEntity(Kind = "WidgetList", Group = "apps", ApiVersion = "v1", PluralName = "widgets")]
        public class V1WidgetList
        {
            [JsonPropertyName("items")] public IList<V1Widget> Items { get; set; }
            [JsonPropertyName("metadata")] public V1ObjectMeta Metadata { get; set; }
        }

        [KubernetesEntity(Kind = "Widget", Group = "apps", ApiVersion = "v1beta1", PluralName = "widgets")]
        public class V1beta1Widget
        {
            [JsonPropertyName("metadata")] public V1ObjectMeta Metadata { get; set; }
        }

        [KubernetesEntity(Kind = "Crate", Group = "", ApiVersion = "v1", PluralName = "crates")]
        public class V1Crate
        {
            [JsonPropertyName("metadata")] public V1ObjectMeta Metadata { get; set; }
            [JsonPropertyName("contents")] public IDictionary<string, byte[]> Contents { get; set; }
            [JsonPropertyName("label")] public V1Label Label { get; set; }
        }

        public class V1ObjectMeta
        {
            [JsonPropertyName("name")] public string Name { get; set; }
            [JsonPropertyName("labels")] public IDictionary<string, string> Labels { get; set; }
        }

        public class V1WidgetSpec
        {
            [JsonPropertyName("replicas")] public int Replicas { get; set; }
            [JsonPropertyName("weight")] public long? Weight { get; set; }
            [JsonPropertyName("x-kubernetes-tag")] public bool? Tag { get; set; }
            [JsonPropertyName("widgetSpec")] public string WidgetSpec { get; set; }
            [JsonPropertyName("label")] public V1Label Label { get; set; }
            public string WithoutWireName { get; set; }
        }

        public class V1WidgetStatus
        {
            [JsonPropertyName("ready")] public double? Ready { get; set; }
            [JsonPropertyName("since")] public DateTime? Since { get; set; }
        }

        public class V1Label
        {
            [JsonPropertyName("text")] public string Text { get; set; }
        }
        """;

    private const string Header = """
        using System;
        using System.Collections.Generic;
        using System.Text.Json.Serialization;
        using k8s.Models;

        namespace System.Text.Json.Serialization
        {
            public sealed class JsonPropertyNameAttribute(string name) : Attribute { public string Name => name; }
        }

        namespace k8s.Models
        {
            public sealed class KubernetesEntityAttribute : Attribute
            {
                public string Kind { get; set; }
                public string Group { get; set; }
                public string ApiVersion { get; set; }
                public string PluralName { get; set; }
            }
        }

        namespace k8s.Models
        {
        """;

    public static PortableExecutableReference Reference { get; } = Compile(Models);

    /// <summary>An assembly with these models.</summary>
    public static PortableExecutableReference Compile(string models)
    {
        CSharpCompilation compilation = CSharpCompilation.Create(
            "KubernetesClient",
            [CSharpSyntaxTree.ParseText(Header + models + "}")],
            [MetadataReference.CreateFromFile(typeof(object).Assembly.Location)],
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        using MemoryStream image = new();
        Assert.Empty(compilation.Emit(image).Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        return MetadataReference.CreateFromImage(image.ToArray(), filePath: "KubernetesClient.dll");
    }

    /// <summary>XML documentation with one summary per member.</summary>
    public static InMemoryText Documentation(params IEnumerable<(string Member, string Summary)> summaries) => new(
        "KubernetesClient.xml",
        $"<doc><members>\n{string.Concat(summaries.Select(Member))}</members></doc>");

    private static string Member((string Name, string Summary) member) => $"""
        <member name="{member.Name}">
            <summary>
            {member.Summary}
            </summary>
        </member>

        """;
}
