namespace Nodus.Clinical.Safety;

/// <summary>
/// Kleene's three values, in the order of how much is granted: a conjunction is the least, a disjunction the most. What is
/// certain stays certain whatever else is answered; unknown is never no.
/// </summary>
public enum Truth
{
    /// <summary>It is not so.</summary>
    No,

    /// <summary>Nobody knows yet.</summary>
    Unknown,

    /// <summary>It is so.</summary>
    Yes,
}

/// <summary>Words and laws of <see cref="Truth"/>.</summary>
public static class Truths
{
    /// <summary>The truth of an answer; null is unknown.</summary>
    public static Truth Of(bool? answer) => answer switch { true => Truth.Yes, false => Truth.No, null => Truth.Unknown };

    /// <summary>Yes becomes no, no becomes yes, unknown stays.</summary>
    public static Truth Not(this Truth truth) => Truth.Yes - (int)truth;

    /// <summary>The least: yes only where both are.</summary>
    public static Truth And(this Truth left, Truth right) => left < right ? left : right;

    /// <summary>The most: no only where both are.</summary>
    public static Truth Or(this Truth left, Truth right) => left > right ? left : right;
}
