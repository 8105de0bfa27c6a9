using Rampart.WireProgram.Recording;
using Rampart.WireProgram.Scenarios;

// Under an engine this is the Pulumi program of one scenario, its argument or WIRE_SCENARIO. Started by a person it plays the engine and
// writes down what the program says:
//
//   list                                     the scenarios
//   record [SCENARIO…]                       what they say, each in a preview and in an update; all but the deviations when
//                                            none is named
//   record-command preview|update -- COMMAND what another program says
//
// The two flavours of the SDK say the same:
//
//   dotnet run --project tests/Wire.Program -- record > bundled.txt
//   dotnet run --project tests/Wire.Program -p:PulumiSdk=NuGet -- record > nuget.txt
//   diff bundled.txt nuget.txt
if (Environment.GetEnvironmentVariable("PULUMI_MONITOR") is { Length: > 0 })
{
    return await ScenarioList.RunAsync(args is [string scenario] ? scenario : Environment.GetEnvironmentVariable("WIRE_SCENARIO") ?? "");
}

switch (args)
{
    case ["list"]:
        foreach (string name in ScenarioList.Names.Concat(ScenarioList.DeviationNames))
        {
            Console.WriteLine(name);
        }

        return 0;
    case ["record", .. string[] names]:
        await using (ScenarioRecorder recorder = new())
        {
            foreach (string name in names is [] ? ScenarioList.Names : names)
            {
                Console.Write(await recorder.RecordAsync(name, isPreview: true));
                Console.Write(await recorder.RecordAsync(name, isPreview: false));
            }
        }

        return 0;
    case ["record-command", "preview" or "update", "--", _, ..]:
        Console.Write(await CommandRecorder.RecordAsync(args[3..], args[1] == "preview", []));
        return 0;
    case [ScenarioProcess.Argument]:
        return await ScenarioProcess.RunAsync();
    default:
        Console.Error.WriteLine("give one of: list | record [SCENARIO…] | record-command preview|update -- COMMAND");
        return 2;
}
