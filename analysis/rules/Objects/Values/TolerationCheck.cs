namespace Rampart.Rules.Objects.Values;

/// <summary>What the API server asks of a toleration beyond its single fields.</summary>
internal static class TolerationCheck
{
    public static void Check(Field toleration, RejectedValueReport report)
    {
        Field key = toleration["key"], comparison = toleration["operator"], value = toleration["value"], effect = toleration["effect"];
        if (comparison.IsUnknown || key.IsUnknown)
        {
            return;
        }

        bool isExists = comparison.Text == "Exists";
        if (key.Text.Length == 0 && comparison.Text is "" or "Equal")
        {
            report.Add("operator", comparison, "needs a key: only Exists goes without one and then tolerates every taint", "give a key, or the operator Exists");
        }
        else if (isExists && value.Text.Length > 0)
        {
            report.Add("value", value, "has no place with the operator Exists", "take it out, or give the operator Equal");
        }
        else if (!isExists && !LabelText.IsValue(value.Text))
        {
            report.Add("value", value, "is not a label value", $"give {LabelText.ValueForm}");
        }

        if (!toleration["tolerationSeconds"].IsUnset && !effect.IsUnknown && effect.Text != "NoExecute")
        {
            report.Add("tolerationSeconds", toleration["tolerationSeconds"], "has no place but with the effect NoExecute", "take it out, or give the effect NoExecute");
        }
    }
}
