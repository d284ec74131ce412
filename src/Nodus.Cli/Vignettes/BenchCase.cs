using Nodus.Anatomy;
using Nodus.Clinical.Assessment;
using Nodus.Clinical.Simulation;

namespace Nodus.Cli.Vignettes;

/// <summary>The sorts of cases that are told apart, by their ids in files and reports.</summary>
internal static class CaseKind
{
    /// <summary>One point of one muscle.</summary>
    public const string Single = "single";

    /// <summary>Two causes together.</summary>
    public const string Double = "double";

    /// <summary>Three causes together.</summary>
    public const string Triple = "triple";

    /// <summary>A rival alone.</summary>
    public const string Rival = "rival";

    /// <summary>A single one, drawn anew and badly.</summary>
    public const string Redrawn = "redrawn";

    /// <summary>A person as the network expects them.</summary>
    public const string Population = "population";

    /// <summary>The same with some tests and questions.</summary>
    public const string Examined = "population, examined";
}

/// <summary>A cause as a ranking names it.</summary>
/// <param name="Id">Id of the muscle or of the rival.</param>
/// <param name="IsRival">Whether it is a rival.</param>
/// <param name="Side">Its side; null where either side is right.</param>
internal readonly record struct CauseName(string Id, bool IsRival, Side? Side)
{
    /// <summary>The muscle or rival of something in a person made from the model.</summary>
    public static CauseName Of(TrueCause cause) => new(cause.Point?.MuscleId ?? cause.Rival!.Id, cause.Rival is not null, cause.Side);

    /// <summary>Whether an entry of a ranking is it.</summary>
    public bool Is(Ranked entry) => entry.Id == Id && entry.IsRival == IsRival && (Side is null || Side == entry.Side);
}

/// <summary>A case whose cause is known.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Kind">A <see cref="CaseKind"/>.</param>
/// <param name="Grade"><c>published</c>, <c>derived</c> or <c>elicited</c>; null for one made from the model.</param>
/// <param name="Truth">What caused it.</param>
/// <param name="Accept">What its source would accept as well.</param>
/// <param name="Case">What is known of it.</param>
/// <param name="FirstZone">The zone that was told first; null where the order means nothing.</param>
internal sealed record BenchCase(
    string Id, string Kind, string? Grade, IReadOnlyList<CauseName> Truth, IReadOnlyList<CauseName> Accept, Case Case, string? FirstZone)
{
    /// <summary>The person it was made from; null for a written case.</summary>
    public SimulatedPerson? Person { get; init; }

    /// <summary>A case made from the model.</summary>
    public static BenchCase Of(string id, string kind, SimulatedPerson person) =>
        new(id, kind, null, [.. person.Causes.Select(CauseName.Of).Distinct()], [], person.Case, null) { Person = person };
}
