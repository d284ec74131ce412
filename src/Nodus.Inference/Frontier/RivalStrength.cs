namespace Nodus.Inference.Frontier;

/// <summary>
/// How much a cause may matter to the joint posterior, from approximate marginals: its own marginal, or what it would get
/// if its strongest rival were out - the greatest over rivals r of P(r inactive) * P(cause | r inactive), with the others
/// taken as independent. A cause may be improbable only because another one has the same pattern; factored, it would be
/// judged finding by finding, and the chance that it explains all of them at once would be lost.
/// </summary>
internal sealed class RivalStrength
{
    private double[] _strength = [];
    private double[] _keep = [];
    private double[] _change = [];
    private int[] _rivals = [];
    private int[] _parentStart = [];
    private int[] _parentCause = [];
    private double[] _parentFires = [];

    /// <summary>Strengths of the model's frontier causes, each 0 to 1.</summary>
    /// <param name="model">The model.</param>
    /// <param name="marginals">P(active) of every cause of the network, about.</param>
    public Span<double> Of(ComponentModel model, ReadOnlySpan<double> marginals)
    {
        Prepare(model, marginals);
        for (int c = 0; c < model.CauseCount; c++)
        {
            double own = marginals[model.Cause[c]];
            double strength = own, odds = model.Active[c] / model.Inactive[c];
            int rivals = 0;
            for (int e = model.EdgeStart[c]; e < model.EdgeStart[c + 1]; e++)
            {
                int f = model.EdgeFinding[e];
                double q = model.EdgeActivation[e];
                double keep = Without(_keep[f], own * q), ratio = Ratio(model, f, q, keep);
                odds *= ratio;
                for (int i = _parentStart[f]; i < _parentStart[f + 1]; i++)
                {
                    int rival = _parentCause[i];
                    if (_change[rival] == 1)
                        _rivals[rivals++] = rival;
                    _change[rival] *= Ratio(model, f, q, Without(keep, _parentFires[i])) / ratio;
                }
            }

            foreach (int rival in _rivals.AsSpan(0, rivals))
            {
                double alone = odds * _change[rival];
                _change[rival] = 1;
                if (rival != c)
                    strength = Math.Max(strength, (1 - marginals[model.Cause[rival]]) * alone / (1 + alone));
            }

            // Not a number where a certainty meets an impossibility: such a cause is the last to be factored.
            _strength[c] = double.IsNaN(strength) ? 1 : strength;
        }

        return _strength.AsSpan(0, model.CauseCount);
    }

    private void Prepare(ComponentModel model, ReadOnlySpan<double> marginals)
    {
        Grow(ref _strength, model.CauseCount);
        Grow(ref _keep, model.FindingCount);
        Grow(ref _change, model.CauseCount);
        Grow(ref _rivals, model.EdgeCount);
        Grow(ref _parentStart, model.FindingCount + 2);
        Grow(ref _parentCause, model.EdgeCount);
        Grow(ref _parentFires, model.EdgeCount);
        Array.Fill(_change, 1);
        Array.Clear(_parentStart);
        for (int f = 0; f < model.FindingCount; f++)
        {
            _keep[f] = 1 - model.Leak[f];
            for (int i = model.FoldStart[f]; i < model.FoldStart[f + 1]; i++)
                _keep[f] *= 1 - (marginals[model.FoldCause[i]] * model.FoldActivation[i]);
        }

        // Counting sort of edges by finding: row f ends up in [start[f], start[f + 1]).
        foreach (int f in model.EdgeFinding)
            _parentStart[f + 2]++;
        for (int f = 0; f < model.FindingCount; f++)
            _parentStart[f + 2] += _parentStart[f + 1];
        for (int c = 0; c < model.CauseCount; c++)
        {
            for (int e = model.EdgeStart[c]; e < model.EdgeStart[c + 1]; e++)
            {
                int f = model.EdgeFinding[e], at = _parentStart[f + 1]++;
                _parentCause[at] = c;
                _parentFires[at] = marginals[model.Cause[c]] * model.EdgeActivation[e];
                _keep[f] *= 1 - _parentFires[at];
            }
        }
    }

    /// <summary>P(nothing produces the finding), one source left out.</summary>
    private static double Without(double keep, double fires) => fires < 1 ? Math.Min(1, keep / (1 - fires)) : 1;

    /// <summary>How much likelier the observation is with an edge than without it.</summary>
    private static double Ratio(ComponentModel model, int finding, double q, double keep)
    {
        double present = model.LikelihoodPresent[finding], absent = model.LikelihoodAbsent[finding];
        return ((present * (1 - ((1 - q) * keep))) + (absent * (1 - q) * keep)) / ((present * (1 - keep)) + (absent * keep));
    }

    private static void Grow<T>(ref T[] array, int length)
    {
        if (array.Length < length)
            Array.Resize(ref array, Math.Max(length, 2 * array.Length));
    }
}
