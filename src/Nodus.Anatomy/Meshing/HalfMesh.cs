using System.Numerics;
using Nodus.Anatomy.Surface;

namespace Nodus.Anatomy.Meshing;

/// <summary>The left half of the body while it is being made: open along the seam on the plane of symmetry.</summary>
internal sealed class HalfMesh
{
    /// <summary>Vertex positions, centimetres.</summary>
    public List<Vector3d> Positions { get; } = [];

    /// <summary>Whether a vertex lies on the plane of symmetry.</summary>
    public List<bool> OnSeam { get; } = [];

    /// <summary>Three vertices a face, counter-clockwise seen from outside.</summary>
    public List<int> Triangles { get; } = [];

    public void AddVertex(Vector3d position, bool onSeam)
    {
        Positions.Add(position);
        OnSeam.Add(onSeam);
    }

    /// <summary>Adds two triangles along the shorter diagonal, but never joins two seam vertices by one.</summary>
    public void AddQuad(int a, int b, int c, int d, bool flip)
    {
        if (flip) (b, d) = (d, b);
        bool alongAc = (Positions[a] - Positions[c]).Length < (Positions[b] - Positions[d]).Length;
        if (OnSeam[a] && OnSeam[c]) alongAc = false;
        if (OnSeam[b] && OnSeam[d]) alongAc = true;
        Triangles.AddRange(alongAc ? [a, b, c, a, c, d] : [a, b, d, b, c, d]);
    }

    /// <summary>Numbers the seam first and mirrors.</summary>
    public BodyMesh Mirror(IReadOnlyList<Vector3d> normals)
    {
        int count = Positions.Count, seam = OnSeam.Count(s => s), nextSeam = 0, nextOther = seam;
        var number = new int[count];
        var positions = new Vector3[count];
        var unit = new Vector3[count];
        for (int v = 0; v < count; v++)
        {
            int n = number[v] = OnSeam[v] ? nextSeam++ : nextOther++;
            positions[n] = Positions[v].ToSingle();
            unit[n] = normals[v].ToSingle();
        }

        int[] triangles = [.. Triangles.Select(v => number[v])];
        return new BodyMesh(positions, unit, triangles, seam);
    }
}
