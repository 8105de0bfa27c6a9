namespace Rampart.Rules.Objects.Values;

/// <summary>What the API server asks of an expression over labels: of a label selector, or of a node selector, which can also compare numbers.</summary>
internal static class RequirementCheck
{
    public static void CheckLabels(Field requirement, RejectedValueReport report) => Check(requirement, isOfNodes: false, areStrict: true, report);

    public static void CheckNodeSelector(Field selector, RejectedValueReport report)
    {
        Field terms = selector["nodeSelectorTerms"];
        if (terms.IsUnset || terms.Value.ListOrNull() is { Count: 0 })
        {
            report.Add("nodeSelectorTerms", default, "there is no term, so no node would do", "give at least one term with matchExpressions");
        }

        _ = terms.TryGetItems(out FieldItems items);
        report.Enter("nodeSelectorTerms");
        for (int i = 0; i < items.Count; i++)
        {
            report.Enter(i);
            CheckTerm(items[i], areStrict: true, report);
            report.Leave();
        }

        report.Leave();
    }

    public static void CheckPreference(Field preferred, RejectedValueReport report)
    {
        Field weight = preferred["weight"];
        if (weight.IsUnset || weight.Value.NumberOrNull() is < 1 or > 100)
        {
            report.Add("weight", weight, weight.IsUnset ? "the weight is missing" : "is not from 1 to 100", "give a whole number from 1 to 100");
        }

        // Values that no label can have are only warned about here.
        report.Enter("preference");
        CheckTerm(preferred["preference"], areStrict: false, report);
        report.Leave();
    }

    private static void CheckTerm(Field term, bool areStrict, RejectedValueReport report)
    {
        _ = term["matchExpressions"].TryGetItems(out FieldItems expressions);
        report.Enter("matchExpressions");
        for (int i = 0; i < expressions.Count; i++)
        {
            report.Enter(i);
            Check(expressions[i], isOfNodes: true, areStrict, report);
            report.Leave();
        }

        report.Leave();
        _ = term["matchFields"].TryGetItems(out FieldItems fields);
        report.Enter("matchFields");
        for (int i = 0; i < fields.Count; i++)
        {
            report.Enter(i);
            CheckField(fields[i], report);
            report.Leave();
        }

        report.Leave();
    }

    private static void Check(Field requirement, bool isOfNodes, bool areStrict, RejectedValueReport report)
    {
        Field key = requirement["key"], comparison = requirement["operator"], values = requirement["values"];
        if (requirement.Presence != Flag.True)
        {
            return;
        }

        if (!key.IsUnknown && !LabelText.IsKey(key.Text))
        {
            report.Add("key", key, key.Text.Length == 0 ? "the key is missing" : "is not a label key", $"give {LabelText.KeyForm}");
        }

        int? count = values.IsUnset ? 0 : values.Value.ListOrNull()?.Count;
        switch (comparison.Text)
        {
            case "In" or "NotIn":
                if (count == 0)
                {
                    report.Add("values", default, $"the operator {comparison.Text} needs values", "give at least one, or the operator Exists");
                }

                break;
            case "Exists" or "DoesNotExist":
                if (count > 0)
                {
                    report.Add("values", default, $"the operator {comparison.Text} takes no values", "take them out, or give the operator In");
                }

                break;
            case "Gt" or "Lt" when isOfNodes:
                if (count is not (null or 1))
                {
                    report.Add("values", default, $"the operator {comparison.Text} needs one value", "give one whole number");
                }

                break;
            default:
                if (!comparison.IsUnknown)
                {
                    report.Add(
                        "operator",
                        comparison,
                        comparison.IsUnset ? "the operator is missing" : "is not allowed",
                        isOfNodes ? "give 'In', 'NotIn', 'Exists', 'DoesNotExist', 'Gt' or 'Lt'" : "give 'In', 'NotIn', 'Exists' or 'DoesNotExist'");
                }

                break;
        }

        if (areStrict)
        {
            CheckValues(values, report);
        }
    }

    private static void CheckValues(Field values, RejectedValueReport report)
    {
        _ = values.TryGetItems(out FieldItems items);
        report.Enter("values");
        for (int i = 0; i < items.Count; i++)
        {
            if (!LabelText.IsValue(items[i].Text))
            {
                report.Enter(i);
                report.Add(items[i], "is not a label value", $"give {LabelText.ValueForm}");
                report.Leave();
            }
        }

        report.Leave();
    }

    // Of a node only its name can be asked for.
    private static void CheckField(Field requirement, RejectedValueReport report)
    {
        Field key = requirement["key"], comparison = requirement["operator"];
        if (!key.IsUnknown && key.Text != "metadata.name")
        {
            report.Add("key", key, "is not 'metadata.name', the only field to select nodes by", "give 'metadata.name'");
        }

        if (!comparison.IsUnknown && comparison.Text is not ("In" or "NotIn"))
        {
            report.Add("operator", comparison, "is not allowed", "give 'In' or 'NotIn'");
        }

        if (requirement["values"].Value.ListOrNull() is not { Count: 1 } && !requirement["values"].IsUnknown)
        {
            report.Add("values", default, "a field is compared with one value", "give one name");
        }
    }
}
