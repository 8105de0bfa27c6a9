using Rampart.Rules.Identity;

namespace Rampart.Rules.Tests.Identity;

public sealed class SecretNameTests
{
    [Theory]
    [InlineData("PASSWORD")]
    [InlineData("DB_PASSWORD")]
    [InlineData("PGPASSWORD")]
    [InlineData("DB_PASS")]
    [InlineData("DB_PWD")]
    [InlineData("POSTGRES_PASSWORD_1")]
    [InlineData("CLIENT_SECRET")]
    [InlineData("clientSecret")]
    [InlineData("SECRET_KEY_BASE")]
    [InlineData("GITHUB_TOKEN")]
    [InlineData("accessToken")]
    [InlineData("AWS_SECRET_ACCESS_KEY")]
    [InlineData("API_KEY")]
    [InlineData("apiKey")]
    [InlineData("myAPIKey")]
    [InlineData("APIKEY")]
    [InlineData("SPICEDB_GRPC_PRESHARED_KEY")]
    [InlineData("--grpc-preshared-key")]
    [InlineData("credentials.json")]
    [InlineData("db.password")]
    [InlineData("SIGNING_KEY_PEM")]
    [InlineData("AZURE_BATCH_KEY")]
    [InlineData("OCI_CLI_KEY_CONTENT")]
    public void Matches_NameOfASecret_IsTrue(string name) => Assert.True(SecretName.Matches(name));

    [Theory]
    [InlineData("")]
    [InlineData("_")]
    [InlineData("1")]
    [InlineData("PWD")]
    [InlineData("PASS")]
    [InlineData("KEY")]
    [InlineData("CACHE_KEY")]
    [InlineData("MONKEY")]
    [InlineData("COMPASS")]
    [InlineData("MAX_TOKENS")]
    [InlineData("TOKEN_TTL")]
    [InlineData("PASSWORD_FILE")]
    [InlineData("SECRET_NAME")]
    [InlineData("IMAGE_PULL_SECRET")]
    [InlineData("TLS_SECRET")]
    [InlineData("AWS_ACCESS_KEY_ID")]
    [InlineData("PUBLIC_API_KEY")]
    [InlineData("SPICEDB_GRPC_TLS_KEY_PATH")]
    [InlineData("SPICEDB_DATASTORE_CONN_URI")]
    [InlineData("tls.key")]
    [InlineData("OCI_CLI_KEY_FILE")]
    [InlineData("AZURE_KEY_VAULT_NAME")]
    [InlineData("BATCH_KEY")]
    [InlineData("CACHE_CONTENT")]
    public void Matches_AnotherName_IsFalse(string name) => Assert.False(SecretName.Matches(name));

    [Fact]
    public void Matches_NameWithVeryManyWords_LooksAtTheFirst() =>
        Assert.False(SecretName.Matches(string.Concat(Enumerable.Repeat("a_", 1000)) + "password"));
}
