using System.Numerics;

namespace Nodus.Anatomy.Posing;

/// <summary>The skin of a posed body.</summary>
/// <param name="Positions">Centimetres, one a vertex of the standing skin.</param>
/// <param name="Normals">Unit outward normals.</param>
public sealed record PosedSkin(Vector3[] Positions, Vector3[] Normals)
{
    /// <summary>Carries points and directions.</summary>
    internal static PosedSkin Of(Vector3[] standing, Vector3[] directions, SkinWeights weights, DualQuaternion[] carriers)
    {
        var positions = new Vector3[standing.Length];
        var normals = new Vector3[positions.Length];
        Parallel.For(0, (positions.Length + 4095) / 4096, block =>
        {
            for (int v = 4096 * block; v < Math.Min(positions.Length, 4096 * (block + 1)); v++)
            {
                DualQuaternion carrier = DualQuaternion.Blend(carriers, weights.BonesOf(v), weights.WeightsOf(v));
                positions[v] = carrier.Carry(standing[v]);
                normals[v] = carrier.Turn(directions[v]);
            }
        });
        return new PosedSkin(positions, normals);
    }

    /// <summary>Where a place of the skin has gone.</summary>
    public Vector3 PositionOf(BodyMesh mesh, SurfacePlace place) => At(mesh, place, Positions);

    /// <summary>The unit outward normal at a place of the skin.</summary>
    public Vector3 NormalOf(BodyMesh mesh, SurfacePlace place) => Vector3.Normalize(At(mesh, place, Normals));

    private static Vector3 At(BodyMesh mesh, SurfacePlace place, Vector3[] values)
    {
        ReadOnlySpan<int> t = mesh.Triangles.AsSpan(3 * place.Cell, 3);
        return values[t[0]] * (1 - place.U - place.V) + values[t[1]] * place.U + values[t[2]] * place.V;
    }
}
