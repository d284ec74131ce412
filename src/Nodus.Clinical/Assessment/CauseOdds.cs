using Nodus.Anatomy;
using Nodus.Clinical.Knowledge;

namespace Nodus.Clinical.Assessment;

/// <summary>
/// What speaks of each cause itself, apart from the picture: circumstances, pressing it, what the pain feels like, what
/// speaks against a rival, and what a pressed neighbour sets off. Each is a factor on the odds of the cause.
/// </summary>
/// <remarks>All factors are elicited unless their table says otherwise.</remarks>
internal sealed class CauseOdds(PainNetwork pain)
{
    /// <summary>No set of findings against a rival counts more than this.</summary>
    private const double OpposedLeast = 0.02;

    /// <summary>A rival that does not exist in people of this sex or age.</summary>
    private const double Excluded = 0.001;

    /// <summary>An active point makes those it is known to set off this much likelier (odds).</summary>
    private const double SatelliteOdds = 2;

    /// <summary>Where the sensation went, against the complaint: into it, or somewhere else.</summary>
    private const double ReferredInto = 1.5, ReferredElsewhere = 0.6;

    private static readonly HashSet<string> NothingFelt = [];

    private readonly double[] prior = new double[pain.Network.CauseCount];
    private readonly double[] ratio = new double[pain.Network.CauseCount];
    private readonly PalpationFinding?[] pressed = new PalpationFinding?[pain.PointCauses];
    private readonly double[] examined = new double[pain.PointCauses];

    /// <summary>P(the cause) from the circumstances of the case alone.</summary>
    public double PriorOf(int cause) => prior[cause];

    /// <summary>Factor on the odds of the cause against the prior of the network.</summary>
    public double RatioOf(int cause) => ratio[cause];

    /// <summary>What pressing it showed; null when nobody pressed.</summary>
    public PalpationFinding? PressedOf(int cause) => cause < pressed.Length ? pressed[cause] : null;

    /// <summary>What pressing it does to its odds; 1 when nobody pressed.</summary>
    public double ExaminationOf(int cause) => pressed[cause] is null ? 1 : examined[cause];

    /// <summary>Works everything out for a case.</summary>
    /// <param name="case">The case.</param>
    /// <param name="isPainted">Whether a site counts as painful.</param>
    public void Set(Case @case, IReadOnlyList<bool> isPainted)
    {
        Array.Clear(pressed);
        foreach (PalpationFinding finding in @case.Palpation)
        {
            int cause = pain.CauseOf(finding.Point, finding.Side);
            pressed[cause] = finding;
            examined[cause] = Examined(finding, @case.Examiner, isPainted);
        }

        // Asked of every cause while the pen moves: what the case says nothing of is not looked for in each.
        bool general = @case.Contexts.Count == 0 && @case.Factors.Count == 0;
        bool feels = @case.Pain.Any(report => report.Qualities.Count > 0);
        bool shows = @case.Answers.Count + @case.Activities.Count + @case.Movements.Count > 0;
        for (int cause = 0; cause < pain.PointCauses; cause++)
        {
            double network = pain.Network.PriorOf(cause);
            prior[cause] = general ? network : pain.Priors.OfPoint(pain.PointOf(cause), PainNetwork.SideOf(cause), @case);
            ratio[cause] = Shift(prior[cause], network) * ExaminationOf(cause) * (feels ? PainFeeling.OfPoint(Felt(cause, @case)) : 1);
        }

        foreach (RivalSide rival in pain.Rivals)
        {
            double network = pain.Network.PriorOf(rival.Cause);
            double existing = rival.Rival.Bearers.Includes(@case.Sex, @case.Age) ? 1 : Excluded;
            prior[rival.Cause] = existing * network;
            ratio[rival.Cause] = Shift(prior[rival.Cause], network)
                * (shows ? Opposed(rival, @case) : 1) * (feels ? PainFeeling.OfRival(rival.Rival, Felt(rival.Cause, @case)) : 1);
        }

        AddSatellites();
    }

