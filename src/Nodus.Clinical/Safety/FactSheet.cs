using Nodus.Anatomy;
using Nodus.Clinical.Assessment;
using Nodus.Clinical.Safety.Language;

namespace Nodus.Clinical.Safety;

/// <summary>
/// A case as the rules see it: every fact with its truth, implications drawn, and what was only read in the patient's words
/// beside it as a suspicion.
/// </summary>
public sealed class FactSheet
{
    /// <summary>From this part of its skin on a zone counts as painful; less is the brush of a stroke. Elicited.</summary>
    public const double PaintedCoverage = 0.02;

    private readonly Truth[] answered;
    private readonly Truth[] suspected;
    private readonly double[] numbers;
    private readonly int? readAge;
    private readonly ulong read;
    private readonly PaintedRegions? painted;

    /// <summary>Lays answers out.</summary>
    /// <param name="knowledge">The vocabulary.</param>
    /// <param name="answers">Yes and no by id; ids that are not in the vocabulary are left out.</param>
    /// <param name="measurements">Numbers by id.</param>
    /// <param name="person">Age and sex.</param>
    /// <param name="painted">Where it hurts; null when nobody has said so.</param>
    /// <param name="words">What was read in the patient's words.</param>
    public FactSheet(
        SafetyKnowledge knowledge, IReadOnlyDictionary<string, bool> answers, IReadOnlyDictionary<string, double> measurements,
        (int? Age, Sex Sex) person, PaintedRegions? painted, WordReading words)
    {
        ArgumentNullException.ThrowIfNull(knowledge);
        ArgumentNullException.ThrowIfNull(answers);
        ArgumentNullException.ThrowIfNull(measurements);
        ArgumentNullException.ThrowIfNull(words);
        Knowledge = knowledge;
        ((Age, Sex), readAge, read, this.painted) = (person, words.Age, words.Regions, painted);
        answered = new Truth[knowledge.Facts.Count];
        Array.Fill(answered, Truth.Unknown);
        numbers = new double[knowledge.Facts.Count];
        Array.Fill(numbers, double.NaN);
        // A yes is drawn before a no: where two answers contradict each other the one that protects counts.
        foreach ((string id, bool yes) in answers)
        {
            if (!yes || !knowledge.TryFind(id, out int fact)) continue;
            foreach (int one in knowledge.ImpliedBy(fact)) answered[one] = Truth.Yes;
        }

        foreach ((string id, bool yes) in answers)
        {
            if (yes || !knowledge.TryFind(id, out int fact) || answered[fact] == Truth.Yes) continue;
            foreach (int one in knowledge.Implying(fact))
            {
                if (answered[one] == Truth.Unknown) answered[one] = Truth.No;
            }
        }

        foreach ((string id, double number) in measurements)
        {
            if (knowledge.TryFind(id, out int fact)) numbers[fact] = number;
        }

        suspected = [.. answered];
        foreach (int fact in words.Suspected)
        {
            // Who denies the particular thing has not denied the general one; who denies the thing itself has denied it.
            if (answered[fact] == Truth.No) continue;
            foreach (int one in knowledge.ImpliedBy(fact))
            {
                if (suspected[one] == Truth.Unknown) suspected[one] = Truth.Yes;
            }
        }
    }

    /// <summary>Lays a case out.</summary>
    /// <param name="knowledge">The vocabulary.</param>
    /// <param name="case">Answers, numbers, pain, age and sex.</param>
    /// <param name="words">What was read in the patient's words.</param>
    public static FactSheet Of(SafetyKnowledge knowledge, Case @case, WordReading words)
    {
        ArgumentNullException.ThrowIfNull(knowledge);
        ArgumentNullException.ThrowIfNull(@case);
        return new FactSheet(knowledge, @case.Answers, @case.Measurements, (@case.Age, @case.Sex), PaintedBy(knowledge, @case.Pain), words);
    }

    /// <summary>The vocabulary.</summary>
    public SafetyKnowledge Knowledge { get; }

    /// <summary>Age in years; null when not told.</summary>
    public int? Age { get; }

    /// <summary>Sex.</summary>
    public Sex Sex { get; }

    /// <summary>The truth of a fact.</summary>
    public Truth Of(int fact, Reading reading) => (reading == Reading.Answered ? answered : suspected)[fact];

    /// <summary>Whether a fact was only read in the patient's words.</summary>
    public bool IsSuspected(int fact) => suspected[fact] != answered[fact];

    /// <summary>A measured fact; null when it was not measured.</summary>
    public double? NumberOf(int fact) => double.IsNaN(numbers[fact]) ? null : numbers[fact];

    /// <summary>Whether a fact is still open: neither answered nor measured.</summary>
    public bool IsOpen(int fact) => answered[fact] == Truth.Unknown && double.IsNaN(numbers[fact]);

    /// <summary>Whether the rules cannot tell it from another sheet.</summary>
    internal bool SaysTheSame(FactSheet other) =>
        (Age, Sex, readAge, read, painted) == (other.Age, other.Sex, other.readAge, other.read, other.painted)
        && answered.AsSpan().SequenceEqual(other.answered) && suspected.AsSpan().SequenceEqual(other.suspected)
        && numbers.AsSpan().SequenceEqual(other.numbers);

    /// <summary>The truths of all facts, for loops.</summary>
    internal ReadOnlySpan<Truth> Truths(Reading reading) => reading == Reading.Answered ? answered : suspected;

    internal int? AgeOf(Reading reading) => Age ?? (reading == Reading.Suspected ? readAge : null);

    internal Truth Painted(ulong regions, bool bothSides, Reading reading)
    {
        if (painted is { } known) return Safety.Truths.Of(((bothSides ? known.Left & known.Right : known.All) & regions) != 0);
        return reading == Reading.Suspected && !bothSides && (read & regions) != 0 ? Truth.Yes : Truth.Unknown;
    }

    private static PaintedRegions? PaintedBy(SafetyKnowledge knowledge, IReadOnlyList<PainReport> pain)
    {
        if (pain.Count == 0) return null;
        ulong left = 0, right = 0, midline = 0;
        foreach (PainReport one in pain)
        {
            if (one.Intensity == 0 || one.Coverage < PaintedCoverage) continue;
            ulong regions = knowledge.RegionsOf(one.Site.Zone.Id);
            if (one.Site.Side == Side.Left) left |= regions;
            else if (one.Site.Side == Side.Right) right |= regions;
            else midline |= regions;
        }

        return new PaintedRegions(left, right, midline);
    }
}

/// <summary>Where it hurts, a bit for each region.</summary>
/// <param name="Left">On the left.</param>
/// <param name="Right">On the right.</param>
/// <param name="Midline">In the middle.</param>
public readonly record struct PaintedRegions(ulong Left, ulong Right, ulong Midline)
{
    /// <summary>Anywhere.</summary>
    public ulong All => Left | Right | Midline;
}
