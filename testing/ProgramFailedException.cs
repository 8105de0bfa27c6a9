using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using Pulumi;
using Rampart.Plan.Programs;
using Rampart.Protocol.Monitor;
using Rampart.Protocol.Values;
using Rampart.Rules.Diagnostics;

namespace Rampart.Testing;

/// <summary>
/// A program stopped with an error, or its configuration is wrong. The message has a line or more for each failure, without secrets: what failed, after
/// the URN or the component that it failed in where one is known. The inner exception is the cause of the first, unless it would show a secret.
/// </summary>
public sealed class ProgramFailedException : RunException
{
    private ProgramFailedException(string message, Exception? cause)
        : base(message, cause)
    {
    }

    internal static ProgramFailedException Of(IEnumerable<Diagnostic> diagnostics) => new(string.Join('\n', diagnostics), cause: null);

    internal static ProgramFailedException Of(ProgramRun run, SecretTexts secrets)
    {
        List<string> told = [.. run.Diagnostics.Where(static each => each.Severity == DiagnosticSeverity.Error).Select(static each => each.ToString())];
        Exception? first = null;
        foreach (LogRequest error in run.Errors)
        {
            Exception[] causes = [.. run.Exit.Exceptions.Where(exception => ProgramExit.IsToldBy(error.Message, exception, secrets)).SelectMany(FindCauses)];
            first ??= causes.FirstOrDefault();
            IEnumerable<string> failures = causes.Length == 0
                ? [At(error.Urn, error.Message)]
                : causes.Select(cause => At(error.Urn.Length > 0 ? error.Urn : FindComponent(cause), secrets.Mask(cause.Message)));
            told.AddRange(failures.Where(failure => !told.Exists(other => other.Contains(failure, StringComparison.Ordinal))));
        }

        if (told.Count == 0)
        {
            told.Add(string.Create(CultureInfo.InvariantCulture, $"the program ended with exit code {run.Exit.ExitCode} and told nothing"));
        }

        return new ProgramFailedException(string.Join('\n', told), first is null || IsShowing(first, secrets) ? null : first);
    }

    private static IEnumerable<Exception> FindCauses(Exception exception) => exception switch
    {
        AggregateException several => several.InnerExceptions.SelectMany(FindCauses),
        TargetInvocationException { InnerException: { } inner } => FindCauses(inner),
        TypeInitializationException { InnerException: { } inner } => FindCauses(inner),
        _ => [exception],
    };

    // The innermost class of resources whose code ran; a resource that is being made has no URN yet.
    private static string FindComponent(Exception cause)
    {
        foreach (StackFrame frame in new StackTrace(cause, fNeedFileInfo: false).GetFrames())
        {
            for (Type? type = frame.GetMethod()?.DeclaringType; type is not null; type = type.DeclaringType)
            {
                if (type.IsSubclassOf(typeof(Resource)) && type.Assembly != typeof(Resource).Assembly)
                {
                    return type.Name;
                }
            }
        }

        return "";
    }

    private static string At(string place, string problem) =>
        place.Length == 0 || problem.Contains(place, StringComparison.Ordinal) ? problem : $"{place}: {problem}";

    private static bool IsShowing(Exception exception, SecretTexts secrets)
    {
        string text = exception.ToString();
        return secrets.Mask(text) != text;
    }
}
