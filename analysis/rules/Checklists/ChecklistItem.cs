using Rampart.Rules.Findings;

namespace Rampart.Rules.Checklists;

/// <summary>How a point of the checklist stands.</summary>
public enum ChecklistState
{
    /// <summary>Every rule of the point is kept.</summary>
    Met,

    /// <summary>A rule of the point is broken.</summary>
    Broken,

    /// <summary>What is broken is waived.</summary>
    Waived,

    /// <summary>It depends on a value that is not known yet.</summary>
    Unknown,

    /// <summary>There is nothing that the point is about.</summary>
    NotApplicable,
}

/// <summary>One point of the guide's checklist.</summary>
/// <param name="Point">The point.</param>
/// <param name="State">How it stands.</param>
/// <param name="Evidence">Why, in a few words.</param>
public sealed record ChecklistItem(ChecklistPoint Point, ChecklistState State, string Evidence);
