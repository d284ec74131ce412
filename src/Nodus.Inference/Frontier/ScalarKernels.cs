namespace Nodus.Inference.Frontier;

/// <summary>
/// The plain form of <see cref="FrontierKernels"/>: the truth that the vector form is tested against, bit for bit, and what
/// runs where there are no vectors.
/// </summary>
internal static class ScalarKernels
{
    public static void Scale(ReadOnlySpan<double> source, double factor, Span<double> target)
    {
        for (int i = 0; i < source.Length; i++)
            target[i] = factor * source[i];
    }

    public static void AddScaled(ReadOnlySpan<double> source, double factor, Span<double> target)
    {
        for (int i = 0; i < source.Length; i++)
            target[i] += factor * source[i];
    }

    public static void Activate(Span<double> table, int stride, double q)
    {
        double keep = 1 - q;
        for (int i = 0; i < table.Length; i++)
        {
            if ((i & stride) != 0)
                continue;
            table[i + stride] += q * table[i];
            table[i] *= keep;
        }
    }

    public static void Open(Span<double> table, int half, double q)
    {
        double keep = 1 - q;
        for (int i = 0; i < half; i++)
        {
            table[half + i] = q * table[i];
            table[i] *= keep;
        }
    }

    public static void Recall(Span<double> table, int stride, double q)
    {
        double keep = 1 - q;
        for (int i = 0; i < table.Length; i++)
        {
            if ((i & stride) == 0)
                table[i] = (keep * table[i]) + (q * table[i + stride]);
        }
    }

    public static void RecallOpened(ReadOnlySpan<double> source, int half, double q, Span<double> target)
    {
        double keep = 1 - q;
        for (int i = 0; i < half; i++)
            target[i] = (keep * source[i]) + (q * source[half + i]);
    }

    public static double Close(
        ReadOnlySpan<double> source, int stride, double explained, double unexplained, Span<double> target)
    {
        int next = 0;
        for (int i = 0; i < source.Length; i++)
        {
            if ((i & stride) == 0)
                target[next++] = (unexplained * source[i]) + (explained * source[i + stride]);
        }

        return Sum(target[..next]);
    }

    public static void Reopen(
        ReadOnlySpan<double> source, int stride, double explained, double unexplained, Span<double> target)
    {
        int next = 0;
        for (int i = 0; i < 2 * source.Length; i++)
        {
            if ((i & stride) != 0)
                continue;
            target[i] = unexplained * source[next];
            target[i + stride] = explained * source[next++];
        }
    }

    public static double Sum(ReadOnlySpan<double> values)
    {
        double a = 0, b = 0, c = 0, d = 0;
        int i = 0;
        for (; i + 4 <= values.Length; i += 4)
        {
            a += values[i];
            b += values[i + 1];
            c += values[i + 2];
            d += values[i + 3];
        }

        double sum = (a + b) + (c + d);
        for (; i < values.Length; i++)
            sum += values[i];
        return sum;
    }

    public static double Dot(ReadOnlySpan<double> left, ReadOnlySpan<double> right)
    {
        double a = 0, b = 0, c = 0, d = 0;
        int i = 0;
        for (; i + 4 <= left.Length; i += 4)
        {
            a += left[i] * right[i];
            b += left[i + 1] * right[i + 1];
            c += left[i + 2] * right[i + 2];
            d += left[i + 3] * right[i + 3];
        }

        double sum = (a + b) + (c + d);
        for (; i < left.Length; i++)
            sum += left[i] * right[i];
        return sum;
    }
}
