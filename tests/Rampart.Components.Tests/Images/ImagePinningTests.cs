using Rampart.Components.Images;

namespace Rampart.Components.Tests.Images;

public sealed class ImagePinningTests
{
    private const string Digest = "@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";
    private const string Fix = "give registry/name:v1.2.3 or, safer, registry/name:v1.2.3@sha256:…";

    public static TheoryData<string> Pinned =>
    [
        "authzed/spicedb:v1.56.0",
        "authzed/spicedb" + Digest,
        "authzed/spicedb:latest" + Digest,
        "registry:5000/spicedb:v1",
    ];

    // image, id, problem, fix
    public static TheoryData<string, string, string, string> Loose => new()
    {
        { "authzed/spicedb", "RMP2002", "'authzed/spicedb' has no tag, which means 'latest'", Fix },
        { "registry:5000/spicedb", "RMP2002", "'registry:5000/spicedb' has no tag, which means 'latest'", Fix },
        { "authzed/spicedb:latest", "RMP2002", "'authzed/spicedb:latest' has the tag 'latest', which moves", Fix },
        {
            "authzed/spicedb:v1.56.0-debug", "RMP2003", "'authzed/spicedb:v1.56.0-debug' is a debug image, which has a shell",
            "take the tag without 'debug'"
        },
        {
            "authzed/spicedb:v1-debug" + Digest, "RMP2003", $"'authzed/spicedb:v1-debug{Digest}' is a debug image, which has a shell",
            "take the tag without 'debug'"
        },
        { "", "RMP2001", "'' is not an image reference: it is empty", Fix },
    };

    [Theory]
    [MemberData(nameof(Pinned))]
    public void Check_Pinned_FindsNothing(string image) => Assert.Null(ImagePinning.Check(image));

    [Theory]
    [MemberData(nameof(Loose))]
    public void Check_Loose_SaysWhatIsWrong(string image, string id, string problem, string fix)
        => Assert.Equal(new ImagePinning(id, problem, fix), ImagePinning.Check(image));
}
