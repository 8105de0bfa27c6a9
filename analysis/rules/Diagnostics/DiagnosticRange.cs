namespace Rampart.Rules.Diagnostics;

/// <summary>Numbers that belong together.</summary>
/// <param name="First">The first number, e.g. 1001 for <c>RMP1001</c>.</param>
/// <param name="Last">The last number.</param>
/// <param name="Title">What the numbers are about.</param>
public sealed record DiagnosticRange(int First, int Last, string Title)
{
    /// <summary>All ranges, in order and without overlaps.</summary>
    public static IReadOnlyList<DiagnosticRange> All { get; } =
    [
        new(1001, 1099, "Pod Security Standards"),
        new(1101, 1199, "Hardening of pods beyond the standards"),
        new(1201, 1299, "What the API server takes as an object"),
        new(2001, 2099, "Images and supply chain"),
        new(3001, 3099, "Resources, quotas and limit ranges"),
        new(3101, 3199, "Resources in settings"),
        new(4001, 4199, "Availability and scheduling"),
        new(4201, 4299, "Topology of SpiceDB"),
        new(5001, 5099, "Accounts and rights"),
        new(5101, 5199, "Secrets"),
        new(5201, 5299, "Network policies"),
        new(5301, 5399, "Services and ingresses"),
        new(5401, 5499, "Namespaces and labels"),
        new(6001, 6099, "Runtime monitoring"),
        new(6101, 6199, "Kyverno"),
        new(6201, 6299, "Gatekeeper"),
        new(6301, 6399, "Admission policies"),
        new(6401, 6499, "Tetragon"),
        new(6501, 6599, "Falco"),
        new(7001, 7029, "Projects, stacks and configuration"),
        new(7030, 7049, "Files of Kubernetes objects"),
        new(7050, 7069, "Settings of a check"),
        new(7070, 7079, "The Kubernetes provider"),
        new(7080, 7099, "Secrets in output"),
        new(7101, 7107, "Settings of components and stacks"),
        new(7108, 7119, "Files of Kubernetes objects, continued"),
        new(7120, 7129, "What is not checked"),
        new(7130, 7139, "Inputs of components"),
        new(7201, 7299, "Waivers"),
        new(8001, 8099, "Updates of a stack"),
        new(9001, 9099, "Generators"),
    ];

    /// <summary>The range of a number; null when it is in none.</summary>
    public static DiagnosticRange? Of(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        return int.TryParse(id.AsSpan(Math.Min(3, id.Length)), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out int number)
            ? All.FirstOrDefault(range => range.First <= number && number <= range.Last)
            : null;
    }
}
