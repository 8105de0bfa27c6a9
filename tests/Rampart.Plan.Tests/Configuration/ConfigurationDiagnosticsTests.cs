using Rampart.Plan.Configuration;
using Rampart.Rules.Diagnostics;

namespace Rampart.Plan.Tests.Configuration;

public sealed class ConfigurationDiagnosticsTests
{
    private const string Typed =
        """
        name: spicedb
        runtime: dotnet
        config:
          replicas: {type: integer, default: 1}
          image: {type: string, default: a}
          debug: {type: boolean, default: false}
          ports: {type: array, items: {type: integer}, default: []}
          hosts: {type: array, items: {type: string}, default: []}
          limits: {type: object, default: {}}
          any: {default: a}
        """;

    // Pulumi.yaml, diagnostics with an empty stack
    public static TheoryData<string, string[]> Projects => new()
    {
        { "", ["Pulumi.yaml: error RMP7005: name: the file is empty; write name: <project> and runtime: dotnet"] },
        { "- a", ["Pulumi.yaml:1:1: error RMP7005: the file holds a list; write key: value on each line"] },
        { "nothing", ["Pulumi.yaml:1:1: error RMP7005: the file holds 'nothing'; write key: value on each line"] },
        { "name: a\n\truntime: b", ["Pulumi.yaml:2:1: error RMP7004: a tab indents this line; indent with spaces"] },
        { "name: a\nname: b", ["Pulumi.yaml:2:1: error RMP7004: the key 'name' is already there, on line 1; keep one of them"] },
        {
            "Name: a",
            [
                "Pulumi.yaml: error RMP7005: name: the project has no name; write name: <project>",
                "Pulumi.yaml:1:1: warning RMP7006: Name: Pulumi knows no such attribute; did you mean 'name'?",
            ]
        },
        { "name: 1", ["Pulumi.yaml:1:7: error RMP7005: name: '1' is not the name of a project; use a text of 1 to 100 letters, digits, '-', '_' and '.'"] },
        { "name: a b", ["Pulumi.yaml:1:7: error RMP7005: name: 'a b' is not the name of a project; use a text of 1 to 100 letters, digits, '-', '_' and '.'"] },
        { "name: a\nruntime: [b]", ["Pulumi.yaml:2:10: error RMP7005: runtime: a list is not a runtime; write runtime: dotnet, or a mapping of name and options"] },
        { "name: a\nruntime: {name: dotnet, binary: b}", ["Pulumi.yaml:2:25: error RMP7006: runtime.binary: Pulumi knows no such attribute; a runtime has name and options"] },
        { "name: a\nmain: [b]", ["Pulumi.yaml:2:7: error RMP7005: main: a list is not a text; write a text, in quotes if it looks like something else"] },
        { "name: a\nresources: {}", ["Pulumi.yaml:2:1: warning RMP7006: resources: Pulumi knows no such attribute; take it out"] },
        { "name: a\nconfig: [b]", ["Pulumi.yaml:2:9: error RMP7005: config: a list is not a mapping of keys; write key: default, or key: {type: …}, on each line"] },
    };

