using Nodus.Anatomy.Meshing;
using Nodus.Anatomy.Rendering;
using Nodus.Anatomy.Surface;

namespace Nodus.Anatomy;

/// <summary>Makes an atlas from its sources; seconds of work, done once by the compiler.</summary>
public sealed class AtlasMaking
{
    private const double BoxCm = 0.4;
    private const int MostCells = ViewBuffer.None - 1;

    private readonly List<ImplicitBody> bodies = [];

    private AtlasMaking(BodyAtlas atlas, IEnumerable<ImplicitBody> bodies)
    {
        Atlas = atlas;
        this.bodies.AddRange(bodies);
    }

    /// <summary>The atlas.</summary>
    public BodyAtlas Atlas { get; }

    /// <summary>Makes an atlas.</summary>
    /// <param name="mannequin">The neutral body's file: name and text.</param>
    /// <param name="landmarks">The landmarks' file: name and text.</param>
    /// <exception cref="AtlasFormatException">A source is wrong.</exception>
    public static AtlasMaking From((string Path, byte[] Text) mannequin, (string Path, byte[] Text) landmarks)
    {
        ImplicitBody neutral = MannequinReader.Read(mannequin.Path, mannequin.Text);
        BodyMesh mesh = Remeshing.Run(neutral, SurfaceExtraction.Run(neutral, BoxCm), 6);
        MeshTopology topology = MeshTopology.Of(mesh);
        if (!topology.IsSphere || mesh.CellCount > MostCells)
        {
            throw new AtlasFormatException(
                mannequin.Path, 1, $"the skin is not one closed surface of at most {MostCells} cells: {mesh.CellCount}, {topology}");
        }

        var build = new BodyBuild("neutral", "Neutral", mesh, ViewCatalogue.Of(neutral));
        return new AtlasMaking(
            BodyAtlas.Create([build], LandmarkReader.Read(landmarks.Path, landmarks.Text, neutral, mesh)), [neutral]);
    }

    /// <summary>A renderer for one of the atlas's builds.</summary>
    public ClayRenderer Renderer(int build) => new(Atlas.Builds[build].Mesh, bodies[build]);
}
