using System.Diagnostics;
using System.Globalization;
using Rampart.Bench;

// One piece of work: `rampart-json`, `rampart-yaml` or `models-json`, and a number of apps.
// Without arguments: all of them, each in a process of its own.
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
    using Process self = Process.GetCurrentProcess();
    Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{measurement.Describe(work, count)}  process {(DateTime.Now - self.StartTime).TotalMilliseconds:F0} ms, {self.TotalProcessorTime.TotalMilliseconds:F0} ms cpu, peak {self.PeakWorkingSet64 / 1e6:F0} MB"));
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
