using System.Text.Json;

namespace Nodus.Clinical.Assessment;

/// <summary>The numbers of <see cref="MusclePriors"/>: <c>data/knowledge/priors.json</c>, where each has its grade and basis.</summary>
internal sealed class PriorRules
{
    private PriorRules(JsonElement root)
    {
        BaseOdds = Odds(root.GetProperty("base").Number("probability"));
        JsonElement commonness = root.GetProperty("commonness");
        ReferenceOdds = Odds(commonness.Number("reference"));
        CommonnessExponent = commonness.Number("exponent");
        ContextExponent = root.GetProperty("context").Number("exponent");
        UnaffectedSide = root.GetProperty("unaffectedSide").Number("odds");
    }

    public static PriorRules Table { get; } = Read();

    /// <summary>Odds of a muscle side of which nothing is known.</summary>
    public double BaseOdds { get; }

    /// <summary>Odds of the rate that counts as ordinary.</summary>
    public double ReferenceOdds { get; }

    public double CommonnessExponent { get; }

    public double ContextExponent { get; }

    /// <summary>Factor on the odds of the side that does not hurt.</summary>
    public double UnaffectedSide { get; }

    public static double Odds(double probability) => probability / (1 - probability);

    private static PriorRules Read()
    {
        using var table = EmbeddedTable.Open("priors.json");
        return new PriorRules(table.RootElement);
    }
}
