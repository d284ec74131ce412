using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Nodus.Inference.Frontier;

/// <summary>
/// The inner loops of the frontier programme. A table has one entry per subset of open findings; bit s of the index says
/// whether the finding in slot s is activated, so a finding's two halves lie <c>stride = 1 &lt;&lt; s</c> apart.
/// </summary>
/// <remarks>
/// Written for 128-bit vectors, the width WebAssembly has, and with sums in four fixed lanes, so that the browser, the
/// server and <see cref="ScalarKernels"/> give the same bits. No fused multiply-add for the same reason.
/// </remarks>
internal static class FrontierKernels
{
    /// <summary>target[i] = factor * source[i].</summary>
    public static void Scale(ReadOnlySpan<double> source, double factor, Span<double> target)
    {
        target = target[..source.Length];
        int i = 0;
        if (Vector128.IsHardwareAccelerated)
        {
            ref double from = ref MemoryMarshal.GetReference(source);
            ref double to = ref MemoryMarshal.GetReference(target);
            var f = Vector128.Create(factor);
            for (; i + 4 <= source.Length; i += 4)
            {
                (Vector128.LoadUnsafe(ref from, (nuint)i) * f).StoreUnsafe(ref to, (nuint)i);
                (Vector128.LoadUnsafe(ref from, (nuint)i + 2) * f).StoreUnsafe(ref to, (nuint)i + 2);
            }
        }

        for (; i < source.Length; i++)
            target[i] = factor * source[i];
    }

    /// <summary>target[i] += factor * source[i].</summary>
    public static void AddScaled(ReadOnlySpan<double> source, double factor, Span<double> target)
    {
        target = target[..source.Length];
        int i = 0;
        if (Vector128.IsHardwareAccelerated)
        {
            ref double from = ref MemoryMarshal.GetReference(source);
            ref double to = ref MemoryMarshal.GetReference(target);
            var f = Vector128.Create(factor);
            for (; i + 4 <= source.Length; i += 4)
            {
                nuint n = (nuint)i;
                (Vector128.LoadUnsafe(ref to, n) + (f * Vector128.LoadUnsafe(ref from, n))).StoreUnsafe(ref to, n);
                n += 2;
                (Vector128.LoadUnsafe(ref to, n) + (f * Vector128.LoadUnsafe(ref from, n))).StoreUnsafe(ref to, n);
            }
        }

        for (; i < source.Length; i++)
            target[i] += factor * source[i];
    }

    /// <summary>An active cause reaches an open finding: T[with] += q T[without]; T[without] *= 1 - q.</summary>
    public static void Activate(Span<double> table, int stride, double q)
    {
        double keep = 1 - q;
        if (!Vector128.IsHardwareAccelerated || table.Length < 2)
        {
            ScalarKernels.Activate(table, stride, q);
            return;
        }

        ref double t = ref MemoryMarshal.GetReference(table);
        if (stride == 1)
        {
            // A vector holds one [without, with] pair: [without, with] * [1 - q, 1] + [0, q * without].
            var own = Vector128.Create(keep, 1);
            var moved = Vector128.Create(0, q);
            for (int i = 0; i + 2 <= table.Length; i += 2)
            {
                var pair = Vector128.LoadUnsafe(ref t, (nuint)i);
                ((pair * own) + (Vector128.Shuffle(pair, Vector128.Create(0L, 0L)) * moved)).StoreUnsafe(ref t, (nuint)i);
            }

            return;
        }

        var vq = Vector128.Create(q);
        var vkeep = Vector128.Create(keep);
        for (int block = 0; block + (2 * stride) <= table.Length; block += 2 * stride)
        {
            for (int i = block; i < block + stride; i += 2)
            {
                var without = Vector128.LoadUnsafe(ref t, (nuint)i);
                var with = Vector128.LoadUnsafe(ref t, (nuint)(i + stride));
                (with + (vq * without)).StoreUnsafe(ref t, (nuint)(i + stride));
                (without * vkeep).StoreUnsafe(ref t, (nuint)i);
            }
        }
    }

