using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Nodus.Benchmarks;

/// <summary>
/// What one core of this machine does at most, measured with the thread's clock: bytes moved between core and cache by
/// the simplest loop there is over tables, y += f x, and multiplications and additions on registers alone. The loops are
/// compiled at their best from the first call: on a busy machine the better code may come after the measurement.
/// </summary>
internal static class CoreLimits
{
    private const int Repeats = 15;

    /// <summary>What one measurement lasts at least.</summary>
    private const double MsLeast = 2;

    /// <summary>Doubles between the tables: a core takes places whole pages of 4 KiB apart for one, and waits.</summary>
    private const int HalfPage = 256;

    /// <summary>Gigabytes a second of y += f x over two tables, 24 bytes an entry.</summary>
    /// <param name="tableBytes">Of one of the two tables; a multiple of 256.</param>
    /// <param name="isWide">With 256-bit vectors (AVX2) instead of the engine's 128.</param>
    public static double GigabytesPerSecond(int tableBytes, bool isWide)
    {
        int length = tableBytes / sizeof(double);
        double[] tables = new double[(2 * length) + HalfPage];
        // The first call compiles.
        Move(tables, length, 1, isWide);
        int rounds = 1;
        double ms;
        // Rounds are doubled until the clock sees them well.
        while ((ms = WarmRun.Fastest(1, () => Move(tables, length, rounds, isWide))) < MsLeast) rounds *= 2;
        ms = Math.Min(ms, WarmRun.Fastest(Repeats, () => Move(tables, length, rounds, isWide)));
        return 3.0 * tableBytes * rounds / (ms * 1e6);
    }

    /// <summary>10^9 multiplications and additions a second, as many of the one as of the other, not fused.</summary>
    /// <param name="isWide">As above.</param>
    public static double GigaOperationsPerSecond(bool isWide)
    {
        const int rounds = 1 << 18;
        double ms = WarmRun.Fastest(Repeats, () => Sink = isWide ? CalculateWide(rounds) : Calculate(rounds));
        // Eight chains, each a product and a sum a round, in every lane.
        return 16.0 * (isWide ? 4 : 2) * rounds / (ms * 1e6);
    }

    /// <summary>Keeps results alive.</summary>
    private static double Sink { get; set; }

    private static void Move(double[] tables, int length, int rounds, bool isWide)
    {
        if (isWide) AddScaledWide(tables, length, rounds);
        else AddScaled(tables, length, rounds);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddScaled(double[] tables, int length, int rounds)
    {
        ref double from = ref MemoryMarshal.GetArrayDataReference(tables);
        ref double to = ref tables[length + HalfPage];
        var f = Vector128.Create(1e-9);
        for (int round = 0; round < rounds; round++)
        {
            for (nuint i = 0; i < (nuint)length; i += 8)
            {
                (Vector128.LoadUnsafe(ref to, i) + (f * Vector128.LoadUnsafe(ref from, i))).StoreUnsafe(ref to, i);
                (Vector128.LoadUnsafe(ref to, i + 2) + (f * Vector128.LoadUnsafe(ref from, i + 2))).StoreUnsafe(ref to, i + 2);
                (Vector128.LoadUnsafe(ref to, i + 4) + (f * Vector128.LoadUnsafe(ref from, i + 4))).StoreUnsafe(ref to, i + 4);
                (Vector128.LoadUnsafe(ref to, i + 6) + (f * Vector128.LoadUnsafe(ref from, i + 6))).StoreUnsafe(ref to, i + 6);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddScaledWide(double[] tables, int length, int rounds)
    {
        ref double from = ref MemoryMarshal.GetArrayDataReference(tables);
        ref double to = ref tables[length + HalfPage];
        var f = Vector256.Create(1e-9);
        for (int round = 0; round < rounds; round++)
        {
            for (nuint i = 0; i < (nuint)length; i += 16)
            {
                (Vector256.LoadUnsafe(ref to, i) + (f * Vector256.LoadUnsafe(ref from, i))).StoreUnsafe(ref to, i);
                (Vector256.LoadUnsafe(ref to, i + 4) + (f * Vector256.LoadUnsafe(ref from, i + 4))).StoreUnsafe(ref to, i + 4);
                (Vector256.LoadUnsafe(ref to, i + 8) + (f * Vector256.LoadUnsafe(ref from, i + 8))).StoreUnsafe(ref to, i + 8);
                (Vector256.LoadUnsafe(ref to, i + 12) + (f * Vector256.LoadUnsafe(ref from, i + 12))).StoreUnsafe(ref to, i + 12);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static double Calculate(int rounds)
    {
        Vector128<double> f = Vector128.Create(0.999), g = Vector128.Create(1e-3);
        Vector128<double> a = f, b = f, c = f, d = f, e = f, h = f, p = f, q = f;
        for (int i = 0; i < rounds; i++)
        {
            (a, b, c, d) = ((a * f) + g, (b * f) + g, (c * f) + g, (d * f) + g);
            (e, h, p, q) = ((e * f) + g, (h * f) + g, (p * f) + g, (q * f) + g);
        }

        return Vector128.Sum(a + b + c + d + e + h + p + q);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static double CalculateWide(int rounds)
    {
        Vector256<double> f = Vector256.Create(0.999), g = Vector256.Create(1e-3);
        Vector256<double> a = f, b = f, c = f, d = f, e = f, h = f, p = f, q = f;
        for (int i = 0; i < rounds; i++)
        {
            (a, b, c, d) = ((a * f) + g, (b * f) + g, (c * f) + g, (d * f) + g);
            (e, h, p, q) = ((e * f) + g, (h * f) + g, (p * f) + g, (q * f) + g);
        }

        return Vector256.Sum(a + b + c + d + e + h + p + q);
    }
}
