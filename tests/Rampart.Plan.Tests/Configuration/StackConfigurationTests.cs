using Rampart.Plan.Configuration;

namespace Rampart.Plan.Tests.Configuration;

public sealed class StackConfigurationTests
{
    // name, value in the stack file, text that the program gets
    public static TheoryData<string, string, string> Values => new()
    {
        { "text", "a", "a" },
        { "quoted number", "'1.10'", "1.10" },
        { "integer", "3", "3" },
        { "boolean", "True", "true" },
        { "word of YAML 1.1", "yes", "yes" },
        { "several lines", "|\n    a\n    b\n", "a\nb\n" },
        { "empty text", "\"\"", "" },
        { "list", "[a, 1, true, null, 1.5, '2']", "[\"a\",1,true,null,1.5,\"2\"]" },
        { "empty list", "[]", "[]" },
        { "object, keys in order", "{b: {d: 1, c: 2}, a: []}", "{\"a\":[],\"b\":{\"c\":2,\"d\":1}}" },
        { "escapes as in Go", "['<a href=\"x\">&\\', \"\\n\\t\\u0001\\u2028é😀\"]", "[\"\\u003ca href=\\\"x\\\"\\u003e\\u0026\\\\\",\"\\n\\t\\u0001\\u2028é😀\"]" },
        { "alias and merge", "{a: &x {b: 1}, c: {<<: *x, d: 2}}", "{\"a\":{\"b\":1},\"c\":{\"b\":1,\"d\":2}}" },
        { "more than secure", "{secure: a, b: c}", "{\"b\":\"c\",\"secure\":\"a\"}" },
        { "secure without text", "{secure: [a]}", "{\"secure\":[\"a\"]}" },
    };

    // key in the stack file, full key
    public static TheoryData<string, string> Keys => new()
    {
        { "replicas", "spicedb:replicas" },
        { "spicedb:replicas", "spicedb:replicas" },
        { "spicedb:config:replicas", "spicedb:replicas" },
        { "kubernetes:context", "kubernetes:context" },
        { "pulumi:disable-default-providers", "pulumi:disable-default-providers" },
    };

    [Theory, MemberData(nameof(Values))]
    public void Load_Value_BecomesText(string name, string yaml, string text)
    {
        using ProjectFolder folder = new(ProjectFolder.Open, $"config:\n  spicedb:value: {yaml}\n");

        StackConfiguration configuration = folder.Load();

        Assert.True(configuration.Diagnostics.Count == 0, name);
        Assert.Equal(text, configuration.Values["spicedb:value"].Text);
        Assert.False(configuration.Values["spicedb:value"].IsSecret);
    }

    [Theory, MemberData(nameof(Keys))]
    public void Load_Key_GetsNamespace(string key, string full)
    {
        using ProjectFolder folder = new(ProjectFolder.Open, $"config:\n  {key}: 3\n");

        StackConfiguration configuration = folder.Load();

        Assert.Equal([full], configuration.Values.Keys);
        Assert.Empty(configuration.Diagnostics);
    }

    [Fact]
    public void Load_DefaultsStackAndOverrides_LaterWins()
    {
        using ProjectFolder folder = new(
            """
            name: spicedb
            config:
              replicas: {type: integer, default: 1}
              image: a
              ports: [1, 2]
              host: {type: string, default: none}
              aws:region: eu-west-1
              aws:profile: {value: main}
            """,
            "config:\n  image: b\n  host: c\n");

        StackConfiguration configuration = folder.Load("host=d", "spicedb:host=e=f", "other:key=g", "aws:profile=dev");

        Assert.Empty(configuration.Diagnostics);
        Assert.Equal(("spicedb", "dev"), (configuration.ProjectName, configuration.StackName));
        Assert.Equal(
            [
                "aws:profile=dev --config:0", "aws:region=eu-west-1 Pulumi.yaml:7", "other:key=g --config:0", "spicedb:host=e=f --config:0",
                "spicedb:image=b Pulumi.dev.yaml:2", "spicedb:ports=[1,2] Pulumi.yaml:5", "spicedb:replicas=1 Pulumi.yaml:3",
            ],
            configuration.Values.Values.OrderBy(value => value.Key, StringComparer.Ordinal).Select(value => $"{value.Key}={value.Text} {value.Location.File}:{value.Location.Line}"));
    }

    [Fact]
    public void Load_OverrideOfListOrObject_IsReadAsJsonOrYaml()
    {
        using ProjectFolder folder = new(
            "name: spicedb\nconfig:\n  images: {type: array, items: {type: string}}\n  limits: {type: object}\n  note: {type: string}\n", "config: {}");

        StackConfiguration configuration = folder.Load("images=[\"a\", 'b']", "limits={cpu: 2}", "note=[a]");

        Assert.Empty(configuration.Diagnostics);
        Assert.Equal(
            ["[\"a\",\"b\"]", "{\"cpu\":2}", "[a]"],
            [configuration.Values["spicedb:images"].Text, configuration.Values["spicedb:limits"].Text, configuration.Values["spicedb:note"].Text]);
    }

