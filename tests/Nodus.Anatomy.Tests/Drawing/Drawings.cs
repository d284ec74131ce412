using System.Collections.Immutable;
using CsCheck;
using Nodus.Anatomy.Drawing;

namespace Nodus.Anatomy.Tests.Drawing;

/// <summary>Random drawings for laws.</summary>
internal static class Drawings
{
    public static readonly BodyAtlas Atlas = CompiledBody.Atlas;

    public static readonly Gen<SurfacePlace> Place =
        from cell in Gen.Int[0, Atlas.Mesh.CellCount - 1]
        from u in Gen.Float[0, 1]
        from v in Gen.Float[0, 1]
        select u + v <= 1 ? new SurfacePlace(cell, u, v) : new SurfacePlace(cell, 1 - u, 1 - v);

    public static readonly Gen<SurfaceSample> Sample =
        from place in Place
        from radius in Gen.Float[0.3f, 4]
        select new SurfaceSample(place, radius);

    public static readonly Gen<PainStroke> Pen =
        from intensity in Gen.Int[0, 100]
        from quality in Gen.Int[-1, 8]
        from samples in Sample.Array[0, 6]
        select PainStroke.Pen(intensity / 10.0, quality < 0 ? null : (PainQuality)quality, [.. samples]);

    public static readonly Gen<PainStroke> Stroke = Gen.Frequency(
        (4, Pen), (1, Sample.Array[0, 6].Select(s => PainStroke.Eraser([.. s]))));

    public static readonly Gen<PainDrawing> Any =
        from strokes in Stroke.Array[0, 4]
        from mark in Gen.Bool
        select Of(strokes) is var d && mark ? d.With(new InsetMark("teeth_upper_molar", Side.Left, 4, PainQuality.Throbbing)) : d;

    public static PainDrawing Of(params PainStroke[] strokes) =>
        PainDrawing.Empty(Atlas.Version).WithStrokes([.. strokes]);

    public static ImmutableArray<SurfaceSample> Spot(string landmark, Side side, float radiusCm) =>
        [new SurfaceSample(CompiledBody.At(landmark, side), radiusCm)];
}
