using Rampart.Cel.Checking;
using Rampart.Cel.Functions;
using Rampart.Cel.Libraries.Formats;
using Rampart.Cel.Types;
using Rampart.Cel.Values;

namespace Rampart.Cel.Libraries.Authorization;

/// <summary>Whether the user of the request may do something else, too.</summary>
internal static class AuthorizerLibrary
{
    private const long CheckCost = 350_000;

    private static readonly CelType Authorizer = CelAuthorizer.AuthorizerType, PathCheck = CelAuthorizer.PathCheckType, GroupCheck = CelAuthorizer.GroupCheckType;
    private static readonly CelType ResourceCheck = CelAuthorizer.ResourceCheckType, Decision = CelAuthorizer.DecisionType, Text = CelType.String;

    public static readonly CelLibrary Library = new()
    {
        Name = "kubernetes.authz",
        ObjectTypes = [.. new[] { Authorizer, PathCheck, GroupCheck, ResourceCheck, Decision }.Select(static type => new CelObjectType(type.Name, static (_, _) => null))],
        Functions =
        [
            new("path", Overload.Method("authorizer_path", Authorizer, Text, PathCheck, static (authorizer, path) => string.IsNullOrWhiteSpace(path.AsString())
                ? CelValue.Error("path must not be empty")
                : Change(authorizer, request => request with { Path = path.AsString() }, PathCheck))),
            new("group", Overload.Method("authorizer_group", Authorizer, Text, GroupCheck, static (authorizer, group) => Change(authorizer, request => request with { Group = group.AsString() }, GroupCheck))),
            new("serviceAccount", Overload.Method("authorizer_serviceaccount", [Authorizer, Text, Text], Authorizer, ServiceAccount)),
            new("resource", Overload.Method("groupcheck_resource", GroupCheck, Text, ResourceCheck, static (check, resource) => string.IsNullOrWhiteSpace(resource.AsString())
                ? CelValue.Error("resource must not be empty")
                : Change(check, request => request with { Resource = resource.AsString() }, ResourceCheck))),
            Refine("subresource", "resourcecheck_subresource", static (request, text) => request with { Subresource = text }),
            Refine("namespace", "resourcecheck_namespace", static (request, text) => request with { Namespace = text }),
            Refine("name", "resourcecheck_name", static (request, text) => request with { Name = text }),
            Refine("fieldSelector", "authorizer_fieldselector", static (request, text) => request with { FieldSelector = text }, 31, OfSelector),
            Refine("labelSelector", "authorizer_labelselector", static (request, text) => request with { LabelSelector = text }, 31, OfSelector),
            new(
                "check",
                Overload.Method("pathcheck_check", PathCheck, Text, Decision, static (check, verb) => check.As<CelAuthorizer>().Check(verb.AsString())),
                Overload.Method("resourcecheck_check", ResourceCheck, Text, Decision, static (check, verb) => check.As<CelAuthorizer>().Check(verb.AsString())))
            {
                Cost = static (_, _) => CheckCost,
                Estimate = Estimates.Always(CheckCost),
            },
            Read("allowed", "decision_allowed", CelType.Bool, static decision => CelValue.From(decision.IsAllowed)),
            Read("reason", "decision_reason", Text, static decision => CelValue.From(decision.Reason)),
            Read("errored", "decision_errored", CelType.Bool, static decision => CelValue.From(decision.Error is not null)),
            Read("error", "decision_error", Text, static decision => CelValue.From(decision.Error ?? "")),
        ],
    };

    // A selector is parsed into requirements, each of at least two characters.
    private static CelCost OfSelector => static (values, _) =>
        10 + Costs.Walk(values[1].Size) + (50 * Costs.Ceiling(values[1].Size * 0.5));

    private static CelFunction Refine(string name, string id, Func<CelAuthorizationRequest, string, CelAuthorizationRequest> change, int since = 0, CelCost? cost = null) =>
        new(name, Overload.Method(id, ResourceCheck, Text, ResourceCheck, (check, text) => Change(check, request => change(request, text.AsString()), ResourceCheck), since))
        {
            Cost = cost,
            Estimate = cost is null ? null : static call => new CelEstimate(CelRange.Exactly(10).Add(Estimates.Walk(call[1])).Add(call[1].Multiply(0.5).Multiply(50.0))),
        };

    private static CelFunction Read(string name, string id, CelType type, Func<CelDecision, CelValue> read) =>
        new(name, Overload.Method(id, Decision, type, decision => read(decision.As<CelAuthorizer.DecisionValue>().Decision)));

    private static CelValue Change(CelValue value, Func<CelAuthorizationRequest, CelAuthorizationRequest> change, CelType type) => value.As<CelAuthorizer>().With(change, type);

    private static CelValue ServiceAccount(CelValue[] values)
    {
        string @namespace = values[1].AsString(), name = values[2].AsString();
        return CelFormat.Named("dns1123Subdomain").Check(name).Length > 0 ? CelValue.Error("Invalid service account name")
            : CelFormat.Named("dns1123Label").Check(@namespace).Length > 0 ? CelValue.Error("Invalid service account namespace")
            : Change(values[0], request => request with { ServiceAccount = (@namespace, name) }, Authorizer);
    }
}
