namespace Nodus.Clinical.Safety;

/// <summary>Why the questions must be asked again.</summary>
public enum RescreenReason
{
    /// <summary>A new visit.</summary>
    NewVisit,

    /// <summary>A symptom that was not there before.</summary>
    NewSymptom,

    /// <summary>The pain rose on two entries in a row.</summary>
    Worsening,

    /// <summary>The last screen is too old.</summary>
    TooOld,

    /// <summary>They were never asked.</summary>
    NeverScreened,
}

/// <summary>A pain score at a time.</summary>
/// <param name="At">When.</param>
/// <param name="Score">0 to 10.</param>
public sealed record PainEntry(DateTimeOffset At, double Score);

/// <summary>What happened since the last screen.</summary>
/// <param name="LastScreen">When the questions were last asked; null for never.</param>
/// <param name="VisitBegan">When the visit began that is under way; null when there is none.</param>
/// <param name="NewSymptom">Whether something new was reported since.</param>
/// <param name="Pain">Pain scores, in any order.</param>
public sealed record SinceScreen(
    DateTimeOffset? LastScreen, DateTimeOffset? VisitBegan, bool NewSymptom, IReadOnlyList<PainEntry> Pain);

/// <summary>When the questions must be asked again. Source: the evaluation notes of the rule set (consensus practice), elicited.</summary>
public static class Rescreening
{
    /// <summary>A screen holds for so long.</summary>
    public static readonly TimeSpan Holds = TimeSpan.FromDays(28);

    /// <summary>A rise of so much, on two entries in a row, is worsening.</summary>
    public const double Rise = 2;

    /// <summary>Every reason to ask again, in the order of <see cref="RescreenReason"/>; empty when the last screen holds.</summary>
    /// <param name="since">What happened.</param>
    /// <param name="now">The time.</param>
    public static IReadOnlyList<RescreenReason> Reasons(SinceScreen since, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(since);
        if (since.LastScreen is not { } last) return [RescreenReason.NeverScreened];
        var reasons = new List<RescreenReason>();
        if (since.VisitBegan > last) reasons.Add(RescreenReason.NewVisit);
        if (since.NewSymptom) reasons.Add(RescreenReason.NewSymptom);
        if (IsWorse(since.Pain, last)) reasons.Add(RescreenReason.Worsening);
        if (now - last >= Holds) reasons.Add(RescreenReason.TooOld);
        return reasons;
    }

    /// <summary>Two entries in a row after the screen, each at least <see cref="Rise"/> above the last one before it.</summary>
    private static bool IsWorse(IReadOnlyList<PainEntry> pain, DateTimeOffset last)
    {
        PainEntry[] entries = [.. pain.OrderBy(entry => entry.At)];
        PainEntry? before = entries.LastOrDefault(entry => entry.At <= last) ?? entries.FirstOrDefault();
        if (before is null) return false;
        PainEntry[] after = [.. entries.Where(entry => entry.At > last && entry != before)];
        return after.Zip(after.Skip(1)).Any(two => two.First.Score >= before.Score + Rise && two.Second.Score >= before.Score + Rise);
    }
}
