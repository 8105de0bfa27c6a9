using Rampart.Protocol.Values;
using Rampart.Rules.Objects;

namespace Rampart.Rules.PodSecurity;

/// <summary>Writes an annotation as upstream does: <c>key="value"</c>.</summary>
internal static class AnnotationText
{
    /// <summary>The text of one of the annotations; of those inside a secret the keys are secret too.</summary>
    public static string Of(in Field annotations, in Property annotation) => annotations.IsSecret
        ? Field.Secret
        : $"{annotation.Name}={GoQuote.Of(annotations.Below(annotation.Value).Shown)}";
}
