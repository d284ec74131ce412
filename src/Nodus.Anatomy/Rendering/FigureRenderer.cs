using System.Numerics;
using Nodus.Anatomy.Posing;
using Nodus.Anatomy.Surface;

namespace Nodus.Anatomy.Rendering;

/// <summary>Draws posed bodies and things beside them in the clay look of the atlas. One body, any number of pictures.</summary>
public sealed class FigureRenderer
{
    private const int Samples = 3;

    private readonly FineSkin standing, raised;
    private readonly PosableSkin skin;
    private readonly Vector3[] standingRelief, raisedRelief;

    /// <summary>Prepares a body (some seconds).</summary>
    /// <param name="cells">The body.</param>
    /// <param name="standing">The field its standing skin lies on.</param>
    /// <param name="lifted">The field its skin with raised arms lies on.</param>
    public FigureRenderer(PosableSkin cells, ImplicitBody standing, ImplicitBody lifted)
    {
        ArgumentNullException.ThrowIfNull(cells);
        this.standing = FineSkin.CoarseOf(cells.Standing, standing);
        raised = FineSkin.CoarseOf(cells.Raised, lifted);
        skin = cells.Refined(this.standing.Mesh, raised.Mesh);
        (standingRelief, raisedRelief) = (ReliefOf(skin.Standing), ReliefOf(skin.Raised));
    }

    /// <summary>Draws one picture.</summary>
    /// <param name="pose">The body.</param>
    /// <param name="things">What is beside it.</param>
    /// <param name="view">The camera.</param>
    public ClayPicture Render(PosedSkeleton pose, IReadOnlyList<Solid> things, BodyView view)
    {
        ArgumentNullException.ThrowIfNull(things);
        ArgumentNullException.ThrowIfNull(view);
        PosedSkin posed = skin.Pose(pose, standingRelief, raisedRelief);
        int[] triangles = skin.Standing.Triangles;
        // Normals of the bent skin are those of its own faces, so that folds look folded, with the fine relief of the
        // field that the faces are too coarse for.
        Vector3[] normals = NormalsOf(posed.Positions, triangles);
        for (int v = 0; v < normals.Length; v++) normals[v] = Vector3.Normalize(normals[v] + posed.Normals[v]);
        float[] openness = skin.Mix(pose, standing.Openness, raised.Openness);
        FigureScene scene = FigureScene.Of(posed.Positions, normals, triangles, openness, things);
        var raster = Rasterization.Of(view, scene.Positions, scene.Triangles, Samples);
        return new FigureShading(view, scene, raster, Samples).Picture();
    }

    private static Vector3[] ReliefOf(BodyMesh mesh)
    {
        Vector3[] relief = NormalsOf(mesh.Positions, mesh.Triangles);
        for (int v = 0; v < relief.Length; v++) relief[v] = mesh.Normals[v] - relief[v];
        return relief;
    }

    private static Vector3[] NormalsOf(Vector3[] positions, int[] triangles)
    {
        var normals = new Vector3[positions.Length];
        for (int t = 0; t < triangles.Length; t += 3)
        {
            int a = triangles[t], b = triangles[t + 1], c = triangles[t + 2];
            Vector3 n = Vector3.Cross(positions[b] - positions[a], positions[c] - positions[a]);
            normals[a] += n;
            normals[b] += n;
            normals[c] += n;
        }

        for (int v = 0; v < normals.Length; v++) normals[v] = Vector3.Normalize(normals[v]);
        return normals;
    }
}
