using Nodus.Anatomy.Surface;

namespace Nodus.Anatomy.Meshing;

/// <summary>How long an edge of the mesh should be where: fine at head, hands and feet.</summary>
internal sealed class EdgeLengths(ImplicitBody body)
{
    private const double FineCm = 0.42, CoarseCm = 1.03, FadeCm = 10;

    private readonly LocalFrame hand = body.Frame("hand");
    private readonly LocalFrame ear = body.Frame("ear");

    public double At(Vector3d p)
    {
        double fromHead = Math.Max(0, 152 - p.Y);
        double fromHand = p.X < 25 ? double.MaxValue : Math.Max(0, -1 - hand.ToLocal(p).Y);
        double fromFoot = Math.Max(0, p.Y - 8);
        double t = Math.Clamp(Math.Min(fromHead, Math.Min(fromHand, fromFoot)) / FadeCm, 0, 1);
        double length = FineCm + (CoarseCm - FineCm) * t;
        if (p.Y <= 152) return length;

        // The scalp is smooth; the ear is thin.
        double fromEar = (p - ear.Origin).Length;
        if (fromEar < 4) return length * 0.55;
        return p.Y > 167 && p.Z < 6 ? length * 1.5 : length;
    }
}
