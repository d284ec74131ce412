using Nodus.Clinical.Knowledge;
using Nodus.Clinical.Safety;
using Nodus.Clinical.Safety.Language;
using static Nodus.Clinical.Tests.Safety.SmallSafety;

namespace Nodus.Clinical.Tests.Safety;

/// <summary>Combinations of five facts, compared with a count over every sheet of answers there is.</summary>
public sealed class CombinationsTests
{
    private static readonly string[] Facts = ["after_trauma", "fever", "sweating", "numb", "ill"];

    private static readonly FactIsYes Trauma = Yes("after_trauma"), Fever = Yes("fever"), Sweating = Yes("sweating"), Numb = Yes("numb"), Ill = Yes("ill");

    /// <summary>Each reads a fact once at most, so that three values lose nothing, and holds by yeses alone.</summary>
    private static Condition[] Rising =>
    [
        new AllOf([Trauma, Fever, Sweating]),
        new AtLeast(1, [Trauma, Fever, Sweating]),
        new AtLeast(2, [Trauma, Fever, Sweating, Numb]),
        new AtLeast(3, [Trauma, Fever, Sweating, Numb]),
        new AtLeast(1, [Trauma, new AllOf([Fever, Sweating]), new AllOf([Numb, Ill])]),
        new AtLeast(1, [new AllOf([Trauma, Fever, Sweating]), new AllOf([Numb, Ill])]),
        new AtLeast(2, [Trauma, Fever, new AllOf([Sweating, Numb]), Ill]),
        new AtLeast(2, [new AllOf([Trauma, Fever]), new AllOf([Sweating, Numb]), Ill]),
        new AllOf([new AtLeast(1, [Trauma, Fever]), new AtLeast(2, [Sweating, Numb, Ill])]),
        new ScoreFrom(3, [new(Trauma, 1), new(Fever, 2), new(Sweating, 1), new(Numb, 0.5)]),
    ];

    private static Condition[] Any =>
    [
        .. Rising,
        new AllOf([new FactIsNo(Trauma.Fact), Fever]),
        new AtLeast(2, [new FactIsNo(Trauma.Fact), Fever, new FactIsNo(Sweating.Fact)]),
        new ScoreFrom(1.5, [new(Trauma, 1), new(Fever, 0.5), new(Sweating, -2), new(Numb, 2), new(Ill, 0)]),
        new ScoreFrom(-1, [new(Trauma, -1), new(Fever, -1)]),
    ];

    // A sheet by its number: a digit of three for each fact, in the order of Truth.
    private static readonly int[] DigitOf = [1, 3, 9, 27, 81];

    private static readonly FactSheet[] Sheets =
    [
        .. Enumerable.Range(0, 243).Select(code => Sheet([
            .. Enumerable.Range(0, Facts.Length).Where(i => Answer(code, i) != Truth.Unknown).Select(i => (Facts[i], Answer(code, i) == Truth.Yes)),
        ])),
    ];

    [Fact]
    public void Evaluate_OfFactsReadOnce_IsWhatEveryCompletionSays()
    {
        foreach (Condition condition in Any)
        {
            for (int code = 0; code < Sheets.Length; code++)
            {
                Truth[] seen = [.. Filled(code, Truth.No, Truth.Yes).Select(full => condition.Evaluate(Sheets[full], Reading.Answered)).Distinct()];
                Assert.Equal((condition, code, seen.Length == 1 ? seen[0] : Truth.Unknown), (condition, code, condition.Evaluate(Sheets[code], Reading.Answered)));
            }
        }
    }

    [Fact]
    public void Evaluate_OfAtLeast_CountsASuspicionOnlyWhereItIsRead()
    {
        var any = new AtLeast(1, [Trauma, Fever]);
        Assert.Equal(Truth.Yes, any.Evaluate(Sheet(Suspicion("fever")), Reading.Suspected));
        Assert.Equal(Truth.Unknown, any.Evaluate(Sheet(Suspicion("fever")), Reading.Answered));
    }

    [Fact]
    public void Missing_OfFactsReadOnce_IsTheFewestYesThatSuffice()
    {
        foreach (Condition condition in Rising)
        {
            for (int code = 0; code < Sheets.Length; code++)
            {
                int fewest = Filled(code, Truth.Unknown, Truth.Yes).Where(more => condition.Evaluate(Sheets[more], Reading.Answered) == Truth.Yes)
                    .Select(more => Open(code) - Open(more)).DefaultIfEmpty(Condition.Unreachable).Min();
                Assert.Equal((condition, code, fewest), (condition, code, condition.Missing(Sheets[code])));
                for (int most = 0; most <= Facts.Length; most++)
                {
                    int upTo = fewest <= most ? fewest : Condition.Unreachable;
                    Assert.Equal((condition, code, most, upTo), (condition, code, most, condition.Missing(Sheets[code], most)));
                }
            }
        }
    }

    [Fact]
    public void Missing_OfAScore_TakesTheNearestFirstAndWhatSpeaksAgainstAsAbsent()
    {
        Assert.Equal(1, new ScoreFrom(3, [new(new AllOf([Trauma, Fever]), 3), new(Sweating, 3)]).Missing(Sheet()));
        Assert.Equal(2, new ScoreFrom(2, [new(new AllOf([Trauma, Fever]), 2), new(Sweating, -1)]).Missing(Sheet()));
        Assert.Equal(2, new ScoreFrom(2, [new(new AllOf([Trauma, Fever]), 2), new(Sweating, 0)]).Missing(Sheet()));
        Assert.Equal(3, new ScoreFrom(1, [new(Trauma, 1), new(Fever, 1), new(Sweating, -2), new(Numb, 1)]).Missing(Sheet(("sweating", true))));
        Assert.Equal(1, new ScoreFrom(4, [new(Trauma, 2), new(Fever, 2)]).Missing(Sheet(("after_trauma", true))));
        Assert.Equal(Condition.Unreachable, new ScoreFrom(4, [new(Trauma, 2), new(Fever, 2)]).Missing(Sheet(("after_trauma", false))));
    }

