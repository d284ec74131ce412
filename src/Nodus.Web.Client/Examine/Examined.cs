using Nodus.Anatomy;
using Nodus.Anatomy.Zones;
using Nodus.Clinical.Assessment;
using Nodus.Clinical.Knowledge;
using Nodus.Clinical.Safety;

namespace Nodus.Web.Client.Examine;

/// <summary>Findings with their ids looked up, as a <see cref="Case"/> has them. What the knowledge no longer has is left out.</summary>
public sealed class Examined
{
    private readonly Dictionary<(string Zone, string Side), ZoneSite> siteOf;
    private readonly KnowledgeBase? knowledge;
    private readonly SafetyKnowledge? questions;

    /// <summary>Looks findings up.</summary>
    /// <param name="findings">The findings.</param>
    /// <param name="knowledge">Points and movements; null while it is not there, and answers alone count.</param>
    /// <param name="questions">Questions of the gate, for their words; null while they are not there.</param>
    /// <param name="sites">Zones.</param>
    public Examined(Findings findings, KnowledgeBase? knowledge, SafetyKnowledge? questions, IReadOnlyList<ZoneSite> sites)
    {
        (Findings, this.knowledge, this.questions) = (findings, knowledge, questions);
        siteOf = sites.ToDictionary(site => (site.Zone.Id, site.Side.ToWord()));
        if (knowledge is null) return;
        Palpation = [.. findings.Presses.Select(note => Found(note, knowledge)).OfType<PalpationFinding>()];
        Movements = [.. findings.Movements.Select(note => Found(note, knowledge)).OfType<MovementObservation>()];
        Map = MapOf(findings, knowledge);
    }

    /// <summary>Nothing examined.</summary>
    public static Examined Nothing { get; } = new(Findings.None, null, null, []);

    /// <summary>The findings.</summary>
    public Findings Findings { get; }

    /// <summary>Points pressed.</summary>
    public IReadOnlyList<PalpationFinding> Palpation { get; } = [];

    /// <summary>Movements tested.</summary>
    public IReadOnlyList<MovementObservation> Movements { get; } = [];

    /// <summary>What earlier visits showed, without the points that were pressed today: today's own finding speaks for them.</summary>
    public ReferralMap Map { get; } = ReferralMap.Empty;

    /// <summary>The zone of a place; null where there is none.</summary>
    public ZoneSite? Site(ZonePlace place) => siteOf.GetValueOrDefault((place.Zone, place.Side));

    /// <summary>A question or sign as a clinician says it.</summary>
    public string Question(string id) =>
        questions?.Find(id)?.Professional
        ?? (knowledge is not null && knowledge.TryFindSign(id, out Sign? sign) ? sign.Name : id.Replace('_', ' '));

    /// <summary>The place of a zone.</summary>
    public static ZonePlace PlaceOf(ZoneSite site) => new(site.Zone.Id, site.Side.ToWord());

    /// <summary>A case with what was found.</summary>
    public Case With(Case patient)
    {
        Case found = patient with { Palpation = Palpation, Movements = Movements, Examiner = Findings.Examiner, Map = Map };
        if (Findings.Answers.Count + Findings.Pains.Count == 0) return found;
        var answers = new Dictionary<string, bool>(patient.Answers, StringComparer.Ordinal);
        var unsure = new HashSet<string>(patient.Unsure, StringComparer.Ordinal);
        foreach (AnswerNote note in Findings.Answers)
        {
            answers.Remove(note.Question);
            unsure.Remove(note.Question);
            if (note.Answer is { } known) answers[note.Question] = known;
            else unsure.Add(note.Question);
        }

        unsure.UnionWith(Findings.Pains.Where(note => note.Hurts is null).Select(note => Site(note.Zone)).OfType<ZoneSite>().Select(Case.PainQuestion));
        return found with { Answers = answers, Unsure = unsure };
    }

    /// <summary>The pain of a picture, with what was said of zones that are not on it: what is drawn counts before what was said.</summary>
    public IReadOnlyList<PainReport> With(IReadOnlyList<PainReport> drawn) =>
    [
        .. drawn,
        .. from note in Findings.Pains
           where note.Hurts is not null
           let site = Site(note.Zone)
           where site is not null && !drawn.Any(report => report.Site == site)
           select new PainReport(site, 1, note.Hurts == true ? null : 0, []),
    ];

    private PalpationFinding? Found(PressNote note, KnowledgeBase knowledge) => knowledge.TryFindPoint(note.Point, out TriggerPoint? point)
        ? new PalpationFinding(point, note.Side, note.Tender, note.Recognised, note.Referred, note.TautBand, note.Twitch)
        {
            ReferredTo = SitesOf(note.ReferredTo),
        }
        : null;

    private static MovementObservation? Found(MovementNote note, KnowledgeBase knowledge) =>
        knowledge.TryFindMovement(note.Test, out Movement? test) ? new MovementObservation(test, note.Side, note.Result) : null;

    private ReferralMap MapOf(Findings findings, KnowledgeBase knowledge)
    {
        if (findings.IgnoresEarlier) return ReferralMap.Empty;
        var entries = new List<ElicitedReferral>();
        foreach (ReferralNote note in findings.Earlier)
        {
            if (findings.Press(note.Point, note.Side).ReferredTo.Count > 0 || !knowledge.TryFindPoint(note.Point, out TriggerPoint? point)) continue;
            if (SitesOf(note.Zones) is { Count: > 0 } zones) entries.Add(new ElicitedReferral(point, note.Side, zones));
        }

        return entries.Count == 0 ? ReferralMap.Empty : new ReferralMap(entries);
    }

    private IReadOnlyList<ZoneSite> SitesOf(IReadOnlyList<ZonePlace> places) => [.. places.Select(Site).OfType<ZoneSite>()];
}
