using System.Globalization;
using System.Text;
using Nodus.Anatomy;
using Nodus.Anatomy.Drawing;
using Nodus.Clinical.Assessment;
using Nodus.Clinical.Knowledge;
using Nodus.Clinical.Safety;

namespace Nodus.Benchmarks;

/// <summary>
/// Draws the essential pattern of each point with the pen, on the left, and looks where its muscle is ranked. Circular by
/// nature, the pattern being drawn as the knowledge has it: it shows which patterns the picture alone cannot tell apart.
/// </summary>
internal sealed class PatternRanks(KnowledgeBase knowledge, SafetyKnowledge safety, BodyAtlas atlas, ReferralPaint referral)
{
    private const int Close = 5;

    public void Write(StringBuilder report)
    {
        var assessor = Assessor.For(knowledge, atlas);
        var reader = CaseReader.For(knowledge, safety, atlas);
        var ranked = new List<Ranked>();
        var undrawn = new List<string>();
        foreach (TriggerPoint point in knowledge.Points)
        {
            PainDrawing drawing = Drawn(point);
            if (drawing.IsEmpty) undrawn.Add(point.Id);
            else ranked.Add(Rank(point, assessor.Assess(reader.Read(CaseOf(drawing))), reader.Read(CaseOf(drawing))));
        }

        int first = ranked.Count(r => r.Rank == 1), three = ranked.Count(r => r.Rank <= 3), five = ranked.Count(r => r.Rank <= Close);
        report.AppendLine("## Rank of the muscle whose essential pattern is drawn").AppendLine();
        report.AppendLine("| patterns drawn | first | first three | first five | outside |");
        report.AppendLine("| ---: | ---: | ---: | ---: | ---: |");
        report.AppendLine(CultureInfo.InvariantCulture,
            $"| {ranked.Count} | {first} | {three} | {five} | {ranked.Count - five} |").AppendLine();
        report.AppendLine(CultureInfo.InvariantCulture,
            $"Nothing to draw for {undrawn.Count}: {(undrawn.Count == 0 ? "-" : string.Join(", ", undrawn))}.").AppendLine();
        WriteOutside(report, [.. ranked.Where(r => r.Rank > Close).OrderByDescending(r => r.Rank)]);
    }

    private static void WriteOutside(StringBuilder report, Ranked[] outside)
    {
        report.AppendLine(
            "Outside the first five. \"Alike\" is the cosine of the activations over all zones with the likest point of the first " +
            "muscle; \"near\" counts other muscles with a point alike by 0.8 or more; \"explained\" is the part of the painted " +
            "zones that the point refers to at all.").AppendLine();
        report.AppendLine("| point | rank | P | zones painted | explained | prior | first muscle | its P | its prior | alike | near |");
        report.AppendLine("| --- | ---: | ---: | ---: | ---: | ---: | --- | ---: | ---: | ---: | ---: |");
        foreach (Ranked r in outside)
        {
            report.AppendLine(CultureInfo.InvariantCulture,
                $"| {r.Point.Id} | {(r.Rank == int.MaxValue ? "none" : r.Rank)} | {r.Probability:0.000} | {r.Painted} | {r.Explained} | {r.Prior:0.0000} " +
                $"| {r.First} | {r.FirstProbability:0.000} | {r.FirstPrior:0.0000} | {r.Alike:0.00} | {r.Near} |");
        }

        report.AppendLine();
    }

    private Ranked Rank(TriggerPoint point, Differential result, Case drawn)
    {
        int at = result.Muscles.ToList().FindIndex(m => m.Muscle == point.MuscleId && m.Side == Side.Left.ToWord());
        MuscleRank first = result.Muscles[0];
        Side firstSide = first.Side == Side.Left.ToWord() ? Side.Left : Side.Right;
        TriggerPoint likest = knowledge.Points.Where(p => p.MuscleId == first.Muscle).MaxBy(p => Alike(point, p, firstSide))!;
        var zones = Activations(point, Side.Left);
        var priors = new MusclePriors(knowledge);
        return new Ranked(
            point, at < 0 ? int.MaxValue : at + 1, at < 0 ? 0 : result.Muscles[at].Probability, drawn.Pain.Count,
            drawn.Pain.Count(pain => zones.ContainsKey((pain.Site.Zone.Id, pain.Site.Side))), priors.OfPoint(point),
            $"{likest.Id} {first.Side}", first.Probability, priors.OfPoint(likest), Alike(point, likest, firstSide),
            knowledge.Muscles.Count(m => m.Id != point.MuscleId && m.Points.Any(p => Alike(point, p, Side.Left) >= 0.8)));
    }

    private static double Alike(TriggerPoint left, TriggerPoint other, Side side)
    {
        var a = Activations(left, Side.Left);
        var b = Activations(other, side);
        double dot = a.Sum(zone => zone.Value * b.GetValueOrDefault(zone.Key));
        double length = Math.Sqrt(a.Values.Sum(v => v * v) * b.Values.Sum(v => v * v));
        return length > 0 ? dot / length : 0;
    }

    private static Dictionary<(string Zone, Side Side), double> Activations(TriggerPoint point, Side side) =>
        point.ZonesOn(side).GroupBy(zone => (zone.Zone, zone.Side)).ToDictionary(zone => zone.Key, zone => zone.Max(z => z.Activation));

    private PainDrawing Drawn(TriggerPoint point)
    {
        PainDrawing drawing = PainDrawing.Empty(atlas.Version);
        SurfaceSample[] samples = [.. referral.Find(point.Id)!.Essential.Select(dab => new SurfaceSample(dab.Centre, dab.RadiusCm))];
        return samples.Length == 0 ? drawing : drawing.With(PainStroke.Pen(6, PainQuality.Aching, [.. samples]));
    }

    private static byte[] CaseOf(PainDrawing drawing) =>
        [.. "{\"drawing\":"u8, .. drawing.ToJson(), .. Encoding.UTF8.GetBytes("}")];

    private sealed record Ranked(
        TriggerPoint Point, int Rank, double Probability, int Painted, int Explained, double Prior,
        string First, double FirstProbability, double FirstPrior, double Alike, int Near);
}
