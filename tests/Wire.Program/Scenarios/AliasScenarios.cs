using Pulumi;
using Pulumi.Utilities;
using Rampart.WireProgram.Resources;

namespace Rampart.WireProgram.Scenarios;

/// <summary>Every form of an alias.</summary>
internal static class AliasScenarios
{
    private const string OldUrn = "urn:pulumi:dev::wire::test:index:Echo::old";

    public static readonly Dictionary<string, Action> All = new()
    {
        ["forms"] = static () =>
        {
            Group group = new("group");
            Add("urn", new Alias { Urn = OldUrn });
            Add("name", new Alias { Name = "old" });
            Add("type", new Alias { Type = "test:index:Old" });
            Add("stack", new Alias { Stack = "production" });
            Add("project", new Alias { Project = "before" });
            Add("parent", new Alias { Parent = group });
            Add("parentUrn", new Alias { ParentUrn = OldUrn });
            Add("noParent", new Alias { NoParent = true });
            Add("empty", new Alias());
            Add("all", new Alias { Name = "old", Type = "test:index:Old", Stack = "production", Project = "before", NoParent = true });
            Add("output", Output.Create(new Alias { Name = Output.Create("old") }));
            _ = new Echo("several", null, new CustomResourceOptions { Aliases = { new Alias { Name = "b" }, new Alias { Name = "a" }, new Alias { Urn = OldUrn } } });
        },
        ["unknown"] = static () => Add("unknown", OutputUtilities.CreateUnknown(new Alias { Name = "old" })),
        ["unknownName"] = static () => Add("unknownName", new Alias { Name = OutputUtilities.CreateUnknown("old") }),
        ["unknownParent"] = static () => Add("unknownParent", new Alias { ParentUrn = OutputUtilities.CreateUnknown("old") }),
        ["components"] = static () =>
        {
            Group group = new("group", new ComponentResourceOptions { Aliases = { new Alias { Name = "oldGroup" }, new Alias { Type = "test:index:OldGroup" } } });
            _ = new Echo("group-child", null, new CustomResourceOptions { Parent = group, Aliases = { new Alias { Name = "oldChild" } } });
            _ = new Echo("plain", null, new CustomResourceOptions { Parent = group });
        },
        ["parents"] = static () =>
        {
            Group outer = new("outer", new ComponentResourceOptions { Aliases = { new Alias { Name = "outerBefore" } } });
            Group inner = new("inner", new ComponentResourceOptions { Parent = outer, Aliases = { new Alias { NoParent = true } } });
            Echo custom = new("custom", null, new CustomResourceOptions { Parent = inner, Aliases = { new Alias { Type = "test:index:Old" } } });
            _ = new Echo("custom-child", null, new CustomResourceOptions { Parent = custom });
            Add("ofCustom", new Alias { Parent = custom });
            Add("ofRemote", new Alias { Parent = new RemoteGroup("remote") });
            Add("ofParentUrnOutput", new Alias { ParentUrn = outer.Urn });
            Add("parentWins", new Alias { Parent = outer, Name = "x", Type = "a:b:C", Stack = "s", Project = "p" });
            _ = new RemoteGroup("remoteAliased", null, new ComponentResourceOptions { Aliases = { new Alias { Name = "old" }, new Alias { Urn = OldUrn } } });
        },
        ["urns"] = static () =>
        {
            Group group = new("group");
            Add("created", new Alias { Urn = "urn:pulumi:dev::wire::test:index:Group$test:index:Echo::x" });
            Observed.Tell("plain", Urn.Create("name", "test:index:Echo"));
            Observed.Tell("inParent", Urn.Create("name", "test:index:Echo", group));
            Observed.Tell("inParentUrn", Urn.Create("name", "test:index:Echo", parentUrn: "urn:pulumi:dev::wire::a:b:C$d:e:F::x"));
            Observed.Tell("elsewhere", Urn.Create(Output.Create("name"), "test:index:Echo", project: "other", stack: "prod"));
        },
        ["moved"] = static () =>
        {
            Group group = new("group");
            _ = new Echo("moved", null, new CustomResourceOptions { Parent = group, Aliases = { new Alias { NoParent = true } } });
            _ = new Echo("fromStack", null, new CustomResourceOptions { Parent = group, Aliases = { new Alias { Parent = group, Name = "other" } } });
        },
    };

    private static void Add(string name, Input<Alias> alias) => _ = new Echo(name, null, new CustomResourceOptions { Aliases = { alias } });
}
