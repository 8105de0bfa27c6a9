namespace Rampart.Rules.Objects.Values;

/// <summary>What the API server asks of the subject of a binding.</summary>
internal static class SubjectCheck
{
    private const string Rbac = "rbac.authorization.k8s.io";

    public static void Check(Field subject, RejectedValueReport report)
    {
        Field group = subject["apiGroup"];
        if (group.IsUnset || group.IsUnknown)
        {
            return;
        }

        if (subject["kind"].Text == "ServiceAccount" && group.Text.Length > 0)
        {
            report.Add("apiGroup", group, "is not the group of service accounts", "take it out");
        }
        else if (subject["kind"].Text is "User" or "Group" && group.Text is not ("" or Rbac))
        {
            report.Add("apiGroup", group, "is not the group of users and groups", $"give '{Rbac}', or take it out");
        }
    }
}
