namespace Pulumi.Serialization;

/// <summary>Marks that property values carry on the wire.</summary>
internal static class Constants
{
    /// <summary>What stands for a value that is not known yet.</summary>
    public const string UnknownValue = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
}
