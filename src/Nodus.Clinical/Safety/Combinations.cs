namespace Nodus.Clinical.Safety;

/// <summary>All of several conditions.</summary>
/// <param name="Of">At least one.</param>
public sealed record AllOf(IReadOnlyList<Condition> Of) : Condition
{
    private readonly Condition[] of = [.. Of];

    /// <inheritdoc/>
    public override Truth Evaluate(FactSheet sheet, Reading reading)
    {
        var truth = Truth.Yes;
        foreach (Condition one in of)
        {
            truth = truth.And(one.Evaluate(sheet, reading));
            if (truth == Truth.No) break;
        }

        return truth;
    }

    /// <inheritdoc/>
    public override IEnumerable<int> Facts() => Of.SelectMany(one => one.Facts());

    internal override int Missing(FactSheet sheet, int most = Unreachable - 1)
    {
        int sum = 0;
        foreach (Condition one in of)
        {
            sum += one.Missing(sheet, most - sum);
            if (sum > most) return Unreachable;
        }

        return sum;
    }

    internal override void Weigh(FactSheet sheet, double weight, QuestionWeights into)
    {
        foreach (Condition one in of)
        {
            if (one.Missing(sheet, 1) > 0) one.Weigh(sheet, weight, into);
        }
    }

    internal override void Because(FactSheet sheet, Reading reading, ICollection<string> into)
    {
        foreach (Condition one in Of) one.Because(sheet, reading, into);
    }
}

/// <summary>At least so many of several conditions; one of them is "any".</summary>
/// <param name="Least">How many.</param>
/// <param name="Of">Out of these.</param>
public sealed record AtLeast(int Least, IReadOnlyList<Condition> Of) : Condition
{
    // Most alternatives are plain facts; a loop over them needs no calls.
    private readonly int[] facts = [.. Of.OfType<FactIsYes>().Select(one => one.Fact)];
    private readonly Condition[] others = [.. Of.Where(one => one is not FactIsYes)];

    /// <inheritdoc/>
    public override Truth Evaluate(FactSheet sheet, Reading reading)
    {
        int yes = 0, open = 0;
        ReadOnlySpan<Truth> truths = sheet.Truths(reading);
        foreach (int fact in facts)
        {
            Truth truth = truths[fact];
            if (truth == Truth.Yes && ++yes == Least) return Truth.Yes;
            if (truth == Truth.Unknown) open++;
        }

        foreach (Condition one in others)
        {
            Truth truth = one.Evaluate(sheet, reading);
            if (truth == Truth.Yes && ++yes == Least) return Truth.Yes;
            if (truth == Truth.Unknown) open++;
        }

        return yes + open >= Least ? Truth.Unknown : Truth.No;
    }

    /// <inheritdoc/>
    public override IEnumerable<int> Facts() => Of.SelectMany(one => one.Facts());

    internal override int Missing(FactSheet sheet, int most = Unreachable - 1)
    {
        ReadOnlySpan<Truth> truths = sheet.Truths(Reading.Answered);
        if (Least == 1)
        {
            int fewest = Unreachable;
            foreach (int fact in facts)
            {
                if (truths[fact] == Truth.Yes) return 0;
                if (truths[fact] == Truth.Unknown && most > 0) fewest = 1;
            }

            foreach (Condition one in others)
            {
                int missing = one.Missing(sheet, Math.Min(most, fewest - 1));
                if (missing == 0) return 0;
                if (missing < fewest) fewest = missing;
            }

            return fewest;
        }

        Span<int> least = stackalloc int[Least];
        least.Fill(Unreachable);
        foreach (int fact in facts) Keep(SingleCondition.Missing(truths[fact]), least);
        foreach (Condition one in others)
        {
            if (least[^1] == 0) return 0;
            Keep(one.Missing(sheet, most), least);
        }

        int sum = 0;
        foreach (int missing in least) sum += missing;
        return sum > most ? Unreachable : sum;
    }

