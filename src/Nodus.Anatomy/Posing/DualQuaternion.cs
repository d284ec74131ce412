using System.Numerics;

namespace Nodus.Anatomy.Posing;

/// <summary>A rotation with a displacement, in the form whose blend is again one: joints keep their flesh when bent.</summary>
/// <remarks>L. Kavan, S. Collins, J. Žára, C. O'Sullivan, "Skinning with Dual Quaternions", I3D 2007.</remarks>
internal readonly record struct DualQuaternion(Quaternion Real, Quaternion Dual)
{
    /// <summary>Turns, then displaces.</summary>
    public static DualQuaternion From(Quaternion turn, Vector3 move) =>
        new(turn, new Quaternion(move, 0) * turn * 0.5f);

    /// <summary>A blend; the weights need not add up to 1.</summary>
    public static DualQuaternion Blend(ReadOnlySpan<DualQuaternion> all, ReadOnlySpan<byte> which, ReadOnlySpan<float> weights)
    {
        Quaternion first = all[which[0]].Real, real = default, dual = default;
        for (int i = 0; i < which.Length; i++)
        {
            DualQuaternion q = all[which[i]];
            // Two quaternions stand for each turn; those on the near side of the first one blend the short way.
            float w = Quaternion.Dot(q.Real, first) < 0 ? -weights[i] : weights[i];
            real += q.Real * w;
            dual += q.Dual * w;
        }

        float inverse = 1 / real.Length();
        return new DualQuaternion(real * inverse, dual * inverse);
    }

    /// <summary>Carries a point.</summary>
    public Vector3 Carry(Vector3 p) => Turn(p) + Move();

    /// <summary>Turns a direction.</summary>
    public Vector3 Turn(Vector3 v)
    {
        Vector3 r = new(Real.X, Real.Y, Real.Z), t = 2 * Vector3.Cross(r, v);
        return v + Real.W * t + Vector3.Cross(r, t);
    }

    private Vector3 Move()
    {
        Vector3 r = new(Real.X, Real.Y, Real.Z), d = new(Dual.X, Dual.Y, Dual.Z);
        return 2 * (Real.W * d - Dual.W * r + Vector3.Cross(r, d));
    }
}
