namespace Nodus.Inference.Frontier;

/// <summary>
/// One combination of the causes of a component, and what it is worth: the product of active or inactive over causes, times
/// the likelihood of each finding. Folded causes count as any other cause here, so the model is an unfolded one.
/// </summary>
internal sealed class ActiveSet
{
    private readonly ComponentModel _model;
    private readonly bool[] _isOn;
    private readonly double[] _keep;
    private readonly int[] _parentStart;
    private readonly int[] _parentCause;
    private readonly double[] _parentActivation;

    public ActiveSet(ComponentModel model)
    {
        _model = model;
        _isOn = new bool[model.CauseCount];
        _keep = new double[model.FindingCount];
        _parentStart = new int[model.FindingCount + 1];
        _parentCause = new int[model.EdgeCount];
        _parentActivation = new double[model.EdgeCount];
        foreach (int f in model.EdgeFinding)
            _parentStart[f + 1]++;
        for (int f = 0; f < model.FindingCount; f++)
            _parentStart[f + 1] += _parentStart[f];
        int[] next = [.. _parentStart];
        for (int c = 0; c < model.CauseCount; c++)
        {
            for (int e = model.EdgeStart[c]; e < model.EdgeStart[c + 1]; e++)
            {
                int at = next[model.EdgeFinding[e]]++;
                _parentCause[at] = c;
                _parentActivation[at] = model.EdgeActivation[e];
            }
        }

        Clear();
    }

    public ReadOnlySpan<bool> IsOn => _isOn;

    /// <summary>P(no active cause and no leak produces the finding).</summary>
    public double Keep(int finding) => _keep[finding];

    /// <summary>Turns off every cause that may be off.</summary>
    public void Clear()
    {
        for (int c = 0; c < _isOn.Length; c++)
            _isOn[c] = _model.Inactive[c] == 0;
        for (int f = 0; f < _keep.Length; f++)
            _keep[f] = KeepWithout(f, -1);
    }

    /// <summary>Takes over a combination.</summary>
    public void Set(ReadOnlySpan<bool> isOn)
    {
        isOn.CopyTo(_isOn);
        for (int f = 0; f < _keep.Length; f++)
            _keep[f] = KeepWithout(f, -1);
    }

    /// <summary>Turns a cause on or off.</summary>
    public void Change(int cause)
    {
        _isOn[cause] = !_isOn[cause];
        for (int e = _model.EdgeStart[cause]; e < _model.EdgeStart[cause + 1]; e++)
            _keep[_model.EdgeFinding[e]] = KeepWithout(_model.EdgeFinding[e], -1);
    }

    /// <summary>As <see cref="Keep"/> with one cause off. Rebuilt from its factors: nothing is divided by a factor that may
    /// be zero.</summary>
    public double KeepWithout(int finding, int cause)
    {
        double keep = 1 - _model.Leak[finding];
        for (int i = _parentStart[finding]; i < _parentStart[finding + 1]; i++)
        {
            if (_isOn[_parentCause[i]] && _parentCause[i] != cause)
                keep *= 1 - _parentActivation[i];
        }

        return keep;
    }

    /// <summary>P(observation of the finding | combination) for a given keep.</summary>
    public double Likelihood(int finding, double keep) =>
        (_model.LikelihoodPresent[finding] * (1 - keep)) + (_model.LikelihoodAbsent[finding] * keep);

    /// <summary>Logarithm of P(this combination, the component's observations); minus infinity for zero.</summary>
    public double LogWeight()
    {
        var weight = ScaledProduct.One;
        for (int c = 0; c < _isOn.Length; c++)
            weight.Multiply(_isOn[c] ? _model.Active[c] : _model.Inactive[c]);
        for (int f = 0; f < _keep.Length; f++)
            weight.Multiply(Likelihood(f, _keep[f]));
        return weight.Log;
    }
}
