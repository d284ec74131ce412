using System.Numerics;
using System.Text;
using Nodus.Anatomy;
using Nodus.Anatomy.Drawing;
using Nodus.Anatomy.Zones;
using Nodus.Clinical.Assessment;
using Nodus.Clinical.Knowledge;
using Nodus.Clinical.Tests.Safety;

namespace Nodus.Clinical.Tests.Assessment;

/// <summary>A body of six zones, one of them in two patches, and four muscles: small enough to reason about by hand.</summary>
internal static class SmallBody
{
    public static IReadOnlyList<ZoneSite> Sites { get; } = MakeSites();

    public static KnowledgeBase Knowledge { get; } = MakeKnowledge();

    /// <summary>The same with a nerve root, and an illness of men over 40 that is felt behind the breastbone.</summary>
    public static KnowledgeBase WithRivals { get; } = MakeRivals();

    /// <summary>The same, where infraspinatus sets off biceps.</summary>
    public static KnowledgeBase WithSatellite { get; } = new("knowledge-3", "atlas-1", Knowledge.Entries with
    {
        Muscles = [.. Knowledge.Muscles.Select(muscle => muscle.Id == "infraspinatus" ? muscle with { Satellites = ["biceps"] } : muscle)],
    });

    public static CaseReader Reader { get; } = new(Knowledge, SmallSafety.Rulebook, Sites);

    public static Assessor NewAssessor() => new(Knowledge, Sites, "atlas-1");

    public static Case Read(string json) => Reader.Read(Encoding.UTF8.GetBytes(json));

    public static Differential Assess(string json) => NewAssessor().Assess(Read(json));

    public static MuscleRank? Find(this Differential differential, string muscle, string side) =>
        differential.Muscles.FirstOrDefault(rank => rank.Muscle == muscle && rank.Side == side);

    public static Differential AssessRivals(string json) =>
        new Assessor(WithRivals, Sites, "atlas-1").Assess(new CaseReader(WithRivals, SmallSafety.Rulebook, Sites).Read(Encoding.UTF8.GetBytes(json)));

    public static RivalRank? FindRival(this Differential differential, string id, string side) =>
        differential.Rivals.FirstOrDefault(rank => rank.Id == id && rank.Side == side);

    private static KnowledgeBase MakeRivals() => new("knowledge-2", "atlas-1", Knowledge.Entries with
    {
        Movements = [.. Knowledge.Movements, new Movement("spurling", "Spurling's test", "Press.", "No pain", "neck", Grade.Elicited)],
        Rivals =
        [
            new Rival(
                "root_c6", "C6 root", RivalKind.NerveRoot, Sidedness.Paired, ReferralLaterality.Ipsilateral, [PainQuality.Tingling],
                [
                    new SupportingFinding(new RivalFinding(RivalFindingKind.Movement, "spurling", Shows: MovementFinding.Painful), 0.6, Grade.Elicited),
                    new SupportingFinding(new RivalFinding(RivalFindingKind.Answer, "numb"), 0.7, Grade.Elicited),
                ],
                [new OpposingFinding(new RivalFinding(RivalFindingKind.Movement, "hand_behind_back", Shows: MovementFinding.Restricted), 0.4, Grade.Elicited)],
                ["Numb thumb and a weak elbow."], Urgency.Soon, 0.02, Confidence.High, ["book"],
                [
                    new ReferralZone("arm_front", Side.Left, ReferralKind.Essential, 1, 0.7),
                    new ReferralZone("hand", Side.Left, ReferralKind.Essential, 1, 0.9),
                ],
                Bearers.Everybody),
            new Rival(
                "gland", "Inflamed gland", RivalKind.Organ, Sidedness.Unpaired, ReferralLaterality.Midline, [],
                [new SupportingFinding(new RivalFinding(RivalFindingKind.Answer, "fever"), 0.6, Grade.Elicited)], [],
                ["Fever."], Urgency.Urgent, 0.02, Confidence.Low, ["book"],
                [new ReferralZone("sternum", Side.Midline, ReferralKind.Essential, 1, 0.9)],
                new Bearers(Sex.Male, FromAge: 40)),
        ],
    });

    private static List<ZoneSite> MakeSites()
    {
        Zone[] zones =
        [
            MakeZone("shoulder_front", ZoneLaterality.Paired, "arm_front"),
            MakeZone("arm_front", ZoneLaterality.Paired, "shoulder_front", "hand") with
            {
                Patches = [new ZonePatch(new Vector3(20, 130, 0), 0.5), new ZonePatch(new Vector3(20, 110, 0), 0.5)],
            },
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
                zone.Zone, zone.Zone == "sternum" ? Side.Midline : Side.Left, ReferralKind.Essential, 1, zone.Activation)
            {
                // Infraspinatus is felt in the upper part of the arm, the scalene in the lower one; of the others nobody knows.
                Patches = (zone.Zone, id) switch
                {
                    ("arm_front", "infraspinatus.1") => [0.9, 0.1],
                    ("arm_front", "scalene.1") => [0.1, 0.9],
                    _ => [],
                },
            }),
        ]);
}
