using System.Globalization;
using Nodus.Anatomy;
using Nodus.Clinical.Knowledge;
using Nodus.Compiler;
using Spectre.Console;

namespace Nodus.Cli.Output;

/// <summary>The knowledge in a form a therapist can read in a terminal.</summary>
internal static partial class KnowledgePrinter
{
    public static void Summary(KnowledgeBase knowledge, KnowledgeLibrary library)
    {
        AnsiConsole.MarkupLineInterpolated(
            $"[bold]{knowledge.Muscles.Count} muscles[/], [bold]{knowledge.Points.Count} trigger points[/], {knowledge.Rivals.Count} rivals  [grey](knowledge {knowledge.Version}, atlas {knowledge.AtlasVersion})[/]");
        AnsiConsole.WriteLine(
            $"{library.DangerZones.Count} danger zones, {knowledge.Factors.Count} factors, {knowledge.Contexts.Count} contexts, {library.Techniques.Count} techniques, {library.Exercises.Count} exercises, {library.Evidence.Count} evidence items, {library.Instruments.Count} instruments, {library.Sources.Count} sources");
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

    /// <summary>One muscle, or one of its points.</summary>
    public static void Muscle(KnowledgeBase knowledge, KnowledgeLibrary library, Muscle muscle, MuscleMonograph monograph, TriggerPoint? only)
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
        Bullets("Danger zones", monograph.DangerZones.Select(danger => $"{DangerName(library, danger.Zone)}: {danger.Note}"));
        Bullets("What else it could be", monograph.LookAlikes.Select(other => $"{RivalName(knowledge, other)}: {other.Separate}"));
        Bullets("What keeps it going", muscle.Factors.Select(odds => Factor(knowledge, odds)));
        foreach (TechniqueProtocol protocol in monograph.Techniques) Protocol(protocol);
        Bullets("Sources", muscle.Sources.Select(id => Cited(library, id)));
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

        foreach (DangerZone zone in patterns.DangerZones.Where(zone => Wanted(zone.Id)))
        {
            AnsiConsole.WriteLine($"{zone.Id} ({Words.Of(zone.Structure)}, {(zone.Paired ? "paired" : "unpaired")}): {string.Join(", ", zone.Zones.Select(overlap => $"{overlap.Zone} {overlap.Side.ToWord()} {overlap.Coverage:P0}"))}");
            if (zone.Points.Count > 0) AnsiConsole.WriteLine($"  pressed through it: {string.Join(", ", zone.Points)}");
        }
    }

    private static void Zones(IEnumerable<ReferralZone> zones)
    {
        foreach (ReferralZone zone in zones)
            AnsiConsole.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {zone.Activation:0.00}  {Words.Of(zone.Kind),-9}  {zone.Zone} {zone.Side.ToWord()}"));
    }

    /// <summary>How a check of a folder came out; its faults stand on standard error.</summary>
    /// <param name="counts">How much there is.</param>
    /// <param name="errors">Faults and warnings.</param>
    /// <param name="complete">Whether the folder holds everything; the zones of a part say nothing.</param>
    public static void Report(KnowledgeCounts counts, KnowledgeErrors errors, bool complete)
    {
        Console.WriteLine($"{counts.Muscles} muscles, {counts.Points} points, {counts.Rivals} rivals, {counts.DangerZones} danger zones");
        Console.WriteLine($"{counts.Movements} movements, {counts.Activities} activities, {counts.Signs} signs, {counts.Factors} factors, {counts.Contexts} contexts, {counts.Sources} sources");
        Console.WriteLine($"{counts.Techniques} techniques, {counts.Exercises} exercises, {counts.Evidence} evidence items, {counts.Instruments} instruments");
        Console.WriteLine($"of {counts.Points} points: {counts.DistinctProtocols} with a protocol of their own, {counts.PointsWithSourceAndConfidence} with source and confidence, {counts.CautionsConsidered} with cautions");
        foreach (KnowledgeError warning in errors.Warnings) Console.WriteLine($"warning {warning}");
        if (complete) ThinZones(counts);
        Console.WriteLine($"{errors.Warnings.Count} warnings");
        Console.WriteLine(errors.Count == 0 ? "sound" : $"{errors.InOrder.Count} faults");
    }

    private static void ThinZones(KnowledgeCounts counts)
    {
        ThinZone[] bare = [.. counts.ZonesWithFewerThanThreeMuscles.Where(zone => zone.Reason is null)];
        Console.WriteLine($"zones that fewer than {KnowledgeCounts.MusclesPerZone} muscles refer to, without a reason: {bare.Length}");
        if (bare.Length > 0) Console.WriteLine("  " + string.Join(", ", bare.Select(zone => $"{zone.Zone} {zone.Muscles}")));
    }

    private static string DangerName(KnowledgeLibrary library, string id) =>
        library.TryFindDangerZone(id, out DangerZone? zone) ? zone.Name : id;

    private static string Cited(KnowledgeLibrary library, string id) => library.TryFindSource(id, out Source? source) ? source.Cite : id;

    private static string Factor(KnowledgeBase knowledge, FactorOdds odds) => string.Create(
        CultureInfo.InvariantCulture,
        $"{(knowledge.TryFindFactor(odds.Factor, out PerpetuatingFactor? factor) ? factor.Name : odds.Factor)}: odds times {odds.Odds:0.##} ({Words.Of(odds.Grade)})");

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
