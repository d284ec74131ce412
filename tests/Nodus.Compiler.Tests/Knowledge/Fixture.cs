using Nodus.Compiler.Entries;

namespace Nodus.Compiler.Tests.Knowledge;

/// <summary>A small, complete and right set of knowledge texts for tests to damage.</summary>
internal static class Fixture
{
    public const string MusclePath = "knowledge/muscles/infraspinatus.yaml";

    public const string Sources = """
        - id: simons1999
          cite: "Simons DG, Travell JG, Simons LS. Myofascial Pain and Dysfunction. 1999."
          kind: textbook
          read: secondary
        - { id: delphi2018, cite: "A Delphi study. 2018.", kind: consensus, read: abstract, doi: 10.1093/pm/pnx207 }
        """;

    public const string Movements = """
        - { id: shoulder_internal_rotation, name: Internal rotation of the shoulder, how: Hand up the back., normal: "70 degrees", joint: shoulder, grade: elicited }
        """;

    public const string Activities = """
        - { id: reaching_behind_back, name: Reaching behind the back, plain: Reaching behind your back }
        """;

    public const string Signs = """
        - { id: tearing, name: Tearing of the eye, plain: Your eye waters }
        """;

    public const string Muscle = """
        id: infraspinatus
        name: Infraspinatus
        latin: Musculus infraspinatus
        synonyms: []
        group: shoulder_arm
        codes: { snomed: "79416005" }
        confidence: high
        plain: A flat muscle on the shoulder blade.
        attachments: { origin: Infraspinous fossa, insertion: Greater tubercle }
        action: [External rotation of the arm]
        innervation: { nerve: Suprascapular nerve, roots: [C5, C6] }
        points:
          - id: infraspinatus.1
            name: Infraspinatus, upper medial
            plain: On the shoulder blade
            place: infraspinatus>scap_spine_mid:0.45
            depthCm: 1.5
            reach: flat
            pattern: ipsilateral
            palpation:
              position: Lying on the other side.
              contact: Flat finger across the fibres.
              pressureKg: 1.0
              grade: elicited
            essential:
              - { strength: 0.95, through: ["bicipital_groove @3.2", "deltoid_ant @3.2"] }
            spillover:
              - { strength: 0.8, through: ["bicipital_groove @4.0", "deltoid_ant>infraspinatus:0.6 @4.6"] }
            insets:
              - { zone: teeth_upper_molar, kind: spillover, strength: 0.8 }
            description: Deep in the front of the shoulder.
            sources: [simons1999]
            confidence: high
        movements:
          - { test: shoulder_internal_rotation, effect: restricted, strength: 0.5, grade: elicited }
        activities:
          - { activity: reaching_behind_back, effect: provokes, strength: 0.4, grade: elicited }
        signs:
          - { sign: tearing, strength: 0.2, grade: elicited }
        lookAlikes:
          - { rival: radiculopathy_c6, separate: Numb thumb. }
          - { name: Packer's hand, separate: Cold fingers. }
        factors:
          - { factor: prolonged_sitting, odds: 1.5, grade: elicited }
        satellites: [deltoid]
        techniques:
          - technique: pressure_release
            position: Lying on the good side.
            contact: One finger on the blade.
            direction: Against the bone.
            seconds: 45
            repeats: 3
            pressure: 4.5
            progression: A little longer.
            stop: At tingling in the hand.
            grade: elicited
            sources: []
        stretch: { how: Arm across the chest., seconds: 30, repeats: 3, stop: At pinching., grade: elicited }
        selfRelease: { tool: ball, how: Lean on a ball., seconds: 60, timesPerDay: 1, stop: At tingling., grade: elicited }
        cautions: [The bone is thin here.]
        dangerZones:
          - { zone: suprascapular_notch, note: The nerve turns round the ridge. }
        sources: [simons1999, delphi2018]
        notes: A fixture.
        """;

    public const string RivalPath = "knowledge/rivals/radiculopathy_c6.yaml";

