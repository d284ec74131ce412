namespace Nodus.Inference;

/// <summary>A set of causes that together explain the evidence well.</summary>
/// <param name="Causes">The active causes, ascending; all others are taken as inactive.</param>
/// <param name="Probability">P(exactly this set is active | evidence), exact when the engine's posterior is. Usually about
/// 1 %: never the answer, only one way to read the picture.</param>
/// <param name="IsProven">True when no other set is more probable, equal ones aside (within a relative 1e-11); false when
/// that is only likely, because the search ran out of effort.</param>
public sealed record LikelySet(IReadOnlyList<int> Causes, double Probability, bool IsProven);

/// <summary>
/// A part of the picture that can be read apart from the rest: findings that share causes, directly or through others, and
/// the best readings of them. Given the evidence the causes of different parts are independent.
/// </summary>
/// <param name="Findings">The informative findings of the part, ascending.</param>
/// <param name="Causes">The causes that may have produced them, ascending.</param>
/// <param name="Sets">The most probable sets of these causes, best first. Each probability is P(of these causes exactly the
/// set is active | evidence); a set is proven when every set not listed before it is at most as probable.</param>
public sealed record LikelyPart(IReadOnlyList<int> Findings, IReadOnlyList<int> Causes, IReadOnlyList<LikelySet> Sets);