    /// <summary>As <see cref="Activate"/> for a finding opened by this very edge: the upper half is written, not added to.
    /// The table's first <paramref name="half"/> entries are in use; twice as many afterwards.</summary>
    public static void Open(Span<double> table, int half, double q)
    {
        Scale(table[..half], q, table.Slice(half, half));
        Scale(table[..half], 1 - q, table[..half]);
    }

    /// <summary>The transpose of <see cref="Activate"/>: U[without] = (1 - q) U[without] + q U[with].</summary>
    public static void Recall(Span<double> table, int stride, double q)
    {
        double keep = 1 - q;
        if (!Vector128.IsHardwareAccelerated || table.Length < 2)
        {
            ScalarKernels.Recall(table, stride, q);
            return;
        }

        ref double t = ref MemoryMarshal.GetReference(table);
        if (stride == 1)
        {
            var own = Vector128.Create(keep, 1);
            var moved = Vector128.Create(q, 0);
            for (int i = 0; i + 2 <= table.Length; i += 2)
            {
                var pair = Vector128.LoadUnsafe(ref t, (nuint)i);
                ((pair * own) + (Vector128.Shuffle(pair, Vector128.Create(1L, 1L)) * moved)).StoreUnsafe(ref t, (nuint)i);
            }

            return;
        }

        var vq = Vector128.Create(q);
        var vkeep = Vector128.Create(keep);
        for (int block = 0; block + (2 * stride) <= table.Length; block += 2 * stride)
        {
            for (int i = block; i < block + stride; i += 2)
            {
                var without = Vector128.LoadUnsafe(ref t, (nuint)i);
                var with = Vector128.LoadUnsafe(ref t, (nuint)(i + stride));
                ((without * vkeep) + (vq * with)).StoreUnsafe(ref t, (nuint)i);
            }
        }
    }

    /// <summary>Transpose of <see cref="Open"/>, out of place: target[i] = (1 - q) source[i] + q source[half + i].</summary>
    public static void RecallOpened(ReadOnlySpan<double> source, int half, double q, Span<double> target)
    {
        var without = source[..half];
        var with = source.Slice(half, half);
        target = target[..half];
        double keep = 1 - q;
        int i = 0;
        if (Vector128.IsHardwareAccelerated)
        {
            ref double a = ref MemoryMarshal.GetReference(without);
            ref double b = ref MemoryMarshal.GetReference(with);
            ref double to = ref MemoryMarshal.GetReference(target);
            var vq = Vector128.Create(q);
            var vkeep = Vector128.Create(keep);
            for (; i + 2 <= half; i += 2)
            {
                nuint n = (nuint)i;
                ((Vector128.LoadUnsafe(ref a, n) * vkeep) + (vq * Vector128.LoadUnsafe(ref b, n))).StoreUnsafe(ref to, n);
            }
        }

        for (; i < half; i++)
            target[i] = (without[i] * keep) + (q * with[i]);
    }

    /// <summary>
    /// A finding is finished: target = explained * source[with] + unexplained * source[without], the slot's bit squeezed
    /// out of the index. Returns the sum of the target.
    /// </summary>
    public static double Close(
        ReadOnlySpan<double> source, int stride, double explained, double unexplained, Span<double> target)
    {
        int half = source.Length / 2;
        target = target[..half];
        if (stride >= 2 && Vector128.IsHardwareAccelerated)
        {
            ref double from = ref MemoryMarshal.GetReference(source);
            ref double to = ref MemoryMarshal.GetReference(target);
            var ve = Vector128.Create(explained);
            var vu = Vector128.Create(unexplained);
            int next = 0;
            for (int block = 0; block < source.Length; block += 2 * stride)
            {
                for (int i = block; i < block + stride; i += 2, next += 2)
                {
                    ((vu * Vector128.LoadUnsafe(ref from, (nuint)i)) +
                     (ve * Vector128.LoadUnsafe(ref from, (nuint)(i + stride)))).StoreUnsafe(ref to, (nuint)next);
                }
            }
        }
        else
        {
            ScalarKernels.Close(source, stride, explained, unexplained, target);
        }

        return Sum(target);
    }