    public const string Rival = """
        id: radiculopathy_c6
        name: C6 radiculopathy
        plain: A nerve of the neck is irritated.
        kind: nerve_root
        synonyms: [C6 nerve root irritation]
        paired: true
        pattern: ipsilateral
        essential:
          - { strength: 0.9, through: ["bicipital_groove @2.0", "deltoid_ant @2.0"] }
        spillover: []
        insets: []
        description: Down the arm to the thumb.
        qualities: [shooting, tingling]
        for:
          - { answer: numbness_patch, strength: 0.5, grade: elicited }
          - { movement: shoulder_internal_rotation, effect: painful, strength: 0.1, grade: elicited }
          - { activity: reaching_behind_back, effect: eases, strength: 0.3, grade: elicited }
          - { sign: tearing, strength: 0.2, grade: elicited }
          - { observation: Brachioradialis reflex reduced, strength: 0.4, grade: elicited }
        against:
          - { observation: Pressing the muscle reproduces it, ratio: 0.4, grade: elicited }
        tests:
          - { name: Spurling test, how: Extend and lean., positive: Arm pain., sensitivity: 0.5, specificity: 0.9, grade: published, sources: [delphi2018] }
        separate: [The pain runs to the thumb.]
        action: Refer when weakness grows.
        tell: It often settles.
        urgency: routine
        prior: { value: 0.01, grade: elicited, sources: [], note: On one side. }
        confidence: medium
        sources: [simons1999]
        notes: A fixture.
        """;

    public const string DangerZones = """
        - id: suprascapular_notch
          name: Suprascapular notch
          plain: A nerve turns round the ridge of your shoulder blade.
          structure: nerve
          paired: true
          through:
            - ["scap_spine_mid @1.5", "infraspinatus @1.5"]
            - ["bicipital_groove @1"]
          depth: 2 to 3 cm
          risk: Numbness.
          rule: Press flat and short.
          avoid: [dry_needling]
          modify: [{ technique: pressure_release, how: Half the time. }]
          confidence: medium
          grade: elicited
          sources: [simons1999]
        """;

    public const string Factors = """
        - { id: prolonged_sitting, name: Prolonged sitting, plain: You sit much, kind: posture, ask: "Do you sit for hours?", advice: Stand up., grade: elicited, sources: [] }
        """;

    public const string Techniques = """
        - id: pressure_release
          name: Pressure release
          plain: Slow pressure.
          how: Sink in and wait.
          who: [massage, physiotherapy]
          dose: { secondsMin: 20, secondsMax: 90, repeatsMin: 1, repeatsMax: 5, pressureMax: 5, perWeekMax: 3, note: Less is more. }
          expect: Tenderness for a day.
          harms: Bruises.
          contraindications:
            - { answer: numbness_patch, level: modify, how: Not over it. }
            - { text: Open wound, level: no }
          evidence: [denneny2019]
          grade: elicited
          sources: []
        """;

    public const string Exercises = """
        - id: band_turns
          name: Turns with a band
          plain: Makes the shoulder strong.
          muscles: [infraspinatus]
          kind: strength
          how: Elbow at the side.
          dose: { sets: 3, repeats: 12, perWeek: 3 }
          progression: A stronger band.
          stop: At sharp pain.
          grade: published
          sources: [delphi2018]
        """;

    public const string Evidence = """
        - id: denneny2019
          cite: A review. 2019.
          year: 2019
          doi: 10.1016/j.apmr.2018.06.019
          design: systematic review
          population: adults with pain
          n: "19 trials"
          intervention: trigger point therapy
          comparator: any
          effect: none in the short term
          certainty: low
          stance: against
          claim: It has not been shown to help in the short term.
          doesNotShow: That it never helps.
          provenance: retrieved
          techniques: [pressure_release]
          muscles: []
          topics: [pain]
        """;

    public const string Untraced = """
        - { claim: It cures., nearest: [denneny2019], advice: Do not repeat it. }
        """;

