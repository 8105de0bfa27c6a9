using Rampart.Rules.Catalogue;
using Rampart.Rules.Checklists;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;

namespace Rampart.Rules.PodSecurity.Rules;

/// <summary>RMP1117: the API server takes what is said about seccomp.</summary>
internal sealed class SeccompProfileValidRule()
    : WorkloadRule("RMP1117", "seccomp-profile-valid", RuleCategory.PodSecurity, DiagnosticSeverity.Error)
{
    public override string Summary => "A seccomp profile names a file exactly when its type is Localhost, by a relative path: the API server rejects all else.";

    public override string Allowed => "localhostProfile, a path below the kubelet's seccomp folder, exactly with type Localhost";

    public override string Fix => "set localhostProfile with type Localhost, and remove it with every other type";

    public override string Guide => "Pod-Level Security Context";

    public override ChecklistPoint? Point => ChecklistPoint.SeccompProfile;

    protected override void Check(Workload workload, Inspection inspection)
    {
        Check(workload, workload.PodSpec["securityContext"]["seccompProfile"], null, inspection);
        foreach (Container container in workload.Containers)
        {
            Check(workload, container["securityContext"]["seccompProfile"], container, inspection);
        }
    }

    private static void Check(Workload workload, Field profile, Container? container, Inspection inspection)
    {
        if (profile.IsUnset)
        {
            return;
        }

        string path = PathPool.Field(container?.Path ?? workload.SpecPath, "securityContext.seccompProfile");
        Field file = profile["localhostProfile"];
        if (profile.Presence == Flag.Unknown || !profile["type"].TryGetText(out string type) || !file.TryGetText(out string text))
        {
            inspection.Unknown(workload.Object, path);
        }
        else if (profile["type"].IsUnset)
        {
            inspection.Broken(workload.Object, $"{path}.type", $"the seccomp profile of {Who()} has no type");
        }
        else if (type != "Localhost")
        {
            if (!file.IsUnset)
            {
                inspection.Broken(
                    workload.Object, $"{path}.localhostProfile", $"the seccomp profile of {Who()} names a file though its type is {profile["type"].Shown}", file.Shown);
            }
        }
        else if (text.Length == 0)
        {
            inspection.Broken(workload.Object, $"{path}.localhostProfile", $"the seccomp profile of {Who()} is of type Localhost but names no file");
        }
        else if (text[0] == '/' || HasParent(text))
        {
            inspection.Broken(workload.Object, $"{path}.localhostProfile", $"the seccomp profile of {Who()} is no path below the kubelet's folder: '{file.Shown}'", file.Shown);
        }

        string Who() => container?.ToString() ?? "the pod";
    }

    private static bool HasParent(string path)
    {
        foreach (Range part in path.AsSpan().Split('/'))
        {
            if (path.AsSpan(part) is "..")
            {
                return true;
            }
        }

        return false;
    }
}
