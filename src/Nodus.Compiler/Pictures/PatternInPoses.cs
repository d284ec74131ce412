using Nodus.Anatomy;
using Nodus.Anatomy.Paint;
using Nodus.Clinical.Knowledge;

namespace Nodus.Compiler.Pictures;

/// <summary>A pattern with its point as paint on one mesh.</summary>
/// <param name="Essential">Essential dabs.</param>
/// <param name="Spillover">Spillover dabs.</param>
/// <param name="Point">The trigger point, as a dab around it; null for a pattern without one.</param>
internal sealed record PosedPattern(PaintSample[] Essential, PaintSample[] Spillover, PaintSample? Point)
{
    /// <summary>All of it, the point last.</summary>
    public IReadOnlyList<PaintSample> Spots { get; } = Point is { } point ? [.. Essential, .. Spillover, point] : [.. Essential, .. Spillover];
}

/// <summary>A pattern on every mesh that views look at: standing, and with the arms lifted.</summary>
internal sealed class PatternInPoses(ReferralPlate plate, Side side)
{
    private const float AroundPointCm = 2;
    private readonly Dictionary<BodyMesh, PosedPattern> posed = [];

    /// <summary>The pattern on a mesh; spots have the same order on all of them.</summary>
    public PosedPattern On(BodyMesh mesh)
    {
        if (posed.TryGetValue(mesh, out PosedPattern? known)) return known;
        return posed[mesh] = new PosedPattern(
            plate.Paint.On(mesh, side, ReferralKind.Essential),
            plate.Paint.On(mesh, side, ReferralKind.Spillover),
            plate.Site is null ? null : Around(plate.Site.On(mesh, side), mesh));
    }

    /// <summary>Whether the last spot is the trigger point.</summary>
    public bool HasPoint => plate.Site is not null;

    private static PaintSample Around(SurfacePlace site, BodyMesh mesh) =>
        new(site.PositionOn(mesh), site.NormalOn(mesh), AroundPointCm, 1);
}
