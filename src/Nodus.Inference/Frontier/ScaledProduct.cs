namespace Nodus.Inference.Frontier;

/// <summary>A product of many probabilities without underflow, and with one logarithm at the end.</summary>
internal struct ScaledProduct
{
    private double _mantissa;
    private double _log;

    public static ScaledProduct One => new() { _mantissa = 1 };

    /// <summary>Natural logarithm of the product; minus infinity for zero.</summary>
    public readonly double Log => _log + Math.Log(_mantissa);

    public void Multiply(double factor)
    {
        _mantissa *= factor;
        if (_mantissa is < 1e-140 or > 1e140)
        {
            _log += Math.Log(_mantissa);
            _mantissa = 1;
        }
    }
}