    // what stands under config: in Pulumi.yaml, diagnostics with an empty stack
    public static TheoryData<string, string[]> Declarations => new()
    {
        {
            "a: {type: number, default: 1}",
            ["Pulumi.yaml:3:13: error RMP7007: spicedb:a: 'number' is not a type; write string, integer, boolean, array or object"]
        },
        {
            "a: {typ: string, default: b}",
            ["Pulumi.yaml:3:7: error RMP7006: spicedb:a: Pulumi knows no attribute 'typ' of a declaration; did you mean 'type'?"]
        },
        {
            "a: {minimum: 1, default: b}",
            ["Pulumi.yaml:3:7: error RMP7006: spicedb:a: Pulumi knows no attribute 'minimum' of a declaration; use type, items, description, default, value or secret"]
        },
        {
            "a: {type: array, default: []}",
            ["Pulumi.yaml:3:13: error RMP7007: spicedb:a: the type of the items is missing; add items: {type: …} with string, integer, boolean, array or object"]
        },
        {
            "a: {type: array, items: {}, default: []}",
            ["Pulumi.yaml:3:27: error RMP7007: spicedb:a: the items have no type; write string, integer, boolean, array or object"]
        },
        {
            "a: {default: b, value: c}",
            ["Pulumi.yaml:3:19: error RMP7007: spicedb:a: the declaration has both a default and a value; keep the default if stacks may set the key, the value if not"]
        },
        { "a: {secret: 'yes', default: b}", ["Pulumi.yaml:3:15: error RMP7007: spicedb:a: secret is 'yes'; write secret: true or secret: false"] },
        { "a: {type: string, default: 1.5}", ["Pulumi.yaml:3:30: error RMP7011: spicedb:a: '1.5' is not a string; give a text, in quotes if it looks like something else"] },
        { "a: {type: integer, default: b}", ["Pulumi.yaml:3:31: error RMP7011: spicedb:a: 'b' is not an integer; give a whole number"] },
        { "a: {type: array, items: {type: string}, default: [b, 1]}", ["Pulumi.yaml:3:56: error RMP7011: spicedb:a[1]: '1' is not a string; give a text, in quotes if it looks like something else"] },
        { "a: 1.5", ["Pulumi.yaml:3:6: error RMP7007: spicedb:a: '1.5' is not a default in the short form; write {default: …}, or {} for a key that every stack sets"] },
        { "aws:region: {type: string}", ["Pulumi.yaml:3:16: error RMP7007: aws:region: the key is not in the namespace of the project, so the project can only give it a value; write key: value, or {value: …}"] },
        { "aws:region: {default: a}", ["Pulumi.yaml:3:16: error RMP7007: aws:region: the key is not in the namespace of the project, so the project can only give it a value; write key: value, or {value: …}"] },
        { "a.b: c", ["Pulumi.yaml:3:3: error RMP7008: spicedb:a.b: Pulumi takes the key for a path into another key; declare the first part of the path, with type: object or array"] },
        { "'a:b:c': d", ["Pulumi.yaml:3:3: error RMP7008: a:b:c: this is not a configuration key; write name or namespace:name"] },
        { "1: d", ["Pulumi.yaml:3:3: error RMP7008: 1: this is not a configuration key; write name or namespace:name"] },
        { "a: b\n  spicedb:a: c", ["Pulumi.yaml:4:3: error RMP7009: spicedb:a: the key is already declared on line 3; keep one of them"] },
        { "a: {}", ["Pulumi.dev.yaml: error RMP7012: spicedb:a: the key has no value; give a value in Pulumi.dev.yaml, or with --config a=…"] },
        { "a: {type: integer, description: how many}", ["Pulumi.dev.yaml: error RMP7012: spicedb:a: the key has no value (how many); give an integer in Pulumi.dev.yaml, or with --config a=…"] },
        { "a: {type: string, default: null}", ["Pulumi.dev.yaml: error RMP7012: spicedb:a: the key has no value; give a string in Pulumi.dev.yaml, or with --config a=…"] },
        { "a: {type: string, secret: true}", ["Pulumi.dev.yaml: error RMP7012: spicedb:a: the key has no value; set it with: pulumi config set --secret spicedb:a"] },
        { "a: {type: string, secret: true, default: hunter2}", ["Pulumi.yaml:3:44: error RMP7013: spicedb:a: the value is declared secret and is not encrypted; take the default out, so that each stack has its own"] },
    };

