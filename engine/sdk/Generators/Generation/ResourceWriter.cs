using Pulumi.Generators.Model;

namespace Pulumi.Generators.Generation;

/// <summary>Writes the resource class of a kind. Its outputs are made when somebody asks for them.</summary>
internal static class ResourceWriter
{
    public static void Write(SourceWriter writer, KubernetesType type, KubernetesKind kind)
    {
        writer
            .Summary(type.Summary)
            .Line($"[KubernetesResourceType({SourceWriter.Literal(kind.TypeToken)})]")
            .Open($"public partial class {type.Name} : KubernetesResource")
            .Line("private static readonly ResourceKind Registration = new ResourceKind(")
            .Line($"    {SourceWriter.Literal(kind.TypeToken)}, KubernetesPackage.Version, {Array(kind.AliasTypes)}, {Array(kind.SecretOutputs)});")
            .Line()
            .Line($"private static readonly Input<string> ApiVersionInput = {SourceWriter.Literal(kind.ApiVersion)};")
            .Line($"private static readonly Input<string> KindInput = {SourceWriter.Literal(kind.Name)};")
            .Line();

        foreach (KubernetesMember member in type.Members)
        {
            writer.Line($"private Output<{ShapeText.Output(member.Shape)}>? {Field(member)};");
        }

        writer.Line();
        WriteConstructors(writer, type);
        foreach (KubernetesMember member in type.Members)
        {
            writer.Line();
            WriteOutput(writer, member);
        }

        writer.Line();
        WriteGet(writer, type);
        writer.Line();
        WriteMakeArgs(writer, type);
        writer.Close();
    }

    private static void WriteConstructors(SourceWriter writer, KubernetesType type) => writer
        .Line($"/// <summary>Defines a {type.Name}.</summary>")
        .Line("/// <param name=\"name\">The logical name, unique among the stack's resources of this type and parent.</param>")
        .Line("/// <param name=\"args\">The object to create; its <c>apiVersion</c> and <c>kind</c> are set here, whatever they were.</param>")
        .Line("/// <param name=\"options\">Options of this resource; none when null.</param>")
        .Line($"public {type.Name}(string name, {Args(type)}? args = null, CustomResourceOptions? options = null)")
        .Line("    : base(Registration, name, MakeArgs(args), options)")
        .Open()
        .Close()
        .Line()
        .Line($"private {type.Name}(string name, Input<string> id, CustomResourceOptions? options)")
        .Line("    : base(Registration, name, id, options)")
        .Open()
        .Close();

    private static void WriteOutput(SourceWriter writer, KubernetesMember member) => writer
        .Summary(member.Summary)
        .Line($"[Output({SourceWriter.Literal(member.WireName)})]")
        .Open($"public Output<{ShapeText.Output(member.Shape)}> {member.Name}")
        .Line($"get => GetOutput(ref {Field(member)}, {SourceWriter.Literal(member.WireName)}, {ShapeText.Reader(member.Shape)});")
        .Line($"private set => {Field(member)} = value;")
        .Close();

    private static void WriteGet(SourceWriter writer, KubernetesType type) => writer
        .Line($"/// <summary>Reads a {type.Name} that exists already.</summary>")
        .Line("/// <param name=\"name\">The logical name that the resource gets.</param>")
        .Line("/// <param name=\"id\">The object's id: <c>namespace/name</c>, or <c>name</c> for a kind without namespaces.</param>")
        .Line("/// <param name=\"options\">Options of this resource; none when null.</param>")
        .Line($"public static {type.Name} Get(string name, Input<string> id, CustomResourceOptions? options = null) =>")
        .Line($"    new {type.Name}(name, id, options);");

    private static void WriteMakeArgs(SourceWriter writer, KubernetesType type) => writer
        .Open($"private static {Args(type)} MakeArgs({Args(type)}? args)")
        .Line($"args ??= new {Args(type)}();")
        .Line("args.ApiVersion = ApiVersionInput;")
        .Line("args.Kind = KindInput;")
        .Line("return args;")
        .Close();

    private static string Args(KubernetesType type) => ShapeText.ArgsType($"{type.Namespace}.{type.Name}");

    private static string Field(KubernetesMember member) => "_" + member.WireName;

    private static string Array(EquatableArray<string> items) => $"[{string.Join(", ", items.Select(SourceWriter.Literal))}]";
}
