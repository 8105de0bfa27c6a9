namespace Rampart.Testing;

/// <summary>Makes the stack of a test when the deployment is ready for it.</summary>
/// <param name="make">Makes the stack.</param>
internal sealed class StackFactory(Func<object> make) : IServiceProvider
{
    public object GetService(Type serviceType) => make();
}
