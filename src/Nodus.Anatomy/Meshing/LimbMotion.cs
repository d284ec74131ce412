using Nodus.Anatomy.Surface;

namespace Nodus.Anatomy.Meshing;

/// <summary>Where the skin of a limb goes when its joints move: the first guess of a morph.</summary>
internal static class LimbMotion
{
    // Distances along upper arm, forearm and hand over which one segment's motion turns into the next one's.
    private const double FadeCm = 5;

    // Skin turned away from the arm's axis by more than this (cosine) is the arm's own, skin turned towards it by more is not.
    private const double OwnBeyond = 0.7;

    /// <summary>Carries a point of the left half with the segment it lies on.</summary>
    /// <param name="from">The body before.</param>
    /// <param name="to">The body after.</param>
    /// <param name="p">A point of the skin.</param>
    /// <param name="normal">Unit outward normal there.</param>
    public static Vector3d Carry(ImplicitBody from, ImplicitBody to, Vector3d p, Vector3d normal)
    {
        LocalFrame upper = from.Frame("uarm"), fore = from.Frame("farm"), hand = from.Frame("hand");
        Vector3d inUpper = upper.ToLocal(p), inFore = fore.ToLocal(p), inHand = hand.ToLocal(p);
        // Outside the arm's own cylinder (trunk, thigh) nothing moves along.
        double arm = Fade(inUpper.Y + 2) * Inside(inUpper, 7.5);
        double forearm = Fade(inFore.Y) * Inside(inFore, 8), palm = Fade(inHand.Y) * Inside(inHand, 11);
        // The side of the chest lies within that cylinder too where the arm hangs close, but it looks at the arm.
        arm *= Own(upper, inUpper, p, normal);
        arm = Math.Max(arm, Math.Max(forearm, palm));
        if (arm <= 0) return p;
        Vector3d carried = to.Frame("uarm").ToBody(inUpper);
        carried += (to.Frame("farm").ToBody(inFore) - carried) * Math.Max(forearm, palm);
        carried += (to.Frame("hand").ToBody(inHand) - carried) * palm;
        return p + (carried - p) * arm;
    }

    private static double Own(LocalFrame segment, Vector3d local, Vector3d p, Vector3d normal)
    {
        Vector3d outward = (p - segment.ToBody(new Vector3d(0, local.Y, 0))).Normalized();
        double t = Math.Clamp((Vector3d.Dot(outward, normal) + OwnBeyond) / (2 * OwnBeyond), 0, 1);
        return t * t * (3 - 2 * t);
    }

    private static double Fade(double along)
    {
        double t = Math.Clamp(along / FadeCm, 0, 1);
        return t * t * (3 - 2 * t);
    }

    private static double Inside(Vector3d local, double radius)
    {
        double t = Math.Clamp((radius + 2 - Math.Sqrt(local.X * local.X + local.Z * local.Z)) / 2, 0, 1);
        return local.Y < 45 ? t : 0;
    }
}
