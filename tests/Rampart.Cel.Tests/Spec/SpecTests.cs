using System.Globalization;
using System.Text;
using Rampart.Cel.Values;

namespace Rampart.Cel.Tests.Spec;

/// <summary>
/// The language's own suite. It is not part of this repository: the environment variable <c>CEL_SPEC</c> names a checkout of it,
/// and without one there is nothing to run.
/// </summary>
public sealed class SpecTests
{
    private const string Variable = "CEL_SPEC";

    private const string Protobuf = "messages of protocol buffers, which this evaluator has not";
    private const string Extension = "an extension that Kubernetes does not load";

    private const string Keys = "Kubernetes takes null and doubles as keys of maps";
    private const string Container = "a container of names, which Kubernetes has not";
    private const string Presence = "in Kubernetes a scalar has no field, which is no error";
    private const string Format = "version 4 of the functions for texts; Kubernetes loads version 2";
    private const string Reverse = "version 3 of the functions for texts; Kubernetes loads version 2";
    private const string OwnFunction = "a function that the suite declares for itself";

    // Whole files of what Kubernetes does not have.
    private static readonly Dictionary<string, string> LeftOutFiles = new(StringComparer.Ordinal)
    {
        ["bindings_ext"] = Extension,
        ["block_ext"] = Extension,
        ["encoders_ext"] = Extension,
        ["math_ext"] = Extension,
        ["network_ext"] = Extension,
        ["proto2"] = Protobuf,
        ["proto2_ext"] = Protobuf,
        ["proto3"] = Protobuf,
        ["enums"] = Protobuf,
        ["wrappers"] = Protobuf,
        ["unknowns"] = "the file is empty",
    };

    // What Kubernetes does otherwise: its rows say so.
    private static readonly Dictionary<string, string> LeftOutCases = new(StringComparer.Ordinal)
    {
        ["fields/qualified_identifier_resolution/map_key_float"] = Keys,
        ["fields/qualified_identifier_resolution/map_key_null"] = Keys,
        ["namespace/namespace/self_eval_container_lookup"] = Container,
        ["namespace/namespace/self_eval_container_lookup_unchecked"] = Container,
        ["namespace/namespace_shadowing/basic"] = Container,
        ["optionals/optionals/map_null_entry_no_such_key"] = Presence,
        ["optionals/optionals/map_present_key_invalid_field"] = Presence,
        ["string_ext/format/scientific notation formatting clause"] = Format,
        ["string_ext/format/default precision for fixed-point clause with int"] = Format,
        ["string_ext/format/default precision for fixed-point clause with uint"] = Format,
        ["string_ext/format/default precision for scientific notation"] = Format,
        ["string_ext/format/default precision for scientific notation with int"] = Format,
        ["string_ext/format/default precision for scientific notation with uint"] = Format,
        ["string_ext/format/positive infinity support for scientific notation"] = Format,
        ["string_ext/format/negative infinity support for scientific notation"] = Format,
        ["string_ext/format/NaN support for decimal"] = Format,
        ["string_ext/format/positive infinity support for decimal"] = Format,
        ["string_ext/format/negative infinity support for decimal"] = Format,
        ["string_ext/format/positive infinity support for fixed-point"] = Format,
        ["string_ext/format/negative infinity support for fixed-point"] = Format,
        ["string_ext/format/list support for string"] = Format,
        ["string_ext/format/map support for string"] = Format,
        ["string_ext/format/map support (all key types)"] = Format,
        ["string_ext/format/dyntype support for scientific notation"] = Format,
        ["string_ext/format/dyntype NaN/infinity support"] = Format,
        ["string_ext/format/dyntype support for lists"] = Format,
        ["string_ext/format/dyntype support for maps"] = Format,
        ["string_ext/format/scientific notation formatting clause in a string variable"] = Format,
        ["string_ext/value_errors/indexof_out_of_range"] = "since version 2 of the functions for texts a place behind the end is no error",
        ["string_ext/value_errors/lastindexof_out_of_range"] = "since version 2 of the functions for texts a place behind the end is no error",
        ["string_ext/reverse/empty"] = Reverse,
        ["string_ext/reverse/single_character"] = Reverse,
        ["string_ext/reverse/multiple"] = Reverse,
        ["type_deduction/functions/function_result_type"] = OwnFunction,
        ["type_deduction/type_parameters/multiple_parameters_generality"] = OwnFunction,
        ["type_deduction/type_parameters/multiple_parameters_generality_2"] = OwnFunction,
        ["type_deduction/type_parameters/multiple_parameters_parameterized_ovl"] = OwnFunction,
        ["type_deduction/type_parameters/multiple_parameters_parameterized_ovl_2"] = OwnFunction,
    };

    public static TheoryData<string> Files => new(Folder is { } folder
        ? Directory.EnumerateFiles(folder, "*.textproto", SearchOption.AllDirectories).Where(static file => !LeftOutFiles.ContainsKey(Path.GetFileNameWithoutExtension(file))).Order(StringComparer.Ordinal)
        : [""]);

