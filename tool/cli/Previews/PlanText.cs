using System.Globalization;
using System.Text;
using Rampart.Cli.Terminals;
using Rampart.Plan.Manifests;
using Rampart.Plan.Plans;
using Rampart.Protocol.Monitor;
using Rampart.Protocol.Values;

namespace Rampart.Cli.Previews;

/// <summary>Shows a plan to people: the tree of resources, the stack's outputs, counts and messages.</summary>
/// <param name="output">Where to.</param>
/// <param name="palette">How parts stand out.</param>
public sealed class PlanText(TextWriter output, Palette palette)
{
    /// <summary>Writes the plan.</summary>
    public void Write(Rampart.Plan.Plans.Plan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        WriteTree(plan);
        WriteOutputs(plan.Outputs);
        WriteMessages(plan);
        WriteCounts(plan);
    }

    private void WriteTree(Rampart.Plan.Plans.Plan plan)
    {
        Dictionary<string, List<PlanResource>> children = new(StringComparer.Ordinal);
        List<PlanResource> roots = [];
        foreach (PlanResource resource in plan.Resources)
        {
            if (resource.Parent.Length == 0)
            {
                roots.Add(resource);
                continue;
            }

            if (!children.TryGetValue(resource.Parent, out List<PlanResource>? siblings))
            {
                children.Add(resource.Parent, siblings = []);
            }

            siblings.Add(resource);
        }

        foreach (PlanResource root in roots)
        {
            output.WriteLine(palette.Bold(PlainLine.Of($"{plan.Project} {plan.Stack}")) + palette.Dim($"  {root.Type}"));
            WriteChildren(root, children, indent: "");
        }

        output.WriteLine();
    }

    private void WriteChildren(PlanResource parent, Dictionary<string, List<PlanResource>> children, string indent)
    {
        if (!children.TryGetValue(parent.Urn, out List<PlanResource>? own))
        {
            return;
        }

        for (int i = 0; i < own.Count; i++)
        {
            bool isLast = i == own.Count - 1;
            output.Write(palette.Dim(indent + (isLast ? "└─ " : "├─ ")));
            WriteResource(own[i]);
            WriteChildren(own[i], children, indent + (isLast ? "   " : "│  "));
        }
    }

    private void WriteResource(PlanResource resource)
    {
        string kind = resource.IsKubernetesObject ? KindOf(resource) : resource.Type;
        output.Write(palette.Kind(PlainLine.Of(kind)));
        output.Write(' ');
        output.Write(PlainLine.Of(resource.IsKubernetesObject ? PhysicalName(resource) : resource.Name));
        string purpose = resource.IsKubernetesObject ? ObjectPurpose.Describe(resource) : resource.IsUnseen ? "not known: a provider makes it, and a plan starts none" : resource.IsRead ? "read" : "";
        if (purpose.Length > 0)
        {
            output.Write(palette.Dim("  " + PlainLine.Of(purpose)));
        }

        output.WriteLine();
    }

    private static string PhysicalName(PlanResource resource)
    {
        Manifest manifest = Manifest.From(resource);
        string name = manifest.Name.Length == 0 ? PropertyMask.Unknown : manifest.Name;
        return manifest.Namespace.Length == 0 ? name : $"{manifest.Namespace}/{name}";
    }

    private void WriteOutputs(PropertyObject outputs)
    {
        if (outputs.Count == 0)
        {
            return;
        }

        output.WriteLine(palette.Bold("Outputs"));
        int width = 0;
        foreach (ref readonly Property property in outputs.Properties)
        {
            width = Math.Max(width, property.Name.Length);
        }

        foreach (ref readonly Property property in outputs.Properties)
        {
            string text = PlainLine.Of(OneLine(property.Value));
            bool isHidden = property.Value.ContainsSecrets || property.Value.ContainsUnknowns;
            output.Write("  ");
            output.Write(PlainLine.Of(property.Name).PadRight(width));
            output.Write("  ");
            output.WriteLine(isHidden ? palette.Hidden(text) : text);
        }

        output.WriteLine();
    }

    private static string OneLine(PropertyValue value)
    {
        PropertyValue masked = PropertyMask.Mask(value);
        if (masked.Kind is not (PropertyKind.List or PropertyKind.Object))
        {
            return masked.ToString();
        }

        using MemoryStream stream = new();
        using (System.Text.Json.Utf8JsonWriter writer = new(stream))
        {
            PropertyJson.Write(writer, masked);
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    private void WriteMessages(Rampart.Plan.Plans.Plan plan)
    {
        bool any = false;
        foreach (LogRequest message in plan.Messages)
        {
            if (message.Severity == LogSeverity.Debug)
            {
                continue;
            }

            string text = PlainLine.Lines((message.Urn.Length == 0 ? "" : $"{ResourceUrn.Name(message.Urn)}: ") + message.Message);
            output.WriteLine(message.Severity switch
            {
                LogSeverity.Error => palette.Error("error: ") + text,
                LogSeverity.Warning => palette.Warning("warning: ") + text,
                _ => "info: " + text,
            });
            any = true;
        }

        if (any)
        {
            output.WriteLine();
        }
    }

    private void WriteCounts(Rampart.Plan.Plans.Plan plan)
    {
        List<string> kinds = [];
        int objects = 0, components = 0, others = 0, unseen = 0;
        foreach (PlanResource resource in plan.Resources)
        {
            if (resource.IsUnseen)
            {
                unseen++;
            }
            else if (resource.IsKubernetesObject)
            {
                objects++;
                kinds.Add(KindOf(resource));
            }
            else if (resource.Request.Custom)
            {
                others++;
            }
            else if (resource.Parent.Length > 0)
            {
                components++;
            }
        }

        output.Write(palette.Bold(Number(plan.Resources.Length, "resource")));
        output.Write($": the stack, {Number(components, "component")}, {Number(objects, "Kubernetes object")}");
        output.Write(others == 0 ? "" : $", {Number(others, "other")}");
        output.WriteLine(unseen == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $", {unseen} not known"));
        if (kinds.Count > 0)
        {
            output.WriteLine(palette.Dim("  " + Counted(kinds)));
        }
    }

    private static string Number(int count, string noun) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {noun}{(count == 1 ? "" : "s")}");

    private static string KindOf(PlanResource resource) => resource.Type[(resource.Type.LastIndexOf(':') + 1)..];

    // "2 NetworkPolicy, 1 Secret", by name. Equal names stand together once they are sorted.
    private static string Counted(List<string> kinds)
    {
        kinds.Sort(StringComparer.Ordinal);
        StringBuilder text = new();
        for (int first = 0, next; first < kinds.Count; first = next)
        {
            for (next = first + 1; next < kinds.Count && kinds[next] == kinds[first]; next++)
            {
            }

            text.Append(first == 0 ? "" : ", ").Append(next - first).Append(' ').Append(kinds[first]);
        }

        return text.ToString();
    }
}
