using System.Runtime.InteropServices;
using System.Text.Json;
using Nodus.Anatomy;
using Nodus.Anatomy.Drawing;
using Nodus.Anatomy.Zones;
using Nodus.Clinical.Knowledge;
using Nodus.Clinical.Safety;
using static Nodus.Clinical.Assessment.CaseFields;

namespace Nodus.Clinical.Assessment;

/// <summary>
/// Reads a case from the JSON of the machine interface (<c>nodus locate</c>). Strict: an unknown field, zone, side, point,
/// question or test is an error that names the field and what is allowed. Three-valued: what is missing or null is unknown.
/// </summary>
public sealed class CaseReader
{
    private static readonly string[] Fields =
    [
        "age", "sex", "pain", "drawing", "answers", "factors", "movements", "palpation", "examiner", "referralMap", "history",
        "medication", "patientText",
    ];

    private readonly KnowledgeBase _knowledge;
    private readonly SafetyKnowledge _safety;
    private readonly Dictionary<(string Zone, Side Side), ZoneSite> _sites;
    private readonly string[] _zoneIds;
    private readonly Func<JsonElement, IReadOnlyList<PainReport>>? _readDrawing;

    /// <summary>Creates a reader.</summary>
    /// <param name="knowledge">Points, tests and activities that a case may name.</param>
    /// <param name="safety">Questions that a case may answer.</param>
    /// <param name="sites">Zones that a case may name: <see cref="ZoneMap.Sites"/>.</param>
    /// <param name="readDrawing">Turns the <c>drawing</c> field into zones with coverage; null where cases come without
    /// drawings. It throws <see cref="CaseFormatException"/> for a drawing it cannot read.</param>
    public CaseReader(
        KnowledgeBase knowledge, SafetyKnowledge safety, IReadOnlyList<ZoneSite> sites,
        Func<JsonElement, IReadOnlyList<PainReport>>? readDrawing = null)
    {
        ArgumentNullException.ThrowIfNull(knowledge);
        ArgumentNullException.ThrowIfNull(sites);
        ArgumentNullException.ThrowIfNull(safety);
        _knowledge = knowledge;
        _safety = safety;
        _sites = sites.ToDictionary(site => (site.Zone.Id, site.Side));
        _zoneIds = [.. sites.Select(site => site.Zone.Id).Distinct(StringComparer.Ordinal)];
        _readDrawing = readDrawing;
    }

    /// <summary>Creates a reader that also takes drawings on the atlas.</summary>
    public static CaseReader For(KnowledgeBase knowledge, SafetyKnowledge safety, BodyAtlas atlas)
    {
        ArgumentNullException.ThrowIfNull(atlas);
        return new CaseReader(knowledge, safety, atlas.Zones.Sites, drawing => ReadDrawn(drawing, atlas));
    }

