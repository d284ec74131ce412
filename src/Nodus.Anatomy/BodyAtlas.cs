using System.Security.Cryptography;
using Nodus.Anatomy.Drawing;
using Nodus.Anatomy.Rendering;
using Nodus.Anatomy.Zones;

namespace Nodus.Anatomy;

/// <summary>One physique of the atlas. All builds share cells and numbering; only positions differ.</summary>
public sealed class BodyBuild
{
    private readonly Lazy<BodyMesh> mesh;
    private readonly Lazy<BodyMesh> raisedMesh;

    /// <summary>A build with its skins at hand.</summary>
    internal BodyBuild(string id, string label, BodyMesh mesh, BodyMesh raisedMesh, IReadOnlyList<BodyView> views)
        : this(id, label, new Lazy<BodyMesh>(mesh), new Lazy<BodyMesh>(raisedMesh), views)
    {
    }

    /// <summary>A build whose skins are unfolded when first asked for: a browser begins with one of them.</summary>
    internal BodyBuild(
        string id, string label, Lazy<BodyMesh> mesh, Lazy<BodyMesh> raisedMesh, IReadOnlyList<BodyView> views)
    {
        Id = id;
        Label = label;
        Views = views;
        this.mesh = mesh;
        this.raisedMesh = raisedMesh;
    }

    /// <summary>Stable id, e.g. <c>neutral</c>.</summary>
    public string Id { get; }

    /// <summary>What a reader sees.</summary>
    public string Label { get; }

    /// <summary>The skin, standing.</summary>
    public BodyMesh Mesh => mesh.Value;

    /// <summary>The skin with the arms lifted.</summary>
    public BodyMesh RaisedMesh => raisedMesh.Value;

    /// <summary>The cameras; the same ids and sizes in every build, each aimed at this one.</summary>
    public IReadOnlyList<BodyView> Views { get; }

    /// <summary>The skin a view looks at.</summary>
    public BodyMesh MeshOf(BodyView view) => view.Pose == BodyPose.ArmsRaised ? RaisedMesh : Mesh;

    /// <summary>Reads the pixels of a view (a <c>.view</c> file of this build).</summary>
    /// <exception cref="KeyNotFoundException">There is no such view.</exception>
    /// <exception cref="InvalidDataException">Not such a file, or one of another atlas.</exception>
    public ViewBuffer ReadView(string id, Stream from)
    {
        BodyView view = View(id);
        return ViewBufferFormat.Read(from, view, MeshOf(view));
    }

    /// <summary>The camera with an id.</summary>
    /// <exception cref="KeyNotFoundException">There is no such view.</exception>
    public BodyView View(string id) =>
        Views.FirstOrDefault(v => string.Equals(v.Id, id, StringComparison.Ordinal))
        ?? throw new KeyNotFoundException($"The atlas has no view \"{id}\".");
}

/// <summary>The compiled body: builds, landmarks and cameras, with one version for all of it.</summary>
public sealed class BodyAtlas
{
    private readonly AtlasContent content;
    private readonly Lazy<PainSurface> surface;
    private readonly Lazy<BodyRegions> regions;

    private BodyAtlas(string version, AtlasContent content)
    {
        this.content = content;
        AtlasZones zones = content.Zones;
        Version = version;
        Zones = zones.Map;
        Insets = Inset.Read(zones.Insets, Zones);
        surface = new Lazy<PainSurface>(() => new PainSurface(Mesh, Zones));
        regions = new Lazy<BodyRegions>(() => BodyRegions.Read(zones.Regions, Surface));
        Builds = content.Builds;
        Landmarks = content.Landmarks;
    }

    /// <summary>Hash of everything in the atlas; a drawing is tied to it.</summary>
    public string Version { get; }

    /// <summary>The builds; the neutral one first.</summary>
    public IReadOnlyList<BodyBuild> Builds { get; }

    /// <summary>The neutral build's mesh.</summary>
    public BodyMesh Mesh => Builds[0].Mesh;

    /// <summary>The neutral build's cameras.</summary>
    public IReadOnlyList<BodyView> Views => Builds[0].Views;

    /// <summary>The named spots of the skin, on the neutral build.</summary>
    public LandmarkSet Landmarks { get; }

    /// <summary>The zone of each cell.</summary>
    public ZoneMap Zones { get; }

    /// <summary>Drawings of zones without skin.</summary>
    public IReadOnlyList<Inset> Insets { get; }

    /// <summary>What pain drawings are measured against. Made on first use.</summary>
    public PainSurface Surface => surface.Value;

    /// <summary>CHOIR segments and areas of the widespread pain index. Made on first use.</summary>
    public BodyRegions Regions => regions.Value;

    /// <summary>Puts an atlas together and gives it its version.</summary>
    /// <param name="content">One build or more, the neutral one first, all of one numbering; the rest on the first.</param>
    /// <exception cref="InvalidDataException">A text about zones is wrong.</exception>
    internal static BodyAtlas Create(AtlasContent content)
    {
        byte[] bytes = AtlasFormat.Encode(content);
        var atlas = new BodyAtlas(VersionOf(bytes), AtlasFormat.Decode(bytes));
        // A mistake in the regions is the compiler's to report, not that of whoever draws first.
        _ = atlas.Regions;
        return atlas;
    }

    /// <summary>Reads an atlas.</summary>
    /// <exception cref="InvalidDataException">Not an atlas, one of another format, or a damaged one.</exception>
    public static BodyAtlas Read(Stream from)
    {
        (string version, byte[] bytes) = AtlasFormat.Unpack(from);
        return new BodyAtlas(version, AtlasFormat.Decode(bytes));
    }

    /// <summary>Writes the atlas (about half a megabyte a build).</summary>
    public void Write(Stream to) =>
        AtlasFormat.Pack(Version, AtlasFormat.Encode(content), to);

    private static string VersionOf(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, AtlasFormat.VersionBytes));
}
