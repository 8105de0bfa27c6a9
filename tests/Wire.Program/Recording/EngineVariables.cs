namespace Rampart.WireProgram.Recording;

/// <summary>What a language host would put into the environment of a program.</summary>
public static class EngineVariables
{
    /// <summary>The variables for a run against a <see cref="ScriptedEngine"/>.</summary>
    public static Dictionary<string, string> Create(string address, bool isPreview) => new()
    {
        ["PULUMI_MONITOR"] = address,
        ["PULUMI_ENGINE"] = address,
        ["PULUMI_ORGANIZATION"] = "acme",
        ["PULUMI_PROJECT"] = ScriptedEngine.Project,
        ["PULUMI_STACK"] = ScriptedEngine.Stack,
        ["PULUMI_ROOT_DIRECTORY"] = "/project",
        ["PULUMI_PWD"] = "/project",
        ["PULUMI_DRY_RUN"] = isPreview ? "true" : "false",
        ["PULUMI_QUERY_MODE"] = "false",
        ["PULUMI_PARALLEL"] = "16",
        ["PULUMI_CONFIG"] = """{"wire:text":"a text","wire:number":"3","wire:list":"[1,2]","wire:password":"hunter2","other:flag":"true"}""",
        ["PULUMI_CONFIG_SECRET_KEYS"] = """["wire:password"]""",
    };
}
