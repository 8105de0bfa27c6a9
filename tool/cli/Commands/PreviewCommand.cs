using System.CommandLine;
using Rampart.Cli.Checks;
using Rampart.Cli.Previews;
using Rampart.Cli.Terminals;
using Rampart.Plan.Programs;
using Rampart.Rules.Diagnostics;

namespace Rampart.Cli.Commands;

/// <summary><c>preview [stack]</c>: shows what the program would declare, and what the rules say of it.</summary>
public static class PreviewCommand
{
    /// <summary>Creates the command.</summary>
    public static Command Create(IProgram program)
    {
        StackOptions options = new();
        Command command = new(
            "preview",
            "Shows what a stack would declare: its resources and what each is for, outputs, counts, what the rules say, and the guide's checklist. Exit code 1: a rule of severity error is broken.");
        options.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            StackCheck? stack = await StackCheck.PlanAsync(new StackPlanner(program, options), parsed, level: null, version: null, cancellationToken).ConfigureAwait(false);
            if (stack is null)
            {
                return ExitCodes.BadInput;
            }

            CheckOutcome outcome = stack.Check(lowest: DiagnosticSeverity.Warning, failOn: DiagnosticSeverity.Error);
            using StringWriter text = new() { NewLine = "\n" };
            Palette palette = Palette.ForOutput(parsed.InvocationConfiguration.Output);
            new PlanText(text, palette).Write(stack.Planned.Plan);
            text.WriteLine();
            new CheckTextReport(text, palette).WriteDigest(outcome);
            parsed.InvocationConfiguration.Output.Write(text.ToString());
            return outcome.ExitCode;
        });
        return command;
    }
}
