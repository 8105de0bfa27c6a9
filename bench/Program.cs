using System.Diagnostics;
using System.Globalization;
using Rampart.Bench;
using Rampart.Bench.Apps;

// One piece of work: `rampart-json`, `rampart-yaml` or `models-json`, and a number of apps.
// Without arguments: all of them, each in a process of its own.
//
// `wire N`: plans N apps, 6 N objects, by running this program as a process that speaks the engine's protocol, as `pulumi`
// would run it. After `--`, another program that declares the same, such as this one built on the official packages:
//
//   dotnet build -c Release -p:PulumiSdk=NuGet bench
//   dotnet run -c Release --project bench -- wire 1000
//   dotnet run -c Release --project bench -- wire 1000 -- dotnet artifacts/nuget/bin/Rampart.Bench/release/Rampart.Bench.dll program 1000
// The figures are those of the server; the program's own processor time comes before them.
//
// `check N`: writes N apps to a file, and checks that file as the command line does, each in a process of its own.
// `check N SHAPE`: the same with another shape of input: pods, one-namespace, copies, limit-ranges, policies, quotas, volumes.
// Ten times the input of one shape may take fifteen times the time at most.
if (args is ["program", string appsOfProgram])
{
    int exitCode = await AppsBench.ProgramAsync(int.Parse(appsOfProgram, CultureInfo.InvariantCulture));
    using Process self = Process.GetCurrentProcess();
    Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"program  {self.TotalProcessorTime.TotalMilliseconds:F0} ms cpu, peak {self.PeakWorkingSet64 / 1e6:F0} MB"));
    return exitCode;
}

if (args is ["wire", string appsOnWire, .. string[] rest])
{
    // It runs in the folder of the project.
    string[] command = rest is ["--", .. string[] other]
        ? [.. other.Select(static part => File.Exists(part) ? Path.GetFullPath(part) : part)]
        : ["dotnet", typeof(AppsBench).Assembly.Location, "program", appsOnWire];
    int onWire = int.Parse(appsOnWire, CultureInfo.InvariantCulture);
    Console.WriteLine((await Measurement.OfAsync(() => AppsBench.WireAsync(onWire, command))).Describe("wire", onWire));
    return 0;
}

if (args is ["check", string appsToCheck, .. ([] or [_]) and string[] shapes])
{
    string shape = shapes is [string given] ? given : "apps";
    if (!Shapes.ByName.ContainsKey(shape))
    {
        Console.Error.WriteLine($"'{shape}' is no shape; give one of {string.Join(", ", Shapes.ByName.Keys)}");
        return 2;
    }

    string folder = Directory.CreateTempSubdirectory("rampart-bench-").FullName;
    try
    {
        string file = Path.Combine(folder, "apps.yaml");
        await RunAsync(["write-file", appsToCheck, file, shape]);
        await RunAsync(["check-file", appsToCheck, file]);
    }
    finally
    {
        Directory.Delete(folder, recursive: true);
    }

    return 0;
}

if (args is ["write-file" or "check-file", string appsInFile, string path, .. string[] shapeInFile])
{
    int inFile = int.Parse(appsInFile, CultureInfo.InvariantCulture);
    Measurement ofFile = await Measurement.OfAsync(async () =>
    {
        if (args[0] == "check-file")
        {
            _ = await AppsBench.CheckAsync(path);
            return;
        }

        using FileStream stream = File.Create(path);
        await AppsBench.ShapeAsync(inFile, shapeInFile[0], stream);
    });
    await Console.Error.WriteLineAsync(DescribeProcess(ofFile, args[0], inFile));
    return 0;
}

if (args is [string work, string number] && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out int count) && count > 0)
{
    using Stream output = Stream.Null;
    Measurement measurement = work switch
    {
        "rampart-json" => await Measurement.OfAsync(() => AppsBench.RampartAsync(count, output, isYaml: false)),
        "rampart-yaml" => await Measurement.OfAsync(() => AppsBench.RampartAsync(count, output, isYaml: true)),
        "models-json" => await Measurement.OfAsync(() => AppsBench.ModelsAsync(count, output)),
        _ => throw new ArgumentException($"'{work}' is not known; give rampart-json, rampart-yaml or models-json"),
    };
    Console.WriteLine(DescribeProcess(measurement, work, count));
    return 0;
}

foreach (int apps in (int[])[1, 1000, 10000])
{
    foreach (string each in (string[])["rampart-json", "rampart-yaml", "models-json"])
    {
        using Process child = Process.Start(Environment.ProcessPath!, [each, apps.ToString(CultureInfo.InvariantCulture)]);
        await child.WaitForExitAsync();
    }
}

return 0;

// Its standard output, a report, is read as a pipe would read it and thrown away.
static async Task RunAsync(params string[] arguments)
{
    using Process child = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, arguments) { RedirectStandardOutput = true })!;
    await child.StandardOutput.BaseStream.CopyToAsync(Stream.Null, 1 << 20);
    await child.WaitForExitAsync();
}

static string DescribeProcess(Measurement measurement, string work, int apps)
{
    using Process self = Process.GetCurrentProcess();
    return string.Create(
        CultureInfo.InvariantCulture,
        $"{measurement.Describe(work, apps)}  process {(DateTime.Now - self.StartTime).TotalMilliseconds:F0} ms, {self.TotalProcessorTime.TotalMilliseconds:F0} ms cpu, peak {self.PeakWorkingSet64 / 1e6:F0} MB");
}
