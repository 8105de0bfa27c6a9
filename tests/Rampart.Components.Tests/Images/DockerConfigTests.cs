using Rampart.Components.Images;

namespace Rampart.Components.Tests.Images;

public sealed class DockerConfigTests
{
    [Fact]
    public void Write_WithEmail_HasAllMembers() => Assert.Equal(
        """{"auths":{"registry.example.com":{"username":"user","password":"pass:word","email":"user@example.com","auth":"dXNlcjpwYXNzOndvcmQ="}}}""",
        DockerConfig.Write("registry.example.com", "user", "pass:word", "user@example.com"));

    [Fact]
    public void Write_WithoutEmail_LeavesItOut() => Assert.Equal(
        """{"auths":{"registry.example.com":{"username":"user","password":"word","auth":"dXNlcjp3b3Jk"}}}""",
        DockerConfig.Write("registry.example.com", "user", "word", email: null));
}
