namespace Nodus.Inference.Frontier;

/// <summary>
/// What is done with a component too wide for an exact answer: causes that cannot matter much are taken out of the joint
/// programme and treated as independent leaks of each of their findings. How little a cause matters is bounded by its odds,
/// active / inactive * product over its findings of (1 - (1 - q) u) / (1 - u), where u is the probability that nothing else
/// produces the finding; once there are marginals, <see cref="RivalStrength"/> tells better. The weakest causes go, as few
/// of them as leave a rest that fits.
/// </summary>
/// <remarks>
/// A factored cause tells each of its findings how probable it is by everything but that finding, and hears back how much
/// likelier the finding is with it than without it: belief propagation (Pearl 1988) around an exactly solved middle. Good on
/// average; a strong cause that had to be factored can still be far off, hence the label.
/// </remarks>
internal sealed class WeakCauseFactoring
{
    /// <summary>Runs of the rest that the messages may take. What a run may cost is divided by it, so that an approximate
    /// answer never takes longer than an exact one may. Two runs with a larger middle came nearer than four with a smaller
    /// one for the same work (ADR 8).</summary>
    public const int RoundsMost = 2;

    /// <summary>Messages that move less than this in log-odds have settled.</summary>
    private const double Settled = 0.01;

    /// <summary>Log-odds are kept within this, about 1e-13 from certainty.</summary>
    private const double LogOddsMost = 30;

    private readonly ComponentModel _reduced = new();
    private readonly ComponentModel _rest = new();
    private ComponentModel? _whole;
    private int _rounds;
    private double[] _nothingElse = [];
    private double[] _odds = [];
    private int[] _weakestFirst = [];
    private bool[] _factored = [];
    private int[] _foldOfEdge = [];
    private double[] _told = [];
    private double[] _heard = [];
    private double[] _logOdds = [];

    /// <summary>The model without the factored causes, or null while nothing was factored.</summary>
    public ComponentModel? Reduced { get; private set; }

    public void Reset()
    {
        Reduced = null;
        _whole = null;
        _rounds = 0;
    }

    /// <summary>Marks the weakest causes, as few as leave a rest that fits, by halving - without any cause it always fits -
    /// and then takes back what fits beside the rest, the strongest first: one wide pattern must not push all out.</summary>
    /// <param name="model">The model.</param>
    /// <param name="strengths">How much each cause matters; sorted by this method.</param>
    /// <param name="takenBackMost">How many marked causes are tried again; each try costs an order, some 20 to 50
    /// microseconds.</param>
    /// <param name="order">Finds orders of a rest; the last one it found is that of the final rest.</param>
    /// <param name="limits">What one run of the rest may take.</param>
    /// <param name="updatesMost">The part of its state updates that may be spent.</param>
    public void Mark(
        ComponentModel model, Span<double> strengths, int takenBackMost,
        ClosingOrder order, PosteriorLimits limits, long updatesMost)
    {
        Rank(model, strengths);

        // Good starts are those of a rest of about the final size: halving once gives one to rank them by.
        int count = FewestMarked(model, model.CauseCount, order, limits, updatesMost);
        order.RankStarts(MarkWeakest(model, count));
        count = FewestMarked(model, count, order, limits, updatesMost);
        MarkWeakest(model, count);
        for (int rank = count - 1; rank >= Math.Max(0, count - takenBackMost); rank--)
        {
            int cause = _weakestFirst[rank];
            _factored[cause] = false;
            if (!order.TryWithin(Rest(model), limits, updatesMost))
                _factored[cause] = true;
        }
    }

    private int FewestMarked(
        ComponentModel model, int enough, ClosingOrder order, PosteriorLimits limits, long updatesMost)
    {
        int tooFew = 0;
        while (enough - tooFew > 1)
        {
            int count = (tooFew + enough) / 2;
            if (order.TryWithin(MarkWeakest(model, count), limits, updatesMost))
                enough = count;
            else
                tooFew = count;
        }

        return enough;
    }

    /// <summary>Odds bounds of the model's causes, for a ranking before any marginals are known.</summary>
    public Span<double> Odds(ComponentModel model)
    {
        FindOdds(model);
        return _odds.AsSpan(0, model.CauseCount);
    }

    private void Rank(ComponentModel model, Span<double> strengths)
    {
        Grow(ref _weakestFirst, model.CauseCount);
        for (int c = 0; c < model.CauseCount; c++)
            _weakestFirst[c] = c;
        strengths.Sort(_weakestFirst.AsSpan(0, model.CauseCount));
    }

    /// <summary>Marks that many of the weakest causes and no others; the rest without them.</summary>
    private ComponentModel MarkWeakest(ComponentModel model, int count)
    {
        Grow(ref _factored, model.CauseCount);
        Array.Clear(_factored);
        foreach (int c in _weakestFirst.AsSpan(0, count))
            _factored[c] = true;
        return Rest(model);
    }

