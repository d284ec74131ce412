namespace Nodus.Inference;

/// <summary>A set of causes that together explain the evidence well.</summary>
/// <param name="Causes">The active causes, ascending; all others are taken as inactive.</param>
/// <param name="Probability">P(exactly this set is active | evidence), exact when the engine's posterior is. Usually about
/// 1 %: never the answer, only one way to read the picture.</param>
/// <param name="IsProven">True when no other set is more probable. The local search cannot show that and says false.</param>
public sealed record LikelySet(IReadOnlyList<int> Causes, double Probability, bool IsProven);
