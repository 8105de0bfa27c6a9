using System.Text;
using Rampart.Protocol.Values;
using Rampart.Rules.Facts;
using Rampart.Rules.Findings;
using Rampart.Rules.Objects;
using Rampart.Rules.Options;
using Rampart.Rules.Resources;

namespace Rampart.Rules.Reports;

/// <summary>
/// Which texts depend on secrets. Rules write <c>[secret]</c> in the place of a value that is one, but a sum or a count tells of the
/// values in it, too. The same rules therefore look at the objects once more while no secret is known: what they say then tells
/// nothing of secrets; in what they only say while secrets are known, no number is left.
/// </summary>
/// <remarks>It costs nothing where there are no secrets, as in files, and little where no secret is a number or a boolean.</remarks>
internal sealed class SecretDependence
{
    // A user name or a port is part of many a text that is no secret.
    private const int ShortestText = 8;

    private readonly IReadOnlyList<KubernetesObject> _objects;
    private readonly Dictionary<KubernetesObject, SecretTexts> _texts;
    private readonly SharedFacts? _withoutSecrets;

    private SecretDependence(IReadOnlyList<KubernetesObject> objects, Dictionary<KubernetesObject, SecretTexts> texts, SharedFacts? withoutSecrets)
    {
        _objects = objects;
        _texts = texts;
        _withoutSecrets = withoutSecrets;
    }

    /// <summary>Looks for secrets; null where there are none. What a Secret holds does not count: it is text, and no rule shows it.</summary>
    public static SecretDependence? Find(ObjectSet objects, CheckOptions options)
    {
        Dictionary<KubernetesObject, SecretTexts> texts = [];
        bool isCounted = false;
        KubernetesObject[]? forgotten = null;
        for (int i = 0; i < objects.All.Count; i++)
        {
            KubernetesObject item = objects.All[i];
            if (item.Body.ContainsSecrets && !item.Is("", "Secret"))
            {
                List<string> own = [];
                AddLeaves(PropertyValue.From(item.Body), inSecret: false, own, ref isCounted);
                texts.TryAdd(item, new SecretTexts(own));
                forgotten ??= [.. objects.All];
                forgotten[i] = new KubernetesObject(PropertyMask.Forget(PropertyValue.From(item.Body)).AsObject(), item.Origin);
            }
        }

        return forgotten is null
            ? null
            : new SecretDependence(objects.All, texts, isCounted ? new SharedFacts(new ObjectSet(forgotten).WithoutRepeated(), options) : null);
    }

    /// <summary>The findings without what tells of secrets.</summary>
    /// <param name="findings">The findings.</param>
    /// <param name="repeat">Finds the same while no secret is known.</param>
    public Finding[] Hide(Finding[] findings, Func<SharedFacts, IReadOnlyList<Finding>> repeat)
    {
        HashSet<(Rule, int, string, string, string, string, string)>? independent = null;
        if (_withoutSecrets is not null)
        {
            independent = [];
            ObjectPlaces places = new(_withoutSecrets.Objects.All);
            foreach (Finding finding in repeat(_withoutSecrets))
            {
                independent.Add(KeyOf(finding, places));
            }
        }

        ObjectPlaces own = new(_objects);
        Finding[] hidden = new Finding[findings.Length];
        for (int i = 0; i < hidden.Length; i++)
        {
            Finding finding = findings[i];
            bool isIndependent = independent?.Contains(KeyOf(finding, own)) != false;
            SecretTexts texts = _texts.GetValueOrDefault(finding.Object, SecretTexts.None);
            hidden[i] = isIndependent && texts.IsEmpty ? finding : finding with
            {
                Message = Hide(finding.Message, texts, isIndependent),
                Found = Hide(finding.Found, texts, isIndependent),
                Allowed = finding.Allowed == finding.Rule.Allowed ? finding.Allowed : Hide(finding.Allowed, texts, isIndependent),
                Fix = finding.Fix == finding.Rule.Fix ? finding.Fix : Hide(finding.Fix, texts, isIndependent),
            };
        }

        return hidden;
    }

