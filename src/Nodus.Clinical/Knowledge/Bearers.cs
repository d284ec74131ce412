namespace Nodus.Clinical.Knowledge;

/// <summary>Sex as far as rules need it.</summary>
public enum Sex
{
    /// <summary>Not told.</summary>
    Unknown,

    /// <summary>Female.</summary>
    Female,

    /// <summary>Male.</summary>
    Male,

    /// <summary>Neither, or both.</summary>
    Other,
}

/// <summary>In whom a rival exists at all.</summary>
/// <param name="Sex">The only sex; null for any.</param>
/// <param name="FromAge">Youngest age in years; null for any.</param>
/// <param name="ToAge">Oldest age in years; null for any.</param>
public sealed record Bearers(Sex? Sex = null, int? FromAge = null, int? ToAge = null)
{
    /// <summary>Everybody.</summary>
    public static Bearers Everybody { get; } = new();

    /// <summary>Whether it exists in such people; what is not known of them excludes nothing.</summary>
    /// <param name="sex">Their sex.</param>
    /// <param name="age">Their age in years; null when unknown.</param>
    public bool Includes(Sex sex, int? age) =>
        !(Sex is { } only && sex is Knowledge.Sex.Female or Knowledge.Sex.Male && sex != only)
        && !(age < FromAge) && !(age > ToAge);
}