    /// <summary>Reads one case.</summary>
    /// <param name="json">UTF-8 JSON, one object.</param>
    /// <exception cref="CaseFormatException">Anything else; no other exception is thrown for bad input.</exception>
    public Case Read(ReadOnlyMemory<byte> json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { AllowDuplicateProperties = false });
            return Read(document.RootElement);
        }
        catch (JsonException fault)
        {
            string where = fault.LineNumber is { } line ? $" (line {line + 1}, byte {fault.BytePositionInLine + 1})" : "";
            throw new CaseFormatException("", $"this is not valid JSON{where}; a case is one JSON object.", fault);
        }
        catch (InvalidOperationException fault)
        {
            // Text that is not valid UTF-16 after unescaping, such as a lone surrogate.
            throw new CaseFormatException("", "holds a text that is not valid Unicode.", fault);
        }
    }

    private Case Read(JsonElement root)
    {
        RequireObject(root, "", Fields);
        var pain = new Dictionary<ZoneSite, PainReport>();
        foreach (var (element, path) in List(root, "", "pain"))
            ReadPain(element, path, pain);
        if (TryGet(root, "drawing", out var drawing))
            ReadDrawing(drawing, pain);
        Circumstances circumstances = ReadFactors(root);
        Intake intake = ReadAnswers(root);
        return new Case
        {
            Age = ReadAge(root),
            Sex = ReadSex(root),
            Pain = [.. pain.Values.OrderBy(report => report.Site.Index)],
            Answers = intake.Answers,
            Unsure = intake.Unsure,
            Measurements = intake.Measurements,
            Activities = circumstances.Activities,
            Factors = circumstances.Factors,
            Contexts = circumstances.Contexts,
            Movements = [.. List(root, "", "movements").SelectMany(entry => ReadMovement(entry.Element, entry.Path))],
            Palpation = [.. List(root, "", "palpation").SelectMany(entry => ReadPalpation(entry.Element, entry.Path))],
            Examiner = TryGet(root, "examiner", out _) ? (Examiner)Choice(root, "", "examiner", "trained", "novice") : Examiner.Trained,
            Map = ReadMap(root),
            History = Texts(root, "", "history"),
            Medication = Texts(root, "", "medication"),
            PatientText = OptionalText(root, "patientText"),
        };
    }

    private static int? ReadAge(JsonElement root)
    {
        double? age = OptionalNumber(root, "", "age", 0, 120);
        return age is null || age == Math.Floor(age.Value)
            ? (int?)age
            : throw new CaseFormatException("age", $"must be a whole number of years from 0 to 120, not {age}.");
    }

    private static Sex ReadSex(JsonElement root) =>
        TryGet(root, "sex", out _) ? (Sex)(1 + Choice(root, "", "sex", "F", "M", "X")) : Sex.Unknown;

    private void ReadPain(JsonElement element, string path, Dictionary<ZoneSite, PainReport> pain)
    {
        RequireObject(element, path, "zone", "side", "patch", "intensity", "quality");
        double? intensity = OptionalNumber(element, path, "intensity", 0, 10);
        string[] qualities = Texts(element, path, "quality");
        for (int i = 0; i < qualities.Length; i++)
        {
            if (!PainQualities.TryParse(qualities[i], out _))
            {
                throw Unknown(
                    $"{path}.quality[{i}]", "quality", qualities[i], PainQualities.Words,
                    string.Join(", ", PainQualities.Words));
            }
        }

        foreach (var site in SitesOf(element, path))
            Merge(pain, new PainReport(site, 1, intensity, qualities) { Patch = ReadPatch(element, path, site) });
    }

    private static int? ReadPatch(JsonElement element, string path, ZoneSite site)
    {
        if (OptionalNumber(element, path, "patch", 1, ZonePatches.Count) is not { } number) return null;
        if (number != Math.Floor(number))
            throw new CaseFormatException(Join(path, "patch"), $"must be a whole number from 1 to {ZonePatches.Count}, not {number}.");
        return number <= site.Zone.Patches.Count
            ? (int)number - 1
            : throw new CaseFormatException(Join(path, "patch"), $"\"{site.Zone.Id}\" is not divided into patches. Allowed: leave it out.");
    }

    private static IReadOnlyList<PainReport> ReadDrawn(JsonElement element, BodyAtlas atlas)
    {
        try
        {
            var drawing = PainDrawing.Parse(JsonMarshal.GetRawUtf8Value(element), atlas);
            return [.. drawing.CoverageOn(atlas.Surface).Zones().Select(PainReport.From)];
        }
        catch (DrawingFormatException fault)
        {
            throw new CaseFormatException(Join("drawing", fault.Field), fault.Message, fault);
        }
    }

    /// <summary>The sites that <c>zone</c> and <c>side</c> of an entry name.</summary>
    private IEnumerable<ZoneSite> SitesOf(JsonElement element, string path)
    {
        string zone = Word(element, path, "zone");
        if (!_zoneIds.Contains(zone, StringComparer.Ordinal))
            throw Unknown(Join(path, "zone"), "zone", zone, _zoneIds, $"the {_zoneIds.Length} zone ids of the atlas");
        bool isMidline = _sites.ContainsKey((zone, Side.Midline));
        string[] words = ["left", "right", "midline", "both"];
        if (!TryGet(element, "side", out _) && isMidline)
            return [_sites[(zone, Side.Midline)]];
        int side = Choice(element, path, "side", words);
        if (isMidline)
        {
            return side >= 2
                ? [_sites[(zone, Side.Midline)]]
                : throw new CaseFormatException(
                    Join(path, "side"), $"\"{zone}\" lies on the midline and has no {words[side]} side. Allowed: midline.");
        }

        return side switch
        {
            0 => [_sites[(zone, Side.Left)]],
            1 => [_sites[(zone, Side.Right)]],
            3 => [_sites[(zone, Side.Left)], _sites[(zone, Side.Right)]],
            _ => throw new CaseFormatException(
                Join(path, "side"), $"\"{zone}\" is a zone of either side, not of the midline. Allowed: left, right, both."),
        };
    }

    private void ReadDrawing(JsonElement drawing, Dictionary<ZoneSite, PainReport> pain)
    {
        if (_readDrawing is null)
            throw new CaseFormatException("drawing", "drawings cannot be read here; give the zones under pain instead.");
        foreach (var report in _readDrawing(drawing))
            Merge(pain, report);
    }

    /// <summary>Told and drawn pain of one zone: the larger coverage and intensity count.</summary>
    private static void Merge(Dictionary<ZoneSite, PainReport> pain, PainReport report)
    {
        if (!pain.TryGetValue(report.Site, out var known))
        {
            pain.Add(report.Site, report);
            return;
        }

        pain[report.Site] = new PainReport(
            report.Site, Math.Max(known.Coverage, report.Coverage),
            known.Intensity is { } a && report.Intensity is { } b ? Math.Max(a, b) : known.Intensity ?? report.Intensity,
            [.. known.Qualities.Union(report.Qualities, StringComparer.Ordinal)])
        {
            Patch = report.Patch ?? known.Patch,
        };
    }

    /// <summary>The field <c>answers</c>: yes, no, a number where a number is asked, or null for "not sure".</summary>
    private Intake ReadAnswers(JsonElement root)
    {
        var intake = new Intake(new(StringComparer.Ordinal), new(StringComparer.Ordinal), new(StringComparer.Ordinal));
        if (!TryGet(root, "answers", out var list))
            return intake;
        if (list.ValueKind != JsonValueKind.Object)
            throw new CaseFormatException("answers", "must be an object of question ids with true, false or null (unknown).");
        foreach (var answer in list.EnumerateObject())
        {
            string path = Join("answers", answer.Name);
            SafetyFact? fact = _safety.Find(answer.Name);
            if (fact is null && !_knowledge.TryFindSign(answer.Name, out _))
            {
                throw Unknown(
                    path, "question", answer.Name, _safety.Facts.Select(one => one.Id).Concat(_knowledge.Signs.Select(sign => sign.Id)),
                    "the ids of the interview and of the signs");
            }

            string id = fact?.Id ?? answer.Name;
            if (answer.Value.ValueKind == JsonValueKind.Null)
                intake.Unsure.Add(id);
            else if (fact?.Scale is { } scale)
                intake.Measurements[id] = OptionalNumber(list, "answers", answer.Name, scale.Least, scale.Most)!.Value;
            // Two names of one fact: the yes counts, it is the one that protects.
            else if (!intake.Answers.TryAdd(id, Boolean(answer.Value, path)))
                intake.Answers[id] |= Boolean(answer.Value, path);
        }

        return intake;
    }

    private sealed record Intake(Dictionary<string, bool> Answers, HashSet<string> Unsure, Dictionary<string, double> Measurements);

    /// <summary>The field <c>factors</c>: activities, perpetuating factors and contexts, by id; one named twice counts once.</summary>
    private Circumstances ReadFactors(JsonElement root)
    {
        var found = new Circumstances([], [], []);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (element, path) in List(root, "", "factors"))
        {
            string id = Text(element, path);
            if (!seen.Add(id))
                continue;
            if (_knowledge.TryFindActivity(id, out var activity))
                found.Activities.Add(activity);
            else if (_knowledge.TryFindFactor(id, out var factor))
                found.Factors.Add(factor);
            else if (_knowledge.TryFindContext(id, out var context))
                found.Contexts.Add(context);
            else
                throw Unknown(path, "factor", id, FactorIds(), "the ids of activities, factors and contexts of the knowledge");
        }

        return found;
    }

    private IEnumerable<string> FactorIds() =>
        _knowledge.Activities.Select(known => known.Id)
            .Concat(_knowledge.Factors.Select(known => known.Id))
            .Concat(_knowledge.Contexts.Select(known => known.Id));

    private sealed record Circumstances(List<DailyActivity> Activities, List<PerpetuatingFactor> Factors, List<PainContext> Contexts);

    private IEnumerable<MovementObservation> ReadMovement(JsonElement element, string path)
    {
        RequireObject(element, path, "test", "side", "result");
        string id = Word(element, path, "test");
        if (!_knowledge.TryFindMovement(id, out var test))
        {
            throw Unknown(
                Join(path, "test"), "movement test", id, _knowledge.Movements.Select(known => known.Id),
                "the test ids of the knowledge");
        }

        var sides = Sides(element, path);
        if (!TryGet(element, "result", out _))
            return [];
        var result = (MovementResult)Choice(element, path, "result", "normal", "restricted", "painful", "weak");
        return sides.Select(side => new MovementObservation(test, side, result));
    }

    private IEnumerable<PalpationFinding> ReadPalpation(JsonElement element, string path)
    {
        RequireObject(element, path, "point", "side", "tender", "recognised", "referred", "referredTo", "tautBand", "twitch");
        TriggerPoint point = ReadPoint(element, path);
        ZoneSite[] referredTo = ReadSites(element, path, "referredTo");
        bool? tender = OptionalBoolean(element, path, "tender"), recognised = OptionalBoolean(element, path, "recognised");
        bool? referred = OptionalBoolean(element, path, "referred"), band = OptionalBoolean(element, path, "tautBand");
        bool? twitch = OptionalBoolean(element, path, "twitch");
        if (referredTo.Length > 0 && referred == false)
            throw new CaseFormatException(Join(path, "referredTo"), "names zones although \"referred\" is false.");
        return Sides(element, path).Select(side => new PalpationFinding(
            point, side, tender, recognised, referredTo.Length > 0 ? true : referred, band, twitch) { ReferredTo = referredTo });
    }

    private TriggerPoint ReadPoint(JsonElement element, string path)
    {
        string id = Word(element, path, "point");
        return _knowledge.TryFindPoint(id, out TriggerPoint? point)
            ? point
            : throw Unknown(
                Join(path, "point"), "trigger point", id, _knowledge.Points.Select(known => known.Id),
                "the point ids of the knowledge, such as muscle.number");
    }

    /// <summary>The field <c>referralMap</c>: where pressing sent its sensation at earlier visits.</summary>
    private ReferralMap ReadMap(JsonElement root)
    {
        var entries = new List<ElicitedReferral>();
        foreach (var (element, path) in List(root, "", "referralMap"))
        {
            RequireObject(element, path, "point", "side", "zones");
            TriggerPoint point = ReadPoint(element, path);
            ZoneSite[] zones = ReadSites(element, path, "zones");
            if (zones.Length == 0) throw new CaseFormatException(Join(path, "zones"), "needs at least one zone with its side.");
            entries.AddRange(Sides(element, path).Select(side => new ElicitedReferral(point, side, zones)));
        }

        return entries.Count == 0 ? ReferralMap.Empty : new ReferralMap(entries);
    }

    private ZoneSite[] ReadSites(JsonElement owner, string path, string name)
    {
        var sites = new List<ZoneSite>();
        foreach (var (element, at) in List(owner, path, name))
        {
            RequireObject(element, at, "zone", "side");
            sites.AddRange(SitesOf(element, at));
        }

        return [.. sites.Distinct()];
    }

    /// <summary>Sides of a point or test: one or both, never the midline.</summary>
    private static Side[] Sides(JsonElement element, string path) =>
        Choice(element, path, "side", "left", "right", "both") switch
        {
            0 => [Side.Left],
            1 => [Side.Right],
            _ => [Side.Left, Side.Right],
        };
}
