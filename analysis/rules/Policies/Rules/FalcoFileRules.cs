using System.Globalization;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Findings;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Policies.Rules;

/// <summary>The rules about files of Falco rules.</summary>
internal static class FalcoFileRules
{
    /// <summary>The least number of stock rules, if they are more than half, from which a file counts as a copy of Falco's own.</summary>
    public const int LeastOfCopy = 10;

    public static IReadOnlyList<Rule> All { get; } =
    [
        new FalcoRule("RMP6501", "falco-undefined-list", DiagnosticSeverity.Warning)
        {
            Summary =
                "A list that a condition names is defined before it; Falco reads any other word as an address, and rejects the whole file.",
            Allowed = "addresses, ports, and defined lists",
            Fix = "define the list, with addresses in quotes",
            Check = CheckFalcoUndefinedList,
        },
        new FalcoRule("RMP6502", "falco-undefined-macro", DiagnosticSeverity.Info)
        {
            Summary = "A macro that a condition names is defined before it; otherwise Falco rejects the whole file.",
            Allowed = "macros of these files, and of Falco's own",
            Fix = "define the macro before the rule",
            Check = static (item, documents, inspection) =>
            {
                foreach (FalcoTerm term in item.Terms)
                {
                    if (term.IsMacro && !documents.HasMacro(term.Values[0].Text) && !StockFalco.IsMacro(term.Values[0].Text))
                    {
                        string shown = FalcoRule.Show(item, term.Values[0].Text);
                        inspection.Broken(item.Object, item.PathOf("condition"), $"{item} needs the macro '{shown}', which is not defined here", shown);
                    }
                }
            },
        },
        new FalcoRule("RMP6503", "falco-unknown-field", DiagnosticSeverity.Error)
        {
            Summary = "A condition names fields that Falco has; with any other, Falco rejects the whole file.",
            Allowed = "the fields that falco --list prints",
            Fix = "use fd.sip or fd.rip for the destination of a connection, and fd.sport or fd.rport for its port",
            Check = static (item, documents, inspection) =>
            {
                foreach (FalcoTerm term in item.Terms)
                {
                    if (term.Field.StartsWith("fd.", StringComparison.Ordinal) && !StockFalco.IsFdField(term.Field))
                    {
                        string shown = FalcoRule.Show(item, term.Field);
                        inspection.Broken(item.Object, item.PathOf("condition"), $"{item} names the field {shown}, which Falco does not have", shown);
                    }
                }
            },
        },
        new FalcoRule("RMP6504", "falco-event-type", DiagnosticSeverity.Warning)
        {
            Summary =
                "A rule names its event types; without evt.type Falco evaluates it for every event, which is expensive, and warns.",
            Allowed = "evt.type in the condition, or a macro that has it",
            Fix = "add evt.type in (…) to the condition",
            Check = CheckFalcoEventType,
        },
        new FalcoRule("RMP6505", "falco-input-output", DiagnosticSeverity.Warning)
        {
            Summary =
                "A rule uses events that Falco delivers; by default Falco drops reads and writes, so that the rule never sees them.",
            Allowed = "open, openat and openat2 with evt.is_open_write, or the macro open_write",
            Fix = "use the macro open_write in place of write",
            Check = CheckFalcoInputOutput,
        },
        new FalcoRule("RMP6506", "falco-file-descriptor", DiagnosticSeverity.Warning)
        {
            Summary =
                "A rule about renamed and removed files uses fs.path fields; these events have no file descriptor, so that a condition on fd is never true.",
            Allowed = "fs.path.name, fs.path.source and fs.path.target for rename, unlink and the like",
            Fix = "write a separate rule for these events, with fs.path.name",
            Check = CheckFalcoFileDescriptor,
        },
        new ObjectSetRule("RMP6507", "falco-stock-name", RuleCategory.Policies, DiagnosticSeverity.Warning)
        {
            Summary =
                "A rule has a name that none of Falco's own rules has; a rule with the same name replaces Falco's in the whole cluster.",
            Allowed = "another name, or override",
            Fix = "rename the rule, e.g. with the workload's name in front",
            Guide = "Falco Rules",
            Check = CheckFalcoStockName,
        },
        new FalcoRule("RMP6508", "falco-repository", DiagnosticSeverity.Warning)
        {
            Summary =
                "A rule names an image repository with its registry, as containerd does; without it the rule never matches there.",
            Allowed = "docker.io/authzed/spicedb, or endswith /authzed/spicedb, or k8s.ns.name",
            Fix = "write the registry, or compare k8s.ns.name and container.name",
            Check = CheckFalcoRepository,
        },
        new FalcoRule("RMP6509", "falco-address-family", DiagnosticSeverity.Info)
        {
            Summary = "A rule about connections covers IPv4 and IPv6; with one of them, it misses connections over the other.",
            Allowed = "fd.type in (ipv4, ipv6), or fd.typechar in (4, 6)",
            Fix = "compare with both families",
            Check = CheckFalcoAddressFamily,
        },
        new FalcoRule("RMP6510", "falco-every-file", DiagnosticSeverity.Info)
        {
            Summary =
                "A rule about files names them; a name that starts with / is every file, including those that the program always writes.",
            Allowed = "directories that the program does not write to",
            Fix = "leave out the directories that the program writes to, such as /tmp",
            Check = CheckFalcoEveryFile,
        },
        new FalcoRule("RMP6511", "falco-incomplete", DiagnosticSeverity.Error)
        {
            Summary =
                "A rule has a description, a condition, an output and a priority; if one of them is missing, Falco rejects the whole file.",
            Allowed = "desc, condition, output and a priority from EMERGENCY to DEBUG",
            Fix = "add what is missing",
            Check = CheckFalcoIncomplete,
        },
    ];

