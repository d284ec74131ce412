namespace Nodus.Inference.Frontier;

/// <content>A better answer where the first one had to factor causes.</content>
internal sealed partial class FrontierComponent
{
    /// <summary>As <see cref="TakenBackMost"/>, with the time to try nearly every factored cause.</summary>
    private const int RefinementTakenBackMost = 200;

    private readonly RivalStrength _rivals = new();

    /// <summary>Solves the component again within other limits: exactly if it fits them, else with the causes factored that
    /// the answer so far shows to matter least. Every start is tried for every order: that alone often fits twice as much.</summary>
    /// <param name="limits">What may be spent now.</param>
    /// <param name="marginals">The answer so far; overwritten.</param>
    public void Refine(PosteriorLimits limits, Span<double> marginals)
    {
        _factoring.Reset();
        _order.Choose(Model, limits.MaxStateUpdates);
        if (!Fits(limits, runs: 1))
        {
            (_limits, _startsMost) = (limits, Model.FindingCount);
            FactorUntilFits(_rivals.Of(Model, marginals), RefinementTakenBackMost);
            _order.Choose(Reduced, limits.MaxStateUpdates);
        }

        RunInOrder(_order.Causes, marginals);
        IsRefined = true;
    }
}
