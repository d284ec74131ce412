using System.Diagnostics.CodeAnalysis;

namespace Nodus.Anatomy;

/// <summary>The landmarks of the body, found by id and side.</summary>
public sealed class LandmarkSet
{
    private readonly Dictionary<(string Id, Side Side), Landmark> byName = [];

    /// <summary>Indexes landmarks.</summary>
    /// <exception cref="ArgumentException">An id and side occur twice.</exception>
    public LandmarkSet(IReadOnlyList<Landmark> all)
    {
        All = all;
        foreach (Landmark l in all)
        {
            if (!byName.TryAdd((l.Id, l.Side), l))
                throw new ArgumentException($"Landmark {l.Id} ({l.Side.ToWord()}) occurs twice.", nameof(all));
        }
    }

    /// <summary>All of them; paired ones as left, then right.</summary>
    public IReadOnlyList<Landmark> All { get; }

    /// <summary>Finds a landmark; a midline one is found for every side.</summary>
    public bool TryFind(string id, Side side, [NotNullWhen(true)] out Landmark? landmark) =>
        byName.TryGetValue((id, side), out landmark) || byName.TryGetValue((id, Side.Midline), out landmark);
}
