using Rampart.Components.Workloads;
using Rampart.Tests.Shared;
using Rampart.Tests.Shared.Mocks;

namespace Rampart.Components.Tests.Workloads;

public sealed class HardenedJobTests
{
    [Fact]
    public async Task Define_Image_RegistersEveryChildUnderTheComponent()
    {
        Recording recording = await Recording.OfAsync(options => _ = new HardenedJob("import", Import(), options));

        Assert.Equal(
            """
            kubernetes:batch/v1:Job import < import
            kubernetes:core/v1:ServiceAccount import < import
            kubernetes:networking.k8s.io/v1:NetworkPolicy import < import
            rampart:workloads:HardenedJob import < -
            """,
            recording.Tree);
    }

    [Fact]
    public async Task Define_Image_GivesTheDocumentedDefaults()
    {
        Recording recording = await Recording.OfAsync(options => _ = new HardenedJob("import", Import(), options));

        GoldenFile.Verify("hardened-job.txt", recording.Objects + "\n");
    }

    [Fact]
    public async Task Define_OwnLimits_AreKept()
    {
        HardenedJobArgs args = Import();
        args.Network = null;
        args.BackoffLimit = 0;
        args.ActiveDeadlineSeconds = 30;
        args.TtlSecondsAfterFinished = 60;

        Recording recording = await Recording.OfAsync(options => _ = new HardenedJob("import", args, options));

        Assert.Equal("0", recording.Json("kubernetes:batch/v1:Job", "import", "spec/backoffLimit"));
        Assert.Equal("30", recording.Json("kubernetes:batch/v1:Job", "import", "spec/activeDeadlineSeconds"));
        Assert.Equal("60", recording.Json("kubernetes:batch/v1:Job", "import", "spec/ttlSecondsAfterFinished"));
    }

    private static HardenedJobArgs Import() => new()
    {
        Namespace = "shop",
        Image = "ghcr.io/shop/import:v1.2.3",
        Arguments = { "import", "all" },
    };
}