    private static double Shift(double to, double from) => to == from ? 1 : PriorRules.Odds(to) / PriorRules.Odds(from);

    /// <summary>The signs, by how well the examiner is trained; and whether the sensation went where the complaint is.</summary>
    private static double Examined(PalpationFinding finding, Examiner examiner, IReadOnlyList<bool> isPainted)
    {
        double signs = SignLikelihoods.Table.RatioOf(finding, examiner);
        if (finding.ReferredTo.Count == 0) return signs;
        bool into = finding.ReferredTo.Any(site => isPainted[site.Index]);
        return Math.Clamp(signs * (into ? ReferredInto : ReferredElsewhere), SignLikelihoods.Table.RatioLeast, SignLikelihoods.Table.RatioMost);
    }

    /// <summary>Product of the findings against a rival that the case has.</summary>
    private static double Opposed(RivalSide of, Case @case)
    {
        double product = 1;
        foreach (OpposingFinding against in of.Rival.Against.Where(against => Shows(@case, against.Finding, of)))
            product *= against.Ratio;
        return Math.Max(OpposedLeast, product);
    }

    /// <summary>Whether a case states a finding of a rival.</summary>
    public static bool Shows(Case @case, RivalFinding finding, RivalSide of) => finding.Kind switch
    {
        RivalFindingKind.Answer or RivalFindingKind.Sign => @case.Answers.GetValueOrDefault(finding.Id),
        RivalFindingKind.Activity => finding.Does == ActivityDirection.Provokes && @case.Activities.Any(one => one.Id == finding.Id),
        RivalFindingKind.Movement => @case.Movements.Any(one =>
            one.Test.Id == finding.Id && (of.Side == Side.Midline || one.Side == of.Side)
            && one.Result != MovementResult.Normal && CaseEvidence.EffectOf(one.Result) == finding.Shows),
        _ => false,
    };

    /// <summary>What the pain feels like in the zones that the cause reaches.</summary>
    private HashSet<string> Felt(int cause, Case @case)
    {
        // Asked of every cause while the pen moves: a set is made only where there is something to put in it.
        HashSet<string>? felt = null;
        ReadOnlySpan<int> reached = pain.Network.FindingsOf(cause);
        foreach (PainReport report in @case.Pain)
        {
            if (report.Qualities.Count > 0 && reached.BinarySearch(report.Site.Index) >= 0)
                (felt ??= new HashSet<string>(StringComparer.Ordinal)).UnionWith(report.Qualities);
        }

        return felt ?? NothingFelt;
    }

    /// <summary>
    /// A point that was pressed and found raises the points it is known to set off. Only what pressing showed of it counts,
    /// with what was expected before: the picture speaks of both at once and would count twice.
    /// </summary>
    private void AddSatellites()
    {
        var raised = new Dictionary<(string Muscle, Side Side), double>();
        for (int cause = 0; cause < pressed.Length; cause++)
        {
            if (pressed[cause] is not { } finding || examined[cause] <= 1) continue;
            double odds = PriorRules.Odds(prior[cause]) * examined[cause];
            double found = odds / (1 + odds), before = prior[cause];
            double factor = (1 + ((SatelliteOdds - 1) * found)) / (1 + ((SatelliteOdds - 1) * before));
            if (!pain.Knowledge.TryFindMuscle(finding.Point.MuscleId, out Muscle? muscle)) continue;
            foreach (string satellite in muscle.Satellites)
                raised[(satellite, finding.Side)] = Math.Max(factor, raised.GetValueOrDefault((satellite, finding.Side), 1));
        }

        if (raised.Count == 0) return;
        for (int cause = 0; cause < pressed.Length; cause++)
            ratio[cause] *= raised.GetValueOrDefault((pain.PointOf(cause).MuscleId, PainNetwork.SideOf(cause)), 1);
    }
}