    // Pulumi.dev.yaml, diagnostics with the project above
    public static TheoryData<string, string[]> Stacks => new()
    {
        { "config:\n  replicas: three", ["Pulumi.dev.yaml:2:13: error RMP7011: spicedb:replicas: 'three' is not an integer; give a whole number"] },
        { "config:\n  replicas: 1.5", ["Pulumi.dev.yaml:2:13: error RMP7011: spicedb:replicas: '1.5' is not an integer; give a whole number"] },
        { "config:\n  replicas: 1e3", [] },
        { "config:\n  replicas: '3'", [] },
        { "config:\n  replicas: -3", [] },
        { "config:\n  replicas: 9223372036854775808", ["Pulumi.dev.yaml:2:13: error RMP7011: spicedb:replicas: '9223372036854775808' is not an integer; give a whole number"] },
        { "config:\n  replicas: [1]", ["Pulumi.dev.yaml:2:13: error RMP7011: spicedb:replicas: a list is not an integer; give a whole number"] },
        {
            "config:\n  replicas:",
            [
                "Pulumi.dev.yaml:2:12: error RMP7011: spicedb:replicas: an empty value is not an integer; give a whole number",
                "Pulumi.dev.yaml:2:12: warning RMP7018: spicedb:replicas: the key has no value, which Pulumi takes for an empty text; write \"\" if it is meant to be empty, or take the key out",
            ]
        },
        { "config:\n  debug: yes", ["Pulumi.dev.yaml:2:10: error RMP7011: spicedb:debug: 'yes' is not a boolean; give true or false"] },
        { "config:\n  debug: 'true'", [] },
        { "config:\n  image: {a: b}", ["Pulumi.dev.yaml:2:10: error RMP7011: spicedb:image: a mapping is not a string; give a text, in quotes if it looks like something else"] },
        { "config:\n  image: 1.10", ["Pulumi.dev.yaml:2:10: warning RMP7019: spicedb:image: '1.10' is a number, which the program gets as '1.1'; quote it if it is meant as a text"] },
        { "config:\n  image: 2024-01-02", ["Pulumi.dev.yaml:2:10: error RMP7019: spicedb:image: '2024-01-02' is a date, which Pulumi gives the program in another form; quote it"] },
        { "config:\n  image: 3", [] },
        { "config:\n  any: .inf", ["Pulumi.dev.yaml:2:8: error RMP7021: spicedb:any: '.inf' is no number that JSON can hold; give a finite number, or quote it"] },
        {
            "config:\n  limits:\n    mode: 0644\n    1: a",
            [
                "Pulumi.dev.yaml:3:11: warning RMP7019: spicedb:limits.mode: '0644' is a number, which the program gets as '420'; quote it if it is meant as a text",
                "Pulumi.dev.yaml:4:5: error RMP7008: spicedb:limits.1: the key is not a text; quote the key",
            ]
        },
        { "config:\n  limits: [a]", ["Pulumi.dev.yaml:2:11: error RMP7011: spicedb:limits: a list is not an object; give keys and values"] },
        { "config:\n  ports: a", ["Pulumi.dev.yaml:2:10: error RMP7011: spicedb:ports: 'a' is not a list of integers; give a list of integers, one item after '- ' on each line"] },
        {
            "config:\n  ports:\n  - 1\n  - a\n  - '2'\n  - true\n  hosts: [a, 1]",
            [
                "Pulumi.dev.yaml:4:5: error RMP7011: spicedb:ports[1]: 'a' is not an integer; give a whole number",
                "Pulumi.dev.yaml:6:5: error RMP7011: spicedb:ports[3]: 'true' is not an integer; give a whole number",
                "Pulumi.dev.yaml:7:14: error RMP7011: spicedb:hosts[1]: '1' is not a string; give a text, in quotes if it looks like something else",
            ]
        },
        { "config:\n  replcas: 1", ["Pulumi.dev.yaml:2:12: error RMP7010: spicedb:replcas: Pulumi.yaml declares no such key; did you mean 'spicedb:replicas'?"] },
        { "config:\n  spicedb:colour: {a: b}", ["Pulumi.dev.yaml:2:3: error RMP7010: spicedb:colour: Pulumi.yaml declares no such key; take it out, or declare it under config: in Pulumi.yaml"] },
        { "config:\n  kubernetes:contxt: a", [] },
        { "config:\n  a:b:c: d", ["Pulumi.dev.yaml:2:3: error RMP7008: a:b:c: this is not a configuration key; write name or namespace:name"] },
        { "config:\n  ':a': d", ["Pulumi.dev.yaml:2:3: error RMP7008: :a: this is not a configuration key; write name or namespace:name"] },
        { "config:\n  true: d", ["Pulumi.dev.yaml:2:3: error RMP7008: true: this is not a configuration key; write name or namespace:name"] },
        { "config: [a]", ["Pulumi.dev.yaml:1:9: error RMP7005: config: a list is not a mapping of keys; write key: value on each line"] },
        { "confg:\n  image: a", ["Pulumi.dev.yaml:1:1: warning RMP7006: confg: Pulumi knows no such attribute of a stack; did you mean 'config'?"] },
        { "spicedb:image: a", ["Pulumi.dev.yaml:1:1: warning RMP7006: spicedb:image: Pulumi knows no such attribute of a stack; indent it below config: if it is a configuration key"] },
        { "environment:\n- dev", ["Pulumi.dev.yaml:1:1: warning RMP7020: environment: values from the Pulumi service are not read here; give those that are needed with --config key=value"] },
        { "encryptionsalt: [a]", ["Pulumi.dev.yaml:1:17: error RMP7005: encryptionsalt: a list is not a text; restore the line that Pulumi wrote"] },
        { "config:\n  image: 'a", ["Pulumi.dev.yaml:2:10: error RMP7004: the text that starts here has no closing '; close it with '"] },
        { "config: {}\n---\nconfig: {}", ["Pulumi.dev.yaml:2:1: error RMP7004: a second document starts here; keep one document in this file"] },
        { "a", ["Pulumi.dev.yaml:1:1: error RMP7005: the file holds 'a'; write key: value on each line"] },
    };

