using System.Text;
using Rampart.Plan.ManifestFiles;
using Rampart.Protocol.Values;
using Rampart.Rules.Objects;

namespace Rampart.Plan.Tests.ManifestFiles;

public sealed class ManifestFileSetTests
{
    private const string Pod = "apiVersion: v1\nkind: Pod\nmetadata:\n  name: a\n";

    [Fact]
    public void Read_FilesAndFolders_GivesObjectsInOrdinalOrderOfNames()
    {
        using ManifestFolder folder = new ManifestFolder()
            .With("in/b.yaml", Pod)
            .With("in/B.yml", Pod)
            .With("in/below/c.json", """{"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "c"}}""")
            .With("in/rampart.yaml", "level: baseline\n")
            .With("in/notes.txt", "no manifest")
            .With("one.yaml", Pod);

        ManifestFileSet set = folder.Read("one.yaml", "in/", "in/b.yaml");

        Assert.Empty(ManifestFolder.Problems(set));
        Assert.Equal(["one.yaml:1 v1 Pod a", "in/B.yml:1 v1 Pod a", "in/b.yaml:1 v1 Pod a", "in/below/c.json:1 v1 Pod c"], ManifestFolder.Describe(set));
    }

    [Fact]
    public void Read_SettingsInFolders_AreNamedUnlessTheCheckGoesByThem()
    {
        using ManifestFolder folder = new ManifestFolder()
            .With("rampart.yaml", "level: baseline\n")
            .With("in/rampart.yaml", "waivers: []\n")
            .With("in/below/rampart.yaml", "# nothing\n")
            .With("in/pod.yaml", Pod);

        ManifestFileSet set = ManifestFileSet.Read(
            ["."], folder.Path, static () => Stream.Null, System.IO.Path.Combine(folder.Path, ".", "rampart.yaml"));

        Assert.Empty(ManifestFolder.Problems(set));
        Assert.Equal(["in/pod.yaml:1 v1 Pod a"], ManifestFolder.Describe(set));
        Assert.Equal(
            [
                "in/below/rampart.yaml: warning RMP7120: these settings are not used: they are among the files that are checked; name them with --settings, or check from the folder that they are in, when you trust them",
                "in/rampart.yaml: warning RMP7120: these settings are not used: they are among the files that are checked; name them with --settings, or check from the folder that they are in, when you trust them",
            ],
            set.UnusedSettings.Select(static each => each.ToString()));
    }

    [Fact]
    public void Read_ObjectsInAFileNamedAsSettings_AreRead()
    {
        using ManifestFolder folder = new ManifestFolder().With("in/rampart.yaml", Pod).With("mixed/rampart.yaml", $"level: baseline\n---\n{Pod}");

        ManifestFileSet set = folder.Read("in", "mixed");

        Assert.Equal(["in/rampart.yaml:1 v1 Pod a", "mixed/rampart.yaml:3 v1 Pod a"], ManifestFolder.Describe(set));
        Assert.Equal(
            ["mixed/rampart.yaml:1:1: error RMP7035: there is neither apiVersion nor kind; leave this file out; settings come from the current folder or from --settings"],
            ManifestFolder.Problems(set));
    }

    [Fact]
    public void Read_FolderOfSettingsAlone_IsEmpty()
    {
        using ManifestFolder folder = new ManifestFolder().With("in/rampart.yaml", "level: baseline\n");

        Assert.Equal("RMP7032", Assert.Single(folder.Read("in").Diagnostics).Id);
    }

    [Fact]
    public void Read_SeveralDocuments_SkipsEmptyOnesAndKnowsLines()
    {
        ManifestFileSet set = ManifestFolder.ReadText($"# first\n---\n--- # second\n{Pod}...\n# end\n---\n# none\n---\n\n{Pod}---\n");

        Assert.Empty(ManifestFolder.Problems(set));
        Assert.Equal(["-:4 v1 Pod a", "-:14 v1 Pod a"], ManifestFolder.Describe(set));
    }

