using System.Globalization;
using Nodus.Anatomy;
using Nodus.Clinical.Knowledge;
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
        Bullets("Danger zones", monograph.DangerZones);
        Bullets("What else it could be", monograph.LookAlikes.Select(l => $"{l.Name}: {l.Separate}"));
        Bullets("Techniques", monograph.Techniques.Select(t => $"{Words.Of(t.Technique)}: {t.Dose}. {t.Note} ({Words.Of(t.Grade)})"));
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