    [Fact]
    public void Load_FolderBelowTheProject_FindsIt()
    {
        using ProjectFolder folder = new(ProjectFolder.Open + "main: infra\ndescription: A database.\n", "config:\n  a: b\n");
        folder.Write("infra/deep/file.txt", "");

        StackConfiguration configuration = StackConfiguration.Load(Path.Join(folder.Path, "infra", "deep"), "dev", [], _ => null);

        Assert.Empty(configuration.Diagnostics);
        Assert.Equal("b", configuration.Values["spicedb:a"].Text);
        Assert.Equal(
            (folder.Path, "infra", "dotnet", "A database.", "Pulumi.dev.yaml"),
            (configuration.Project!.Folder, configuration.Project.Main, configuration.Project.Runtime, configuration.Project.Description, configuration.Stack!.FileName));
    }

    [Theory]
    [InlineData("stackConfigDir: stacks/all\n")]
    [InlineData("config: stacks/all\n")]
    public void Load_StackFolderOfItsOwn_IsUsed(string attribute)
    {
        using ProjectFolder folder = new(ProjectFolder.Open + attribute);
        folder.Write("stacks/all/Pulumi.dev.yaml", "config:\n  a: b\n  a b: c\n  spicedb:a: d\n");

        StackConfiguration configuration = folder.Load();

        Assert.Equal(["dev"], StackConfiguration.ListStacks(folder.Path));
        Assert.Equal(
            ["stacks/all/Pulumi.dev.yaml:4:3: error RMP7009: spicedb:a: the key is already set on line 2; keep one of them"],
            configuration.Diagnostics.Select(diagnostic => diagnostic.ToString()));
    }

    [Fact]
    public void Load_RuntimeWithOptions_IsKept()
    {
        using ProjectFolder folder = new("name: spicedb\nruntime:\n  name: dotnet\n  options: {binary: bin/infra.dll}\n", "");

        ProjectFile project = folder.Load().Project!;

        Assert.Equal(("dotnet", "{binary: bin/infra.dll}"), (project.Runtime, Rampart.Yaml.Tests.YamlDump.Write(project.RuntimeOptions)));
    }

    [Fact]
    public void Load_EmptyStackFile_HasNoValues()
    {
        foreach (string text in (string[])["", "# nothing\n", "config:\n", "config: {}\n"])
        {
            using ProjectFolder folder = new(ProjectFolder.Open, text);

            StackConfiguration configuration = folder.Load();

            Assert.Empty(configuration.Values);
            Assert.Empty(configuration.Diagnostics);
        }
    }

    [Fact]
    public void Load_Json_IsReadToo()
    {
        using ProjectFolder folder = new(ProjectFolder.Open);
        folder.Write("Pulumi.json", "{\n\t\"name\": \"spicedb\",\n\t\"runtime\": \"dotnet\"\n}\n");
        folder.Write("Pulumi.dev.json", "{\"config\": {\"a\": {\"b\": [1, \"\\u00e9\"]}}}");

        StackConfiguration configuration = folder.Load();

        Assert.Equal("{\"b\":[1,\"é\"]}", configuration.Values["spicedb:a"].Text);
    }

    [Fact]
    public void ListStacks_FilesOfStacks_InOrder()
    {
        using ProjectFolder folder = new(ProjectFolder.Open, "");
        folder.Write("Pulumi.prod.yaml", "");
        folder.Write("Pulumi.Test-1.yaml", "");
        folder.Write("Pulumi.old.yml", "");
        folder.Write("Pulumi.a b.yaml", "");
        folder.Write("Other.dev.yaml", "");
        folder.Write("deep/Pulumi.deep.yaml", "");

        Assert.Equal(["Test-1", "dev", "prod"], StackConfiguration.ListStacks(folder.Path));
    }

    [Fact]
    public void FindDeclaration_DeclaredKey_HasWhatTheFileSays()
    {
        using ProjectFolder folder = new(
            "name: spicedb\nconfig:\n  images:\n    type: array\n    items: {type: array, items: {type: integer}}\n    description: pinned\n  key: {secret: true}\n", "");

        ProjectFile project = folder.Load().Project!;
        ConfigDeclaration images = project.FindDeclaration("spicedb:images")!, key = project.FindDeclaration("spicedb:key")!;

        Assert.Equal(("a list of lists of integers", "pinned", false, false), (images.Type!.ToString(), images.Description, images.IsSecret, images.HasValue));
        Assert.Equal((null, null, true, false), (key.Type, key.Description, key.IsSecret, key.HasValue));
        Assert.Equal(new SourceLocation("Pulumi.yaml", 3, 3), images.Location);
        Assert.Null(project.FindDeclaration("spicedb:other"));
    }
}
