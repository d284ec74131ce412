using Nodus.Anatomy;
using Nodus.Anatomy.Zones;
using Nodus.Clinical.Assessment;
using Nodus.Clinical.Knowledge;
using Nodus.Clinical.Safety;
using Spectre.Console;

namespace Nodus.Cli.Output;

/// <summary>A ranking in a form a therapist can read in a terminal.</summary>
internal sealed class DifferentialPrinter(IAnsiConsole console, KnowledgeBase knowledge, ZoneMap zones)
{
    private const int Shown = 8, RivalsShown = 5, ReasonsShown = 4, BarWidth = 20;

    /// <summary>Prints; the pass shows that the gate was asked.</summary>
    public void Print(Case patient, Differential result, GatePass pass)
    {
        console.WriteLine();
        if (pass.By is { } by)
        {
            string reason = by.Reason.ToWord().Replace('_', ' ');
            console.MarkupLineInterpolated($"[bold yellow]Opened by {by.Clinician}:[/] {reason}. {by.Text}");
            console.WriteLine();
        }

        console.MarkupLine("[bold]Where it hurts[/]");
        foreach (PainReport pain in patient.Pain)
        {
            string intensity = pain.Intensity is { } value ? $"{value:0.#}/10" : "intensity not given";
            console.MarkupLineInterpolated($"  {Site(pain.Site.Zone.Id, pain.Site.Side.ToWord())}, {intensity}{Qualities(pain)}");
        }

        console.WriteLine();
        console.MarkupLine("[bold]What would explain it[/]  [grey](probability that an expert would call it an active trigger point; not a diagnosis)[/]");
        if (result.Muscles.Count == 0) console.WriteLine("  No muscle stands out.");
        foreach (MuscleRank rank in result.Muscles.Take(Shown)) Muscle(rank);
        if (result.Muscles.Count > Shown) console.MarkupLineInterpolated($"  [grey]and {result.Muscles.Count - Shown} more above their starting probability (--json has all)[/]");
        Rivals(result.Rivals);
        NotToMiss(result.NotToMiss);
        Unexplained(result.Together.Unexplained);
        Next(result);
        if (result.Summary.Length > 0)
        {
            console.WriteLine();
            console.MarkupLine("[bold]In words[/]");
            Indented($"{result.Summary}");
        }

        console.WriteLine();
        string exact = result.Exact ? "exact" : "approximate";
        console.MarkupLineInterpolated($"[grey]engine {result.Engine} ({exact}), knowledge {result.Knowledge}, atlas {result.Atlas}[/]");
    }

    private void Muscle(MuscleRank rank)
    {
        string name = knowledge.TryFindMuscle(rank.Muscle, out Muscle? muscle) ? muscle.Name : rank.Muscle;
        int filled = (int)Math.Round(rank.Probability * BarWidth);
        console.WriteLine();
        console.MarkupLineInterpolated(
            $"  [bold]{name}[/], {rank.Side}  [teal]{new string('█', filled)}[/][grey]{new string('░', BarWidth - filled)}[/] {rank.Band} ({rank.Probability:0.00})");
        foreach (PointRank point in rank.Points.Take(3))
        {
            string where = knowledge.TryFindPoint(point.Point, out TriggerPoint? known) ? known.Plain : "";
            Indented($"{point.Point} {point.Probability:0.00}  [grey]{where}[/]");
        }

        if (rank.Explains.Count > 0)
        {
            string parts = string.Join(", ", rank.Explains.Take(5).Select(zone => $"{Site(zone.Zone, zone.Side)} {zone.Share:P0}"));
            Indented($"explains: {parts}");
        }

        foreach (string reason in rank.For.Take(ReasonsShown)) Indented($"[green]+[/] {reason}");
        foreach (string reason in rank.Against.Take(ReasonsShown)) Indented($"[red]-[/] {reason}");
    }

    private void Rivals(IReadOnlyList<RivalRank> rivals)
    {
        if (rivals.Count == 0) return;
        console.WriteLine();
        console.MarkupLine("[bold]What else it could be[/]");
        foreach (RivalRank rank in rivals.Take(RivalsShown))
        {
            string urgency = rank.Urgency is "emergency" or "urgent" ? $"; {rank.Urgency}" : "";
            console.MarkupLineInterpolated($"  [bold]{RivalName(rank.Id)}[/]{Placed(rank.Side)}: {rank.Band} ({rank.Probability:0.00}){urgency}");
            Indented($"[grey]{rank.Separate[0]}[/]");
        }
    }

    private void NotToMiss(IReadOnlyList<GraveLookAlike> grave)
    {
        if (grave.Count == 0) return;
        console.WriteLine();
        console.MarkupLine("[bold]Not to be missed here[/]  [grey](rare; named because pain can lie like this and time would count)[/]");
        foreach (GraveLookAlike one in grave)
        {
            // The side of what lies on one alone, such as the heart, says nothing: its pain can be on either.
            string side = knowledge.TryFindRival(one.Id, out Rival? rival) && rival.Paired ? Placed(one.Side) : "";
            console.MarkupLineInterpolated($"  [bold]{RivalName(one.Id)}[/]{side}; {one.Urgency}");
            if (one.Ask.Count > 0) Indented($"[grey]would point to it: {string.Join("; ", one.Ask)}[/]");
        }
    }

    private string RivalName(string id) => knowledge.TryFindRival(id, out Rival? rival) ? rival.Name : id;

    private static string Placed(string side) => side == "midline" ? "" : $", {side}";

    private void Unexplained(IReadOnlyList<ZonePlace> places)
    {
        if (places.Count == 0) return;
        console.WriteLine();
        console.MarkupLine("[bold magenta]Nothing known explains[/]");
        foreach (ZonePlace place in places) console.MarkupLineInterpolated($"  {Site(place.Zone, place.Side)}");
    }

    private void Next(Differential result)
    {
        if (result.Next.Count == 0) return;
        console.WriteLine();
        console.MarkupLine(result.Enough ? "[bold]What to do next[/]  [grey](further tests would change little)[/]" : "[bold]What to do next[/]  [grey](the most information for the time first)[/]");
        foreach (NextTest test in result.Next.Take(3)) Indented($"{test.Why} [grey]({test.Test}, {test.Bits:0.00} bit, {test.Seconds:0} s)[/]");
    }

    /// <summary>A line that keeps its indentation where the terminal breaks it.</summary>
    private void Indented(FormattableString markup) =>
        console.Write(new Padder(Markup.FromInterpolated(markup), new Padding(4, 0, 0, 0)));

    private string Site(string zoneId, string side)
    {
        string name = zones.Zones.FirstOrDefault(zone => string.Equals(zone.Id, zoneId, StringComparison.Ordinal))?.Name ?? zoneId;
        return name + Placed(side);
    }

    private static string Qualities(PainReport pain) =>
        pain.Qualities.Count == 0 ? "" : $" ({string.Join(", ", pain.Qualities)})";
}