    [Fact]
    public void Weigh_OfAllOf_AsksOnlyForWhatDoesNotHoldYet() =>
        Assert.Equal(["sweating"], Asked(new AllOf([new AtLeast(1, [Trauma, Fever]), Sweating]), ("after_trauma", true)));

    [Fact]
    public void Weigh_OfAtLeast_AsksForOpenFactsAndWhatOneFactCompletes()
    {
        Assert.Equal(["fever"], Asked(new AtLeast(2, [Trauma, Fever, Sweating]), ("after_trauma", true), ("sweating", false)));
        var any = new AtLeast(1, [Trauma, new AllOf([Fever, Sweating]), new AllOf([Numb, Ill])]);
        Assert.Equal(["after_trauma", "sweating"], Asked(any, ("fever", true)));
        QuestionWeights weights = Weighed(any, ("fever", true));
        Assert.Equal((1.0, 1.0), (weights[Trauma.Fact], weights[Sweating.Fact]));
    }

    [Fact]
    public void Weigh_OfAtLeast_WithoutOpenFacts_AsksForTheNearest()
    {
        AllOf far = new([Yes("chest_pain"), Yes("cleared"), Yes("anticoagulant")]), near = new([Trauma, Fever]), asNear = new([Sweating, Numb]);
        Assert.Equal(["after_trauma", "fever", "sweating", "numb"], Asked(new AtLeast(1, [far, near, asNear])));
        Assert.Equal(["sweating", "numb"], Asked(new AtLeast(2, [near, asNear]), ("after_trauma", true), ("fever", true)));
        Assert.Empty(Asked(new AtLeast(1, [near]), ("after_trauma", false)));
    }

    [Fact]
    public void Weigh_OfAScore_AsksForWhatIsOpenAndCanBe() =>
        Assert.Equal(["sweating", "numb"], Asked(
            new ScoreFrom(3, [new(Trauma, 1), new(Fever, 1), new(Sweating, -1), new(Numb, 1)]), ("after_trauma", true), ("fever", false)));

    [Fact]
    public void Because_NamesWhatHoldsAndNothingElse()
    {
        Assert.Equal(["after_trauma"], Reasons(new AtLeast(1, [Trauma, Fever, Sweating]), ("after_trauma", true), ("fever", false)));
        var all = new AllOf([Trauma, new FactIsNo(Sweating.Fact), Fever]);
        Assert.Equal(["after_trauma", "fever"], Reasons(all, ("after_trauma", true), ("fever", true), ("sweating", false)));
        var score = new ScoreFrom(1, [new(Trauma, 2), new(Fever, -1), new(Sweating, 0), new(Numb, 1)]);
        Assert.Equal(["after_trauma"], Reasons(score, ("after_trauma", true), ("fever", true), ("sweating", true)));
    }

    [Fact]
    public void Because_OfPersonAndPlace_NamesThePersonAlone()
    {
        var sheet = new FactSheet(
            Rulebook, new Dictionary<string, bool>(StringComparer.Ordinal), new Dictionary<string, double>(StringComparer.Ordinal),
            (70, Sex.Female), new PaintedRegions(0, 0, 0b001), WordReading.Nothing);
        var because = new List<string>();
        new AllOf([new AgeWithin(65, 200), new SexIs(Sex.Female), SmallSafety.Painted("chest")]).Because(sheet, Reading.Answered, because);
        Assert.Equal(["age", "sex"], because);
    }

    [Fact]
    public void Facts_OfACombination_AreThoseOfItsParts() =>
        Assert.Equal(
            [Trauma.Fact, Fever.Fact, Sweating.Fact],
            new AllOf([new AtLeast(1, [Trauma]), new ScoreFrom(1, [new(Fever, 1)]), new FactIsNo(Sweating.Fact), new AgeWithin(1, 2)]).Facts());

    private static Truth Answer(int code, int fact) => (Truth)(code / DigitOf[fact] % 3);

    private static int Open(int code) => Enumerable.Range(0, Facts.Length).Count(fact => Answer(code, fact) == Truth.Unknown);

    /// <summary>The sheets that one becomes when each of its open facts takes one of two values.</summary>
    private static IEnumerable<int> Filled(int code, Truth one, Truth other)
    {
        IEnumerable<int> filled = [code];
        for (int i = 0; i < Facts.Length; i++)
        {
            int fact = i;
            if (Answer(code, fact) == Truth.Unknown)
                filled = filled.SelectMany(sheet => (int[])[sheet + (one - Truth.Unknown) * DigitOf[fact], sheet + (other - Truth.Unknown) * DigitOf[fact]]);
        }

        return filled;
    }

    /// <summary>What a condition asks for, in the order of the vocabulary.</summary>
    private static string[] Asked(Condition condition, params (string Fact, bool Yes)[] answers)
    {
        QuestionWeights weights = Weighed(condition, answers);
        return [.. YesNoFacts.Where((_, fact) => weights[fact] > 0)];
    }

    private static QuestionWeights Weighed(Condition condition, params (string Fact, bool Yes)[] answers)
    {
        var weights = new QuestionWeights(Rulebook.Facts.Count);
        condition.Weigh(Sheet(answers), 1, weights);
        return weights;
    }

    private static List<string> Reasons(Condition condition, params (string Fact, bool Yes)[] answers)
    {
        var because = new List<string>();
        condition.Because(Sheet(answers), Reading.Answered, because);
        return because;
    }
}
