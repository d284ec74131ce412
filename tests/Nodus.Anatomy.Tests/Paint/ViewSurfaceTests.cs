using Nodus.Anatomy.Paint;
using Nodus.Anatomy.Rendering;

namespace Nodus.Anatomy.Tests.Paint;

public sealed class ViewSurfaceTests
{
    [Fact]
    public void Measure_ByManyThreadsAtOnce_IsWhatOneThreadMeasures()
    {
        const int Rounds = 8, Threads = 8;
        ViewBuffer view = CompiledBody.View("front");
        ViewSurface alone = ViewSurface.Of(view);
        alone.Measure(alone.Bounds);
        for (int round = 0; round < Rounds; round++)
        {
            ViewSurface shared = ViewSurface.Of(view);
            bool[] same = new bool[Threads];
            using var start = new Barrier(Threads);
            Thread[] visitors =
            [
                .. Enumerable.Range(0, Threads).Select(i => new Thread(() =>
                {
                    start.SignalAndWait();
                    shared.Measure(shared.Bounds);
                    // Straight away, while the others may still be measuring: what was asked for must be there.
                    same[i] = shared.Depth.AsSpan().SequenceEqual(alone.Depth) && shared.NormalZ.AsSpan().SequenceEqual(alone.NormalZ);
                })),
            ];
            foreach (Thread visitor in visitors) visitor.Start();
            foreach (Thread visitor in visitors) visitor.Join();

            Assert.DoesNotContain(false, same);
        }
    }
}