    private ComponentModel Rest(ComponentModel model)
    {
        _rest.Clear();
        for (int f = 0; f < model.FindingCount; f++)
            _rest.AddFinding(model.Finding[f], model.LikelihoodPresent[f], model.LikelihoodAbsent[f], model.Leak[f]);
        AddUnmarked(model, _rest);
        return _rest;
    }

    /// <summary>Takes the marked causes out of the model.</summary>
    public void Factor(ComponentModel model)
    {
        _whole = model;
        Grow(ref _foldOfEdge, model.EdgeCount);
        Grow(ref _told, model.EdgeCount);
        Grow(ref _heard, model.EdgeCount);
        Grow(ref _logOdds, model.CauseCount);
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
                    if (model.EdgeFinding[e] != f)
                        continue;
                    _foldOfEdge[e] = _reduced.FoldCount;
                    _told[e] = LogOdds(model.Active[c], model.Inactive[c]);
                    _reduced.AddFold(model.Cause[c], model.Active[c], model.EdgeActivation[e]);
                }
            }
        }

        AddUnmarked(model, _reduced);
        Reduced = _reduced;
    }

    /// <summary>One exchange of messages after a run; true when another run is worth it.</summary>
    /// <param name="foldPosterior">P(active) of each folded cause as seen by its one finding, from the run.</param>
    public bool Exchange(ReadOnlySpan<double> foldPosterior)
    {
        var model = _whole!;
        double largest = 0;
        for (int c = 0; c < model.CauseCount; c++)
        {
            if (!_factored[c])
                continue;
            double all = LogOdds(model.Active[c], model.Inactive[c]);
            for (int e = model.EdgeStart[c]; e < model.EdgeStart[c + 1]; e++)
            {
                double seen = foldPosterior[_foldOfEdge[e]];
                _heard[e] = LogOdds(seen, 1 - seen) - _told[e];
                all += _heard[e];
            }

            _logOdds[c] = all;
            for (int e = model.EdgeStart[c]; e < model.EdgeStart[c + 1]; e++)
                largest = Math.Max(largest, Math.Abs(Change(c, e)));
        }

        // Messages that no run will hear are not sent: later questions re-run parts of the last run as it was.
        if (largest <= Settled || ++_rounds >= RoundsMost)
            return false;
        for (int c = 0; c < model.CauseCount; c++)
        {
            for (int e = model.EdgeStart[c]; _factored[c] && e < model.EdgeStart[c + 1]; e++)
            {
                _told[e] += Change(c, e);
                _reduced.SetFoldActive(_foldOfEdge[e], Probability(_told[e]));
            }
        }

        return true;
    }

    /// <summary>How far the cause's log-odds by everything but one finding are from what that finding was told.</summary>
    private double Change(int cause, int edge) =>
        Math.Clamp(_logOdds[cause] - _heard[edge], -LogOddsMost, LogOddsMost) - _told[edge];

    /// <summary>Marginals of the factored causes: their own odds times what all their findings say.</summary>
    public void WriteMarginals(ComponentModel model, Span<double> marginals)
    {
        for (int c = 0; c < model.CauseCount; c++)
        {
            if (_factored[c])
                marginals[model.Cause[c]] = Probability(_logOdds[c]);
        }
    }

    private void AddUnmarked(ComponentModel model, ComponentModel target)
    {
        for (int c = 0; c < model.CauseCount; c++)
        {
            if (_factored[c])
                continue;
            target.AddCause(model.Cause[c], model.Active[c], model.Inactive[c]);
            for (int e = model.EdgeStart[c]; e < model.EdgeStart[c + 1]; e++)
                target.AddEdge(model.EdgeFinding[e], model.EdgeActivation[e]);
        }
    }

    private void FindOdds(ComponentModel model)
    {
        Grow(ref _nothingElse, model.FindingCount);
        Grow(ref _odds, model.CauseCount);
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

            // 0 / 0 where a cause is certain and one of its findings never otherwise missing: the last to go.
            _odds[c] = double.IsNaN(odds) ? double.PositiveInfinity : odds;
        }
    }

    private static double LogOdds(double active, double inactive) =>
        inactive <= 0 ? LogOddsMost
        : active <= 0 ? -LogOddsMost
        : Math.Clamp(Math.Log(active / inactive), -LogOddsMost, LogOddsMost);

    private static double Probability(double logOdds) => 1 / (1 + Math.Exp(-logOdds));

    private static void Grow<T>(ref T[] array, int length)
    {
        if (array.Length < length)
            Array.Resize(ref array, Math.Max(length, 2 * array.Length));
    }
}