    // overrides, diagnostics with the project above
    public static TheoryData<string[], string[]> Overrides => new()
    {
        { ["replicas"], ["--config: error RMP7017: the override has no '='; write --config key=value"] },
        { ["=3"], ["--config: error RMP7017: this is not a configuration key; write name or namespace:name"] },
        { ["a:b:c=3"], ["--config: error RMP7017: a:b:c: this is not a configuration key; write name or namespace:name"] },
        { ["replcas=3"], ["--config: error RMP7010: spicedb:replcas: Pulumi.yaml declares no such key; did you mean 'spicedb:replicas'?"] },
        { ["replicas=three"], ["--config: error RMP7011: spicedb:replicas: 'three' is not an integer; give a whole number"] },
        { ["replicas="], ["--config: error RMP7011: spicedb:replicas: '' is not an integer; give a whole number"] },
        { ["ports=[1, a]"], ["--config: error RMP7011: spicedb:ports[1]: 'a' is not an integer; give a whole number"] },
        { ["ports=[1"], ["--config: error RMP7011: spicedb:ports: '[1' is not a list of integers; give a list of integers, one item after '- ' on each line"] },
        { ["debug=true", "image=1.10"], [] },
    };

    // name of a stack, diagnostics with the stacks dev and prod
    public static TheoryData<string, string> UnknownStacks => new()
    {
        { "prd", "Pulumi.prd.yaml: error RMP7002: there is no stack 'prd'; did you mean 'prod'? The stacks are dev and prod" },
        { "production", "Pulumi.production.yaml: error RMP7002: there is no stack 'production'; use dev or prod" },
        { "../dev", "Pulumi.yaml: error RMP7002: there is no stack '../dev'; use dev or prod" },
        { "", "Pulumi.yaml: error RMP7002: there is no stack ''; use dev or prod" },
    };

    private static IEnumerable<string> Texts(StackConfiguration configuration) => configuration.Diagnostics.Select(diagnostic => diagnostic.ToString());

    [Theory, MemberData(nameof(Projects))]
    public void Load_ProjectFile_TellsWhatIsWrong(string project, string[] diagnostics)
    {
        using ProjectFolder folder = new(project, "config: {}");

        Assert.Equal(diagnostics, Texts(folder.Load()));
    }

    [Theory, MemberData(nameof(Declarations))]
    public void Load_Declaration_TellsWhatIsWrong(string declaration, string[] diagnostics)
    {
        using ProjectFolder folder = new($"name: spicedb\nconfig:\n  {declaration}\n", "");

        Assert.Equal(diagnostics, Texts(folder.Load()));
    }

    [Theory, MemberData(nameof(Stacks))]
    public void Load_StackFile_TellsWhatIsWrong(string stack, string[] diagnostics)
    {
        using ProjectFolder folder = new(Typed, stack);

        Assert.Equal(diagnostics, Texts(folder.Load()));
    }

    [Theory, MemberData(nameof(Overrides))]
    public void Load_Overrides_TellWhatIsWrong(string[] overrides, string[] diagnostics)
    {
        using ProjectFolder folder = new(Typed, "");

        Assert.Equal(diagnostics, Texts(folder.Load(overrides)));
    }

    [Theory, MemberData(nameof(UnknownStacks))]
    public void Load_UnknownStack_ListsStacks(string stack, string diagnostic)
    {
        using ProjectFolder folder = new(ProjectFolder.Open, "");
        folder.Write("Pulumi.prod.yaml", "");

        StackConfiguration configuration = StackConfiguration.Load(folder.Path, stack, [], _ => null);

        Assert.Equal([diagnostic], Texts(configuration));
        Assert.True(configuration.HasErrors);
        Assert.Null(configuration.Stack);
    }

