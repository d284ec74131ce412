using CsCheck;
using Nodus.Clinical.Knowledge;
using Nodus.Clinical.Safety;
using Nodus.Clinical.Safety.Language;
using static Nodus.Clinical.Tests.Safety.SmallSafety;

namespace Nodus.Clinical.Tests.Safety;

public sealed class ConditionTests
{
    private static readonly string[] Facts = ["after_trauma", "fever", "sweating", "numb", "ill"];

    private static readonly Gen<Condition> Conditions = Gen.Recursive<Condition>((depth, inner) => depth > 2
        ? Gen.Int[0, Facts.Length - 1].Select(i => Facts[i]).Select(fact => (Condition)Yes(fact))
        : Gen.OneOf(
            Gen.Int[0, Facts.Length - 1].Select(i => Facts[i]).Select(fact => (Condition)Yes(fact)),
            Gen.Int[0, Facts.Length - 1].Select(i => Facts[i]).Select(fact => (Condition)new FactIsNo(Place(fact))),
            inner.Array[1, 3].Select(of => (Condition)new AllOf(of)),
            Gen.Select(inner.Array[2, 4], Gen.Int[1, 2], (of, least) => (Condition)new AtLeast(least, of)),
            Gen.Select(inner.Array[1, 4], Gen.Double[-2, 3], Gen.Double[-1, 4], (of, points, from) =>
                (Condition)new ScoreFrom(from, [.. of.Select((one, i) => new ScoreItem(one, i % 2 == 0 ? points : -points))]))));

    private static readonly Gen<Dictionary<string, bool>> Answers =
        Gen.Select(Gen.Int[0, Facts.Length - 1].Select(i => Facts[i]).HashSet[0, Facts.Length], Gen.Bool.Array[Facts.Length], (facts, yes) => facts.Zip(yes).ToDictionary(one => one.First, one => one.Second, StringComparer.Ordinal));

    [Fact]
    public void Evaluate_WithMoreAnswers_NeverTakesBackWhatWasCertain() =>
        Gen.Select(Conditions, Answers, Answers).Sample((condition, some, more) =>
        {
            Truth before = condition.Evaluate(SheetOf(some), Reading.Answered);
            foreach ((string fact, bool yes) in some) more[fact] = yes;
            Truth after = condition.Evaluate(SheetOf(more), Reading.Answered);
            return before == Truth.Unknown || after == before;
        });

    [Fact]
    public void Evaluate_Unknown_LiesBetweenTheCompletions() =>
        Gen.Select(Conditions, Answers).Sample((condition, some) =>
        {
            Truth now = condition.Evaluate(SheetOf(some), Reading.Answered);
            string[] open = [.. Facts.Except(some.Keys, StringComparer.Ordinal)];
            var seen = new HashSet<Truth>();
            for (int bits = 0; bits < 1 << open.Length; bits++)
            {
                var all = new Dictionary<string, bool>(some, StringComparer.Ordinal);
                for (int i = 0; i < open.Length; i++) all[open[i]] = (bits >> i & 1) != 0;
                seen.Add(condition.Evaluate(SheetOf(all), Reading.Answered));
            }

            // Complete answers leave nothing open, and what is certain is what every completion says.
            return !seen.Contains(Truth.Unknown) && (now == Truth.Unknown || (seen.Count == 1 && seen.Contains(now)));
        });

    [Fact]
    public void Missing_OfWhatHolds_IsNothing_AndOfWhatCannot_IsUnreachable() =>
        Gen.Select(Conditions, Answers).Sample((condition, some) =>
        {
            FactSheet sheet = SheetOf(some);
            return condition.Evaluate(sheet, Reading.Answered) switch
            {
                Truth.Yes => condition.Missing(sheet) == 0 || condition.Facts().Count() != condition.Facts().Distinct().Count() || HoldsScore(condition),
                _ => condition.Missing(sheet) > 0 || HoldsScore(condition),
            };
        });

    [Fact]
    public void Painted_WithNothingPainted_IsUnknown_AndWithAnything_IsKnown()
    {
        FactSheet nothing = Sheet();
        Assert.Equal(Truth.Unknown, SmallSafety.Painted("chest").Evaluate(nothing, Reading.Suspected));
        FactSheet arm = On(new PaintedRegions(0b010, 0, 0));
        Assert.Equal(Truth.No, SmallSafety.Painted("chest").Evaluate(arm, Reading.Answered));
        Assert.Equal(Truth.Yes, SmallSafety.Painted("arm").Evaluate(arm, Reading.Answered));
        Assert.Equal(Truth.No, new Painted(0b010, true).Evaluate(arm, Reading.Answered));
        Assert.Equal(Truth.Yes, new Painted(0b010, true).Evaluate(On(new PaintedRegions(0b010, 0b010, 0)), Reading.Answered));
    }

    [Theory]
    [InlineData(64, Truth.No)]
    [InlineData(65, Truth.Yes)]
    [InlineData(null, Truth.Unknown)]
    public void AgeWithin_AtItsBound_IncludesIt(int? age, Truth truth)
    {
        var sheet = new FactSheet(Rulebook, new Dictionary<string, bool>(StringComparer.Ordinal), new Dictionary<string, double>(StringComparer.Ordinal), (age, Sex.Unknown), null, WordReading.Nothing);
        Assert.Equal(truth, new AgeWithin(65, 200).Evaluate(sheet, Reading.Answered));
    }

    [Fact]
    public void SexIs_OfOtherOrUnknown_IsUnknown()
    {
        foreach ((Sex sex, Truth truth) in ((Sex, Truth)[])[(Sex.Female, Truth.Yes), (Sex.Male, Truth.No), (Sex.Other, Truth.Unknown), (Sex.Unknown, Truth.Unknown)])
        {
            var sheet = new FactSheet(Rulebook, new Dictionary<string, bool>(StringComparer.Ordinal), new Dictionary<string, double>(StringComparer.Ordinal), (30, sex), null, WordReading.Nothing);
            Assert.Equal(truth, new SexIs(Sex.Female).Evaluate(sheet, Reading.Answered));
        }
    }

    private static bool HoldsScore(Condition condition) => condition switch
    {
        ScoreFrom => true,
        AllOf all => all.Of.Any(HoldsScore),
        AtLeast least => least.Of.Any(HoldsScore),
        _ => false,
    };

    private static FactSheet SheetOf(Dictionary<string, bool> answers) => Sheet([.. answers.Select(one => (one.Key, one.Value))]);

    private static FactSheet On(PaintedRegions painted) => new(
        Rulebook, new Dictionary<string, bool>(StringComparer.Ordinal), new Dictionary<string, double>(StringComparer.Ordinal), (null, Sex.Unknown), painted, WordReading.Nothing);
}