    /// <summary>The verdicts without what tells of secrets.</summary>
    public IReadOnlyList<FeasibilityVerdict> Hide(IReadOnlyList<FeasibilityVerdict> verdicts)
    {
        if (_withoutSecrets is null)
        {
            return verdicts;
        }

        HashSet<string> independent = [.. Feasibility.Of(new Inspection(_withoutSecrets)).Select(static verdict => verdict.ToString())];
        return [.. verdicts.Select(verdict => independent.Contains(verdict.ToString()) ? verdict : verdict with { Text = WithoutNumbers(verdict.Text) })];
    }

    private static (Rule, int, string, string, string, string, string) KeyOf(Finding finding, ObjectPlaces places) =>
        (finding.Rule, places.Find(finding.Object), finding.Path, finding.Message, finding.Found, finding.Allowed, finding.Fix);

    private static string Hide(string text, SecretTexts texts, bool isIndependent)
    {
        string masked = texts.Mask(text);
        return isIndependent ? masked : WithoutNumbers(masked);
    }

    private static void AddLeaves(PropertyValue value, bool inSecret, List<string> texts, ref bool isCounted)
    {
        inSecret |= value.IsSecret;
        value = value.Inner;
        if (!inSecret && !value.ContainsSecrets)
        {
            return;
        }

        switch (value.Kind)
        {
            case PropertyKind.String:
                AddText(value.AsString(), texts, ref isCounted);
                break;
            case PropertyKind.Number or PropertyKind.Boolean:
                isCounted = true;
                break;
            case PropertyKind.List:
                // A rule may tell how many there are.
                isCounted |= inSecret;
                foreach (ref readonly PropertyValue item in value.AsList().Items)
                {
                    AddLeaves(item, inSecret, texts, ref isCounted);
                }

                break;
            case PropertyKind.Object:
                foreach (ref readonly Property property in value.AsObject().Properties)
                {
                    AddLeaves(property.Value, inSecret, texts, ref isCounted);
                }

                break;
        }
    }

    private static void AddText(string text, List<string> texts, ref bool isCounted)
    {
        if (text.Length >= ShortestText)
        {
            texts.Add(text);
        }

        // A quantity, a percentage, a number as text.
        string trimmed = text.Trim();
        isCounted |= trimmed.Length > 0 && (char.IsAsciiDigit(trimmed[0]) || trimmed[0] is '-' or '+' or '.');
    }

    // Numbers with their units, true and false; not those in names and indexes.
    private static string WithoutNumbers(string text)
    {
        StringBuilder? hidden = null;
        int start = 0, i = 0;
        while (i < text.Length)
        {
            int end = EndOfWord(text, i);
            if (end == i)
            {
                i++;
                continue;
            }

            if (IsNumber(text.AsSpan(i, end - i)) && !IsInName(text, i))
            {
                hidden ??= new StringBuilder();
                hidden.Append(text, start, i - start).Append(Field.Secret);
                start = end;
            }

            i = end;
        }

        return hidden is null ? text : hidden.Append(text, start, text.Length - start).ToString();
    }

    // Letters and digits, points and signs between them, and a percent sign behind them.
    private static int EndOfWord(string text, int start)
    {
        int end = start;
        while (end < text.Length
            && (char.IsLetterOrDigit(text[end]) || (end > start && text[end] is '.' or '+' or '-' && end + 1 < text.Length && char.IsLetterOrDigit(text[end + 1]))))
        {
            end++;
        }

        return end > start && end < text.Length && text[end] == '%' ? end + 1 : end;
    }

    private static bool IsNumber(ReadOnlySpan<char> word) => word is "true" or "false" || char.IsAsciiDigit(word[0]);

    private static bool IsInName(string text, int start) => start > 0 && (text[start - 1] is '[' or '_'
        || (start > 1 && text[start - 1] is '-' or '/' or ':' or '@' && char.IsLetter(text[start - 2])));
}
