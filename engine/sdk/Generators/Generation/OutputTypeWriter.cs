using Pulumi.Generators.Model;

namespace Pulumi.Generators.Generation;

/// <summary>Writes the class of a type's outputs, which reads itself from the property tree without reflection.</summary>
internal static class OutputTypeWriter
{
    public static void Write(SourceWriter writer, KubernetesType type)
    {
        writer.Summary(type.Summary).Line("[OutputType]").Open($"public sealed class {type.Name}");
        foreach (KubernetesMember member in type.Members)
        {
            writer
                .Summary(member.Summary)
                .Line($"public readonly {ShapeText.Output(member.Shape)} {member.Name};")
                .Line();
        }

        writer.Open($"private {type.Name}(PropertyObject value)");
        foreach (KubernetesMember member in type.Members)
        {
            writer.Line($"{member.Name} = {ShapeText.ReadMember(member.Shape, "value", member.WireName)};");
        }

        writer
            .Close()
            .Line()
            .Line($"internal static {type.Name} Read(PropertyValue value) => value.IsNull ? null! : new {type.Name}(value.AsObject());")
            .Close();
    }
}
