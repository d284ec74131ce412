using Nodus.Clinical.Assessment;

namespace Nodus.Clinical.Safety;

/// <summary>
/// What must hold for a rule to fire. Three-valued: <see cref="Evaluate"/> is yes or no only where no open answer could
/// change it, so answering more never takes a yes back.
/// </summary>
public abstract record Condition
{
    /// <summary>More unknown facts than any rule needs: the condition cannot become true.</summary>
    internal const int Unreachable = 1000;

    /// <summary>Whether it holds.</summary>
    /// <param name="sheet">What is known.</param>
    /// <param name="reading">Whether what was only read in words counts.</param>
    public abstract Truth Evaluate(FactSheet sheet, Reading reading);

    /// <summary>The fewest open facts that would have to be yes for it to hold.</summary>
    /// <param name="sheet">What is known.</param>
    /// <param name="most">More than this is not counted exactly: nobody asks that much.</param>
    /// <returns><see cref="Unreachable"/> where none suffice, or more than <paramref name="most"/>.</returns>
    internal abstract int Missing(FactSheet sheet, int most = Unreachable - 1);

    /// <summary>Weighs the open facts that could make it hold soonest.</summary>
    internal abstract void Weigh(FactSheet sheet, double weight, QuestionWeights into);

    /// <summary>Adds the facts that make it hold, for the explanation of a firing.</summary>
    internal abstract void Because(FactSheet sheet, Reading reading, ICollection<string> into);

    /// <summary>Every fact it reads, for checks.</summary>
    public abstract IEnumerable<int> Facts();
}

/// <summary>A condition that looks at one thing; what it does not say otherwise asks no question and explains nothing.</summary>
public abstract record SingleCondition : Condition
{
    /// <inheritdoc/>
    public override IEnumerable<int> Facts() => [];

    internal override int Missing(FactSheet sheet, int most = Unreachable - 1) => Missing(Evaluate(sheet, Reading.Answered));

    internal override void Weigh(FactSheet sheet, double weight, QuestionWeights into) { }

    internal override void Because(FactSheet sheet, Reading reading, ICollection<string> into) { }

    /// <summary>How many answers are missing where one decides.</summary>
    internal static int Missing(Truth truth) => truth switch
    {
        Truth.Yes => 0,
        Truth.No => Unreachable,
        _ => 1,
    };
}

/// <summary>A condition on one fact.</summary>
/// <param name="Fact">Its place in the vocabulary.</param>
public abstract record FactCondition(int Fact) : SingleCondition
{
    /// <inheritdoc/>
    public override IEnumerable<int> Facts() => [Fact];

    internal override void Weigh(FactSheet sheet, double weight, QuestionWeights into) => into.Add(Fact, weight);

    internal override void Because(FactSheet sheet, Reading reading, ICollection<string> into) => into.Add(sheet.Knowledge.Facts[Fact].Id);
}

/// <summary>What was only read in a text may count as yes, or not.</summary>
public enum Reading
{
    /// <summary>Answers alone.</summary>
    Answered,

    /// <summary>Answers, and a suspicion counts as yes until it is denied.</summary>
    Suspected,
}

/// <summary>A fact is yes.</summary>
/// <param name="Fact">Its place in the vocabulary.</param>
public sealed record FactIsYes(int Fact) : FactCondition(Fact)
{
    /// <inheritdoc/>
    public override Truth Evaluate(FactSheet sheet, Reading reading) => sheet.Of(Fact, reading);
}

/// <summary>A fact was answered no.</summary>
/// <param name="Fact">Its place in the vocabulary.</param>
public sealed record FactIsNo(int Fact) : FactCondition(Fact)
{
    /// <inheritdoc/>
    public override Truth Evaluate(FactSheet sheet, Reading reading) => sheet.Of(Fact, reading).Not();

    internal override void Because(FactSheet sheet, Reading reading, ICollection<string> into) { }
}

/// <summary>A measured fact lies from one bound up to another.</summary>
/// <param name="Fact">Its place in the vocabulary.</param>
/// <param name="From">The least, itself included.</param>
/// <param name="Below">The upper bound, itself excluded.</param>
public sealed record FactWithin(int Fact, double From, double Below) : FactCondition(Fact)
{
    /// <inheritdoc/>
    public override Truth Evaluate(FactSheet sheet, Reading reading) =>
        sheet.NumberOf(Fact) is { } number ? Truths.Of(number >= From && number < Below) : Truth.Unknown;
}

/// <summary>The person's age lies from one year up to another.</summary>
/// <param name="From">The least, itself included.</param>
/// <param name="Below">The upper bound, itself excluded.</param>
public sealed record AgeWithin(int From, int Below) : SingleCondition
{
    /// <inheritdoc/>
    public override Truth Evaluate(FactSheet sheet, Reading reading) =>
        sheet.AgeOf(reading) is { } age ? Truths.Of(age >= From && age < Below) : Truth.Unknown;

    internal override void Because(FactSheet sheet, Reading reading, ICollection<string> into) => into.Add("age");
}

/// <summary>The person's sex.</summary>
/// <param name="Sex">Female or male.</param>
public sealed record SexIs(Sex Sex) : SingleCondition
{
    /// <inheritdoc/>
    public override Truth Evaluate(FactSheet sheet, Reading reading) =>
        sheet.Sex is Sex.Unknown or Sex.Other ? Truth.Unknown : Truths.Of(sheet.Sex == Sex);

    internal override void Because(FactSheet sheet, Reading reading, ICollection<string> into) => into.Add("sex");
}

/// <summary>There is pain in one of some regions.</summary>
/// <param name="Regions">A bit for each region of the vocabulary.</param>
/// <param name="BothSides">Only pain on the left and on the right of one region counts.</param>
public sealed record Painted(ulong Regions, bool BothSides) : SingleCondition
{
    /// <inheritdoc/>
    public override Truth Evaluate(FactSheet sheet, Reading reading) => sheet.Painted(Regions, BothSides, reading);

    // A place that words name need not be drawn before questions about it are worth asking.
    internal override int Missing(FactSheet sheet, int most = Unreachable - 1) => Missing(Evaluate(sheet, Reading.Suspected));
}
