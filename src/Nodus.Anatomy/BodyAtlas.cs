using System.Security.Cryptography;
using Nodus.Anatomy.Rendering;

namespace Nodus.Anatomy;

/// <summary>One physique of the atlas. All builds share cells and numbering; only positions differ.</summary>
/// <param name="Id">Stable id, e.g. <c>neutral</c>.</param>
/// <param name="Label">What a reader sees.</param>
/// <param name="Mesh">The skin.</param>
/// <param name="Views">The cameras; the same ids and sizes in every build, each aimed at this one.</param>
public sealed record BodyBuild(string Id, string Label, BodyMesh Mesh, IReadOnlyList<BodyView> Views)
{
    /// <summary>The camera with an id.</summary>
    /// <exception cref="KeyNotFoundException">There is no such view.</exception>
    public BodyView View(string id) =>
        Views.FirstOrDefault(v => string.Equals(v.Id, id, StringComparison.Ordinal))
        ?? throw new KeyNotFoundException($"The atlas has no view \"{id}\".");
}

/// <summary>The compiled body: builds, landmarks and cameras, with one version for all of it.</summary>
public sealed class BodyAtlas
{
    private BodyAtlas(string version, AtlasContent content)
    {
        Version = version;
        Builds = content.Builds;
        Landmarks = new LandmarkSet(content.Landmarks);
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

    /// <summary>Puts an atlas together and gives it its version.</summary>
    /// <param name="builds">One or more, the neutral one first, all of one numbering.</param>
    /// <param name="landmarks">Landmarks on the neutral build.</param>
    public static BodyAtlas Create(IReadOnlyList<BodyBuild> builds, IReadOnlyList<Landmark> landmarks)
    {
        byte[] content = AtlasFormat.Encode(new AtlasContent(builds, landmarks));
        // Positions are rounded in the file; decoding gives everyone the same numbers, the compiler included.
        return new BodyAtlas(VersionOf(content), AtlasFormat.Decode(content));
    }

    /// <summary>Reads an atlas.</summary>
    /// <exception cref="InvalidDataException">Not an atlas, one of another format, or a damaged one.</exception>
    public static BodyAtlas Read(Stream from)
    {
        byte[] content = AtlasFormat.Unpack(from);
        return new BodyAtlas(VersionOf(content), AtlasFormat.Decode(content));
    }

    /// <summary>Writes the atlas (about half a megabyte a build).</summary>
    public void Write(Stream to) =>
        AtlasFormat.Pack(AtlasFormat.Encode(new AtlasContent(Builds, Landmarks.All)), to);

    private static string VersionOf(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content).AsSpan(0, 8));
}
