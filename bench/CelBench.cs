using System.Diagnostics;
using System.Globalization;
using Rampart.Cel;
using Rampart.Cel.Kubernetes;
using Rampart.Cel.Values;
using Rampart.Protocol.Values;

namespace Rampart.Bench;

/// <summary>A policy of five rules over a pod with two containers, again and again on one thread.</summary>
internal static class CelBench
{
    private static readonly string[] Rules =
    [
        "object.spec.containers.all(c, c.image.startsWith('registry.example.org/'))",
        "object.spec.?hostNetwork.orValue(false) == false && object.spec.?hostPID.orValue(false) == false",
        "object.spec.containers.all(c, has(c.securityContext) && has(c.securityContext.allowPrivilegeEscalation) && c.securityContext.allowPrivilegeEscalation == false)",
        "object.spec.securityContext.runAsNonRoot == true",
        "object.spec.containers.all(c, has(c.resources.limits.memory) && quantity(c.resources.limits.memory).isLessThan(quantity('4Gi')))",
    ];

    public static string Run(int evaluations)
    {
        CelEnvironment environment = KubernetesEnvironment.Admission();
        CelProgram[] programs = Compile(environment);
        long start = Stopwatch.GetTimestamp();
        programs = Compile(environment);
        double compiled = Stopwatch.GetElapsedTime(start).TotalMilliseconds;

        PropertyValue pod = Pod();
        bool isAdmitted = Evaluate(programs, pod, evaluations / 10 + 1);
        start = Stopwatch.GetTimestamp();
        isAdmitted &= Evaluate(programs, pod, evaluations);
        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"cel  {evaluations / seconds:F0} policies of {programs.Length} rules a second, {compiled:F2} ms to compile one, {(isAdmitted ? "admitted" : "NOT admitted")}");
    }

    private static CelProgram[] Compile(CelEnvironment environment) =>
        [.. Rules.Select(rule => CelProgram.Compile(environment, rule) is { Program: { } program } ? program : throw new InvalidOperationException(rule))];

    private static bool Evaluate(CelProgram[] programs, PropertyValue pod, int count)
    {
        bool isAdmitted = true;
        for (int i = 0; i < count; i++)
        {
            CelBindings bindings = new CelBindings().Set("object", new PropertySource().Read(pod, "object"));
            foreach (CelProgram program in programs)
            {
                isAdmitted &= program.Evaluate(bindings).Value.AsBool();
            }
        }

        return isAdmitted;
    }

    private static PropertyValue Pod()
    {
        PropertyValue container = Object(
            ("name", PropertyValue.From("app")),
            ("image", PropertyValue.From("registry.example.org/shop/app:1.0")),
            ("securityContext", Object(("allowPrivilegeEscalation", PropertyValue.From(false)), ("runAsNonRoot", PropertyValue.From(true)))),
            ("resources", Object(("limits", Object(("memory", PropertyValue.From("512Mi")), ("cpu", PropertyValue.From("1")))))));
        return Object(
            ("apiVersion", PropertyValue.From("v1")),
            ("kind", PropertyValue.From("Pod")),
            ("metadata", Object(("name", PropertyValue.From("app")), ("namespace", PropertyValue.From("shop")))),
            ("spec", Object(
                ("securityContext", Object(("runAsNonRoot", PropertyValue.From(true)))),
                ("containers", PropertyValue.From(PropertyList.Create(container, container))))));
    }

    private static PropertyValue Object(params (string Name, PropertyValue Value)[] properties) =>
        PropertyValue.From(PropertyObject.Adopt([.. properties.Select(static property => new Property(property.Name, property.Value))]));
}