    [Fact]
    public void Read_Lists_GivesTheirItems()
    {
        ManifestFileSet set = ManifestFolder.ReadText(
            """
            apiVersion: v1
            kind: List
            items:
            - apiVersion: v1
              kind: Pod
              metadata: {name: a}
            - apiVersion: apps/v1
              kind: DeploymentList
              items:
              - metadata: {name: b}
              - apiVersion: apps/v1
                kind: Deployment
                metadata: {name: c}
            ---
            apiVersion: v1
            kind: List
            items:
            """);

        Assert.Empty(ManifestFolder.Problems(set));
        Assert.Equal(["-:4 v1 Pod a", "-:10 apps/v1 Deployment b", "-:11 apps/v1 Deployment c"], ManifestFolder.Describe(set));
        Assert.Equal(12, set.Objects[2].Origin.FindLine("kind"));
    }

    [Fact]
    public void Read_ItemsOfAKindThatIsNoList_AreObjectsAndAnError()
    {
        ManifestFileSet set = ManifestFolder.ReadText(
            """
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: a}
            items:
            - apiVersion: v1
              kind: Pod
              metadata: {name: b}
            - data: {k: v}
              metadata: {name: c}
            """);

        Assert.Equal(["-:5 v1 Pod b", "-:8 v1 ConfigMap c", "-:1 v1 ConfigMap a"], ManifestFolder.Describe(set));
        Assert.Equal(
            ["-:5:1: error RMP7108: ConfigMap is no list and has items, so kubectl applies the items as objects and nothing else; take items away, or give its objects in a List or as documents of their own"],
            ManifestFolder.Problems(set));
    }

    // A line ends where Kubernetes' reader ends it, so that nothing hides behind a comment or in a script.
    [Theory]
    [InlineData("\n")]
    [InlineData("\r")]
    [InlineData("\r\n")]
    [InlineData("\u0085")]
    [InlineData("\u2028")]
    [InlineData("\u2029")]
    public void Read_FieldBehindALineBreak_IsRead(string lineBreak)
    {
        string[] texts =
        [
            $"{Pod}# harmless{lineBreak}spec: {{hostPID: true}}\n",
            $"{Pod}x: y # harmless{lineBreak}spec: {{hostPID: true}}\n",
            $"{Pod}x: plain{lineBreak}spec: {{hostPID: true}}\n",
            $"{Pod}x: |{lineBreak}  echo{lineBreak}spec: {{hostPID: true}}\n",
            $"{Pod}x:\n- |\n  echo{lineBreak}spec: {{hostPID: true}}\n",
            $"{Pod}x: >-\n  echo{lineBreak}spec: {{hostPID: true}}\n",
            $"{Pod}x: 'a{lineBreak} b'{lineBreak}spec: {{hostPID: true}}\n",
            $"{Pod}spec:{lineBreak}  hostPID: true\n",
        ];

        Assert.All(texts, static text => Assert.True(ManifestFolder.ReadOne(text).Body["spec"].ObjectOrNull()?["hostPID"].BooleanOrNull()));
    }

    [Fact]
    public void Read_Yaml11Words_AreWhatKubernetesTakesThemFor()
    {
        KubernetesObject item = ManifestFolder.ReadOne(
            "apiVersion: v1\nkind: Pod\nmetadata:\n  name: n\n  labels: {y: on, 1: 010, d: 2024-01-01, s: \"no\", f: 1.50, e: ~}\n");

        Assert.Equal(
            """{"d":"2024-01-01","e":null,"f":1.5,"1":8,"s":"no","true":true}""",
            Json(item.Body["metadata"].AsObject()["labels"].AsObject()));
        Assert.Equal(PropertyKind.Boolean, item.Body["metadata"].AsObject()["name"].Kind);
        Assert.Equal("", item.Name);

        static string Json(PropertyObject value)
        {
            List<string> parts = [];
            foreach (string name in (string[])["d", "e", "f", "1", "s", "true"])
            {
                using MemoryStream stream = new();
                using (System.Text.Json.Utf8JsonWriter writer = new(stream))
                {
                    PropertyJson.Write(writer, value[name]);
                }

                parts.Add($"\"{name}\":{Encoding.UTF8.GetString(stream.ToArray())}");
            }

            return $"{{{string.Join(',', parts)}}}";
        }
    }