    private static void CheckFalcoUndefinedList(FalcoItem item, FalcoDocuments documents, Inspection inspection)
    {
        foreach (FalcoTerm term in item.Terms)
        {
            bool isPort = IsPort(term.Field);
            if (!isPort && !IsAddress(term.Field))
            {
                continue;
            }

            foreach (FalcoOperand value in term.Values)
            {
                if (!value.IsQuoted
                    && !(isPort ? IsNumber(value.Text) : IsAddressText(value.Text))
                    && !documents.HasList(value.Text)
                    && !StockFalco.IsNetworkList(value.Text))
                {
                    string shown = FalcoRule.Show(item, value.Text);
                    string wanted = isPort ? "a port" : "an address";
                    inspection.Broken(
                        item.Object,
                        item.PathOf("condition"),
                        $"{item} compares {FalcoRule.Show(item, term.Field)} with '{shown}', which is neither {wanted} nor a list that is defined here",
                        shown);
                }
            }
        }
    }

    private static bool IsAddress(string field) =>
        field is "fd.ip" or "fd.cip" or "fd.sip" or "fd.lip" or "fd.rip" or "fd.net" or "fd.cnet" or "fd.snet" or "fd.lnet" or "fd.rnet" or "fd.dip";

    private static bool IsPort(string field) => field is "fd.port" or "fd.cport" or "fd.sport" or "fd.lport" or "fd.rport" or "fd.dport";

    private static bool IsNumber(string text) => !text.AsSpan().ContainsAnyExceptInRange('0', '9');

    private static bool IsAddressText(string text)
    {
        int slash = text.IndexOf('/');
        return System.Net.IPAddress.TryParse(slash < 0 ? text : text.AsSpan(0, slash), out _);
    }

    private static void CheckFalcoEventType(FalcoItem item, FalcoDocuments documents, Inspection inspection)
    {
        if (!item.IsRule || item.Terms.Count == 0 || item.IsChange || item.Body["source"].Text is not ("" or "syscall") || item.Body["source"].IsUnknown)
        {
            return;
        }

        List<FalcoTerm> terms = [];
        bool isKnown = documents.Expand(item.Terms, terms);
        foreach (FalcoTerm term in terms)
        {
            if (term.IsMacro
                ? !documents.HasMacro(term.Values[0].Text) && StockFalco.NamesEvents(term.Values[0].Text)
                : term.Field.StartsWith("evt.type", StringComparison.Ordinal))
            {
                return;
            }
        }

        if (isKnown)
        {
            inspection.Broken(item.Object, item.PathOf("condition"), $"{item} names no event type");
        }
    }

    private static void CheckFalcoInputOutput(FalcoItem item, FalcoDocuments documents, Inspection inspection)
    {
        foreach (FalcoTerm term in item.Terms)
        {
            if (term is not { Field: "evt.type", AsksForOneOf: true })
            {
                continue;
            }

            foreach (FalcoOperand value in term.Values)
            {
                if (value.Text is "read" or "readv" or "pread" or "preadv" or "write" or "writev" or "pwrite" or "pwritev")
                {
                    string shown = FalcoRule.Show(item, value.Text);
                    inspection.Broken(
                        item.Object, item.PathOf("condition"), $"{item} uses the event {shown}, which Falco does not deliver by default", shown);
                }
            }
        }
    }

    private static void CheckFalcoFileDescriptor(FalcoItem item, FalcoDocuments documents, Inspection inspection)
    {
        bool asksForDescriptor = false;
        string? first = null;
        foreach (FalcoTerm term in item.Terms)
        {
            asksForDescriptor |= !term.IsNegated && term.Field is "fd.name" or "fd.directory" or "fd.filename" or "fd.num" or "fd.typechar" or "fd.type";
            if (term is { Field: "evt.type", AsksForOneOf: true })
            {
                foreach (FalcoOperand value in term.Values)
                {
                    first ??= HasNoDescriptor(value.Text) ? value.Text : null;
                }
            }
        }

        if (asksForDescriptor && first is not null)
        {
            string shown = FalcoRule.Show(item, first);
            inspection.Broken(item.Object, item.PathOf("condition"), $"{item} uses fields of fd, which the event {shown} does not have", shown);
        }
    }

    private static bool HasNoDescriptor(string type) =>
        type is "rename" or "renameat" or "renameat2" or "unlink" or "unlinkat" or "rmdir" or "mkdir" or "mkdirat" or "link" or "linkat" or "symlink" or "symlinkat";

