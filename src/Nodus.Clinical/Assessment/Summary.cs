using System.Globalization;
using System.Text;
using Nodus.Anatomy.Zones;
using Nodus.Clinical.Knowledge;

namespace Nodus.Clinical.Assessment;

/// <summary>A differential in one paragraph. Made of its fields alone, so that each claim can be looked up there.</summary>
internal sealed class Summary
{
    private const int ZonesNamed = 3;

    /// <summary>Rivals and further muscles at least this probable are named.</summary>
    private const double NamedLeast = 0.2;

    private readonly Differential of;
    private readonly KnowledgeBase knowledge;
    private readonly Dictionary<string, string> zoneNames;
    private readonly StringBuilder text = new();

    private Summary(Differential of, KnowledgeBase knowledge, IReadOnlyList<ZoneSite> sites)
    {
        (this.of, this.knowledge) = (of, knowledge);
        zoneNames = sites.DistinctBy(site => site.Zone.Id).ToDictionary(site => site.Zone.Id, site => site.Zone.Name, StringComparer.Ordinal);
    }

    /// <summary>The paragraph; empty where no pain was told.</summary>
    public static string Of(Differential of, KnowledgeBase knowledge, IReadOnlyList<ZoneSite> sites) =>
        of.Zones.Count == 0 ? "" : new Summary(of, knowledge, sites).Write();

    private string Write()
    {
        if (of.Widespread is { } widespread) Say(widespread.Note);
        MuscleRank? first = of.Muscles.Count > 0 ? of.Muscles[0] : null;
        RivalRank? rival = of.Rivals.Count > 0 ? of.Rivals[0] : null;
        if (first is not null && first.Probability >= (rival?.Probability ?? 0)) Lead(Muscle(first), first.Probability, first.Band, first.Explains);
        else if (rival is not null) Lead(Rival(rival), rival.Probability, rival.Band, rival.Explains);
        else Say("Nothing that is known stands out.");
        if (first is not null && first.Probability >= NamedLeast)
        {
            if (first.For.FirstOrDefault(reason => !reason.StartsWith("Explains", StringComparison.Ordinal)) is { } reason) Say($"What also speaks for {Muscle(first)}: {Lowered(reason)}");
            if (first.Against.Count > 0) Say($"Against {Muscle(first)}: {Lowered(first.Against[0])}");
        }

        string[] others =
        [
            .. of.Muscles.Skip(1).Where(rank => rank.Probability >= NamedLeast).Take(3).Select(rank => $"{Muscle(rank)} ({rank.Band})"),
        ];
        if (others.Length > 0) Say($"Other muscles that may take part: {List(others)}.");
        foreach (RivalRank rank in of.Rivals.Where(rank => rank.Probability >= NamedLeast && rank != of.Rivals[0] || rank == of.Rivals[0] && first?.Probability >= rank.Probability && rank.Probability >= 0.05).Take(2))
            Say($"Other than muscle, {Rival(rank)} is {rank.Band}. {rank.Separate[0]}");
        if (of.Together.Unexplained.Count > 0)
            Say($"Nothing known explains: {List([.. of.Together.Unexplained.Take(ZonesNamed).Select(zone => Place(zone.Zone, zone.Side))])}. Look further there.");
        if (of.Enough) Say("Further tests would change little.");
        else if (of.Next.Count > 0) Say($"Next: {of.Next[0].Why}");
        if (!of.Exact) Say("The numbers are approximate: the picture is too large for an exact answer.");
        return text.ToString();
    }

    private void Lead(string name, double probability, string band, IReadOnlyList<ZoneShare> explains)
    {
        string where = List([.. explains.Take(ZonesNamed).Select(zone => string.Create(CultureInfo.InvariantCulture, $"{100 * zone.Share:0} % of the pain at {Place(zone.Zone, zone.Side)}"))]);
        string lead = probability < NamedLeast
            ? string.Create(CultureInfo.InvariantCulture, $"Nothing stands out yet: {name} comes first and is still {band} ({probability:0.00})")
            : string.Create(CultureInfo.InvariantCulture, $"{Capital(name)} is {band} ({probability:0.00})");
        Say(lead + (where.Length > 0 ? $"; it would explain {where}." : "."));
    }

    private void Say(string sentence)
    {
        if (text.Length > 0) text.Append(' ');
        text.Append(sentence);
    }

    private string Muscle(MuscleRank rank) => Placed(knowledge.TryFindMuscle(rank.Muscle, out Muscle? muscle) ? Lowered(muscle.Name) : rank.Muscle, rank.Side);

    private string Rival(RivalRank rank) => Placed(knowledge.TryFindRival(rank.Id, out Rival? rival) ? Lowered(rival.Name) : rank.Id, rank.Side);

    private string Place(string zone, string side) => Placed(Lowered(zoneNames[zone]), side);

    private static string Placed(string name, string side) => side == "midline" ? name : $"{name} ({side})";

    /// <summary>A first letter that is a capital for its place alone; "C6" and "TMJ" keep theirs.</summary>
    private static string Lowered(string words) =>
        words.Length > 1 && char.IsUpper(words[0]) && char.IsLower(words[1]) ? char.ToLowerInvariant(words[0]) + words[1..] : words;

    private static string Capital(string words) => char.ToUpperInvariant(words[0]) + words[1..];

    private static string List(IReadOnlyList<string> items) => items.Count switch
    {
        0 => "",
        1 => items[0],
        _ => $"{string.Join(", ", items.Take(items.Count - 1))} and {items[^1]}",
    };
}
