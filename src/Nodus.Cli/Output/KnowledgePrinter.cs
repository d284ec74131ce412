using System.Globalization;
using Nodus.Anatomy;
using Nodus.Clinical.Knowledge;
using Nodus.Compiler;
using Spectre.Console;

namespace Nodus.Cli.Output;

/// <summary>The knowledge in a form a therapist can read in a terminal.</summary>
internal static class KnowledgePrinter
{
    public static void Summary(KnowledgeBase knowledge)
    {
        AnsiConsole.MarkupLineInterpolated(
            $"[bold]{knowledge.Muscles.Count} muscles[/], [bold]{knowledge.Points.Count} trigger points[/], {knowledge.Sources.Count} sources  [grey](knowledge {knowledge.Version}, atlas {knowledge.AtlasVersion})[/]");
        foreach (IGrouping<string, Muscle> group in knowledge.Muscles.GroupBy(m => m.Group, StringComparer.Ordinal))
        {
            AnsiConsole.WriteLine();
            AnsiConsole.MarkupLineInterpolated($"[bold]{group.Key.Replace('_', ' ')}[/]");
            foreach (Muscle muscle in group)
            {
                string plural = muscle.Points.Count == 1 ? "point" : "points";
                AnsiConsole.MarkupLineInterpolated(
                    $"  {muscle.Id,-34} {muscle.Points.Count} {plural}, confidence {Words.Of(muscle.Confidence)}");
            }
        }
    }

    public static void Muscle(KnowledgeBase knowledge, Muscle muscle, MuscleMonograph monograph, TriggerPoint? only)
    {
        AnsiConsole.MarkupLineInterpolated($"[bold]{muscle.Name}[/]  [grey]{muscle.Latin}; confidence {Words.Of(muscle.Confidence)}[/]");
        AnsiConsole.WriteLine(muscle.Plain);
        Section("Attachments", $"{monograph.Attachments.Origin}  ->  {monograph.Attachments.Insertion}");
        Section("Action", string.Join("; ", monograph.Action));
        Section("Nerve", $"{monograph.Innervation.Nerve} ({string.Join(", ", monograph.Innervation.Roots)})");
        foreach (TriggerPoint point in muscle.Points)
        {
            if (only is not null && point != only) continue;
            Point(point, monograph.Points.First(p => string.Equals(p.Id, point.Id, StringComparison.Ordinal)));
        }

        Bullets("Cautions", monograph.Cautions);
        Bullets("Danger zones", monograph.DangerZones.Select(danger => $"{danger.Zone}: {danger.Note}"));
        Bullets("What else it could be", monograph.LookAlikes.Select(other => $"{RivalName(knowledge, other)}: {other.Separate}"));
        foreach (TechniqueProtocol protocol in monograph.Techniques) Protocol(protocol);
        Bullets("Sources", muscle.Sources.Select(id => knowledge.TryFindSource(id, out Source? source) ? source.Cite : id));
    }

    private static void Point(TriggerPoint point, PointMonograph text)
    {
        AnsiConsole.WriteLine();
        AnsiConsole.MarkupLineInterpolated($"[bold]{point.Id}[/]  {point.Name}");
        AnsiConsole.WriteLine($"  {text.Description}");
        if (text.Palpation is { } palpation)
        {
            AnsiConsole.WriteLine($"  Position: {palpation.Position}");
            AnsiConsole.WriteLine($"  Contact:  {palpation.Contact}");
            AnsiConsole.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"  Dose:     {palpation.PressureKg:0.#} kg, 2 s to find, 5 s for referral ({Words.Of(palpation.Grade)}); depth {point.DepthCm:0.#} cm"));
        }

        foreach (ReferralZone zone in point.Zones)
        {
            // A number of the model, not of patients: P(zone painful | this point active), elicited.
            string otherSide = zone.Side == Side.Right ? " (other side)" : "";
            AnsiConsole.MarkupLineInterpolated($"  {Words.Of(zone.Kind)}  {zone.Activation,5:P0}  {zone.Zone}{otherSide}");
        }
    }

    /// <summary>Each point and rival with the zones it makes painful, a line a zone.</summary>
    public static void Zones(PatternSet patterns, string? only)
    {
        bool Wanted(string id) => only is null || string.Equals(id, only, StringComparison.Ordinal);
        foreach (TriggerPoint point in patterns.Muscles.Where(muscle => Wanted(muscle.Id)).SelectMany(muscle => muscle.Points))
        {
            AnsiConsole.WriteLine($"{point.Id} ({Words.Of(point.Pattern)}{(point.Painless ? ", painless" : "")})");
            Zones(point.Zones);
        }

        foreach (Rival rival in patterns.Rivals.Where(rival => Wanted(rival.Id)))
        {
            AnsiConsole.WriteLine($"{rival.Id} ({Words.Of(rival.Pattern)}, {Words.Of(rival.Sidedness)})");
            Zones(rival.Zones);
        }
    }

    private static void Zones(IEnumerable<ReferralZone> zones)
    {
        foreach (ReferralZone zone in zones)
            AnsiConsole.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {zone.Activation:0.00}  {Words.Of(zone.Kind),-9}  {zone.Zone} {zone.Side.ToWord()}"));
    }

    private static string RivalName(KnowledgeBase knowledge, LookAlike other) =>
        other.Name ?? (knowledge.TryFindRival(other.Rival!, out Rival? rival) ? rival.Name : other.Rival!);

    private static void Protocol(TechniqueProtocol protocol)
    {
        AnsiConsole.WriteLine();
        AnsiConsole.MarkupLineInterpolated(
            CultureInfo.InvariantCulture,
            $"[bold]{Words.Of(protocol.Technique)}[/]  {protocol.Seconds:0.#} s, {protocol.Repeats} times, discomfort at most {protocol.Pressure:0.#} of 10 [grey]({Words.Of(protocol.Grade)})[/]");
        AnsiConsole.WriteLine($"  Position:  {protocol.Position}");
        AnsiConsole.WriteLine($"  Contact:   {protocol.Contact}");
        AnsiConsole.WriteLine($"  Direction: {protocol.Direction}");
        AnsiConsole.WriteLine($"  Next time: {protocol.Progression}");
        AnsiConsole.WriteLine($"  Stop:      {protocol.Stop}");
    }

    private static void Section(string title, string text) =>
        AnsiConsole.MarkupLineInterpolated($"[bold]{title}[/]  {text}");

    private static void Bullets(string title, IEnumerable<string> lines)
    {
        string[] all = [.. lines];
        if (all.Length == 0) return;
        AnsiConsole.WriteLine();
        AnsiConsole.MarkupLineInterpolated($"[bold]{title}[/]");
        foreach (string line in all) AnsiConsole.WriteLine($"  - {line}");
    }
}
