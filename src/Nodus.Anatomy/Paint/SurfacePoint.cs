using System.Numerics;

namespace Nodus.Anatomy.Paint;

/// <summary>A point of the body surface by its address, so that it lies on every build of the body.</summary>
/// <param name="Cell">Number of the cell, 0 to <see cref="BodyMesh.CellCount"/> - 1.</param>
/// <param name="U">Weight of the cell's second corner; not negative, U + V at most 1.</param>
/// <param name="V">Weight of the cell's third corner.</param>
public readonly record struct SurfacePoint(int Cell, float U, float V)
{
    /// <summary>Where the point lies, in centimetres.</summary>
    public Vector3 PositionOn(BodyMesh mesh) => Blend(mesh, mesh.Positions);

    /// <summary>The unit outward normal there.</summary>
    public Vector3 NormalOn(BodyMesh mesh) => Vector3.Normalize(Blend(mesh, mesh.Normals));

    /// <summary>
    /// The same point on the other half of the body. A mirrored cell lists its second and third corner the other way
    /// round, so their weights change places; the mirror image of the mirror image is the point itself, bit for bit.
    /// </summary>
    public SurfacePoint MirroredOn(BodyMesh mesh) => new(mesh.MirrorCell(Cell), V, U);

    private Vector3 Blend(BodyMesh mesh, Vector3[] values)
    {
        ReadOnlySpan<int> corners = mesh.Triangles.AsSpan(3 * Cell, 3);
        return values[corners[0]] * (1 - U - V) + values[corners[1]] * U + values[corners[2]] * V;
    }
}
