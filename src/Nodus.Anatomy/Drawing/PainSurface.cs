using Nodus.Anatomy.Paint;
using Nodus.Anatomy.Zones;

namespace Nodus.Anatomy.Drawing;

/// <summary>What drawings are measured against: the cells of the neutral body and their zones. Made once.</summary>
public sealed class PainSurface
{
    // In another pose or build a dab reaches a little other cells than on the neutral body.
    private const float ReachFactor = 1.25f, ReachCm = 0.5f;

    private int[] near = new int[256];

    /// <summary>Prepares a body for measuring drawings.</summary>
    public PainSurface(BodyMesh mesh, ZoneMap zones)
    {
        ArgumentNullException.ThrowIfNull(zones);
        Cells = new CellIndex(mesh);
        Zones = zones;
    }

    /// <summary>The cells.</summary>
    public CellIndex Cells { get; }

    /// <summary>
    /// The cells that a dab can touch on any build and in any pose, and some around them: a view that shows none of them
    /// need not paint it. Valid until the next call.
    /// </summary>
    public ReadOnlySpan<int> CellsNear(SurfaceSample dab)
    {
        // First the count: where a large dab needs more room, the list is another one afterwards.
        int count = Cells.Near(dab.Place.PositionOn(Mesh), ReachFactor * dab.RadiusCm + ReachCm, ref near);
        return near.AsSpan(0, count);
    }

    /// <summary>The body.</summary>
    public BodyMesh Mesh => Cells.Mesh;

    /// <summary>The zones.</summary>
    public ZoneMap Zones { get; }
}
