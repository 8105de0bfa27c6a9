using System.CommandLine;
using System.Globalization;
using Rampart.Plan.Configuration;
using Rampart.Plan.Manifests;
using Rampart.Rules.Diagnostics;

namespace Rampart.Cli.Commands;

/// <summary>The option that says what <c>render</c> does with secrets, and what follows from it.</summary>
internal sealed class SecretsOption
{
    private const string Omit = "omit";
    private const string Mask = "mask";
    private const string Show = "show";
    private const int MostNamed = 10;

    private readonly Option<string> _secrets = new("--secrets")
    {
        Description = "What becomes of objects that hold secrets. omit: they are left out; mask: placeholders stand for the values, and no cluster takes the object; show: they are written in the clear.",
        DefaultValueFactory = static _ => Omit,
    };

    private readonly Option<bool> _yes = new("--yes", "-y")
    {
        Description = "Shows secrets on a terminal, too.",
    };

    public SecretsOption() => _secrets.AcceptOnlyFromAmong(Omit, Mask, Show);

    public void AddTo(Command command)
    {
        command.Options.Add(_secrets);
        command.Options.Add(_yes);
    }

    /// <summary>Whether secrets are written in the clear.</summary>
    public bool AreShown(ParseResult parsed) => parsed.GetValue(_secrets) == Show;

    /// <summary>Whether what was asked for may be written; when not, standard error says why.</summary>
    public bool MayWrite(ParseResult parsed, bool toFolder)
    {
        bool isTerminal = ReferenceEquals(parsed.InvocationConfiguration.Output, Console.Out) && !Console.IsOutputRedirected;
        if (!AreShown(parsed) || toFolder || !isTerminal || parsed.GetValue(_yes))
        {
            return true;
        }

        parsed.InvocationConfiguration.Error.WriteLine(
            "error: --secrets show: it would write secrets on a terminal; send them to a file with --output folder, or add --yes");
        return false;
    }

    /// <summary>What stands in the way: secrets that have to be written and could not be decrypted.</summary>
    public IReadOnlyList<Diagnostic> Check(ParseResult parsed, StackConfiguration configuration)
    {
        List<Diagnostic> problems = [];
        if (AreShown(parsed))
        {
            foreach ((string key, ConfigValue value) in configuration.Values)
            {
                if (value.IsOpaque)
                {
                    problems.Add(new Diagnostic(
                        CommandDiagnosticIds.SecretNotDecrypted,
                        DiagnosticSeverity.Error,
                        value.Location.File,
                        key,
                        "the secret is not decrypted, so --secrets show cannot write it",
                        "set PULUMI_CONFIG_PASSPHRASE or PULUMI_CONFIG_PASSPHRASE_FILE to that of this stack, or give the value with --config")
                    {
                        Line = value.Location.Line,
                        Column = value.Location.Column,
                    });
                }
            }
        }

        return problems;
    }

    /// <summary>The objects to write; standard error tells which are left out.</summary>
    public Manifest[] Select(ParseResult parsed, Manifest[] manifests)
    {
        ManifestSelection selection = ManifestSelection.Of(manifests, parsed.GetValue(_secrets) switch
        {
            Show => SecretHandling.Show,
            Mask => SecretHandling.Mask,
            _ => SecretHandling.Omit,
        });
        TextWriter errors = parsed.InvocationConfiguration.Error;
        Tell(errors, selection.Secret, "secret values", "deploy with `pulumi up`, or write them in the clear with --secrets show, or look at them with --secrets mask");
        Tell(errors, selection.Unknown, "values that are not known yet", "deploy with `pulumi up`, or look at them with --secrets mask");
        return selection.Written;
    }

    // "1 Secret left out: app/key (secret values); …", "2 Secrets left out: app/key, app/uri …", "2 objects left out: Secret app/key, ConfigMap app/url (secret values); …"
    private static void Tell(TextWriter errors, IReadOnlyList<Manifest> omitted, string why, string fix)
    {
        if (omitted.Count == 0)
        {
            return;
        }

        bool isOneKind = omitted.All(manifest => manifest.Kind == "Secret") || omitted.Count == 1;
        List<string> names = [.. omitted.Select(NameOf).Order(StringComparer.Ordinal).Take(MostNamed)];
        if (omitted.Count > MostNamed)
        {
            names.Add(string.Create(CultureInfo.InvariantCulture, $"and {omitted.Count - MostNamed} more"));
        }

        string what = !isOneKind ? "objects" : omitted.Count == 1 ? omitted[0].Kind : "Secrets";
        errors.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{omitted.Count} {what} left out: {string.Join(", ", names)} ({why}); {fix}"));

        string NameOf(Manifest manifest)
        {
            string name = manifest.Name.Length == 0 ? manifest.Resource.Name : manifest.Name;
            string place = manifest.Namespace.Length == 0 ? name : $"{manifest.Namespace}/{name}";
            return isOneKind ? place : $"{manifest.Kind} {place}";
        }
    }
}