    [Fact]
    public void Load_NoStack_AsksForOne()
    {
        using ProjectFolder folder = new(ProjectFolder.Open);

        Assert.Equal(["Pulumi.dev.yaml: error RMP7002: there is no stack 'dev'; create Pulumi.dev.yaml"], Texts(folder.Load()));
    }

    [Fact]
    public void Load_NoProject_TellsWhereItWasSought()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("rampart-");
        try
        {
            StackConfiguration configuration = StackConfiguration.Load(folder.FullName, "dev", [], _ => null);

            Assert.Equal([$"Pulumi.yaml: error RMP7001: there is none in '{folder.FullName}' or a folder above it; run in the folder of the project"], Texts(configuration));
            Assert.Equal("", configuration.ProjectName);
            Assert.Empty(StackConfiguration.ListStacks(folder.FullName));
        }
        finally
        {
            folder.Delete();
        }
    }

    [Fact]
    public void Load_StackFileThatIsAFolder_IsUnknown()
    {
        using ProjectFolder folder = new(ProjectFolder.Open);
        folder.Write("Pulumi.dev.yaml/file", "");

        Assert.Equal(["Pulumi.dev.yaml: error RMP7002: there is no stack 'dev'; create Pulumi.dev.yaml"], Texts(folder.Load()));
    }

    [Fact]
    public void Load_MistakesInBothFilesAndOverrides_AreToldAtOnceInOrder()
    {
        using ProjectFolder folder = new(
            "name: spicedb\nruntme: dotnet\nconfig:\n  replicas: {type: integer}\n  image: {type: string}\n  debug: {type: bool}\n",
            "config:\n  replicas: three\n  imge: a\n");

        StackConfiguration configuration = folder.Load("bogus");

        Assert.Equal(
            [
                "--config: error RMP7017: the override has no '='; write --config key=value",
                "Pulumi.dev.yaml:1:1: error RMP7012: spicedb:debug: the key has no value; give a value in Pulumi.dev.yaml, or with --config debug=…",
                "Pulumi.dev.yaml:1:1: error RMP7012: spicedb:image: the key has no value; give a string in Pulumi.dev.yaml, or with --config image=…",
                "Pulumi.dev.yaml:2:13: error RMP7011: spicedb:replicas: 'three' is not an integer; give a whole number",
                "Pulumi.dev.yaml:3:9: error RMP7010: spicedb:imge: Pulumi.yaml declares no such key; did you mean 'spicedb:image'?",
                "Pulumi.yaml:2:1: warning RMP7006: runtme: Pulumi knows no such attribute; did you mean 'runtime'?",
                "Pulumi.yaml:6:17: error RMP7007: spicedb:debug: 'bool' is not a type; write string, integer, boolean, array or object",
            ],
            Texts(configuration));
        Assert.Equal(["spicedb:imge", "spicedb:replicas"], configuration.Values.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Load_BothFilesBroken_AreToldAtOnce()
    {
        using ProjectFolder folder = new("name: [", "config: {");

        Assert.Equal(
            [
                "Pulumi.dev.yaml:1:9: error RMP7004: what is opened here has no closing '}'; close it with '}'",
                "Pulumi.yaml:1:7: error RMP7004: what is opened here has no closing ']'; close it with ']'",
            ],
            Texts(folder.Load()));
    }

    [Fact]
    public void HasErrors_OnlyWarnings_IsFalse()
    {
        using ProjectFolder folder = new(ProjectFolder.Open, "config:\n  a: 1.10\n");

        StackConfiguration configuration = folder.Load();

        Assert.Equal([DiagnosticSeverity.Warning], configuration.Diagnostics.Select(diagnostic => diagnostic.Severity));
        Assert.False(configuration.HasErrors);
    }

    [Fact]
    public void Load_LongOrManyLinedValue_StaysOnOneShortLine()
    {
        using ProjectFolder folder = new(Typed, $"config:\n  replicas: \"a\\nb{new string('c', 100)}\"\n");

        Assert.Equal([$"Pulumi.dev.yaml:2:13: error RMP7011: spicedb:replicas: 'a b{new string('c', 57)}…' is not an integer; give a whole number"], Texts(folder.Load()));
    }
}
