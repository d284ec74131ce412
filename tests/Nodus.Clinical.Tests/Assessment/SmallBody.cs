using System.Text;
using Nodus.Anatomy;
using Nodus.Anatomy.Zones;
using Nodus.Clinical.Assessment;
using Nodus.Clinical.Knowledge;
using Nodus.Clinical.Tests.Safety;

namespace Nodus.Clinical.Tests.Assessment;

/// <summary>A body of six zones and four muscles, small enough to reason about by hand.</summary>
internal static class SmallBody
{
    public static IReadOnlyList<ZoneSite> Sites { get; } = MakeSites();

    public static KnowledgeBase Knowledge { get; } = MakeKnowledge();

    public static CaseReader Reader { get; } = new(Knowledge, SmallSafety.Rulebook, Sites);

    public static Assessor NewAssessor() => new(Knowledge, Sites, "atlas-1");

    public static Case Read(string json) => Reader.Read(Encoding.UTF8.GetBytes(json));

    public static Differential Assess(string json) => NewAssessor().Assess(Read(json));

    public static MuscleRank? Find(this Differential differential, string muscle, string side) =>
        differential.Muscles.FirstOrDefault(rank => rank.Muscle == muscle && rank.Side == side);

    private static List<ZoneSite> MakeSites()
    {
        Zone[] zones =
        [
            MakeZone("shoulder_front", ZoneLaterality.Paired, "arm_front"),
            MakeZone("arm_front", ZoneLaterality.Paired, "shoulder_front", "hand"),
            MakeZone("hand", ZoneLaterality.Paired, "arm_front"),
            MakeZone("neck_side", ZoneLaterality.Paired),
            MakeZone("sternum", ZoneLaterality.Midline),
            MakeZone("heel", ZoneLaterality.Paired),
        ];
        var sites = new List<ZoneSite>();
        foreach (var zone in zones)
        {
            if (zone.Laterality == ZoneLaterality.Midline)
            {
                sites.Add(new ZoneSite(sites.Count, zone, Side.Midline));
                continue;
            }

            sites.Add(new ZoneSite(sites.Count, zone, Side.Left));
            sites.Add(new ZoneSite(sites.Count, zone, Side.Right));
        }

        return sites;
    }

    private static Zone MakeZone(string id, ZoneLaterality laterality, params string[] neighbours) =>
        new(id, id, "front", laterality, "arm", "", neighbours, HasSkin: true);

    private static KnowledgeBase MakeKnowledge() => new("knowledge-1", "atlas-1", new KnowledgeEntries
    {
        Muscles =
        [
            MakeMuscle("infraspinatus", [("shoulder_front", 0.85), ("arm_front", 0.6), ("hand", 0.4)], [("shoulder_front", 0.7), ("arm_front", 0.5)]),
            MakeMuscle("biceps", [("shoulder_front", 0.8)], [("arm_front", 0.8)]),
            MakeMuscle("scalene", [("neck_side", 0.5), ("hand", 0.6), ("arm_front", 0.4)]),
            MakeMuscle("sternalis", [("sternum", 0.9)]),
        ],
        Movements = [new Movement("hand_behind_back", "Hand behind the back", "Reach.", "Thumb to T7", "shoulder", Grade.Elicited)],
        Activities = [new DailyActivity("reaching", "Reaching behind", "Reaching behind you")],
        Signs = [new Sign("tearing", "Tearing of the eye", "Your eye waters")],
        Factors =
        [
            new PerpetuatingFactor("sitting", "Prolonged sitting", FactorKind.Posture, "Do you sit much?"),
            new PerpetuatingFactor("smoking", "Smoking", FactorKind.Habit, "Do you smoke?"),
        ],
        Contexts =
        [
            // Odds of 0.5 are nine times those of 0.10; the square root of nine is three.
            new PainContext("swimmers_shoulder", "Swimmer's shoulder", ContextKind.Sport, [new ContextPrior("biceps", null, 0.5, null, Grade.Derived)]),
            new PainContext("violin", "Playing the violin", ContextKind.Occupation, [new ContextPrior("scalene", null, null, 2, Grade.Elicited)]),
        ],
    });

    private static Muscle MakeMuscle(string id, params (string Zone, double Activation)[][] points)
    {
        bool answers = id == "infraspinatus";
        return new Muscle(
            id, char.ToUpperInvariant(id[0]) + id[1..], id, [], "shoulder_arm", "A muscle.", Confidence.High,
            [.. points.Select((zones, i) => MakePoint($"{id}.{i + 1}", zones))],
            answers ? [new MovementEffect("hand_behind_back", MovementFinding.Restricted, 0.5, Grade.Elicited)] : [],
            answers ? [new ActivityEffect("reaching", ActivityDirection.Provokes, 0.5, Grade.Elicited)] : [],
            answers ? [new SignAssociation("tearing", 0.3, Grade.Elicited)] : [],
            answers ? [new FactorOdds("sitting", 2, Grade.Elicited), new FactorOdds("smoking", 3, Grade.Elicited)] : [], [], ["book"]);
    }

    private static TriggerPoint MakePoint(string id, (string Zone, double Activation)[] zones) => new(
        id, id, "there", new PressSite(0, 0, 0, 0, 0, 0), 1, Reach.Flat, ReferralLaterality.Ipsilateral, false,
        Confidence.High, ["book"],
        [
            .. zones.Select(zone => new ReferralZone(
                zone.Zone, zone.Zone == "sternum" ? Side.Midline : Side.Left, ReferralKind.Essential, 1, zone.Activation)),
        ]);
}
