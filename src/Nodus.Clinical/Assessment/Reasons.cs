using Nodus.Anatomy;
using Nodus.Clinical.Knowledge;
using Nodus.Inference;

namespace Nodus.Clinical.Assessment;

/// <summary>
/// Why something ranks where it does, in words, each taken from a number of the calculation: shares of painful zones, what
/// it produces of the findings, the ratio of the examination, what an absent zone or a normal test costs it.
/// </summary>
internal sealed class Reasons(
    PosteriorEngine engine, PainNetwork pain, CaseEvidence evidence, Case @case, Responsibility shares,
    IReadOnlyList<Suspect> suspects, FindingWords words)
{
    private const int Listed = 4;

    /// <summary>Shares below this are no reason.</summary>
    private const double ShareLeast = 0.05;

    /// <summary>A factor on the odds nearer to 1 than this is no reason: 15 %.</summary>
    private const double LogFactorLeast = 0.15;

    private readonly (Suspect? Suspect, double Share)[] best = StrongestOfZones(shares, suspects);

    /// <summary>What speaks for it, strongest first.</summary>
    public IReadOnlyList<string> For(Suspect suspect)
    {
        var reasons = new List<(double Weight, string Text)>();
        for (int z = 0; z < shares.Zones.Count; z++)
        {
            double share = shares.Of(z, suspect.Causes);
            if (share >= ShareLeast)
                reasons.Add((share, $"Explains {share * 100:0} % of the pain: {Place(z)}."));
        }

        AddPalpation(reasons, suspect, found: true);
        foreach (MovementObservation seen in @case.Movements.Where(seen => IsTested(suspect, seen.Side) && seen.Result != MovementResult.Normal))
        {
            int finding = pain.MovementOf(seen.Test.Id, CaseEvidence.EffectOf(seen.Result), seen.Side);
            AddProduced(reasons, finding, suspect, $"{Suspect.Placed(seen.Test.Name, seen.Side)}: {Word(seen.Result)}, as it would make it.");
        }

        foreach (DailyActivity activity in @case.Activities)
            AddProduced(reasons, pain.ActivityOf(activity.Id), suspect, $"It is provoked by what provokes the pain: {activity.Name}.");
        foreach (string question in @case.Answers.Where(answer => answer.Value).Select(answer => answer.Key).Order(StringComparer.Ordinal))
            AddProduced(reasons, pain.AnswerOf(question), suspect, $"It may cause: {words.Of(question)}.");
        if (suspect.Muscle is { } muscle) AddCircumstances(reasons, muscle);
        return Strongest(reasons);
    }

    /// <summary>What speaks against it, strongest first.</summary>
    public IReadOnlyList<string> Against(Suspect suspect)
    {
        var reasons = new List<(double Weight, string Text)>();
        int strongest = suspect.Causes.MaxBy(cause => engine.Marginals[cause]);
        AddMissingPain(reasons, strongest);
        AddPalpation(reasons, suspect, found: false);
        foreach (MovementObservation seen in @case.Movements.Where(seen => IsTested(suspect, seen.Side) && seen.Result == MovementResult.Normal))
        {
            double strength = Enum.GetValues<MovementFinding>().Max(effect => Strength(pain.MovementOf(seen.Test.Id, effect, seen.Side), strongest));
            AddCost(reasons, PainReporting.MovementDetection * strength, $"{Suspect.Placed(seen.Test.Name, seen.Side)}: normal, though it would often disturb it.");
        }

        foreach (string question in @case.Answers.Where(answer => !answer.Value).Select(answer => answer.Key).Order(StringComparer.Ordinal))
            AddCost(reasons, PainReporting.AnswerDetection * Strength(pain.AnswerOf(question), strongest), $"Not there, though it would often cause it: {words.Of(question)}.");
        if (suspect.Rival is { } rival)
        {
            foreach (OpposingFinding against in rival.Rival.Against.Where(against => CauseOdds.Shows(@case, against.Finding, rival)))
                reasons.Add((-Math.Log(against.Ratio), $"Speaks against it: {words.Of(against.Finding)}."));
        }

        AddBetterExplained(reasons, suspect);
        return Strongest(reasons);
    }

    private static bool IsTested(Suspect suspect, Side side) => suspect.Side == Side.Midline || suspect.Side == side;

    /// <summary>P(finding | the cause alone); 0 where it has none.</summary>
    private double Strength(int finding, int cause) => finding < 0 ? 0 : pain.Network.PresentGivenCause(finding, cause);

    private static void AddCost(List<(double Weight, string Text)> reasons, double missed, string text)
    {
        double cost = -Math.Log(1 - missed);
        if (cost >= LogFactorLeast) reasons.Add((cost, text));
    }

    /// <summary>Zones the cause would make painful that are not on the picture: each costs the factor
    /// P(not on the picture | cause) = 1 - detection * activation.</summary>
    private void AddMissingPain(List<(double Weight, string Text)> reasons, int cause)
    {
        foreach (int finding in pain.Network.FindingsOf(cause))
        {
            if (finding >= pain.Sites.Count) break;
            Observation seen = evidence.Evidence[finding];
            if (evidence.IsPainted(finding) || !seen.IsObserved || seen.LikelihoodAtOrAbove > 0) continue;
            AddCost(
                reasons, seen.Detection * pain.Network.PresentGivenCause(finding, cause),
                $"No pain told where its pattern usually reaches: {Suspect.Placed(pain.Sites[finding].Zone.Name, pain.Sites[finding].Side)}.");
        }
    }

    private void AddPalpation(List<(double Weight, string Text)> reasons, Suspect suspect, bool found)
    {
        foreach (int cause in suspect.Causes)
        {
            if (evidence.Odds.PressedOf(cause) is not { } finding) continue;
            double weight = Math.Log(evidence.Odds.ExaminationOf(cause)) * (found ? 1 : -1);
            if (weight >= LogFactorLeast)
                reasons.Add((weight, $"{Suspect.Placed(finding.Point.Name, finding.Side)}: {Words(finding)}."));
        }
    }

    /// <summary>Contexts that list the muscle and factors that it names, by what they do to its odds.</summary>
    private void AddCircumstances(List<(double Weight, string Text)> reasons, Muscle muscle)
    {
        foreach (PainContext context in @case.Contexts)
        {
            double factor = muscle.Points.Max(point => context.Muscles.Where(prior => prior.Covers(point)).Select(pain.Priors.FactorOf).DefaultIfEmpty(1).Max());
            if (Math.Log(factor) >= LogFactorLeast)
                reasons.Add((Math.Log(factor), $"It is affected more often than others where there is: {context.Name}."));
        }

        foreach (FactorOdds odds in muscle.Factors.Where(odds => Math.Log(odds.Odds) >= LogFactorLeast))
        {
            if (@case.Factors.FirstOrDefault(factor => factor.Id == odds.Factor) is { } factor)
                reasons.Add((Math.Log(odds.Odds), $"It is kept going by: {factor.Name}."));
        }
    }

    private void AddProduced(List<(double Weight, string Text)> reasons, int finding, Suspect suspect, string text)
    {
        if (finding < 0) return;
        double sum = 0;
        foreach (int cause in suspect.Causes) sum += engine.Produced(cause, finding);
        if (sum >= ShareLeast) reasons.Add((sum, text));
    }

    /// <summary>The zone it explains best, where something else answers for more of it.</summary>
    private void AddBetterExplained(List<(double Weight, string Text)> reasons, Suspect suspect)
    {
        double own = 0;
        int zone = -1;
        for (int z = 0; z < shares.Zones.Count; z++)
        {
            double share = shares.Of(z, suspect.Causes);
            if (share > own) (own, zone) = (share, z);
        }

        if (zone < 0 || best[zone].Suspect is not { } better || best[zone].Share <= own + ShareLeast) return;
        reasons.Add((best[zone].Share, $"{better.Name}, explains more of the pain: {Place(zone)}."));
    }

    /// <summary>For each painful zone what answers for most of it.</summary>
    private static (Suspect? Suspect, double Share)[] StrongestOfZones(Responsibility shares, IReadOnlyList<Suspect> suspects)
    {
        var strongest = new (Suspect? Suspect, double Share)[shares.Zones.Count];
        foreach (Suspect suspect in suspects)
        {
            for (int z = 0; z < strongest.Length; z++)
            {
                double share = shares.Of(z, suspect.Causes);
                if (share > strongest[z].Share) strongest[z] = (suspect, share);
            }
        }

        return strongest;
    }

    private static string Words(PalpationFinding finding)
    {
        var words = new List<string>();
        Add(finding.Tender, "tender", "not tender");
        Add(finding.Recognised, "familiar pain", "not the familiar pain");
        Add(finding.Referred, "referred sensation", "no referred sensation");
        Add(finding.TautBand, "taut band", "no taut band");
        Add(finding.Twitch, "local twitch", "no twitch");
        return string.Join(", ", words);

        void Add(bool? value, string yes, string no)
        {
            if (value is { } known) words.Add(known ? yes : no);
        }
    }

    private string Place(int zone) => Suspect.Placed(shares.Zones[zone].Zone.Name, shares.Zones[zone].Side);

    private static string Word(MovementResult result) => result switch
    {
        MovementResult.Restricted => "restricted",
        MovementResult.Painful => "painful",
        _ => "weak",
    };

    private static List<string> Strongest(List<(double Weight, string Text)> reasons) =>
        [.. reasons.OrderByDescending(reason => Math.Round(reason.Weight, 12)).Take(Listed).Select(reason => reason.Text)];
}
