using Nodus.Anatomy.Paint;
using Nodus.Anatomy.Zones;

namespace Nodus.Anatomy.Drawing;

/// <summary>What drawings are measured against: the cells of the neutral body and their zones. Made once.</summary>
public sealed class PainSurface
{
    /// <summary>Prepares a body for measuring drawings.</summary>
    public PainSurface(BodyMesh mesh, ZoneMap zones)
    {
        ArgumentNullException.ThrowIfNull(zones);
        Cells = new CellIndex(mesh);
        Zones = zones;
    }

    /// <summary>The cells.</summary>
    public CellIndex Cells { get; }

    /// <summary>The body.</summary>
    public BodyMesh Mesh => Cells.Mesh;

    /// <summary>The zones.</summary>
    public ZoneMap Zones { get; }
}