    [Fact]
    public void Read_Json_TakesWhatYamlWouldNot()
    {
        ManifestFileSet set = ManifestFolder.ReadText(
            "\t{\"apiVersion\"\n:\t\"v1\", \"kind\": \"Pod\", \"metadata\": {\"name\": \"\\ud83d\\ude00\\/\\u0041\u007F\"},\n\"n\": 12345678901234567890}\n{\"apiVersion\": \"v1\", \"kind\": \"Secret\"}");

        Assert.Empty(ManifestFolder.Problems(set));
        Assert.Equal(["-:1 v1 Pod 😀/A\u007F", "-:4 v1 Secret [unnamed]"], ManifestFolder.Describe(set));
        Assert.Equal(12345678901234567890d, set.Objects[0].Body["n"].AsNumber());
        Assert.Equal(3, set.Objects[0].Origin.FindLine("n"));
    }

    [Fact]
    public void Read_FlowYamlThatBeginsLikeJson_IsYaml() =>
        Assert.Equal("a", ManifestFolder.ReadOne("{apiVersion: v1, kind: Pod, metadata: {name: a}} # flow\n").Name);

    [Theory]
    [InlineData("\uFEFF")]
    [InlineData("")]
    public void Read_ByteOrderMarkAndCarriageReturns_MeanNothing(string mark)
    {
        KubernetesObject item = ManifestFolder.ReadOne(mark + Pod.Replace("\n", "\r\n", StringComparison.Ordinal) + "spec:\r\n  hostPID: true\r\n");

        Assert.Equal(("a", 1, 6), (item.Name, item.Origin.Line, item.Origin.FindLine("spec.hostPID")));
    }

    [Fact]
    public void Read_Utf16_IsDecoded()
    {
        ManifestFileSet set = ManifestFolder.ReadBytes([0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Pod)]);

