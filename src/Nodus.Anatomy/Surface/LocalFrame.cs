namespace Nodus.Anatomy.Surface;

/// <summary>Axes that hang on two joints, so that moving a joint moves the limb drawn in them.</summary>
/// <param name="Origin">The joint at the start of the limb.</param>
/// <param name="X">Lateral (the thumb side in the arm).</param>
/// <param name="Y">Along the limb, away from the trunk.</param>
/// <param name="Z">Anterior in the arm, upward in the foot, outward in the ear.</param>
public sealed record LocalFrame(Vector3d Origin, Vector3d X, Vector3d Y, Vector3d Z)
{
    /// <summary>Builds right-angled axes from a limb and a direction that z should lean to.</summary>
    /// <param name="origin">Where the frame starts.</param>
    /// <param name="to">Where y points.</param>
    /// <param name="zReference">The direction z is nearest to.</param>
    /// <param name="xSign">-1 turns x round, which makes it lateral in the left arm.</param>
    public static LocalFrame Along(Vector3d origin, Vector3d to, Vector3d zReference, double xSign)
    {
        Vector3d y = (to - origin).Normalized();
        Vector3d z = (zReference - y * Vector3d.Dot(zReference, y)).Normalized();
        return new LocalFrame(origin, Vector3d.Cross(y, z) * xSign, y, z);
    }

    /// <summary>From body to limb coordinates.</summary>
    public Vector3d ToLocal(Vector3d p)
    {
        Vector3d d = p - Origin;
        return new Vector3d(Vector3d.Dot(d, X), Vector3d.Dot(d, Y), Vector3d.Dot(d, Z));
    }

    /// <summary>From limb to body coordinates.</summary>
    public Vector3d ToBody(Vector3d q) => Origin + DirectionToBody(q);

    /// <summary>Turns a direction of the limb into one of the body.</summary>
    public Vector3d DirectionToBody(Vector3d q) => X * q.X + Y * q.Y + Z * q.Z;
}
