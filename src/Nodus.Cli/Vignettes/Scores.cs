namespace Nodus.Cli.Vignettes;

/// <summary>Where the causes of one case stand in a ranking; ranks from 1, <see cref="NotRanked"/> where it is not there at all.</summary>
/// <param name="Own">Each cause in the list of its kind: a muscle among muscles, a rival among rivals.</param>
/// <param name="Together">Each cause among muscles and rivals.</param>
/// <param name="OwnOrAccepted">The best of what is right or acceptable, in its own list.</param>
/// <param name="TogetherOrAccepted">The same among all.</param>
internal sealed record CaseRanks(IReadOnlyList<int> Own, IReadOnlyList<int> Together, int OwnOrAccepted, int TogetherOrAccepted)
{
    /// <summary>The rank of what a ranking leaves out.</summary>
    public const int NotRanked = int.MaxValue;

    /// <summary>Looks the causes of a case up.</summary>
    public static CaseRanks Of(BenchCase @case, Ranking ranking)
    {
        return new CaseRanks(
            [.. @case.Truth.Select(Own)], [.. @case.Truth.Select(Together)],
            @case.Truth.Concat(@case.Accept).Min(Own), @case.Truth.Concat(@case.Accept).Min(Together));

        int Own(CauseName cause) => RankOf(cause, cause.IsRival ? ranking.Rivals : ranking.Muscles);
        int Together(CauseName cause) => RankOf(cause, ranking.Together);
    }

    private static int RankOf(CauseName cause, IReadOnlyList<Ranked> list)
    {
        for (int i = 0; i < list.Count; i++)
        {
            if (cause.Is(list[i])) return i + 1;
        }

        return NotRanked;
    }
}

/// <summary>How well cases were ranked in one way of counting; of several causes the first found counts.</summary>
/// <param name="Top1">Share of cases ranked first.</param>
/// <param name="Top3">Share among the first three.</param>
/// <param name="Top5">Share among the first five.</param>
/// <param name="MeanReciprocalRank">Mean of 1 / rank; 0 where nothing right is ranked.</param>
/// <param name="Top3Interval">95 % interval of <paramref name="Top3"/>.</param>
internal sealed record RankScore(double Top1, double Top3, double Top5, double MeanReciprocalRank, Interval Top3Interval)
{
    /// <summary>Scores ranks; zero throughout when there are none.</summary>
    public static RankScore Of(IReadOnlyCollection<int> ranks) => new(
        Share(ranks, 1), Share(ranks, 3), Share(ranks, 5),
        ranks.Count == 0 ? 0 : ranks.Average(rank => rank == CaseRanks.NotRanked ? 0 : 1.0 / rank),
        Interval.Wilson(ranks.Count(rank => rank <= 3), ranks.Count));

    /// <summary>Share of ranks that are at most <paramref name="most"/>.</summary>
    public static double Share(IReadOnlyCollection<int> ranks, int most) => ranks.Count == 0 ? 0 : (double)ranks.Count(rank => rank <= most) / ranks.Count;
}

/// <summary>An interval of a proportion.</summary>
/// <param name="Low">Its lower end.</param>
/// <param name="High">Its upper end.</param>
internal readonly record struct Interval(double Low, double High)
{
    private const double Z = 1.959964;

    /// <summary>
    /// Score interval, 95 %: the p for which |observed - p| = z sqrt(p (1 - p) / n), solved for p (Wilson 1927, J Am Stat
    /// Assoc 22:209-212). Nothing seen says nothing: 0 to 1.
    /// </summary>
    public static Interval Wilson(int hits, int n)
    {
        if (n == 0) return new Interval(0, 1);
        double seen = (double)hits / n, z2 = Z * Z / n;
        double middle = (seen + (z2 / 2)) / (1 + z2), half = Z / (1 + z2) * Math.Sqrt((seen * (1 - seen) / n) + (z2 / (4 * n)));
        return new Interval(Math.Max(0, middle - half), Math.Min(1, middle + half));
    }
}

/// <summary>The scores of a group of cases.</summary>
/// <param name="Name">What group.</param>
/// <param name="Cases">How many cases.</param>
/// <param name="Own">Among muscles, rivals among rivals.</param>
/// <param name="Together">Among muscles and rivals.</param>
/// <param name="OrAccepted">As <paramref name="Own"/>, what the source accepts counting too.</param>
/// <param name="CausesFound">Share of all causes in the first one, three and five of their own list.</param>
internal sealed record GroupScore(
    string Name, int Cases, RankScore Own, RankScore Together, RankScore OrAccepted, (double One, double Three, double Five) CausesFound)
{
    /// <summary>Scores a group.</summary>
    public static GroupScore Of(string name, IReadOnlyList<CaseRanks> ranks)
    {
        int[] causes = [.. ranks.SelectMany(one => one.Own)];
        return new GroupScore(
            name, ranks.Count, RankScore.Of([.. ranks.Select(one => one.Own.Min())]), RankScore.Of([.. ranks.Select(one => one.Together.Min())]),
            RankScore.Of([.. ranks.Select(one => one.OwnOrAccepted)]),
            (RankScore.Share(causes, 1), RankScore.Share(causes, 3), RankScore.Share(causes, 5)));
    }
}
