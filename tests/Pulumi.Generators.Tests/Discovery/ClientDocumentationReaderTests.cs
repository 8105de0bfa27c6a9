using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;
using Pulumi.Generators.Discovery;

namespace Pulumi.Generators.Tests.Discovery;

public sealed class ClientDocumentationReaderTests
{
    // name, what is inside <member>, expected summary
    public static TheoryData<string, string, string> Summaries => new()
    {
        { "one line", "<summary>A pod.</summary>", "A pod." },
        { "indented", "\n   <summary>\n   A pod\n   that runs.\n   </summary>\n", "A pod\nthat runs." },
        { "paragraphs", "<summary>\r\n  First.\r\n  \r\n  Second.\r\n</summary>", "First.\n\nSecond." },
        { "entities", "<summary>0 &lt; x &amp; it&apos;s &quot;TCP&quot;</summary>", "0 < x & it's \"TCP\"" },
        { "reference", "<summary>The <see cref=\"T:k8s.Models.V1ListMeta\"/> of it.</summary>", "The V1ListMeta of it." },
        { "no summary", "<remarks>Nothing.</remarks>", "" },
        { "empty summary", "<summary/>", "" },
        { "other elements", "<typeparam name=\"T\">Type</typeparam><summary>A pod.</summary>", "A pod." },
    };

    [Theory, MemberData(nameof(Summaries))]
    public void Read_Member_GivesItsSummary(string name, string member, string expected)
    {
        ImmutableDictionary<string, string> summaries = Read($"<doc><members><member name=\"T:k8s.Models.V1Pod\">{member}</member></members></doc>");

        Assert.True(summaries.TryGetValue("V1Pod", out string? actual), name);
        Assert.Equal(expected, actual);
    }

    [Fact]
    public void Read_WholeFile_TakesTypesAndPropertiesOfModelsOnly()
    {
        ImmutableDictionary<string, string> summaries = Read("""
            <doc>
                <members>
                    <member name="T:k8s.Kubernetes"><summary>The client.</summary></member>
                    <member name="M:k8s.Models.V1Pod.Validate"><summary>A method.</summary></member>
                    <member name="T:k8s.Models.V1Pod"><summary>A pod.</summary></member>
                    <member name="P:k8s.Models.V1Pod.Spec"><summary>What it runs.</summary></member>
                </members>
            </doc>
            """);

        Assert.Equal(
            [KeyValuePair.Create("V1Pod", "A pod."), KeyValuePair.Create("V1Pod.Spec", "What it runs.")],
            summaries.OrderBy(summary => summary.Key, StringComparer.Ordinal));
    }

    private static ImmutableDictionary<string, string> Read(string xml) =>
        ClientDocumentationReader.Read(SourceText.From(xml), TestContext.Current.CancellationToken);
}
