using Pulumi.Generators.Model;

namespace Pulumi.Generators.Generation;

/// <summary>Writes the class of a type's inputs, which puts itself into the property tree without reflection.</summary>
internal static class ArgsWriter
{
    public static void Write(SourceWriter writer, KubernetesType type)
    {
        KubernetesMember[] members = [.. type.Members.Where(member => member.IsInput)];
        string name = type.Name + "Args";

        writer.Summary(type.Summary).Open($"public class {name} : ResourceArgs");
        foreach (KubernetesMember member in members)
        {
            WriteMember(writer, member);
            writer.Line();
        }

        writer.Line($"public static new {name} Empty => new {name}();").Line();
        WriteProperties(writer, members);
        writer.Close();
    }

    private static void WriteMember(SourceWriter writer, KubernetesMember member)
    {
        string type = ShapeText.Input(member.Shape);
        string attribute = member.IsRequired
            ? $"[Input({SourceWriter.Literal(member.WireName)}, required: true)]"
            : $"[Input({SourceWriter.Literal(member.WireName)})]";

        if (!IsCollection(member))
        {
            writer.Summary(member.Summary).Line(attribute).Line(member.IsRequired
                ? $"public {type} {member.Name} {{ get; set; }} = null!;"
                : $"public {type}? {member.Name} {{ get; set; }}");
            return;
        }

        string field = Field(member);
        string value = member.IsSecret ? "Output.CreateSecret(value.ToOutput())" : "value";
        writer
            .Line(attribute)
            .Line($"private {type}? {field};")
            .Line()
            .Summary(member.Summary)
            .Open($"public {type} {member.Name}")
            .Line($"get => {field} ??= new {type}();")
            .Line($"set => {field} = {value};")
            .Close();
    }

    private static void WriteProperties(SourceWriter writer, KubernetesMember[] members)
    {
        writer.Open("internal override void WriteProperties(PropertyWriter writer)");
        foreach (KubernetesMember member in members)
        {
            string value = IsCollection(member) ? Field(member) : member.Name;
            writer.Line(member.IsRequired
                ? $"writer.WriteRequired({SourceWriter.Literal(member.WireName)}, {value}, this, nameof({member.Name}));"
                : $"writer.Write({SourceWriter.Literal(member.WireName)}, {value});");
        }

        writer.Close();
    }

    private static bool IsCollection(KubernetesMember member) => member.Shape.Kind is ShapeKind.List or ShapeKind.Map;

    private static string Field(KubernetesMember member) => "_" + member.WireName;
}
