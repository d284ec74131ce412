using Nodus.Anatomy.Zones;
using Nodus.Clinical.Knowledge;
using Nodus.Inference;

namespace Nodus.Clinical.Assessment;

/// <summary>Turns a case into evidence on the <see cref="PainNetwork"/>, by the model of <see cref="PainReporting"/>.</summary>
internal sealed class CaseEvidence
{
    private readonly PainNetwork _pain;
    private readonly bool[] _isPainted;
    private readonly int[] _painOf;

    public CaseEvidence(PainNetwork pain)
    {
        _pain = pain;
        _isPainted = new bool[pain.Sites.Count];
        _painOf = new int[pain.Sites.Count];
        Odds = new CauseOdds(pain);
        Evidence = new Evidence(pain.Network);
    }

    public Evidence Evidence { get; }

    /// <summary>Sites that count as painful, ascending.</summary>
    public List<ZoneSite> Painted { get; } = [];

    /// <summary>Whether a site counts as painful.</summary>
    public bool IsPainted(int site) => _isPainted[site];

    /// <summary>The finding by which a painful site is known: its own, or that of the patch where it hurts.</summary>
    public int PainOf(ZoneSite painted) => _painOf[painted.Index];

    /// <summary>Whether a cause can make any painful zone hurt; any can while no pain is told.</summary>
    public bool ReachesPain(int cause)
    {
        if (Painted.Count == 0) return true;
        foreach (int finding in _pain.Network.FindingsOf(cause))
        {
            if (finding >= _pain.Sites.Count) break;
            if (_isPainted[finding]) return true;
        }

        return false;
    }

    /// <summary>What speaks of each cause itself.</summary>
    public CauseOdds Odds { get; }

    /// <summary>Replaces the evidence by that of a case.</summary>
    public void Set(Case @case)
    {
        Evidence.Clear();
        Painted.Clear();
        SetZones(@case.Pain);
        SetCauses(@case);
        foreach (var observation in @case.Movements)
            SetMovement(observation);
        foreach (var activity in @case.Activities)
            Set(_pain.ActivityOf(activity.Id), Observation.Present);
        foreach (var (question, answer) in @case.Answers)
            Set(_pain.AnswerOf(question), answer ? Observation.Present : Observation.NotReported(PainReporting.AnswerDetection));
    }

    /// <summary>Pain on and off the picture. Without any pain told there is no picture, and nothing can be read off it.</summary>
    private void SetZones(IReadOnlyList<PainReport> pain)
    {
        Array.Clear(_isPainted);
        foreach (var report in pain)
            _isPainted[report.Site.Index] = report.Intensity is not <= 0 && report.Coverage >= PainReporting.RimCoverage;
        if (!Array.Exists(_isPainted, painted => painted))
            return;
        for (int site = 0; site < _pain.Sites.Count; site++)
            Evidence[site] = OffThePicture(site);
        foreach (var report in pain)
        {
            int site = report.Site.Index;
            if (_isPainted[site])
            {
                Painted.Add(report.Site);
                _painOf[site] = _pain.PainOf(report.Site, report.Patch);
                Evidence[site] = Observation.Unobserved;
                Evidence[_painOf[site]] = OnThePicture(report);
            }
            else if (report.Intensity <= 0)
            {
                Evidence[site] = Observation.Absent;
            }
        }

        Painted.Sort(static (a, b) => a.Index.CompareTo(b.Index));
    }

    private static Observation OnThePicture(PainReport report)
    {
        if (report.Coverage < PainReporting.ClearCoverage)
            return Observation.Uncertain(PainReporting.PartialRatio, 1);
        return report.Intensity is { } intensity
            ? Observation.AtLevel(PainReporting.LevelOf(intensity))
            : Observation.Present;
    }

    private Observation OffThePicture(int site)
    {
        if (!_pain.Sites[site].Zone.HasSkin)
            return Observation.NotReported(PainReporting.DetectionInside);
        return Observation.NotReported(
            Array.Exists(_pain.Beside[site], neighbour => _isPainted[neighbour])
                ? PainReporting.DetectionBeside
                : PainReporting.Detection);
    }

    /// <summary>The network has each cause at its general prior; a ratio on the cause itself moves it exactly.</summary>
    private void SetCauses(Case @case)
    {
        Odds.Set(@case, _isPainted);
        for (int cause = 0; cause < _pain.Network.CauseCount; cause++)
        {
            if (Odds.RatioOf(cause) != 1) Evidence[_pain.ItselfOf(cause)] = Observation.Uncertain(Odds.RatioOf(cause), 1);
        }
    }

    private void SetMovement(MovementObservation observation)
    {
        if (observation.Result == MovementResult.Normal)
        {
            var normal = Observation.NotReported(PainReporting.MovementDetection);
            Set(_pain.MovementOf(observation.Test.Id, MovementFinding.Restricted, observation.Side), normal);
            Set(_pain.MovementOf(observation.Test.Id, MovementFinding.Painful, observation.Side), normal);
            Set(_pain.MovementOf(observation.Test.Id, MovementFinding.Weak, observation.Side), normal);
            return;
        }

        Set(_pain.MovementOf(observation.Test.Id, EffectOf(observation.Result), observation.Side), Observation.Present);
    }

    internal static MovementFinding EffectOf(MovementResult result) => result switch
    {
        MovementResult.Restricted => MovementFinding.Restricted,
        MovementResult.Painful => MovementFinding.Painful,
        MovementResult.Weak => MovementFinding.Weak,
        _ => throw new ArgumentOutOfRangeException(nameof(result), result, "A normal result shows no effect."),
    };

    private void Set(int finding, Observation observation)
    {
        if (finding >= 0)
            Evidence[finding] = observation;
    }
}
