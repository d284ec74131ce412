using Nodus.Inference.Frontier;

namespace Nodus.Benchmarks;

/// <summary>
/// What one pass over a frontier programme must do, counted from its steps as <see cref="FrontierKernels"/> does them: table entries
/// loaded and stored, 8 bytes each, and multiplications and additions of doubles.
/// </summary>
/// <param name="Loads">Entries loaded.</param>
/// <param name="Stores">Entries stored.</param>
/// <param name="Multiplications">Products of two doubles.</param>
/// <param name="Additions">Sums of two doubles.</param>
internal readonly record struct PassWork(double Loads, double Stores, double Multiplications, double Additions)
{
    /// <summary>Moved between the core and its caches.</summary>
    public double Bytes => sizeof(double) * (Loads + Stores);

    /// <summary>Arithmetic operations.</summary>
    public double Operations => Multiplications + Additions;

    public static PassWork operator +(PassWork a, PassWork b) =>
        new(a.Loads + b.Loads, a.Stores + b.Stores, a.Multiplications + b.Multiplications, a.Additions + b.Additions);

    /// <summary>The pass from no evidence to all of it.</summary>
    public static PassWork Forward(FrontierProgram program) => Sum(program, ApplyOf, CloseOf);

    /// <summary>The pass back, with the adjoints and the marginals.</summary>
    public static PassWork Backward(FrontierProgram program) => Sum(program, RecallOf, ReopenOf);

    private static PassWork Sum(FrontierProgram program, Func<FrontierProgram.Step, PassWork> cause, Func<double, PassWork> closing)
    {
        PassWork sum = default;
        foreach (FrontierProgram.Step step in program.Steps) sum += step.Cause >= 0 ? cause(step) : closing(step.Size);
        return sum;
    }

    /// <summary>A cause: the table scaled, an activation a known edge, the doublings of edges that open, the inactive part added.</summary>
    private static PassWork ApplyOf(FrontierProgram.Step step)
    {
        double size = step.Size, known = step.Opening - step.First, opened = step.SizeAfter - step.Size;
        return new PassWork(size, size, size, 0)
            + new PassWork(known * size, known * size, known * size, known * size / 2)
            + new PassWork(2 * opened, 2 * opened, 2 * opened, 0)
            + new PassWork(2 * size, size, size, size);
    }

    /// <summary>A closing: halves joined, their sum, the normalisation.</summary>
    private static PassWork CloseOf(double size) =>
        new PassWork(size, size / 2, size, size / 2) + new PassWork(size / 2, 0, 0, size / 2) + new PassWork(size / 2, size / 2, size / 2, 0);

    /// <summary>The adjoint of a cause: opened edges folded back (or a copy), known edges recalled, two inner products, the sum.</summary>
    private static PassWork RecallOf(FrontierProgram.Step step)
    {
        double size = step.Size, known = step.Opening - step.First, opened = step.SizeAfter - step.Size;
        PassWork taken = opened > 0 ? new PassWork(2 * opened, opened, 2 * opened, opened) : new PassWork(size, size, 0, 0);
        return taken
            + new PassWork(known * size, known * size / 2, known * size, known * size / 2)
            + new PassWork(4 * size, 0, 2 * size, 2 * size)
            + new PassWork(size, size, size, 0)
            + new PassWork(2 * size, size, size, size);
    }

    /// <summary>The adjoint of a closing: two inner products, both halves written.</summary>
    private static PassWork ReopenOf(double size) => new PassWork(2 * size, 0, size, size) + new PassWork(size / 2, size, size, 0);
}
