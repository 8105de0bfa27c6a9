using Rampart.Rules.Catalogue;

namespace Rampart.Rules.Identity.Rules;

/// <summary>The rules about accounts, permissions and secrets.</summary>
internal static class IdentityRules
{
    public static IReadOnlyList<Rule> All { get; } =
    [
        new ServiceAccountTokenRule(),
        new TokenProjectedRule(),
        new DefaultAccountRule(),
        new AccountExistsRule(),
        new DeprecatedAccountFieldRule(),
        new AllRightsRule(),
        new WildcardRightsRule(),
        new SecretRightsRule(),
        new ExecRightsRule(),
        new EscalationRightsRule(),
        new WorkloadRightsRule(),
        new ClusterAdminBindingRule(),
        new EveryoneBindingRule(),
        new DefaultAccountBindingRule(),
        new DefaultAccountOffRule(),
        new AccountAutomountRule(),
        new RoleValidRule(),
        new BindingValidRule(),
        new BoundRoleExistsRule(),
        new UsedTokenRule(),
        new UsedRightsRule(),
        new CertificateRightsRule(),
        new AdmissionRightsRule(),
        new MastersBindingRule(),
        new SecretsInEnvironmentRule(),
        new PlainSecretRule(),
        new SecretValueRule(),
        new ConfigMapSecretRule(),
        new SecretInFileRule(),
        new SecretValidRule(),
        new ReferencedKeysRule(),
    ];
}