    internal override void Weigh(FactSheet sheet, double weight, QuestionWeights into)
    {
        ReadOnlySpan<Truth> truths = sheet.Truths(Reading.Answered);
        int nearest = Unreachable;
        foreach (int fact in facts)
        {
            if (truths[fact] != Truth.Unknown) continue;
            nearest = 1;
            into.Add(fact, weight);
        }

        if (nearest == 1)
        {
            foreach (Condition one in others)
            {
                if (one.Missing(sheet, 1) == 1) one.Weigh(sheet, weight, into);
            }

            return;
        }

        Span<int> missing = stackalloc int[others.Length];
        for (int i = 0; i < others.Length; i++)
        {
            missing[i] = others[i].Missing(sheet, nearest);
            if (missing[i] > 0 && missing[i] < nearest) nearest = missing[i];
        }

        for (int i = 0; i < others.Length && nearest < Unreachable; i++)
        {
            if (missing[i] == nearest) others[i].Weigh(sheet, weight, into);
        }
    }

    /// <summary>Keeps the smallest numbers, ascending.</summary>
    private static void Keep(int missing, Span<int> least)
    {
        for (int i = 0; i < least.Length; i++)
        {
            if (missing < least[i]) (missing, least[i]) = (least[i], missing);
        }
    }

    internal override void Because(FactSheet sheet, Reading reading, ICollection<string> into)
    {
        foreach (Condition one in Of.Where(one => one.Evaluate(sheet, reading) == Truth.Yes)) one.Because(sheet, reading, into);
    }
}

/// <summary>A condition and what it adds to a score.</summary>
/// <param name="Of">The condition.</param>
/// <param name="Points">May be negative.</param>
public sealed record ScoreItem(Condition Of, double Points);

/// <summary>A score of weighted conditions that reaches a threshold, such as that of Wells; open items leave it between bounds.</summary>
/// <param name="From">The threshold, itself included.</param>
/// <param name="Items">What is counted.</param>
public sealed record ScoreFrom(double From, IReadOnlyList<ScoreItem> Items) : Condition
{
    /// <inheritdoc/>
    public override Truth Evaluate(FactSheet sheet, Reading reading)
    {
        double least = 0, most = 0;
        foreach (ScoreItem item in Items)
        {
            Truth truth = item.Of.Evaluate(sheet, reading);
            if (truth == Truth.No) continue;
            if (truth == Truth.Yes || item.Points < 0) least += item.Points;
            if (truth == Truth.Yes || item.Points > 0) most += item.Points;
        }

        return least >= From ? Truth.Yes : most < From ? Truth.No : Truth.Unknown;
    }

    /// <inheritdoc/>
    public override IEnumerable<int> Facts() => Items.SelectMany(item => item.Of.Facts());

    internal override int Missing(FactSheet sheet, int most = Unreachable - 1)
    {
        // What speaks against is taken as absent: the question is how near the score could be to the threshold.
        double sum = Items.Where(item => item.Of.Evaluate(sheet, Reading.Answered) == Truth.Yes).Sum(item => item.Points);
        int missing = 0;
        foreach ((ScoreItem item, int cost) in Items.Where(item => item.Points > 0).Select(item => (item, item.Of.Missing(sheet)))
            .Where(item => item.Item2 is > 0 and < Unreachable).OrderBy(item => item.Item2).ThenByDescending(item => item.item.Points))
        {
            if (sum >= From) break;
            sum += item.Points;
            missing += cost;
        }

        return sum >= From && missing <= most ? missing : Unreachable;
    }

    internal override void Weigh(FactSheet sheet, double weight, QuestionWeights into)
    {
        foreach (ScoreItem item in Items.Where(item => item.Of.Missing(sheet) is > 0 and < Unreachable)) item.Of.Weigh(sheet, weight, into);
    }

    internal override void Because(FactSheet sheet, Reading reading, ICollection<string> into)
    {
        foreach (ScoreItem item in Items.Where(item => item.Points > 0 && item.Of.Evaluate(sheet, reading) == Truth.Yes))
            item.Of.Because(sheet, reading, into);
    }
}
