using Pulumi;
using Rampart.WireProgram.Resources;

namespace Rampart.WireProgram.Scenarios;

/// <summary>Functions of the program that the engine calls around its operations.</summary>
internal static class HookScenarios
{
    public static readonly Dictionary<string, Action> All = new()
    {
        ["binding"] = static () =>
        {
            ResourceHook before = new("before", static (_, _) => Task.CompletedTask);
            ResourceHook always = new("always", static (_, _) => Task.CompletedTask, new ResourceHookOptions { OnDryRun = true, IgnoreErrors = true });
            ErrorHook retry = new("retry", static (_, _) => Task.FromResult(true));
            _ = new Echo("echo", new EchoArgs { Text = "a" }, new CustomResourceOptions
            {
                Hooks = new ResourceHookBinding
                {
                    BeforeCreate = [before],
                    AfterCreate = [always, before],
                    BeforeUpdate = [before],
                    AfterUpdate = [always],
                    BeforeDelete = [before],
                    AfterDelete = [always],
                    OnError = [retry],
                },
            });
            _ = new Group("group", new ComponentResourceOptions { Hooks = new ResourceHookBinding { AfterCreate = [always] } });
        },
    };
}
