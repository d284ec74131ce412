namespace Nodus.Inference;

/// <summary>
/// How much work and memory an exact answer may take. The cost of a closing order is known before it runs; a component
/// over a limit is answered approximately and says so (<see cref="PosteriorEngine.IsExact"/>).
/// </summary>
/// <param name="MaxStateUpdates">Table entries touched in one forward pass of one component; about 1 ns each.</param>
/// <param name="MaxStoredStates">Table entries kept for one component, 16 bytes each (forward and backward).</param>
/// <param name="MaxWidth">Findings open at once; a table has 2 to this power entries. At most 24.</param>
public sealed record PosteriorLimits(long MaxStateUpdates, long MaxStoredStates, int MaxWidth)
{
    /// <summary>10 million updates, 4 million stored states (64 MiB), 20 open findings.</summary>
    public static PosteriorLimits Default { get; } = new(10_000_000, 4_000_000, 20);

    /// <summary>What <see cref="PosteriorEngine.Refine"/> may take: 180 million updates, 4 million stored states (64 MiB),
    /// 22 open findings; 0.02 to 0.3 s for 60 to 90 painful regions.</summary>
    public static PosteriorLimits Refinement { get; } = new(180_000_000, 4_000_000, 22);
}
