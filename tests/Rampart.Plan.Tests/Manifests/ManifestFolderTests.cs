using Rampart.Plan.Manifests;
using static Rampart.Plan.Tests.Manifests.Objects;

namespace Rampart.Plan.Tests.Manifests;

public sealed class ManifestFolderTests
{
    [Fact]
    public void Write_SecondTime_RemovesOnlyItsOwnOldFiles()
    {
        string folder = Directory.CreateTempSubdirectory("rampart-").FullName;
        try
        {
            File.WriteAllText(Path.Combine(folder, "notes.yaml"), "mine");

            ManifestFolder.Write(folder, [Manifest("ConfigMap", "a"), Manifest("ConfigMap", "b")], "yaml", Write);
            ManifestFolder.Write(folder, [Manifest("ConfigMap", "b")], "yaml", Write);

            Assert.Equal(
                ["000-configmap-ns-b.yaml", "notes.yaml"],
                Directory.EnumerateFiles(folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Write(Stream stream, Manifest manifest) => ManifestYaml.Write(stream, [manifest]);
}