    /// <summary>Transpose of <see cref="Close"/>: the adjoint before a finding was closed.</summary>
    public static void Reopen(
        ReadOnlySpan<double> source, int stride, double explained, double unexplained, Span<double> target)
    {
        target = target[..(2 * source.Length)];
        if (stride < 2 || !Vector128.IsHardwareAccelerated)
        {
            ScalarKernels.Reopen(source, stride, explained, unexplained, target);
            return;
        }

        ref double from = ref MemoryMarshal.GetReference(source);
        ref double to = ref MemoryMarshal.GetReference(target);
        var ve = Vector128.Create(explained);
        var vu = Vector128.Create(unexplained);
        int next = 0;
        for (int block = 0; block < target.Length; block += 2 * stride)
        {
            for (int i = block; i < block + stride; i += 2, next += 2)
            {
                var value = Vector128.LoadUnsafe(ref from, (nuint)next);
                (vu * value).StoreUnsafe(ref to, (nuint)i);
                (ve * value).StoreUnsafe(ref to, (nuint)(i + stride));
            }
        }
    }

    /// <summary>Inner products of an adjoint after a closing with the two halves of the table before it.</summary>
    public static (double With, double Without) SplitDot(
        ReadOnlySpan<double> table, int stride, ReadOnlySpan<double> adjointAfter)
    {
        double with = 0, without = 0;
        int next = 0;
        for (int block = 0; block < table.Length; block += 2 * stride, next += stride)
        {
            var adjoint = adjointAfter.Slice(next, stride);
            without += Dot(table.Slice(block, stride), adjoint);
            with += Dot(table.Slice(block + stride, stride), adjoint);
        }

        return (with, without);
    }

    /// <summary>Sum in four lanes.</summary>
    public static double Sum(ReadOnlySpan<double> values)
    {
        if (!Vector128.IsHardwareAccelerated || values.Length < 4)
            return ScalarKernels.Sum(values);
        ref double v = ref MemoryMarshal.GetReference(values);
        var low = Vector128<double>.Zero;
        var high = Vector128<double>.Zero;
        int i = 0;
        for (; i + 4 <= values.Length; i += 4)
        {
            low += Vector128.LoadUnsafe(ref v, (nuint)i);
            high += Vector128.LoadUnsafe(ref v, (nuint)i + 2);
        }

        double sum = (low.GetElement(0) + low.GetElement(1)) + (high.GetElement(0) + high.GetElement(1));
        for (; i < values.Length; i++)
            sum += values[i];
        return sum;
    }

    /// <summary>Inner product in four lanes.</summary>
    public static double Dot(ReadOnlySpan<double> left, ReadOnlySpan<double> right)
    {
        right = right[..left.Length];
        if (!Vector128.IsHardwareAccelerated || left.Length < 4)
            return ScalarKernels.Dot(left, right);
        ref double a = ref MemoryMarshal.GetReference(left);
        ref double b = ref MemoryMarshal.GetReference(right);
        var low = Vector128<double>.Zero;
        var high = Vector128<double>.Zero;
        int i = 0;
        for (; i + 4 <= left.Length; i += 4)
        {
            nuint n = (nuint)i;
            low += Vector128.LoadUnsafe(ref a, n) * Vector128.LoadUnsafe(ref b, n);
            n += 2;
            high += Vector128.LoadUnsafe(ref a, n) * Vector128.LoadUnsafe(ref b, n);
        }

        double sum = (low.GetElement(0) + low.GetElement(1)) + (high.GetElement(0) + high.GetElement(1));
        for (; i < left.Length; i++)
            sum += left[i] * right[i];
        return sum;
    }
}
