using Rampart.Protocol.Values;

namespace Rampart.Rules.Objects.Values;

/// <summary>Objects that name one of several sources.</summary>
internal static class SourceCheck
{
    public static void CheckVariable(Field source, RejectedValueReport report) => CheckAtMostOne(source, "", report);

    public static void CheckVariables(Field source, RejectedValueReport report)
    {
        if (CheckAtMostOne(source, "prefix", report) == 0)
        {
            report.Add(default, "there is no source", "give configMapRef or secretRef");
        }
    }

    // One that names no source is an emptyDir.
    public static void CheckVolume(Field volume, RejectedValueReport report)
    {
        CheckAtMostOne(volume, "name", report);
        if (volume["ephemeral"].Presence == Flag.True && volume["ephemeral"]["volumeClaimTemplate"].IsUnset)
        {
            report.Add("ephemeral", default, "an ephemeral volume has no volumeClaimTemplate", "give the template of its claim");
        }
    }

    public static void CheckHandler(Field handler, RejectedValueReport report) => CheckAtMostOne(handler, "", report);

    public static void CheckMount(Field mount, RejectedValueReport report)
    {
        if (mount["subPath"].Text.Length > 0 && mount["subPathExpr"].Text.Length > 0)
        {
            report.Add("subPathExpr", mount["subPathExpr"], "has no place beside subPath", "give one of them");
        }
    }

    private static int CheckAtMostOne(Field value, string besides, RejectedValueReport report)
    {
        int count = 0;
        string first = "";
        _ = value.TryGetProperties(out ReadOnlySpan<Property> properties);
        foreach (ref readonly Property property in properties)
        {
            if (property.Name == besides || property.Value.Inner.IsNull)
            {
                continue;
            }

            if (count++ == 0)
            {
                first = property.Name;
            }
            else
            {
                report.Add(property.Name, default, $"{property.Name} has no place beside {first}", "give one source");
            }
        }

        return count;
    }
}
