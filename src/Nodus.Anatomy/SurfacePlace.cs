using System.Numerics;

namespace Nodus.Anatomy;

/// <summary>A place on the skin that any build can show: a cell and barycentric weights in it.</summary>
/// <param name="Cell">The cell of the mesh.</param>
/// <param name="U">Weight of the cell's second corner, 0 to 1.</param>
/// <param name="V">Weight of the cell's third corner, 0 to 1; the first has the rest.</param>
public readonly record struct SurfacePlace(int Cell, float U, float V)
{
    /// <summary>The place in a cell nearest to a point of its plane.</summary>
    public static SurfacePlace In(BodyMesh mesh, int cell, Vector3 point)
    {
        int[] t = mesh.Triangles;
        Vector3 a = mesh.Positions[t[3 * cell]];
        Vector3 ab = mesh.Positions[t[3 * cell + 1]] - a, ac = mesh.Positions[t[3 * cell + 2]] - a;
        Vector3 n = Vector3.Cross(ab, ac), ap = point - a;
        float area2 = Vector3.Dot(n, n);
        if (area2 <= 0) return new SurfacePlace(cell, 1 / 3f, 1 / 3f);
        float u = Math.Max(0, Vector3.Dot(Vector3.Cross(ap, ac), n) / area2);
        float v = Math.Max(0, Vector3.Dot(Vector3.Cross(ab, ap), n) / area2), excess = Math.Max(1, u + v);
        return new SurfacePlace(cell, u / excess, v / excess);
    }

    /// <summary>The place on a mesh, centimetres.</summary>
    public Vector3 PositionOn(BodyMesh mesh)
    {
        int[] t = mesh.Triangles;
        Vector3[] p = mesh.Positions;
        return p[t[3 * Cell]] * (1 - U - V) + p[t[3 * Cell + 1]] * U + p[t[3 * Cell + 2]] * V;
    }

    /// <summary>The unit outward normal at the place.</summary>
    public Vector3 NormalOn(BodyMesh mesh)
    {
        int[] t = mesh.Triangles;
        Vector3[] n = mesh.Normals;
        return Vector3.Normalize(n[t[3 * Cell]] * (1 - U - V) + n[t[3 * Cell + 1]] * U + n[t[3 * Cell + 2]] * V);
    }

    /// <summary>The same place on the other side of the body.</summary>
    public SurfacePlace Mirrored(BodyMesh mesh) =>
        // The mirror image of a cell lists its corners as first, third, second.
        new(mesh.MirrorCell(Cell), V, U);
}
