using Pulumi;
using Pulumi.Kubernetes.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;

namespace Rampart.Testing.Tests;

/// <summary>A failure says in its first line what failed and where, and has the program's own exception for its cause.</summary>
public sealed class ProgramFailureTests
{
    private static readonly PlanSettings Shop = new() { ProjectName = "shop" };

    [Fact]
    public async Task PlanAsync_ExceptionOfTheProgram_IsTheCause()
    {
        InvalidOperationException thrown = new("there are no shards");

        ProgramFailedException error = await FailAsync(() => throw thrown);

        Assert.Equal("there are no shards", error.Message);
        Assert.Same(thrown, error.InnerException);
    }

    [Fact]
    public async Task PlanAsync_MissingConfiguration_IsToldAsTheSdkTellsIt()
    {
        ProgramFailedException error = await FailAsync(static () => new Config().RequireInt32("replicas"));

        Assert.StartsWith("Missing Required configuration variable 'shop:replicas'\n", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PlanAsync_ExceptionOfAComponent_NamesIt()
    {
        ProgramFailedException error = await FailAsync(static () => _ = new Shards("shards", failsLate: false));

        Assert.Equal("Shards: there are no shards", error.Message);
        Assert.IsType<ArgumentException>(error.InnerException);
    }

    [Fact]
    public async Task PlanAsync_ExceptionOfAStack_NamesIt()
    {
        ProgramFailedException error = await Assert.ThrowsAsync<ProgramFailedException>(() => RampartTest.PlanAsync<ShopStack>(Shop));

        Assert.Equal("ShopStack: there are no shards", error.Message);
    }

    [Fact]
    public async Task PlanAsync_ExceptionInApply_NamesTheComponent()
    {
        ProgramFailedException error = await FailAsync(static () => _ = new Shards("shards", failsLate: true));

        Assert.Equal("Shards: there are no shards", error.Message);
        Assert.IsType<ArgumentException>(error.InnerException);
    }

    [Fact]
    public async Task PlanAsync_ExceptionOfAResource_NamesItsUrn()
    {
        ProgramFailedException error = await FailAsync(static () =>
        {
            Namespace place = new("place");
            Log.Error("there are no shards", place);
        });

        Assert.Equal("urn:pulumi:test::shop::kubernetes:core/v1:Namespace::place: there are no shards", error.Message);
        Assert.Null(error.InnerException);
    }

    [Fact]
    public async Task PlanAsync_SeveralExceptions_AreToldOneByOne()
    {
        ProgramFailedException error = await FailAsync(static () =>
            throw new AggregateException(new InvalidOperationException("one"), new AggregateException(new InvalidOperationException("two"))));

        Assert.Equal("one\ntwo", error.Message);
        Assert.Equal("one", error.InnerException!.Message);
    }

    [Fact]
    public async Task PlanAsync_ExceptionWithASecret_HidesIt()
    {
        PlanSettings settings = Shop with { Config = new Dictionary<string, string> { ["key"] = "correct-horse" }, SecretKeys = ["key"] };

        ProgramFailedException error = await Assert.ThrowsAsync<ProgramFailedException>(() => RampartTest.PlanAsync(
            static () => throw new InvalidOperationException($"cannot log in with {new Config().Require("key")}"), settings));

        Assert.Equal("cannot log in with [secret]", error.Message);
        Assert.DoesNotContain("correct-horse", error.ToString(), StringComparison.Ordinal);
    }

    private static Task<ProgramFailedException> FailAsync(Action program) =>
        Assert.ThrowsAsync<ProgramFailedException>(() => RampartTest.PlanAsync(program, Shop));

    private sealed class ShopStack : Stack
    {
        public ShopStack() => throw new InvalidOperationException("there are no shards");
    }

    private sealed class Shards : ComponentResource
    {
        public Shards(string name, bool failsLate)
            : base("shop:shards:Shards", name)
        {
            if (!failsLate)
            {
                throw new ArgumentException("there are no shards");
            }

            _ = new ConfigMap(name, new ConfigMapArgs { Data = { ["count"] = Output.Create(0).Apply(CountOf) } }, new CustomResourceOptions { Parent = this });
        }

        private static string CountOf(int count) => count > 0 ? "some" : throw new ArgumentException("there are no shards");
    }
}
