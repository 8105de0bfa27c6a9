using Rampart.Components.Images;

namespace Rampart.Components.Tests.Images;

public sealed class ImageVersionTests
{
    private const string Digest = "@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

    // image, label
    public static TheoryData<string, string> Images => new()
    {
        { "authzed/spicedb:v1.56.0", "v1.56.0" },
        { "authzed/spicedb:v1.56.0" + Digest, "v1.56.0" },
        { "authzed/spicedb" + Digest, "0123456789ab" },
        { "authzed/spicedb", "latest" },
        { "authzed/spicedb:_1.0-", "1.0" },
        { "authzed/spicedb:___", "unknown" },
        { "authzed/spicedb:" + new string('a', 62) + "-b", new string('a', 62) },
        { "not an image", "unknown" },
    };

    [Theory]
    [MemberData(nameof(Images))]
    public void Label_Image_IsAValidLabelValue(string image, string label) => Assert.Equal(label, ImageVersion.Label(image));
}