        Assert.Equal(["-:1 v1 Pod a"], ManifestFolder.Describe(set));
    }

    [Fact]
    public void Read_FalcoRules_AreOneObject()
    {
        KubernetesObject item = ManifestFolder.ReadOne("# falco\n- list: shells\n  items: [sh]\n- rule: Shell\n  desc: x\n  condition: >\n    a\n");

        Assert.Equal(("FalcoRules", 2, 2), (item.Kind, item.Body["rules"].AsList().Count, item.Origin.Line));
        Assert.Equal([2, 4, 6], [item.Origin.FindLine("rules"), item.Origin.FindLine("rules[1].rule"), item.Origin.FindLine("rules[1].condition")]);
    }

    [Fact]
    public void Read_ValuesFragment_IsAnObjectOfItsOwnKind() => Assert.Equal(
        "Values [unnamed]", ManifestFolder.ReadOne("securityContext:\n  runAsNonRoot: true\n").ToString());

    [Fact]
    public void FindLine_Fields_GivesTheirLineOrThatOfTheFieldAround()
    {
        KubernetesObject item = Assert.Single(ManifestFolder.ReadText(
            """
            # a comment
            apiVersion: v1
            kind: Pod
            metadata:
              annotations:
                a.b/c: x
            spec:
              containers:
              - name: a
                image: b
              -
                name: c
            """).Objects);

        Assert.Equal(
            [2, 6, 6, 6, 5, 10, 12, 12, 12, 8, 2],
            ((string[])["", "metadata.annotations.a.b/c", "metadata.annotations[\"a.b/c\"]", "metadata.annotations[a.b/c]", "metadata.annotations[a.b/d]", "spec.containers[0].image", "spec.containers[1]", "spec.containers[1].name", "spec.containers[1].image", "spec.containers[7].image", "status"])
                .Select(item.Origin.FindLine));
    }

    public static TheoryData<string, string> BrokenTexts => new()
    {
        { "a: b\n", "-:1:1: error RMP7035: there is neither apiVersion nor kind; give Kubernetes objects, each with apiVersion and kind" },
        { "kind: Pod\n", "-:1:1: error RMP7035: there is no apiVersion; give Kubernetes objects, each with apiVersion and kind" },
        { "apiVersion: 1\nkind: Pod\n", "-:1:1: error RMP7035: apiVersion is a number and no text; give Kubernetes objects, each with apiVersion and kind" },
        { "apiVersion: v1\nkind: yes\n", "-:1:1: error RMP7035: kind is a boolean and no text; give Kubernetes objects, each with apiVersion and kind" },
        { "apiVersion: ''\nkind:\n", "-:1:1: error RMP7035: there is neither apiVersion nor kind; give Kubernetes objects, each with apiVersion and kind" },
        { "# x\n- a\n", "-:2:1: error RMP7035: the document holds a list; give Kubernetes objects, each with apiVersion and kind" },
        { "word\n", "-:1:1: error RMP7035: the document holds a text; give Kubernetes objects, each with apiVersion and kind" },
        { "apiVersion: v1\nkind: List\nitems: {}\n", "-:3:8: error RMP7035: items is a mapping and no list; give Kubernetes objects, each with apiVersion and kind" },
        { "apiVersion: v1\nkind: PodList\nitems: {}\n", "-:3:8: error RMP7035: items is a mapping and no list; give Kubernetes objects, each with apiVersion and kind" },
        { "apiVersion: v1\nkind: List\nitems: [a]\n", "-:3:9: error RMP7035: the item holds a text; give Kubernetes objects, each with apiVersion and kind" },
        { "", "-: error RMP7036: the file holds no Kubernetes object; give objects, each with apiVersion and kind" },
        { "---\n# nothing\n---\n", "-: error RMP7036: the file holds no Kubernetes object; give objects, each with apiVersion and kind" },
        { "a: 1\n---\nb: 2\n\tc: 3\n", "-:4:1: error RMP7033: a tab indents this line; indent with spaces" },
        { "apiVersion: v1\nkind: Pod\nkind: Pod\n", "-:3:1: error RMP7033: the key 'kind' is already there, on line 2; keep one of them" },
        { "apiVersion: v1\nkind: \"Pod\n", "-:2:7: error RMP7033: the text that starts here has no closing \"; close it with \"" },
        { "{\"apiVersion\": \"v1\",\n \"kind\"; \"Pod\"}", "-:2:8: error RMP7033: neither ',' nor '}' follows the value; separate the values, or close what line 1 opens" },
        { "{\"a\": \"\\ud800\"}", "-:1:8: error RMP7033: the escape is not a Unicode character; write the character itself, or \\U and its eight digits up to 0010FFFF" },
        { "{{ if .Values.on }}\na: b\n{{ end }}\n", "-:1:2: error RMP7033: this looks like a template of Helm: a list or mapping is used as a key; give what `helm template` prints" },
        { "apiVersion: v1\nkind: Pod\nf: .inf\n", "-:3:4: error RMP7033: the number is not finite, and the API server takes finite ones only; write a smaller number, or quote the text" },
        { "{\"apiVersion\": \"v1\", \"kind\": \"Pod\", \"f\": 1e400}", "-:1:42: error RMP7034: the number is not finite, and the API server takes finite ones only; write a smaller number, or quote the text" },
        { "a: b\n...\nc: d\n", "-:3:1: error RMP7033: kubectl reads nothing from here on: a document ended before; begin the next document with a line that is --- and nothing else" },
        { "...\na: b\n", "-:1:1: error RMP7033: kubectl does not read ... before a document; take the line out" },
        { "a: b\n--- c\n", "-:2:1: error RMP7033: kubectl does not read a line that begins with --- and goes on; leave --- alone on its line, and write the rest on the next" },
        { "%YAML 1.1\n---\na: b\n", "-:1:1: error RMP7033: kubectl does not read directives; take the line out" },
        { "~: a\n", "-:1:1: error RMP7033: null is used as a key; quote it, or write the key that is meant" },
        { "1: a\n0x1: b\n", "-:2:1: error RMP7033: the key '1' is already there, on line 1; keep one of them" },
        { "a: b\n\uFEFFc: d\n", "-:2:1: error RMP7033: a byte order mark, U+FEFF, begins this line; take it out" },
        { "resources: [a.yaml]\n", "-:1:1: error RMP7035: there is neither apiVersion nor kind; give Kubernetes objects, each with apiVersion and kind" },
        { "a\0b", "-:1:2: error RMP7033: there is a control character, U+0000; take it out, or write it as an escape in double quotes" },
    };

    [Theory]
    [MemberData(nameof(BrokenTexts))]
    public void Read_NoObject_IsToldWithItsPlace(string text, string expected) =>
        Assert.Contains(expected, ManifestFolder.Problems(ManifestFolder.ReadText(text)));

    [Fact]
    public void Read_MistakesInSeveralDocumentsAndFiles_AreToldTogether()
    {
        using ManifestFolder folder = new ManifestFolder()
            .With("a.yaml", $"kind: [\n---\n{Pod}---\nx: y\n")
            .With("empty/readme.md", "");

        ManifestFileSet set = folder.Read("a.yaml", "empty", "gone.yaml");

        Assert.Equal(
            [
                "a.yaml:1:7: error RMP7033: what is opened here has no closing ']'; close it with ']'",
                "a.yaml:8:1: error RMP7035: there is neither apiVersion nor kind; give Kubernetes objects, each with apiVersion and kind",
                "empty: error RMP7032: the folder holds no *.yaml, *.yml or *.json; name a folder or a file with Kubernetes objects",
                "gone.yaml: error RMP7030: there is no such file or folder; name one that is there, or - for standard input",
            ],
            ManifestFolder.Problems(set));
        Assert.Single(set.Objects);
    }

    [Fact]
    public void Read_BrokenJsonFile_IsNotTakenForYaml()
    {
        using ManifestFolder folder = new ManifestFolder()
            .With("a.json", "{\"apiVersion\": \"v1\",\n \"kind\": Pod\"}")
            .With("b.json", "{\"a\": \"\\ud800\"}")
            .With("c.json", "")
            .With("d.json", "{\"a\": 1,\n}")
            .With("e.json", "{ // a\n}");

        Assert.Equal(
            [
                "a.json:2:10: error RMP7034: this is not JSON: 'P' is an invalid start of a value; mend the text",
                "b.json:1:7: error RMP7034: a text has an escape that is half a character; write both escapes of the pair",
                "c.json: error RMP7036: the file holds no Kubernetes object; give objects, each with apiVersion and kind",
                "d.json:2:1: error RMP7034: this is not JSON: a comma stands before the closing bracket; take the comma out",
                "e.json:1:3: error RMP7034: this is not JSON: JSON has no comments; take the comment out",
            ],
            ManifestFolder.Problems(folder.Read("a.json", "b.json", "c.json", "d.json", "e.json")));
    }

    [Fact]
    public void Read_FilesOfChartsAndKustomizations_SayWhatToGiveInstead()
    {
        using ManifestFolder folder = new ManifestFolder()
            .With("kustomization.yaml", "resources: [a.yaml]\n")
            .With("Chart.yaml", "apiVersion: v2\nname: x\n");

        Assert.Equal(
            [
                "Chart.yaml:1:1: error RMP7035: there is no kind; give what `helm template` prints, or leave this file out",
                "kustomization.yaml:1:1: error RMP7035: there is neither apiVersion nor kind; give what `kustomize build` prints, or leave this file out",
            ],
            ManifestFolder.Problems(folder.Read("kustomization.yaml", "Chart.yaml")));
    }

    [Fact]
    public void Read_EmptyName_IsNotTheCurrentFolder()
    {
        using ManifestFolder folder = new ManifestFolder().With("a.yaml", Pod);

        Assert.Equal(
            ["--file: error RMP7030: the name is empty; name a file or a folder, . for the current one, or - for standard input"],
            ManifestFolder.Problems(folder.Read("")));
    }

    [Fact]
    public void Read_HalfACharacterOfUtf16_IsAnError()
    {
        ManifestFileSet set = ManifestFileSet.Read(["-"], "/", static () => new MemoryStream([0xFF, 0xFE, (byte)'a', 0, 0x3D, 0xD8]));

        Assert.Equal(["-:1:1: error RMP7033: the bytes are not the UTF-16 that the file begins with; save the file as UTF-8"], ManifestFolder.Problems(set));
    }

    [Fact]
    public void Read_EmptyFileOfAFolder_IsAWarning()
    {
        using ManifestFolder folder = new ManifestFolder().With("in/a.yaml", "# later\n").With("in/b.yaml", Pod);

        ManifestFileSet set = folder.Read("in");

        Assert.Equal(["in/a.yaml: warning RMP7036: the file holds no Kubernetes object; give objects, each with apiVersion and kind"], ManifestFolder.Problems(set));
        Assert.False(set.HasErrors);
    }
}
