using Nodus.Anatomy;

namespace Nodus.Web.Client.Examine;

/// <summary>All that a visit can undo: what is drawn and what was found.</summary>
/// <param name="Drawing">Where it hurts.</param>
/// <param name="Findings">What pressing, moving and asking showed.</param>
public sealed record VisitState(PainDrawing Drawing, Findings Findings);
