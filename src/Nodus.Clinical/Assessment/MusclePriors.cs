using System.Text.Json;

namespace Nodus.Clinical.Assessment;

/// <summary>
/// How probable it is, before the drawing is seen, that a muscle of one side holds an active trigger point:
/// <c>data/knowledge/priors.json</c>, where the base rate, the shrunk published rates and their sources stand.
/// </summary>
internal sealed class MusclePriors
{
    private readonly double _baseOdds;
    private readonly Dictionary<string, double> _commonness = new(StringComparer.Ordinal);

    private MusclePriors(JsonElement root)
    {
        _baseOdds = Odds(root.GetProperty("base").Number("probability"));
        var commonness = root.GetProperty("commonness");
        double reference = Odds(commonness.Number("reference")), exponent = commonness.Number("exponent");
        foreach (var entry in root.GetProperty("entries").EnumerateArray())
        {
            double factor = Math.Pow(Odds(entry.Number("shrunkActive")) / reference, exponent);
            foreach (var muscle in entry.GetProperty("muscles").EnumerateArray())
            {
                string id = muscle.GetString()!;
                _commonness[id] = Math.Max(factor, _commonness.GetValueOrDefault(id));
            }
        }
    }

    public static MusclePriors Table { get; } = Read();

    /// <summary>P(the muscle of one side holds an active point).</summary>
    public double OfMuscleSide(string muscle)
    {
        double odds = _baseOdds * _commonness.GetValueOrDefault(muscle, 1);
        return odds / (1 + odds);
    }

    /// <summary>
    /// P(one point is active). The muscle's probability is shared so that a muscle with many points is not more probable
    /// for that alone: with independent points, 1 - (1 - p)^n is the muscle's probability again.
    /// </summary>
    public double OfPoint(string muscle, int pointCount) => 1 - Math.Pow(1 - OfMuscleSide(muscle), 1.0 / pointCount);

    private static double Odds(double probability) => probability / (1 - probability);

    private static MusclePriors Read()
    {
        using var table = EmbeddedTable.Open("priors.json");
        return new MusclePriors(table.RootElement);
    }
}
