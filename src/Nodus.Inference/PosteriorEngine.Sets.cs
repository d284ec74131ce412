using Nodus.Inference.Frontier;

namespace Nodus.Inference;

/// <content>The most probable sets of causes.</content>
public sealed partial class PosteriorEngine
{
    /// <summary>Table entries a search for sets may touch unless told otherwise; about 1 ns each.</summary>
    public const long SetEffortMost = 5_000_000;

    /// <summary>
    /// The most probable set of causes: local search, then branch and bound per component. Causes without an informative
    /// finding are in it when their posterior exceeds one half. Unlike <see cref="Update"/> it allocates.
    /// </summary>
    /// <param name="effortMost">Table entries that may be touched, about 1 ns each, shared by the components; the result
    /// depends on it and the evidence alone. 0 leaves it at the local search.</param>
    /// <exception cref="ImpossibleEvidenceException">The evidence has probability zero.</exception>
    public LikelySet FindLikelySet(long effortMost = SetEffortMost)
    {
        RequirePosterior();
        var causes = new List<int>();
        double probability = 1;
        for (int c = 0; c < _marginals.Length; c++)
        {
            if (_absorbed.PresentEdges[c] > 0)
                continue;
            bool on = _absorbed.Active[c] > 0.5;
            probability *= on ? _absorbed.Active[c] : _absorbed.Inactive[c];
            if (on)
                causes.Add(c);
        }

        bool proven = true;
        foreach (var part in FindLikelyParts(1, effortMost))
        {
            causes.AddRange(part.Sets[0].Causes);
            probability *= part.Sets[0].Probability;
            proven &= part.Sets[0].IsProven;
        }

        causes.Sort();
        return new LikelySet(causes, probability, proven);
    }

    /// <summary>
    /// The most probable sets of each component, so that a reader sees other ways to read the same part of the picture. A
    /// set of each part, chosen independently, makes one of the whole, and the probabilities multiply.
    /// </summary>
    /// <param name="count">How many sets of each part; 1 or more. A part has fewer when it has fewer possible ones.</param>
    /// <param name="effortMost">As in <see cref="FindLikelySet"/>. A part whose search is cut short lists what it met.</param>
    /// <exception cref="ArgumentOutOfRangeException">The count is below 1 or the effort negative.</exception>
    /// <exception cref="ImpossibleEvidenceException">The evidence has probability zero.</exception>
    public IReadOnlyList<LikelyPart> FindLikelyParts(int count, long effortMost = SetEffortMost)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(effortMost);
        RequirePosterior();
        var solver = new LikelySetSolver();
        var parts = new List<LikelyPart>(_components.Count);
        foreach (var component in _components)
        {
            solver.Solve(component.Model, _absorbed, _marginals, count, effortMost);
            effortMost = Math.Max(0, effortMost - solver.EffortSpent);
            var evidence = ScaledProduct.One;
            component.AddEvidenceTo(ref evidence);
            var sets = solver.Sets.Zip(solver.LogWeights, (set, weight) =>
                new LikelySet(set, Math.Clamp(Math.Exp(weight - evidence.Log), 0, 1), solver.IsProven));
            int[] causes = [.. component.Model.Cause, .. component.Model.FoldCause];
            Array.Sort(causes);
            parts.Add(new LikelyPart([.. component.Model.Finding], causes, [.. sets]));
        }

        return parts;
    }
}
