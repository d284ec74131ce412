using System.Text.Json;
using Nodus.Anatomy;

namespace Nodus.Clinical.Assessment;

/// <summary>How much likelier a sign is where there is a trigger point than where there is none.</summary>
/// <param name="IfPositive">Ratio when the sign was found; above 0.</param>
/// <param name="IfNegative">Ratio when it was looked for and not found; above 0.</param>
/// <param name="Kappa">Agreement of two examiners on the sign beyond chance, 0 to 1.</param>
internal readonly record struct LikelihoodRatio(double IfPositive, double IfNegative, double Kappa)
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
        NoviceLeast = root.GetProperty("novice").Number("weightLeast");
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

    /// <summary>The least weight of a sign found by a novice.</summary>
    public double NoviceLeast { get; }

    /// <summary>Sensitivity and specificity of "tender and familiar", from the ratios of the examination as capped:
    /// ratio+ = sensitivity / (1 - specificity), ratio- = (1 - sensitivity) / specificity.</summary>
    public (double Sensitivity, double Specificity) TenderAndFamiliar
    {
        get
        {
            double positive = Ratio(true), negative = Ratio(false);
            double specificity = (positive - 1) / (positive - negative);
            return (positive * (1 - specificity), specificity);

            double Ratio(bool found) => RatioOf(new PalpationFinding(null!, Side.Left, found, found, null, null, null));
        }
    }

    /// <summary>
    /// How much likelier these signs are if the point is active than if it is not. "Not active" is a mixture: latent with
    /// probability l, no trigger point at all otherwise. With P the product of the ratios for "a trigger point is there"
    /// and R the ratio for "active against latent", the answer is P R / (l P + 1 - l); 1 when nothing was examined.
    /// The log ratio of a novice's sign is multiplied by its kappa, but by no less than a least weight.
    /// </summary>
    public double RatioOf(PalpationFinding finding, Examiner examiner = Examiner.Trained)
    {
        double logPresent = 0;
        int positive = 0;
        (LikelihoodRatio Sign, bool Found)? spot = SpotAndBand(finding.Tender, finding.TautBand);
        if (spot is { } felt) Add(felt.Sign, felt.Found);
        if (finding.Referred is { } referred) Add(Referred, referred);
        if (finding.Twitch is { } twitch) Add(Twitch, twitch);
        double present = Math.Exp(logPresent);
        double recognised = finding.Recognised is { } known ? Math.Exp(Log(Recognised, known)) : 1;
        double ratio = present * recognised / ((LatentGivenNotActive * present) + 1 - LatentGivenNotActive);
        return Math.Clamp(ratio, RatioLeast, RatioMost);

        void Add(LikelihoodRatio sign, bool found)
        {
            double log = Log(sign, found);
            positive += log > 0 ? 1 : 0;
            logPresent += log * (log > 0 && positive > TemperAfter ? TemperWeight : 1);
        }

        double Log(LikelihoodRatio sign, bool found) =>
            Math.Log(sign.Of(found)) * (examiner == Examiner.Novice ? Math.Max(NoviceLeast, sign.Kappa) : 1);
    }

    /// <summary>Spot and band count as one sign; a spot that does not hurt outweighs whatever the band feels like.</summary>
    private (LikelihoodRatio Sign, bool Found)? SpotAndBand(bool? tender, bool? band) => (tender, band) switch
    {
        (true, true) => (TenderInBand, true),
        (true, false) => (TenderOutsideBand, true),
        (true, null) => (TenderBandUnknown, true),
        (false, _) => (TenderBandUnknown, false),
        (null, { } felt) => (BandAlone, felt),
        _ => null,
    };

    private static LikelihoodRatio Ratio(JsonElement sign) => new(sign.Number("ratioPositive"), sign.Number("ratioNegative"), sign.Number("kappa"));

    private static SignLikelihoods Read()
    {
        using var table = EmbeddedTable.Open("likelihoods.json");
        return new SignLikelihoods(table.RootElement);
    }
}