    public const string Instruments = """
        - id: nprs
          name: Numeric pain rating scale
          domain: pain intensity
          items: 1
          recall: past day
          range: { min: 0, max: 10 }
          direction: lower_better
          scoring: one number
          missing: required
          bands: [{ from: 0, to: 3, name: mild }, { from: 4, to: 10, name: more }]
          mcid: [{ value: 2, unit: points, relative: 0.3, context: chronic pain, provenance: knowledge }]
          mdc: []
          licence: { class: ship_text, detail: nobody owns it, provenance: knowledge }
          loinc: { panel: null, score: "72514-3", also: [], provenance: retrieved }
          questions: [{ id: now, text: How strong is it now?, min: 0, max: 10, anchors: { 0: none, 10: worst } }]
        """;

    public const string Contexts = """
        - id: shoulder_pain
          name: Shoulder pain
          plain: Pain of the shoulder
          kind: complaint
          muscles:
            - { muscle: infraspinatus, prior: 0.379, reported: 0.77, certainty: low, grade: derived, sources: [delphi2018], note: 72 patients }
            - { muscle: deltoid, part: front, odds: 1.5, grade: elicited, sources: [] }
        """;

    public const string ZoneExceptions = """
        - { zone: shoulder_front, reason: A small body. }
        """;

    public const string LayWords = """
        - { words: [frozen arm, stiff shoulder], means: [muscle infraspinatus, zone shoulder_front] }
        """;

    public const string Facts = """
        - { id: numbness_patch, ask: "A numb patch of skin?", professional: Circumscribed sensory loss, implies: [odd_feeling] }
        - { id: odd_feeling, ask: "Does it feel odd?", professional: Any sensory change, help: "Numb, furry or dead.", also: [feels_odd] }
        - { id: sbp, professional: Systolic pressure, asked_of: clinician, kind: number, unit: mmHg, least: 50, most: 300 }
        - { id: anticoagulant, ask: "Do you take blood thinners?", professional: Anticoagulation, time: ever }
        """;

    public const string Regions = """
        - { id: shoulder, zones: [shoulder_front] }
        """;

    public const string Rules = """
        - id: RF01
          name: Numb shoulder
          disposition: urgent_referral
          suspects: Nerve injury
          when: { all: [numbness_patch, { painted: [shoulder] }, { any: [{ age_from: 50 }, { fact: sbp, from: 180 }] }] }
          unless: { no: odd_feeling }
          reason: It may be the nerve.
          tell: Please see a doctor.
          act: Refer.
          limits:
            - { techniques: [dry_needling], at: everywhere, verdict: no, why: It is numb. }
            - { techniques: all, at: [shoulder], verdict: modify, how: Lightly., why: It is numb., instead: Rest. }
          grade: published
          sources: [delphi2018]
          examples:
            fires: [{ age: 60, painted: [shoulder], yes: [numbness_patch] }, { numbers: { sbp: 190 }, both: [shoulder], yes: [numbness_patch] }]
            silent: [{ age: 40, painted: [shoulder], yes: [numbness_patch] }]
        """;

    public const string Interview = """
        - { id: everyone, title: About you, professional: Everyone, ask: [anticoagulant] }
        - { id: shoulder, title: About your shoulder, professional: Shoulder, when: { painted: [shoulder] }, ask: [numbness_patch] }
        """;

    public const string Contacts = """
        - { country: GB, name: United Kingdom, emergency: ["999", "112"], crisis: "116 123" }
        - { country: "*", name: elsewhere, emergency: ["112"] }
        """;

    public const string Wordings = """
        - { fact: numbness_patch, says: ["numb* &3 patch|skin"], ignore: ["numb with cold"] }
        - { region: shoulder, says: ["shoulder*"] }
        """;

    public const string Cues = """
        - { cue: negation, before: ["no|not"], after: ["ruled out"] }
        """;

