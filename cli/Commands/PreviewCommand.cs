using System.CommandLine;
using Rampart.Cli.Previews;
using Rampart.Cli.Terminals;
using Rampart.Plan.Programs;

namespace Rampart.Cli.Commands;

/// <summary><c>preview [stack]</c>: shows what the program would declare.</summary>
public static class PreviewCommand
{
    /// <summary>Creates the command.</summary>
    public static Command Create(IProgram program)
    {
        StackOptions options = new();
        Command command = new("preview", "Shows what a stack would declare: its resources and what each is for, outputs, counts.");
        options.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            Rampart.Plan.Plans.Plan? plan = await new StackPlanner(program, options).PlanAsync(parsed, cancellationToken).ConfigureAwait(false);
            if (plan is null)
            {
                return ExitCodes.BadInput;
            }

            using StringWriter text = new() { NewLine = "\n" };
            new PlanText(text, Palette.For(Console.IsOutputRedirected)).Write(plan);
            parsed.InvocationConfiguration.Output.Write(text.ToString());
            return ExitCodes.Success;
        });
        return command;
    }
}
