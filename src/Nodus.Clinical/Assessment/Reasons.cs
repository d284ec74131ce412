using Nodus.Anatomy;
using Nodus.Clinical.Knowledge;
using Nodus.Inference;

namespace Nodus.Clinical.Assessment;

/// <summary>
/// Why a muscle ranks where it does, in words, each taken from a number of the calculation: shares of painful zones, the
/// ratio of the examination, what an absent zone or a normal test costs its most probable point.
/// </summary>
internal sealed class Reasons(
    PosteriorEngine engine, PainNetwork pain, CaseEvidence evidence, Case @case, Responsibility shares)
{
    private const int Listed = 4;

    /// <summary>Shares below this are no reason.</summary>
    private const double ShareLeast = 0.05;

    /// <summary>A factor on the odds nearer to 1 than this is no reason: 15 %.</summary>
    private const double LogFactorLeast = 0.15;

    private readonly (Muscle Muscle, Side Side, double Share)[] _best = BestOfZones(pain, shares);

    public IReadOnlyList<string> For(Muscle muscle, Side side, ReadOnlySpan<int> causes)
    {
        var reasons = new List<(double Weight, string Text)>();
        for (int z = 0; z < shares.Zones.Count; z++)
        {
            double share = shares.OfCauses(z, causes[0], causes[^1] + 1, side);
            if (share >= ShareLeast)
                reasons.Add((share, $"Explains {share * 100:0} % of the pain: {Place(shares.Zones[z].Zone.Name, shares.Zones[z].Side)}."));
        }

        AddPalpation(reasons, causes, found: true);
        foreach (var observation in @case.Movements.Where(o => o.Side == side && o.Result != MovementResult.Normal))
        {
            int finding = pain.MovementOf(observation.Test.Id, CaseEvidence.EffectOf(observation.Result), side);
            AddProduced(
                reasons, finding, causes, $"{observation.Test.Name}, {side.ToWord()}: {Word(observation.Result)}, as it would make it.");
        }

        foreach (var activity in @case.Activities)
            AddProduced(reasons, pain.ActivityOf(activity.Id), causes, $"It is loaded by what provokes the pain: {activity.Name}.");
        AddCircumstances(reasons, muscle);
        foreach (var sign in muscle.Signs.Where(s => @case.Answers.GetValueOrDefault(s.Sign)))
        {
            if (pain.Knowledge.TryFindSign(sign.Sign, out var known))
                AddProduced(reasons, pain.SignOf(sign.Sign), causes, $"It may cause the sign: {known.Name}.");
        }

        return Strongest(reasons);
    }

    public IReadOnlyList<string> Against(Muscle muscle, Side side, ReadOnlySpan<int> causes)
    {
        var reasons = new List<(double Weight, string Text)>();
        int best = causes[0];
        foreach (int cause in causes)
            best = engine.Marginals[cause] > engine.Marginals[best] ? cause : best;
        AddMissingPain(reasons, best);
        AddPalpation(reasons, causes, found: false);
        foreach (var observation in @case.Movements.Where(o => o.Side == side && o.Result == MovementResult.Normal))
        {
            double strength = muscle.Movements.Where(m => m.Test == observation.Test.Id).Select(m => m.Strength).DefaultIfEmpty(0).Max();
            double cost = -Math.Log(1 - (PainReporting.MovementDetection * strength));
            if (cost >= LogFactorLeast)
                reasons.Add((cost, $"{observation.Test.Name}, {side.ToWord()}: normal, though it would often disturb it."));
        }

        AddBetterExplained(reasons, side, causes);
        return Strongest(reasons);
    }

    /// <summary>Zones the point would make painful that are not on the picture: each costs the factor
    /// P(not on the picture | point active) = 1 - detection * activation.</summary>
    private void AddMissingPain(List<(double Weight, string Text)> reasons, int cause)
    {
        foreach (int finding in pain.Network.FindingsOf(cause))
        {
            if (finding >= pain.Sites.Count || engine.Produced(cause, finding) > 0)
                continue;
            var seen = evidence.Evidence[finding];
            if (!seen.IsObserved || seen.LikelihoodAtOrAbove > 0)
                continue;
            double cost = -Math.Log(1 - (seen.Detection * pain.Network.PresentGivenCause(finding, cause)));
            if (cost >= LogFactorLeast)
                reasons.Add((cost, $"No pain told where its pattern usually reaches: {Place(pain.Sites[finding].Zone.Name, pain.Sites[finding].Side)}."));
        }
    }

    private void AddPalpation(List<(double Weight, string Text)> reasons, ReadOnlySpan<int> causes, bool found)
    {
        foreach (int cause in causes)
        {
            if (!evidence.PalpationRatio.TryGetValue(cause, out double ratio))
                continue;
            double weight = found ? Math.Log(ratio) : -Math.Log(ratio);
            if (weight >= LogFactorLeast)
                reasons.Add((weight, $"{pain.PointOf(cause).Name}, {PainNetwork.SideOf(cause).ToWord()}: {Words(cause)}."));
        }
    }

    /// <summary>Contexts that list the muscle and factors that it names, by what they do to its odds.</summary>
    private void AddCircumstances(List<(double Weight, string Text)> reasons, Muscle muscle)
    {
        foreach (var context in @case.Contexts)
        {
            double factor = muscle.Points.Max(point => context.Muscles.Where(prior => prior.Covers(point)).Select(pain.Priors.FactorOf).DefaultIfEmpty(1).Max());
            if (Math.Log(factor) >= LogFactorLeast)
                reasons.Add((Math.Log(factor), $"It is affected more often than others where there is: {context.Name}."));
        }

        foreach (var odds in muscle.Factors.Where(odds => Math.Log(odds.Odds) >= LogFactorLeast))
        {
            if (@case.Factors.FirstOrDefault(factor => factor.Id == odds.Factor) is { } factor)
                reasons.Add((Math.Log(odds.Odds), $"It is kept going by: {factor.Name}."));
        }
    }

    private void AddProduced(List<(double Weight, string Text)> reasons, int finding, ReadOnlySpan<int> causes, string text)
    {
        if (finding < 0)
            return;
        double sum = 0;
        foreach (int cause in causes)
            sum += engine.Produced(cause, finding);
        if (sum >= ShareLeast)
            reasons.Add((sum, text));
    }

    /// <summary>The zone it explains best, where another muscle answers for more of it.</summary>
    private void AddBetterExplained(List<(double Weight, string Text)> reasons, Side side, ReadOnlySpan<int> causes)
    {
        double own = 0;
        int zone = -1;
        for (int z = 0; z < shares.Zones.Count; z++)
        {
            double share = shares.OfCauses(z, causes[0], causes[^1] + 1, side);
            if (share > own)
                (own, zone) = (share, z);
        }

        if (zone < 0 || _best[zone].Share <= own + ShareLeast)
            return;
        var better = _best[zone];
        string place = Place(shares.Zones[zone].Zone.Name, shares.Zones[zone].Side);
        reasons.Add((better.Share, $"{better.Muscle.Name}, {better.Side.ToWord()}, explains more of the pain: {place}."));
    }

    /// <summary>For each painful zone the muscle side that answers for most of it.</summary>
    private static (Muscle Muscle, Side Side, double Share)[] BestOfZones(PainNetwork pain, Responsibility shares)
    {
        var best = new (Muscle Muscle, Side Side, double Share)[shares.Zones.Count];
        foreach (var muscle in pain.Knowledge.Muscles)
        {
            foreach (var side in (ReadOnlySpan<Side>)[Side.Left, Side.Right])
            {
                int first = pain.CauseOf(muscle.Points[0], side), end = pain.CauseOf(muscle.Points[^1], side) + 1;
                for (int z = 0; z < best.Length; z++)
                {
                    double share = shares.OfCauses(z, first, end, side);
                    if (share > best[z].Share)
                        best[z] = (muscle, side, share);
                }
            }
        }

        return best;
    }

    private string Words(int cause)
    {
        var finding = @case.Palpation.Last(f => pain.CauseOf(f.Point, f.Side) == cause);
        var words = new List<string>();
        Add(finding.Tender, "tender", "not tender");
        Add(finding.Recognised, "familiar pain", "not the familiar pain");
        Add(finding.Referred, "referred sensation", "no referred sensation");
        Add(finding.TautBand, "taut band", "no taut band");
        Add(finding.Twitch, "local twitch", "no twitch");
        return string.Join(", ", words);

        void Add(bool? value, string yes, string no)
        {
            if (value is { } known)
                words.Add(known ? yes : no);
        }
    }

    private static string Place(string zone, Side side) => side == Side.Midline ? zone : $"{zone}, {side.ToWord()}";

    private static string Word(MovementResult result) => result switch
    {
        MovementResult.Restricted => "restricted",
        MovementResult.Painful => "painful",
        _ => "weak",
    };

    private static List<string> Strongest(List<(double Weight, string Text)> reasons) =>
        [.. reasons.OrderByDescending(reason => Math.Round(reason.Weight, 12)).Take(Listed).Select(reason => reason.Text)];
}
