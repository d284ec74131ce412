namespace Nodus.Anatomy.Surface;

/// <summary>How a primitive changes what was built before it.</summary>
internal enum Operation
{
    /// <summary>Joins flesh with a smooth union.</summary>
    Add,

    /// <summary>Cuts with a smooth intersection (flat soles).</summary>
    Clip,

    /// <summary>Raises or hollows the surface by a height that fades to nothing.</summary>
    Bump,
}

/// <summary>One mass or sculpting stroke of the body, in its own local frame.</summary>
internal abstract class Primitive
{
    /// <summary>The name in the body description; unique only by habit.</summary>
    public required string Name { get; init; }

    /// <summary>The limb's frame; null for the body's own axes.</summary>
    public LocalFrame? Frame { get; init; }

    /// <summary>Width of the smooth transition in centimetres.</summary>
    public double BlendCm { get; init; }

    /// <summary>Whether the mirror image takes part too; needed where a primitive crosses the midline.</summary>
    public bool BothSides { get; init; }

    public abstract Operation Operation { get; }

    /// <summary>Centre of a sphere round everything the primitive reaches, local coordinates.</summary>
    protected Vector3d BoundCentre { get; set; }

    /// <summary>Radius of that sphere.</summary>
    protected double BoundRadius { get; set; } = double.PositiveInfinity;

    /// <summary>Whether the primitive is certainly farther than a limit from a point.</summary>
    public bool IsBeyond(Vector3d p, double limit)
    {
        double reach = limit + BoundRadius;
        if (reach <= 0) return true;
        Vector3d q = ToLocal(p) - BoundCentre;
        if (Vector3d.Dot(q, q) <= reach * reach) return false;
        if (!BothSides) return true;
        q = ToLocal(p.Mirrored) - BoundCentre;
        return Vector3d.Dot(q, q) > reach * reach;
    }

    /// <summary>Whether the primitive cannot change the field anywhere in a ball.</summary>
    /// <param name="centre">Centre of the ball.</param>
    /// <param name="radius">Its radius.</param>
    /// <param name="field">The value of the whole field at the centre.</param>
    /// <param name="groupBlend">The widest transition its group takes part in.</param>
    public abstract bool IsIdleWithin(Vector3d centre, double radius, double field, double groupBlend);

    protected Vector3d ToLocal(Vector3d p) => Frame is null ? p : Frame.ToLocal(p);
}

/// <summary>A primitive that is flesh (or a cutting plane): a signed distance.</summary>
internal abstract class Mass : Primitive
{
    public override Operation Operation => Operation.Add;

    /// <summary>Distance to the surface in local coordinates, negative inside.</summary>
    public abstract double LocalDistance(Vector3d q);

    public double Distance(Vector3d p)
    {
        double d = LocalDistance(ToLocal(p));
        return BothSides ? Blend.Union(d, LocalDistance(ToLocal(p.Mirrored)), BlendCm) : d;
    }

    public override bool IsIdleWithin(Vector3d centre, double radius, double field, double groupBlend)
    {
        double blend = Math.Max(BlendCm, groupBlend);
        double d = Distance(centre);
        // Both the primitive and the field may change by the radius; flattened shapes are only nearly distances,
        // hence the margin.
        return Operation == Operation.Clip
            ? d + radius + blend <= field - radius
            : d - radius >= field + radius + blend + Math.Min(2.5, radius);
    }
}

/// <summary>A primitive that sculpts: a height added to the surface, h (1 - q^2)^3 for q &lt; 1.</summary>
internal abstract class Bump : Primitive
{
    public override Operation Operation => Operation.Bump;

    /// <summary>Height at the centre in centimetres; negative hollows.</summary>
    public double HeightCm { get; init; }

    public abstract double LocalHeight(Vector3d q);

    /// <summary>A lower bound of the distance by which a point is outside the stroke's reach; negative inside.</summary>
    protected abstract double LocalClearance(Vector3d q);

    public double Height(Vector3d p)
    {
        double h = LocalHeight(ToLocal(p));
        return BothSides ? h + LocalHeight(ToLocal(p.Mirrored)) : h;
    }

    public override bool IsIdleWithin(Vector3d centre, double radius, double field, double groupBlend) =>
        LocalClearance(ToLocal(centre)) >= radius
        && (!BothSides || LocalClearance(ToLocal(centre.Mirrored)) >= radius);

    protected static double Profile(double height, double q)
    {
        if (q >= 1) return 0;
        double s = 1 - q * q;
        return height * s * s * s;
    }
}
