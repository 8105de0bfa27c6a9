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
// `check N SHAPE`: the same with another shape of input: pods, one-namespace, copies, limit-ranges, different-limit-ranges, policies,
// quotas, services, endpoint-slices, ingresses, budgets, unused-budgets, accounts, bindings, volumes, containers.
//
// `cel N`: evaluates a policy of five rules over a pod N times, on one thread.
//
// `scaling N`: checks every shape with N and with a tenth of it, and prints how many times the processor time it takes: fifteen
// at most. Apps in one namespace may take one and a half times the time that they take in their own.
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

if (args is ["cel", string evaluations])
{
    Console.WriteLine(CelBench.Run(int.Parse(evaluations, CultureInfo.InvariantCulture)));
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
        Console.Error.Write(await RunAsync("write-file", appsToCheck, file, shape));
        Console.Error.Write(await RunAsync("check-file", appsToCheck, file));
    }
    finally
    {
        Directory.Delete(folder, recursive: true);
    }

    return 0;
}

if (args is ["scaling", string most])
{
    int all = int.Parse(most, CultureInfo.InvariantCulture);
    bool holds = true;
    foreach (string shape in Shapes.ByName.Keys)
    {
        double few = await MeasureAsync(all / 10, shape), many = await MeasureAsync(all, shape);
        holds &= many <= 15 * few;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{shape,-24} {all / 10,6}: {few,6:F0} ms  {all,6}: {many,6:F0} ms  {many / few:F1} times{(many > 15 * few ? ", too many" : "")}"));
    }

    double own = await MeasureAsync(all, "apps"), shared = await MeasureAsync(all, "one-namespace");
    holds &= shared <= 1.5 * own;
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{all} apps in one namespace take {shared / own:F2} times the time that they take in their own"));
    return holds ? 0 : 1;
}

// For `scaling`: writes nothing but milliseconds of processor time to standard error.
if (args is ["check-time", string timed])
{
    _ = await AppsBench.CheckAsync(timed);
    using Process self = Process.GetCurrentProcess();
    await Console.Error.WriteLineAsync(self.TotalProcessorTime.TotalMilliseconds.ToString(CultureInfo.InvariantCulture));
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
// What it writes to standard error is the result.
static async Task<string> RunAsync(params string[] arguments)
{
    ProcessStartInfo start = new(Environment.ProcessPath!, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
    using Process child = Process.Start(start)!;
    Task<string> result = child.StandardError.ReadToEndAsync();
    await child.StandardOutput.BaseStream.CopyToAsync(Stream.Null, 1 << 20);
    await child.WaitForExitAsync();
    return await result;
}

// Milliseconds of processor time that a process takes to check so many of a shape: the least of three runs.
static async Task<double> MeasureAsync(int count, string shape)
{
    string folder = Directory.CreateTempSubdirectory("rampart-bench-").FullName, number = count.ToString(CultureInfo.InvariantCulture);
    try
    {
        string file = Path.Combine(folder, "shape.yaml");
        _ = await RunAsync("write-file", number, file, shape);
        double least = double.MaxValue;
        for (int run = 0; run < 3; run++)
        {
            least = Math.Min(least, double.Parse(await RunAsync("check-time", file), CultureInfo.InvariantCulture));
        }

        return least;
    }
    finally
    {
        Directory.Delete(folder, recursive: true);
    }
}

static string DescribeProcess(Measurement measurement, string work, int apps)
{
    using Process self = Process.GetCurrentProcess();
    return string.Create(
        CultureInfo.InvariantCulture,
        $"{measurement.Describe(work, apps)}  process {(DateTime.Now - self.StartTime).TotalMilliseconds:F0} ms, {self.TotalProcessorTime.TotalMilliseconds:F0} ms cpu, peak {self.PeakWorkingSet64 / 1e6:F0} MB");
}
