namespace Nodus.Inference.Frontier;

/// <summary>
/// What is done with a component too wide for an exact answer: causes that cannot matter much are taken out of the joint
/// programme and treated as independent leaks of each of their findings. How little a cause matters is bounded by its odds,
/// active / inactive * product over its findings of (1 - (1 - q) u) / (1 - u), where u is the probability that nothing else
/// produces the finding. First causes under odds of 0.03 go, then three times that, until the rest fits.
/// </summary>
/// <remarks>A rough answer: good on average, but a strong cause that had to be factored can be far off.</remarks>
internal sealed class WeakCauseFactoring
{
    private const double FirstOddsLimit = 0.03;
    private const double OddsLimitGrowth = 3;
    private readonly ComponentModel _reduced = new();
    private double _oddsLimit;
    private double[] _nothingElse = [];
    private bool[] _factored = [];

    /// <summary>The model without the factored causes, or null while nothing was factored.</summary>
    public ComponentModel? Reduced { get; private set; }

    public void Reset()
    {
        Reduced = null;
        _oddsLimit = FirstOddsLimit;
    }

    /// <summary>Factors all causes under the present limit and raises it for the next call.</summary>
    public void FactorMore(ComponentModel model)
    {
        Mark(model);
        _oddsLimit *= OddsLimitGrowth;
        _reduced.Clear();
        for (int f = 0; f < model.FindingCount; f++)
        {
            _reduced.AddFinding(
                model.Finding[f], model.LikelihoodPresent[f], model.LikelihoodAbsent[f], model.Leak[f]);
            for (int i = model.FoldStart[f]; i < model.FoldStart[f + 1]; i++)
                _reduced.AddFold(model.FoldCause[i], model.FoldActive[i], model.FoldActivation[i]);
            for (int c = 0; c < model.CauseCount; c++)
            {
                for (int e = model.EdgeStart[c]; _factored[c] && e < model.EdgeStart[c + 1]; e++)
                {
                    if (model.EdgeFinding[e] == f)
                        _reduced.AddFold(model.Cause[c], model.Active[c], model.EdgeActivation[e]);
                }
            }
        }

        for (int c = 0; c < model.CauseCount; c++)
        {
            if (_factored[c])
                continue;
            _reduced.AddCause(model.Cause[c], model.Active[c], model.Inactive[c]);
            for (int e = model.EdgeStart[c]; e < model.EdgeStart[c + 1]; e++)
                _reduced.AddEdge(model.EdgeFinding[e], model.EdgeActivation[e]);
        }

        Reduced = _reduced;
    }

    /// <summary>Marginals of the factored causes: their own odds times, per finding, how much likelier its observation is
    /// with them than without, given what the rest explains.</summary>
    public void WriteMarginals(
        ComponentModel model, ReadOnlySpan<double> with, ReadOnlySpan<double> without,
        ReadOnlySpan<double> leak, ReadOnlySpan<double> keep, Span<double> marginals)
    {
        for (int c = 0; c < model.CauseCount; c++)
        {
            if (!_factored[c])
                continue;
            double on = model.Active[c], off = model.Inactive[c];
            for (int e = model.EdgeStart[c]; e < model.EdgeStart[c + 1]; e++)
            {
                int f = model.EdgeFinding[e];
                double q = model.EdgeActivation[e], present = model.LikelihoodPresent[f];
                double rest = (present * leak[f]) + (model.LikelihoodAbsent[f] * keep[f]);
                on *= (present * with[f]) + (without[f] * ((q * present) + ((1 - q) * rest)));
                off *= (present * with[f]) + (without[f] * rest);
            }

            marginals[model.Cause[c]] = on + off > 0 ? on / (on + off) : 0;
        }
    }

    private void Mark(ComponentModel model)
    {
        if (_nothingElse.Length < model.FindingCount)
            Array.Resize(ref _nothingElse, 2 * model.FindingCount);
        if (_factored.Length < model.CauseCount)
            Array.Resize(ref _factored, 2 * model.CauseCount);
        for (int f = 0; f < model.FindingCount; f++)
        {
            _nothingElse[f] = 1 - model.Leak[f];
            for (int i = model.FoldStart[f]; i < model.FoldStart[f + 1]; i++)
                _nothingElse[f] *= 1 - (model.FoldActive[i] * model.FoldActivation[i]);
        }

        for (int c = 0; c < model.CauseCount; c++)
        {
            for (int e = model.EdgeStart[c]; e < model.EdgeStart[c + 1]; e++)
                _nothingElse[model.EdgeFinding[e]] *= 1 - (model.Active[c] * model.EdgeActivation[e]);
        }

        for (int c = 0; c < model.CauseCount; c++)
        {
            double odds = model.Active[c] / model.Inactive[c];
            for (int e = model.EdgeStart[c]; e < model.EdgeStart[c + 1]; e++)
            {
                double q = model.EdgeActivation[e];
                double own = 1 - (model.Active[c] * q);
                double u = own > 0 ? _nothingElse[model.EdgeFinding[e]] / own : 1;
                odds *= (1 - ((1 - q) * u)) / (1 - u);
            }

            // A limit that has grown without bound takes even certain causes: the loop that raises it must end.
            _factored[c] = odds < _oddsLimit || _oddsLimit > 1e12;
        }
    }
}