    public const string Medication = """
        - { id: anticoagulants, name: Blood thinners, fact: anticoagulant, names: [Warfarin, co-warfarin 5], words: ["blood thin*"] }
        """;

    /// <summary>The names of a body with just these landmarks and zones.</summary>
    public static AtlasNames Atlas { get; } = new(
        new Dictionary<string, bool>(StringComparer.Ordinal)
        {
            ["infraspinatus"] = true,
            ["scap_spine_mid"] = true,
            ["bicipital_groove"] = true,
            ["deltoid_ant"] = true,
            ["inion"] = false,
        },
        new Dictionary<string, ZoneName>(StringComparer.Ordinal)
        {
            ["shoulder_front"] = new(Paired: true, HasSkin: true),
            ["teeth_upper_molar"] = new(Paired: true, HasSkin: false),
        },
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["infraspinatus"] = "shoulder_arm",
            ["deltoid"] = "shoulder_arm",
            ["masseter"] = "head_neck",
        });

    /// <summary>All texts, with the muscle's text replaced by another.</summary>
    public static IReadOnlyList<KnowledgeText> Texts(string muscle = Muscle, string rival = Rival) =>
    [
        new("knowledge/activities/a.yaml", Activities),
        new("knowledge/movements/a.yaml", Movements),
        new(MusclePath, muscle),
        new(RivalPath, rival),
        new("knowledge/signs/a.yaml", Signs),
        new("knowledge/sources/a.yaml", Sources),
        new("knowledge/danger-zones/a.yaml", DangerZones),
        new("knowledge/factors/a.yaml", Factors),
        new("knowledge/techniques/a.yaml", Techniques),
        new("knowledge/exercises/a.yaml", Exercises),
        new("knowledge/evidence/a.yaml", Evidence),
        new("knowledge/evidence/untraced.yaml", Untraced),
        new("knowledge/instruments/a.yaml", Instruments),
        new("knowledge/contexts/a.yaml", Contexts),
        new("knowledge/zone-exceptions.yaml", ZoneExceptions),
        new("knowledge/lay-words.yaml", LayWords),
        new("knowledge/safety/facts/a.yaml", Facts),
        new("knowledge/safety/regions.yaml", Regions),
        new("knowledge/safety/rules/a.yaml", Rules),
        new("knowledge/safety/interview.yaml", Interview),
        new("knowledge/safety/emergency-numbers.yaml", Contacts),
        new("knowledge/safety/language/a.yaml", Wordings),
        new("knowledge/safety/cues.yaml", Cues),
        new("knowledge/safety/medication.yaml", Medication),
    ];

    /// <summary>Reads texts and returns the entries with all faults in order.</summary>
    public static (KnowledgeFolder Folder, IReadOnlyList<KnowledgeError> Errors) Read(
        IReadOnlyList<KnowledgeText> texts, ElsewhereIds? elsewhere = null)
    {
        var errors = new KnowledgeErrors();
        KnowledgeFolder folder = KnowledgeFolder.Read(texts, Atlas, elsewhere ?? ElsewhereIds.None, errors);
        return (folder, errors.InOrder);
    }

    /// <summary>Reads the right texts with one line of one file changed.</summary>
    public static (KnowledgeFolder Folder, IReadOnlyList<KnowledgeError> Errors) ReadDamaged(string path, string right, string wrong) => Read(
    [
        .. Texts().Select(text => text.Path != path ? text : new KnowledgeText(path, Damaged(text.Text, right, wrong))),
    ]);

    /// <summary>Reads ids that stand elsewhere.</summary>
    public static ElsewhereIds ReadElsewhere(string text)
    {
        string file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, text);
            return ElsewhereIds.Read([file]);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static string Damaged(string text, string right, string wrong)
    {
        string unix = text.ReplaceLineEndings("\n");
        int at = unix.IndexOf(right, StringComparison.Ordinal);
        Assert.True(at >= 0, right);
        return unix[..at] + wrong + unix[(at + right.Length)..];
    }
}
