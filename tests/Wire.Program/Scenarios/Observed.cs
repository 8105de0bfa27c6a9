using System.Collections;
using System.Globalization;
using System.Text;
using Pulumi;
using Pulumi.Utilities;

namespace Rampart.WireProgram.Scenarios;

/// <summary>Tells what a program sees of an output, as a message.</summary>
internal static class Observed
{
    public static void Tell<T>(string name, Output<T> output)
    {
        // A run waits for what is inside of Apply, and for nothing else that a program does in the background.
        _ = Output.Create(TellAsync(name, output)).Apply(static done => done);
    }

    private static async Task<bool> TellAsync<T>(string name, Output<T> output)
    {
        bool isKnown = await OutputUtilities.GetIsKnownAsync(output).ConfigureAwait(false);
        bool isSecret = await Output.IsSecretAsync(output).ConfigureAwait(false);
        T value = await OutputUtilities.GetValueAsync(output).ConfigureAwait(false);
        List<string> dependencies = [];
        foreach (Resource resource in await OutputUtilities.GetDependenciesAsync(output).ConfigureAwait(false))
        {
            dependencies.Add(await OutputUtilities.GetValueAsync(resource.Urn).ConfigureAwait(false));
        }

        dependencies.Sort(StringComparer.Ordinal);
        Log.Info($"{name}: {(isKnown ? Show(value) : "unknown")}{(isSecret ? ", secret" : "")} <- [{string.Join(", ", dependencies)}]");
        return true;
    }

    private static string Show(object? value) => value switch
    {
        null => "null",
        string text => $"'{text}'",
        bool flag => flag ? "true" : "false",
        IDictionary map => "{" + string.Join(", ", map.Keys.Cast<object>().Select(Text).Order(StringComparer.Ordinal).Select(key => $"{key}: {Show(map[key])}")) + "}",
        IEnumerable list => ShowList(list),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        Resources.Part part => $"part({Show(part.Name)}, {Show(part.Size)}, {Show(part.Inner)})",
        Resources.EchoResult result => $"result({Show(result.Text)})",
        Resource resource => $"resource {resource.GetResourceType()} {resource.GetResourceName()}",
        _ => value.GetType().Name,
    };

    private static string ShowList(IEnumerable list)
    {
        // A list that was not there is not even empty, and cannot be enumerated.
        if (list.GetType().GetProperty("IsDefault")?.GetValue(list) is true)
        {
            return "default";
        }

        StringBuilder text = new("[");
        foreach (object? item in list)
        {
            text.Append(text.Length == 1 ? "" : ", ").Append(Show(item));
        }

        return text.Append(']').ToString();
    }

    private static string Text(object key) => key.ToString()!;
}
