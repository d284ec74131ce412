using System.Text.Json;

namespace Nodus.Clinical.Assessment;

/// <summary>How much likelier a sign is where there is a trigger point than where there is none.</summary>
/// <param name="IfPositive">Ratio when the sign was found; above 0.</param>
/// <param name="IfNegative">Ratio when it was looked for and not found; above 0.</param>
internal readonly record struct LikelihoodRatio(double IfPositive, double IfNegative)
{
    public double Of(bool found) => found ? IfPositive : IfNegative;
}

/// <summary>The palpation signs of <c>data/knowledge/likelihoods.json</c>, where each has its grade, basis and sources.</summary>
internal sealed class SignLikelihoods
{
    private SignLikelihoods(JsonElement root)
    {
        var signs = root.GetProperty("signs").EnumerateArray().ToDictionary(
            sign => sign.GetProperty("id").GetString()!, Ratio, StringComparer.Ordinal);
        TenderInBand = signs["hypersensitive_spot_in_taut_band"];
        BandAlone = signs["taut_band_alone"];
        TenderBandUnknown = signs["tender_band_unknown"];
        TenderOutsideBand = signs["tender_outside_band"];
        Referred = signs["referred_pain_elicited"];
        Twitch = signs["local_twitch_response"];
        Recognised = Ratio(root.GetProperty("recognition"));
        LatentGivenNotActive = root.GetProperty("latentGivenNotActive").Number("probability");
        var dependence = root.GetProperty("dependence");
        TemperAfter = (int)dependence.Number("temperAfter");
        TemperWeight = dependence.Number("temperWeight");
        RatioMost = dependence.Number("ratioMost");
        RatioLeast = dependence.Number("ratioLeast");
    }

    public static SignLikelihoods Table { get; } = Read();

    public LikelihoodRatio TenderInBand { get; }

    public LikelihoodRatio BandAlone { get; }

    public LikelihoodRatio TenderBandUnknown { get; }

    public LikelihoodRatio TenderOutsideBand { get; }

    public LikelihoodRatio Referred { get; }

    public LikelihoodRatio Twitch { get; }

    /// <summary>Active against latent, given that there is a trigger point.</summary>
    public LikelihoodRatio Recognised { get; }

    public double LatentGivenNotActive { get; }

    public int TemperAfter { get; }

    public double TemperWeight { get; }

    public double RatioMost { get; }

    public double RatioLeast { get; }

    /// <summary>
    /// How much likelier these signs are if the point is active than if it is not. "Not active" is a mixture: latent with
    /// probability l, no trigger point at all otherwise. With P the product of the ratios for "a trigger point is there"
    /// and R the ratio for "active against latent", the answer is P R / (l P + 1 - l); 1 when nothing was examined.
    /// </summary>
    public double RatioOf(PalpationFinding finding)
    {
        double logPresent = 0;
        int positive = 0;
        Add(SpotAndBand(finding.Tender, finding.TautBand));
        Add(finding.Referred is { } referred ? Referred.Of(referred) : 1);
        Add(finding.Twitch is { } twitch ? Twitch.Of(twitch) : 1);
        double present = Math.Exp(logPresent);
        double recognised = finding.Recognised is { } known ? Recognised.Of(known) : 1;
        double ratio = present * recognised / ((LatentGivenNotActive * present) + 1 - LatentGivenNotActive);
        return Math.Clamp(ratio, RatioLeast, RatioMost);

        void Add(double signRatio)
        {
            positive += signRatio > 1 ? 1 : 0;
            logPresent += Math.Log(signRatio) * (signRatio > 1 && positive > TemperAfter ? TemperWeight : 1);
        }
    }

    /// <summary>Spot and band count as one sign; a spot that does not hurt outweighs whatever the band feels like.</summary>
    private double SpotAndBand(bool? tender, bool? band) => (tender, band) switch
    {
        (true, true) => TenderInBand.IfPositive,
        (true, false) => TenderOutsideBand.IfPositive,
        (true, null) => TenderBandUnknown.IfPositive,
        (false, _) => TenderBandUnknown.IfNegative,
        (null, { } felt) => BandAlone.Of(felt),
        _ => 1,
    };

    private static LikelihoodRatio Ratio(JsonElement sign) => new(sign.Number("ratioPositive"), sign.Number("ratioNegative"));

    private static SignLikelihoods Read()
    {
        using var table = EmbeddedTable.Open("likelihoods.json");
        return new SignLikelihoods(table.RootElement);
    }
}
