using System.Numerics;
using Nodus.Anatomy.Paint;
using Nodus.Anatomy.Zones;

namespace Nodus.Anatomy.Tests.Zones;

public sealed class FastMarchingTests
{
    [Fact]
    public void Distance_OnASphere_IsTheArc()
    {
        BodyMesh sphere = Sphere.Of(10, 6);
        var marching = new FastMarching(new SurfaceGraph(sphere));
        int source = Array.IndexOf(sphere.Positions, sphere.Positions.Take(sphere.HalfVertexCount).MaxBy(p => p.X));
        var horizon = new float[sphere.HalfVertexCount];
        Array.Fill(horizon, 100f);

        marching.Run([(source, 0)], horizon);

        for (int v = 0; v < sphere.HalfVertexCount; v++)
        {
            float cos = Vector3.Dot(Vector3.Normalize(sphere.Positions[v]), Vector3.Normalize(sphere.Positions[source]));
            float arc = 10 * MathF.Acos(Math.Clamp(cos, -1, 1));
            // Beside the source the front is not yet straight; the error made there stays, it does not grow.
            Assert.InRange(marching.Distance[v], arc * 0.97f - 0.05f, arc * 1.03f + 0.2f);
        }
    }
}
