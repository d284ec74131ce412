using Nodus.Anatomy;
using Nodus.Clinical.Assessment;
using Nodus.Clinical.Knowledge;

namespace Nodus.Clinical.Simulation;

/// <summary>What really is there in a person made from the model.</summary>
/// <param name="Point">The active point; null for a rival.</param>
/// <param name="Rival">The rival; null for a point.</param>
/// <param name="Side">Left or right; the midline for a rival of the whole body.</param>
public sealed record TrueCause(TriggerPoint? Point, Rival? Rival, Side Side);

/// <summary>A person made from the model, whose causes are therefore known.</summary>
/// <param name="Causes">Everything that is there; may be empty.</param>
/// <param name="Case">What the person draws and tells.</param>
public sealed record SimulatedPerson(IReadOnlyList<TrueCause> Causes, Case Case)
{
    /// <summary>The numbers of the causes in the network.</summary>
    internal IReadOnlyList<int> Active { get; init; } = [];

    /// <summary>Everything that hurts, drawn or not.</summary>
    internal IReadOnlyList<PainReport> Pain { get; init; } = Case.Pain;
}

/// <summary>Who presses.</summary>
public enum SimulatedExaminer
{
    /// <summary>Errs as often as the likelihood ratios of the signs say.</summary>
    Usual,

    /// <summary>Finds every active point tender and familiar, and nothing where there is none.</summary>
    Perfect,

    /// <summary>The same, and tells taut band and referred pain as well, which are there whenever the point is active.</summary>
    Thorough,
}
