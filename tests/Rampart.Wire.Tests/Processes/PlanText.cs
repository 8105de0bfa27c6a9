using System.Text;
using Rampart.Plan.Plans;
using Rampart.Protocol.Monitor;
using Rampart.Protocol.Values;

namespace Rampart.Wire.Tests.Processes;

/// <summary>A plan on a few lines: resources, outputs, messages.</summary>
internal static class PlanText
{
    public static string Write(Plan.Plans.Plan plan)
    {
        StringBuilder text = new();
        foreach (PlanResource resource in plan.Resources)
        {
            text.Append(resource.Type).Append(' ').Append(resource.Name).Append(' ').Append(Json(PropertyValue.From(resource.Inputs))).Append('\n');
        }

        if (plan.Outputs.Count > 0)
        {
            text.Append("outputs ").Append(Json(PropertyValue.From(plan.Outputs))).Append('\n');
        }

        foreach (LogRequest message in plan.Messages.Where(static message => message.Severity != LogSeverity.Debug))
        {
            text.Append(message.Severity).Append(": ").Append(message.Message).Append('\n');
        }

        return text.ToString();
    }

    private static string Json(PropertyValue value)
    {
        PropertyValue masked = PropertyMask.Mask(value);
        return masked.Kind switch
        {
            PropertyKind.Object => "{" + string.Join(',', masked.AsObject().Properties.ToArray().Select(static property => $"\"{property.Name}\":{Json(property.Value)}")) + "}",
            PropertyKind.List => "[" + string.Join(',', masked.AsList().Items.ToArray().Select(Json)) + "]",
            PropertyKind.String => $"\"{masked.AsString()}\"",
            _ => masked.ToString(),
        };
    }
}
