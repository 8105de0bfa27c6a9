using System.Reflection;
using Pulumi.Generators.Model;

namespace Pulumi.Generators.Tests.Model;

public sealed class ModelPurityTests
{
    // A model that held a symbol, a location or a compilation would keep whole compilations alive in the IDE.
    [Fact]
    public void Surface_EveryFieldAtAnyDepth_IsNoRoslynType()
    {
        HashSet<Type> seen = [];

        Walk(typeof(KubernetesSurface), seen);

        Assert.Contains(typeof(KubernetesMember), seen);
        Assert.DoesNotContain(seen, type => type.Namespace?.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal) == true);
    }

    [Fact]
    public void Surface_EveryModel_ComparesByValue()
    {
        HashSet<Type> seen = [];

        Walk(typeof(KubernetesSurface), seen);

        Assert.All(
            seen.Where(type => type.Assembly == typeof(KubernetesSurface).Assembly && !type.IsEnum),
            type => Assert.True(typeof(IEquatable<>).MakeGenericType(type).IsAssignableFrom(type), type.Name));
    }

    private static void Walk(Type type, HashSet<Type> seen)
    {
        if (!seen.Add(type))
        {
            return;
        }

        foreach (Type argument in type.GetGenericArguments())
        {
            Walk(argument, seen);
        }

        if (type.Assembly == typeof(KubernetesSurface).Assembly)
        {
            foreach (FieldInfo field in type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic))
            {
                Walk(field.FieldType, seen);
            }
        }
    }
}
