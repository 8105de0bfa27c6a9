using Rampart.Rules.Diagnostics;
using Rampart.Rules.Findings;
using Rampart.Rules.Objects;

namespace Rampart.Rules.PodSecurity.Rules;

/// <summary>RMP1115: AppArmor profiles are valid.</summary>
internal static class AppArmorProfileValidRule
{
    public static Rule Descriptor { get; } = new WorkloadRule("RMP1115", "apparmor-profile-valid", RuleCategory.PodSecurity, DiagnosticSeverity.Error)
    {
        Summary =
            "AppArmor profiles are complete, and annotations name a container and agree with its field; the API server rejects any other.",
        Allowed = "localhostProfile only with type Localhost; annotations of existing containers that agree with the field",
        Fix = "use the field appArmorProfile alone, with localhostProfile where the type is Localhost",
        Guide = "AppArmor and SELinux",
        Point = ChecklistPoint.AppArmorOrSELinux,
        Example = new(
            """
            securityContext:
              appArmorProfile: {type: Localhost}
            """,
            """
            securityContext:
              appArmorProfile: {type: Localhost, localhostProfile: shop-app}
            """),
        Check = Check,
    };

    private static void Check(Workload workload, Inspection inspection)
    {
        CheckProfile(inspection.At(workload)["securityContext"]["appArmorProfile"], "the pod");
        foreach (Container container in workload.Containers)
        {
            if (!container["securityContext"]["appArmorProfile"].IsUnset)
            {
                CheckProfile(inspection.At(container)["securityContext"]["appArmorProfile"], container.ToString());
            }
        }

        Dictionary<string, Container>? containers = null;
        foreach (FieldAt annotation in inspection.AtMetadata(workload)["annotations"].MapEntries)
        {
            if (annotation.Name.StartsWith(AppArmorAnnotation.Prefix, StringComparison.Ordinal))
            {
                CheckAnnotation(annotation, containers ??= SortByName(workload), inspection);
            }
        }
    }

    private static void CheckProfile(FieldAt profile, string owner)
    {
        FieldAt type = profile["type"], file = profile["localhostProfile"];
        if (profile.IsUnset)
        {
            return;
        }

        if (profile.Presence == Flag.Unknown || !type.Field.TryGetText(out _) || !file.Field.TryGetText(out string path))
        {
            profile.ReportUnknown();
        }
        else if (type.IsUnset)
        {
            type.Report($"the AppArmor profile of {owner} has no type");
        }
        else if (type.Text == "Localhost" && path.Trim().Length == 0)
        {
            file.Report($"the AppArmor profile of {owner} has the type Localhost but names no profile", found: "");
        }
        else if (type.Text != "Localhost" && !file.IsUnset)
        {
            file.Report($"the AppArmor profile of {owner} names a file though its type is {type.Shown}");
        }
    }

    private static void CheckAnnotation(FieldAt annotation, Dictionary<string, Container> containers, Inspection inspection)
    {
        string name = annotation.Name[AppArmorAnnotation.Prefix.Length..];
        if (containers.TryGetValue("", out Container? unnamed) && unnamed.Body["name"].IsUnknown)
        {
            inspection.At(unnamed)["name"].ReportUnknown();
        }
        else if (!containers.TryGetValue(name, out Container? owner))
        {
            annotation.Report($"the annotation names container '{name}', which the pod does not have", name);
        }
        else if (!annotation.TryRead(out string text))
        {
            return;
        }
        else if (AppArmorAnnotation.TypeOf(text) is not { } type)
        {
            annotation.Report($"'{annotation.Shown}' is not an AppArmor profile", allowed: "runtime/default, unconfined or localhost/<profile>");
        }
        else if (owner["securityContext"]["appArmorProfile"]["type"] is { IsUnset: false, IsUnknown: false } field && field.Text != type)
        {
            annotation.Report($"the annotation is '{annotation.Shown}' but the field of {owner} is '{field.Shown}'");
        }
    }

    // The empty name stands for the first container whose name is not known.
    private static Dictionary<string, Container> SortByName(Workload workload)
    {
        Dictionary<string, Container> byName = new(StringComparer.Ordinal);
        foreach (Container container in workload.Containers)
        {
            if (!container.Body["name"].IsUnknown)
            {
                byName[container.Name] = container;
            }
        }

        foreach (Container container in workload.Containers)
        {
            if (container.Body["name"].IsUnknown)
            {
                byName[""] = container;
                break;
            }
        }

        return byName;
    }
}
