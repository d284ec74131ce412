using System.Globalization;

namespace Nodus.Clinical.Safety;

/// <summary>Conditions in words: <c>saddle anaesthesia, or (pain in low back and any change of bladder or bowel)</c>.</summary>
public static class ConditionWords
{
    /// <summary>The condition in the professional wording of the facts.</summary>
    public static string Of(Condition condition, SafetyKnowledge knowledge) => Of(condition, knowledge, fact => Lowered(fact.Professional));

    /// <summary>The condition with the ids of the facts.</summary>
    public static string ById(Condition condition, SafetyKnowledge knowledge) => Of(condition, knowledge, fact => fact.Id);

    private static string Of(Condition condition, SafetyKnowledge knowledge, Func<SafetyFact, string> name) => condition switch
    {
        FactIsYes yes => name(knowledge.Facts[yes.Fact]),
        FactIsNo no => $"not {name(knowledge.Facts[no.Fact])}",
        FactWithin within => $"{name(knowledge.Facts[within.Fact])} {Range(within.From, within.Below, double.MinValue, double.MaxValue)}",
        AgeWithin age => $"age {Range(age.From, age.Below, 0, 1000)}",
        SexIs sex => sex.Sex.ToString().ToLowerInvariant(),
        Painted painted => $"pain {(painted.BothSides ? "on both sides " : "")}in {Regions(painted.Regions, knowledge)}",
        AllOf all => Joined(all.Of, " and ", knowledge, name),
        AtLeast { Least: 1 } any => Joined(any.Of, " or ", knowledge, name),
        AtLeast some => $"at least {some.Least} of {Joined(some.Of, ", ", knowledge, name)}",
        ScoreFrom score => string.Create(CultureInfo.InvariantCulture, $"a score of {score.From} or more from ({string.Join(", ", score.Items.Select(item => string.Create(CultureInfo.InvariantCulture, $"{item.Points:+0;-0} {Of(item.Of, knowledge, name)}")))})"),
        _ => throw new NotSupportedException($"A condition of the kind {condition.GetType().Name} has no words."),
    };

    private static string Joined(IReadOnlyList<Condition> of, string with, SafetyKnowledge knowledge, Func<SafetyFact, string> name) =>
        of.Count == 1 ? Of(of[0], knowledge, name) : $"({string.Join(with, of.Select(one => Of(one, knowledge, name)))})";

    private static string Range(double from, double below, double least, double most) => string.Create(CultureInfo.InvariantCulture,
        $"{(from > least ? $"from {from}" : "")}{(from > least && below < most ? " " : "")}{(below < most ? $"below {below}" : "")}");

    private static string Regions(ulong mask, SafetyKnowledge knowledge)
    {
        string[] names = [.. knowledge.Regions.Where((_, i) => (mask >> i & 1) != 0).Select(region => region.Name)];
        return names.Length == 1 ? names[0] : $"{string.Join(", ", names[..^1])} or {names[^1]}";
    }

    // "Chest pain" inside a sentence; abbreviations such as DVT stay.
    private static string Lowered(string words) =>
        words.Length > 1 && char.IsUpper(words[0]) && char.IsLower(words[1]) ? char.ToLowerInvariant(words[0]) + words[1..] : words;
}
