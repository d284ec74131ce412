namespace Nodus.Clinical.Knowledge;

/// <summary>What sort of thing keeps trigger points active.</summary>
public enum FactorKind
{
    /// <summary>How the body is held.</summary>
    Posture,

    /// <summary>How work or furniture is arranged.</summary>
    Ergonomic,

    /// <summary>How the body is built.</summary>
    Structural,

    /// <summary>Load that is too much, too little or too new.</summary>
    Training,

    /// <summary>A habit.</summary>
    Habit,

    /// <summary>Sleep.</summary>
    Sleep,

    /// <summary>Stress, mood, worry.</summary>
    Psychological,

    /// <summary>Food and drink.</summary>
    Nutritional,

    /// <summary>Hormones.</summary>
    Hormonal,

    /// <summary>An illness or a medicine.</summary>
    Medical,

    /// <summary>Cold, clothes, shoes, floor.</summary>
    Environment,
}

/// <summary>A perpetuating factor with what an interview needs; the rest is its <see cref="FactorMonograph"/>.</summary>
/// <param name="Id">Lower snake case, e.g. <c>forward_head_posture</c>.</param>
/// <param name="Name">The therapist's name for it.</param>
/// <param name="Kind">What sort of thing.</param>
/// <param name="Ask">The question put to the patient.</param>
public sealed record PerpetuatingFactor(string Id, string Name, FactorKind Kind, string Ask)
{
    /// <summary>Lower snake case, e.g. <c>forward_head_posture</c>.</summary>
    public string Id { get; } = Require.Text(Id);

    /// <summary>The therapist's name for it.</summary>
    public string Name { get; } = Require.Text(Name);

    /// <summary>The question put to the patient.</summary>
    public string Ask { get; } = Require.Text(Ask);
}

/// <summary>What is written about a perpetuating factor and not needed for the ranking.</summary>
/// <param name="Id">Id of the <see cref="PerpetuatingFactor"/>.</param>
/// <param name="Plain">In words a patient understands.</param>
/// <param name="Advice">What to do about it.</param>
/// <param name="Grade">Where that it matters, and the advice, come from.</param>
/// <param name="Sources">Ids of sources; may be empty unless published.</param>
public sealed record FactorMonograph(string Id, string Plain, string Advice, Grade Grade, IReadOnlyList<string> Sources)
{
    /// <summary>Id of the <see cref="PerpetuatingFactor"/>.</summary>
    public string Id { get; } = Require.Text(Id);

    /// <summary>What to do about it.</summary>
    public string Advice { get; } = Require.Text(Advice);
}
