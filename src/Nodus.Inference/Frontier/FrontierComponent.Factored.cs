namespace Nodus.Inference.Frontier;

/// <content>Answers where the component is too wide for an exact one.</content>
internal sealed partial class FrontierComponent
{
    /// <summary>Factored causes that are tried again beside the rest: at once, and with time.</summary>
    private const int TakenBackMost = 100, RefinementTakenBackMost = 200;

    /// <summary>One part in so many of the work goes into a first answer; the rest into the answer for which it ranks the
    /// causes.</summary>
    private const int FirstPart = 5;

    private readonly RivalStrength _rivals = new();

    /// <summary>Solves the component again within wider limits: exactly if it fits them, else from the answer so far.</summary>
    /// <param name="limits">What may be spent now.</param>
    /// <param name="marginals">The answer so far; overwritten.</param>
    public void Refine(PosteriorLimits limits, Span<double> marginals)
    {
        _factoring.Reset();
        _order.Choose(Model, limits.MaxStateUpdates);
        if (_order.Fits(limits, limits.MaxStateUpdates))
            RunInOrder(_order.Causes, marginals);
        else
            SolveFactored(_rivals.Of(Model, marginals), RefinementTakenBackMost, limits, marginals);
        IsRefined = true;
    }

    /// <summary>Solves twice with causes factored: those that seem to matter least, and then those that the first answer
    /// shows to matter least. Which causes go decides nearly all of the error (ADR 8).</summary>
    private void SolveFactored(
        Span<double> strengths, int takenBackMost, PosteriorLimits limits, Span<double> marginals)
    {
        long updates = limits.MaxStateUpdates / WeakCauseFactoring.RoundsMost, first = updates / FirstPart;
        RunFactored(strengths, takenBackMost, limits, first, marginals);
        if (IsPossible)
            RunFactored(_rivals.Of(Model, marginals), takenBackMost, limits, updates - first, marginals);
    }

    private void RunFactored(
        Span<double> strengths, int takenBackMost, PosteriorLimits limits, long updatesMost, Span<double> marginals)
    {
        _factoring.Reset();
        _factoring.Mark(Model, strengths, takenBackMost, _order, limits, updatesMost);
        _factoring.Factor(Model);
        _order.TryWithin(Reduced, limits, updatesMost);
        _order.Improve(Reduced, limits);
        RunInOrder(_order.Causes, marginals);
    }
}
