namespace Nodus.Inference;

/// <content>A better answer where the first one is approximate.</content>
public sealed partial class PosteriorEngine
{
    /// <summary>
    /// Improves an answer that is not exact: every component over the limits of the engine is solved again within wider ones,
    /// exactly if it fits, else with those causes treated as independent that matter least by the answer so far. Does nothing
    /// when <see cref="IsExact"/> is true. All later questions are answered from the better solution; the next
    /// <see cref="Update"/> starts afresh, so that what it says still depends on the evidence alone.
    /// </summary>
    /// <param name="limits">What each component may take; <see cref="PosteriorLimits.Refinement"/> when none are given.</param>
    /// <returns>The largest change of any marginal, 0 to 1: about the error of the answer before, and so a cautious estimate of
    /// the error that is left. The same calls give the same bits: no chance is involved.</returns>
    /// <exception cref="ImpossibleEvidenceException">The evidence has probability zero.</exception>
    public double Refine(PosteriorLimits? limits = null)
    {
        RequirePosterior();
        _marginals.CopyTo(_previousMarginals, 0);
        foreach (var component in _components)
        {
            if (!component.IsExact)
                component.Refine(limits ?? PosteriorLimits.Refinement, _marginals);
        }

        Summarise();
        double largest = 0;
        for (int c = 0; c < _marginals.Length; c++)
            largest = Math.Max(largest, Math.Abs(_marginals[c] - _previousMarginals[c]));
        return largest;
    }
}