    private static void CheckFalcoStockName(Inspection inspection)
    {
        Dictionary<(KubernetesObject Object, string Path), (List<FalcoItem> Stock, int Rules)> files = [];
        foreach (FalcoItem item in FalcoDocuments.Of(inspection.Facts).Items)
        {
            if (!item.IsRule || item.IsChange || item.Body["condition"].IsUnset)
            {
                continue;
            }

            (List<FalcoItem> stock, int rules) = files.GetValueOrDefault((item.Object, item.FilePath), ([], 0));
            if (StockFalco.IsRule(item.Body["rule"].Text))
            {
                stock.Add(item);
            }

            files[(item.Object, item.FilePath)] = (stock, rules + 1);
        }

        foreach (((KubernetesObject holder, string path), (List<FalcoItem> stock, int rules)) in files)
        {
            if (stock.Count >= LeastOfCopy && stock.Count * 2 > rules)
            {
                inspection.Broken(
                    holder,
                    path,
                    string.Create(CultureInfo.InvariantCulture, $"{stock.Count} of {rules} rules have the names of Falco's own rules and replace them, as in a copy of Falco's own rule file"),
                    fix: "remove the copy, and change Falco's rules by override in a separate file");
                continue;
            }

            foreach (FalcoItem item in stock)
            {
                inspection.Broken(item.Object, item.PathOf("rule"), $"{item} replaces the rule of this name in Falco's own rules", item.Body["rule"].Shown);
            }
        }
    }

    private static void CheckFalcoRepository(FalcoItem item, FalcoDocuments documents, Inspection inspection)
    {
        foreach (FalcoTerm term in item.Terms)
        {
            if (term is not { Field: "container.image.repository", AsksForOneOf: true })
            {
                continue;
            }

            foreach (FalcoOperand value in term.Values)
            {
                // A word without a slash can be a list.
                if ((value.IsQuoted || value.Text.Contains('/')) && ImagePattern.NamesNoRegistry(value.Text) && !HasOtherForm(term, value.Text))
                {
                    string shown = FalcoRule.Show(item, value.Text);
                    inspection.Broken(
                        item.Object, item.PathOf("condition"), $"{item} names the repository '{shown}' without its registry, which containerd does not", shown);
                }
            }
        }
    }

    private static bool HasOtherForm(FalcoTerm term, string repository)
    {
        foreach (FalcoOperand value in term.Values)
        {
            if (value.Text == ImagePattern.OtherForm(repository))
            {
                return true;
            }
        }

        return false;
    }

    private static void CheckFalcoAddressFamily(FalcoItem item, FalcoDocuments documents, Inspection inspection)
    {
        bool hasFirst = false, hasSecond = false;
        foreach (FalcoTerm term in item.Terms)
        {
            if (term is { Field: "fd.type" or "fd.typechar", AsksForOneOf: true })
            {
                foreach (FalcoOperand value in term.Values)
                {
                    hasFirst |= value.Text is "ipv4" or "4";
                    hasSecond |= value.Text is "ipv6" or "6";
                }
            }
        }

        if (hasFirst && !hasSecond)
        {
            inspection.Broken(item.Object, item.PathOf("condition"), $"{item} misses connections over IPv6", "ipv4");
        }
    }

    private static void CheckFalcoEveryFile(FalcoItem item, FalcoDocuments documents, Inspection inspection)
    {
        bool isNarrowed = false, isEverything = false;
        foreach (FalcoTerm term in item.Terms)
        {
            if (term.Field is "fd.name" or "fs.path.name" or "fd.directory")
            {
                bool isRoot = term is { Operator: "startswith", IsNegated: false } && term.Values is [{ Text: "/" }];
                isEverything |= isRoot;
                isNarrowed |= !isRoot;
            }
        }

        if (isEverything && !isNarrowed)
        {
            inspection.Broken(item.Object, item.PathOf("condition"), $"{item} matches every file, since every name starts with /", "/");
        }
    }

    private static void CheckFalcoIncomplete(FalcoItem item, FalcoDocuments documents, Inspection inspection)
    {
        // A rule that is only turned off or on is defined elsewhere.
        if (!item.IsRule || item.IsChange || (!item.Body["enabled"].IsUnset && item.Body["condition"].IsUnset))
        {
            return;
        }

        foreach (string field in (string[])["desc", "condition", "output", "priority"])
        {
            if (item.Body[field].IsUnset)
            {
                inspection.Broken(item.Object, item.PathOf(field), $"{item} has no {field}");
            }
        }

        Field priority = item.Body["priority"];
        if (!priority.IsUnset && priority.TryGetText(out string text) && !IsPriority(text))
        {
            inspection.Broken(item.Object, item.PathOf("priority"), $"{item} has the unknown priority '{priority.Shown}'", priority.Shown);
        }
    }

    private static bool IsPriority(string text) =>
        text.ToUpperInvariant() is "EMERGENCY" or "ALERT" or "CRITICAL" or "ERROR" or "WARNING" or "NOTICE" or "INFO" or "INFORMATIONAL" or "DEBUG";
}
