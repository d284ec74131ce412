using System.Text.Json;
using Nodus.Anatomy;
using Nodus.Clinical.Assessment;
using Nodus.Clinical.Safety;

namespace Nodus.Cli.Vignettes;

/// <summary>One entry of a ranking.</summary>
/// <param name="Id">Id of the muscle or of the rival.</param>
/// <param name="IsRival">Whether it is a rival.</param>
/// <param name="Side">Its side.</param>
/// <param name="Probability">What it is given, four decimals.</param>
internal sealed record Ranked(string Id, bool IsRival, Side Side, double Probability);

/// <summary>What was ranked for a case, best first.</summary>
/// <param name="Muscles">The muscles.</param>
/// <param name="Rivals">The rivals.</param>
/// <param name="NotToMiss">What is named whatever is probable: emergencies and urgent conditions.</param>
/// <param name="Next">What to test next, the first to be done first, each with what is pressed in the same turn.</param>
internal sealed record Ranking(IReadOnlyList<Ranked> Muscles, IReadOnlyList<Ranked> Rivals, IReadOnlyList<Ranked> NotToMiss, IReadOnlyList<IReadOnlyList<string>> Next)
{
    /// <summary>Muscles and rivals in one list.</summary>
    public IReadOnlyList<Ranked> Together { get; } = [.. Muscles.Concat(Rivals).OrderByDescending(one => one.Probability)];

    /// <summary>Reads the output for programs, as <c>nodus locate --json</c> has it.</summary>
    public static Ranking Parse(ReadOnlyMemory<byte> json)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        JsonElement root = document.RootElement;
        return new Ranking(
            [.. root.GetProperty("muscles").EnumerateArray().Select(one => Read(one, "muscle", rival: false))],
            [.. root.GetProperty("rivals").EnumerateArray().Select(one => Read(one, "id", rival: true))],
            [.. root.GetProperty("notToMiss").EnumerateArray().Select(one => Read(one, "id", rival: true))],
            [.. root.GetProperty("next").EnumerateArray().Select(one => Turn(one))]);
    }

    private static IReadOnlyList<string> Turn(JsonElement next) =>
        [next.GetProperty("test").GetString()!, .. next.GetProperty("along").EnumerateArray().Select(one => one.GetString()!)];

    private static Ranked Read(JsonElement one, string id, bool rival) => new(
        one.GetProperty(id).GetString()!, rival, VignetteFile.SideOf(one.GetProperty("side").GetString()) ?? Side.Midline,
        one.GetProperty("probability").GetDouble());
}

/// <summary>The product as other programs see it: case in, gate, JSON out. Keeps its engine warm; one a thread.</summary>
/// <param name="data">Knowledge, atlas and gate.</param>
internal sealed class Ranker(CompiledFolder data)
{
    private readonly Assessor assessor = Assessor.For(data.Knowledge, data.Atlas);

    /// <summary>Ranks a case.</summary>
    public Ranking Rank(Case @case) => Rank(data.Gate.Check(@case));

    /// <summary>Ranks the case of a triage.</summary>
    public Ranking Rank(Triage triage) => Ranking.Parse(assessor.Assess(triage).ToJson());
}