    private static string? Folder => Environment.GetEnvironmentVariable(Variable);

    [Theory]
    [MemberData(nameof(Files))]
    public void Case_OfEachFile_GivesWhatTheSuiteSays(string file)
    {
        Assert.SkipWhen(file.Length == 0, $"{Variable} names no folder with the suite");

        StringBuilder differences = new();
        HashSet<string> seen = new(StringComparer.Ordinal);
        int run = 0, failed = 0, leftOut = 0;
        string name = Path.GetFileNameWithoutExtension(file);
        foreach (TextProto section in TextProto.Parse(File.ReadAllText(file)).Messages("section"))
        {
            foreach (TextProto test in section.Messages("test"))
            {
                string path = $"{name}/{section.Text("name")}/{test.Text("name")}";
                seen.Add(path);
                if (NeedsProtobuf(test) || LeftOutCases.ContainsKey(path))
                {
                    leftOut++;
                    continue;
                }

                run++;
                if (Compare(test) is { } difference)
                {
                    failed++;
                    differences.Append(CultureInfo.InvariantCulture, $"\n{path}: {SpecValue.Utf8(test.Text("expr"))}\n  {difference}");
                }
            }
        }

        // A case that is left out must be one of the suite.
        Assert.All(LeftOutCases.Keys.Where(path => path.StartsWith(name + "/", StringComparison.Ordinal)), path => Assert.Contains(path, seen));
        TestContext.Current.TestOutputHelper?.WriteLine($"{run} run, {leftOut} left out");
        Assert.True(failed == 0, $"{failed} of {run} (left out {leftOut}){differences}");
    }

    private static bool NeedsProtobuf(TextProto test)
    {
        string expression = test.Text("expr");
        return test.Has("disable_macros") || expression.Contains("TestAllTypes", StringComparison.Ordinal) || expression.Contains("google.protobuf.", StringComparison.Ordinal) || expression.Contains("NestedTestAllTypes", StringComparison.Ordinal)
            || expression.Contains("GlobalEnum", StringComparison.Ordinal) || test.TextOrNull("container") is { } container && (container.StartsWith("cel.expr.conformance.proto", StringComparison.Ordinal) || container == "google.protobuf") && (expression.Contains('{', StringComparison.Ordinal) && Ascii(expression))
            || HasMessage(test);
    }

    // Names of messages begin with a capital letter, as in Int32Value{}.
    private static bool Ascii(string expression) => System.Text.RegularExpressions.Regex.IsMatch(expression, "[A-Z][A-Za-z0-9]*\\{");

    private static bool HasMessage(TextProto message) =>
        message.IsAny || message.Has("message_type") || message.Has("object_value") || message.Has("wrapper") || message.Has("well_known") && message.Text("well_known") == "ANY"
        || message.Names.Any(name => message.Messages(name).Any(HasMessage)) && !message.Has("duration_marker");

    private static string? Compare(TextProto test)
    {
        CelEnvironment environment = CelEnvironment.Standard;
        foreach (TextProto declared in test.Messages("type_env"))
        {
            if (declared.Has("ident"))
            {
                environment = environment.WithVariable(declared.Text("name"), SpecValue.ReadType(declared.Message("ident").Message("type")));
            }
        }

        string expression = SpecValue.Utf8(test.Text("expr"));
        bool isUnchecked = test.TextOrNull("disable_check") == "true";
        CelCompilation compilation = isUnchecked ? CelProgram.CompileUnchecked(environment, expression) : CelProgram.Compile(environment, expression);
        bool isErrorWanted = test.Has("eval_error") || test.Has("any_eval_errors");
        if (compilation.Program is not { } program)
        {
            return isErrorWanted ? null : $"does not compile: {compilation.Message}";
        }

        if (test.Messages("typed_result").FirstOrDefault() is { } typed && typed.Messages("deduced_type").FirstOrDefault() is { } wantedType && !isUnchecked)
        {
            string type = SpecValue.ReadType(wantedType).ToString();
            if (type != program.Type.ToString())
            {
                return $"type: want {type} got {program.Type}";
            }
        }

        if (test.TextOrNull("check_only") == "true")
        {
            return null;
        }

        CelBindings bindings = new();
        foreach (TextProto binding in test.Messages("bindings"))
        {
            bindings.Set(binding.Text("key"), SpecValue.Read(binding.Message("value").Message("value")));
        }

        CelResult result = program.Evaluate(bindings);
        string got = result.Error is { } error ? "error " + error : Rows.RowValue.Write(result.Value);
        if (isErrorWanted)
        {
            return result.Error is null ? $"want an error, got {got}" : null;
        }

        TextProto? expected = test.Messages("value").FirstOrDefault() ?? test.Messages("typed_result").FirstOrDefault()?.Messages("result").FirstOrDefault();
        string wanted = Rows.RowValue.Write(expected is null ? CelValue.From(true) : SpecValue.Read(expected));
        return wanted == got ? null : $"want {wanted} got {got}";
    }
}
