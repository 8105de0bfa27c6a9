using Rampart.Protocol.Values;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Findings;
using Rampart.Rules.Objects;

namespace Rampart.Rules.PodSecurity.Rules;

/// <summary>RMP1115: the API server takes what is said about AppArmor.</summary>
internal static class AppArmorProfileValidRule
{
    public static Rule Descriptor { get; } = new WorkloadRule("RMP1115", "apparmor-profile-valid", RuleCategory.PodSecurity, DiagnosticSeverity.Error)
    {
        Summary =
            "AppArmor profiles are complete, and annotations name a container and say what its field says: the API server rejects all else.",
        Allowed = "localhostProfile exactly with type Localhost; annotations of existing containers that agree with the field",
        Fix = "use the field appArmorProfile alone, with localhostProfile where the type is Localhost",
        Guide = "AppArmor and SELinux",
        Point = ChecklistPoint.AppArmorOrSELinux,
        Check = Check,
    };

    private static void Check(Workload workload, Inspection inspection)
    {
        CheckProfile(workload, workload.PodSpec["securityContext"], workload.SpecPath, "the pod", inspection);
        foreach (Container container in workload.Containers)
        {
            if (!container["securityContext"]["appArmorProfile"].IsUnset)
            {
                CheckProfile(workload, container["securityContext"], container.Path, container.ToString(), inspection);
            }
        }

        Field annotations = workload.PodMetadata["annotations"];
        annotations.TryGetProperties(out ReadOnlySpan<Property> properties);
        Dictionary<string, Container>? containers = null;
        foreach (Property property in properties)
        {
            if (property.Name.StartsWith(AppArmorAnnotation.Prefix, StringComparison.Ordinal))
            {
                CheckAnnotation(workload, property.Name, annotations.Below(property.Value), containers ??= SortByName(workload), inspection);
            }
        }
    }

    private static void CheckProfile(Workload workload, Field context, string owner, string who, Inspection inspection)
    {
        Field profile = context["appArmorProfile"];
        if (profile.IsUnset)
        {
            return;
        }

        string path = $"{owner}.securityContext.appArmorProfile";
        if (profile.Presence == Flag.Unknown || !profile["type"].TryGetText(out string type) || !profile["localhostProfile"].TryGetText(out string local))
        {
            inspection.Unknown(workload.Object, path);
        }
        else if (profile["type"].IsUnset)
        {
            inspection.Broken(workload.Object, $"{path}.type", $"the AppArmor profile of {who} has no type");
        }
        else if (type == "Localhost" && local.Trim().Length == 0)
        {
            inspection.Broken(workload.Object, $"{path}.localhostProfile", $"the AppArmor profile of {who} is of type Localhost but does not say which");
        }
        else if (type != "Localhost" && !profile["localhostProfile"].IsUnset)
        {
            inspection.Broken(
                workload.Object,
                $"{path}.localhostProfile",
                $"the AppArmor profile of {who} names a file though its type is {profile["type"].Shown}",
                profile["localhostProfile"].Shown);
        }
    }

    private static void CheckAnnotation(Workload workload, string name, Field value, Dictionary<string, Container> containers, Inspection inspection)
    {
        string path = $"{workload.MetadataPath}.annotations[{name}]";
        string wanted = name[AppArmorAnnotation.Prefix.Length..];
        if (containers.TryGetValue("", out Container? unnamed) && unnamed.Body["name"].IsUnknown)
        {
            inspection.Unknown(workload.Object, $"{unnamed.Path}.name");
            return;
        }

        Container? owner = containers.GetValueOrDefault(wanted);
        if (owner is null)
        {
            inspection.Broken(workload.Object, path, $"the annotation names container '{wanted}', which the pod does not have", wanted);
        }
        else if (!value.TryGetText(out string text))
        {
            inspection.Unknown(workload.Object, path);
        }
        else if (AppArmorAnnotation.TypeOf(text) is not { } type)
        {
            inspection.Broken(workload.Object, path, $"'{value.Shown}' is no AppArmor profile", value.Shown, "runtime/default, unconfined or localhost/<profile>");
        }
        else if (owner["securityContext"]["appArmorProfile"]["type"] is { IsUnset: false, IsUnknown: false } field && field.Text != type)
        {
            inspection.Broken(
                workload.Object, path, $"the annotation says '{value.Shown}' but the field of {owner} says '{field.Shown}'", value.Shown);
        }
    }

    // Under the empty name is the first one whose name is not known, if there is one.
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
