using System.CommandLine;
using System.Globalization;
using Rampart.Rules.Diagnostics;

namespace Rampart.Cli.Commands;

/// <summary>The options by which every command that plans a stack names it.</summary>
public sealed class StackOptions
{
    /// <summary>The stack that is planned when none is named.</summary>
    public const string DefaultStack = "dev";

    /// <summary>Default of <see cref="Timeout"/>: ten minutes, in which a program is built, too.</summary>
    public const int DefaultTimeoutSeconds = 600;

    /// <summary>Most seconds of <see cref="Timeout"/>: a day.</summary>
    public const int MaxTimeoutSeconds = 24 * 60 * 60;

    /// <summary>The stack.</summary>
    public Argument<string> Stack { get; } = new("stack")
    {
        Description = "The stack: Pulumi.<stack>.yaml holds its values.",
        Arity = ArgumentArity.ZeroOrOne,
        DefaultValueFactory = static _ => DefaultStack,
    };

    /// <summary>Values in place of the stack file's.</summary>
    public Option<string[]> Config { get; } = new("--config", "-c")
    {
        Description = "A value in place of the stack file's, key=value; may be given again. Keys without a namespace are the project's.",
        HelpName = "key=value",
    };

    /// <summary>Where the project is.</summary>
    public Option<string> Cwd { get; } = new("--cwd", "-C")
    {
        Description = "The folder to look for Pulumi.yaml in, and above; paths of files start from it, too. Default: the current one.",
        HelpName = "folder",
    };

    /// <summary>Whether components and functions of other packages, of which a plan knows nothing, are accepted.</summary>
    public Option<bool> AllowUnknown { get; } = new("--allow-unknown")
    {
        Description = "Goes on though the program uses components, Helm releases or functions of providers, which a plan does not start: what they declare is not known. Otherwise the exit code is 1.",
    };

    /// <summary>How long the program may take, in seconds.</summary>
    public Option<int> Timeout { get; } = new("--timeout")
    {
        Description = "Seconds after which a program that has not ended is stopped, up to 86400; 0 waits for ever.",
        DefaultValueFactory = static _ => DefaultTimeoutSeconds,
        HelpName = "seconds",
        CustomParser = static result =>
        {
            string text = result.Tokens[0].Value;
            if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int seconds) && seconds <= MaxTimeoutSeconds)
            {
                return seconds;
            }

            result.AddError(string.Create(
                CultureInfo.InvariantCulture, $"--timeout: {QuotedText.Of(text)} is not a whole number of seconds from 0 to {MaxTimeoutSeconds}; give one, or 0 to wait for ever"));
            return 0;
        },
    };

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        ArgumentNullException.ThrowIfNull(command);
        command.Arguments.Add(Stack);
        command.Options.Add(Config);
        command.Options.Add(Cwd);
        command.Options.Add(AllowUnknown);
        command.Options.Add(Timeout);
    }
}
