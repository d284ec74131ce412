using Nodus.Inference;
using Nodus.Inference.Frontier;

namespace Nodus.Benchmarks;

/// <summary>The parts of a full update, each timed alone on the case that the engine was given; microseconds.</summary>
internal sealed class EnginePhases
{
    /// <summary>Parts shorter than a reading of the clock are run so many times in one reading.</summary>
    private const int Runs = 10;

    private readonly PosteriorEngine _engine;
    private readonly AbsorbedEvidence _absorbed;
    private readonly ComponentFinder _finder;
    private readonly ClosingOrder _order = new();
    private readonly FrontierProgram _program = new();
    private readonly List<FrontierComponent> _components = [];
    private readonly double[] _marginals;
    private int _count;

    public EnginePhases(NoisyOrNetwork network)
    {
        _engine = new PosteriorEngine(network);
        _absorbed = new AbsorbedEvidence(network);
        _finder = new ComponentFinder(network);
        _marginals = new double[network.CauseCount];
    }

    /// <summary>Times the parts of a case that has an exact answer.</summary>
    public Parts Measure(ProblemCase problem, int repeats)
    {
        var nothing = new Evidence(_engine.Network);
        Evidence evidence = ProblemFiles.Evidence(_engine.Network, problem);
        double whole = 1e3 * WarmRun.Fastest(repeats, () => _engine.Update(nothing), () => _engine.Update(evidence)).Ms;
        double absorb = 1e3 * WarmRun.Fastest(
            repeats, () => _absorbed.Update(nothing.Observations), () => _absorbed.Update(evidence.Observations)).Ms;
        double group = Microseconds(repeats, Group);
        PosteriorLimits limits = PosteriorLimits.Default;
        foreach (FrontierComponent one in Active) one.Solve(limits, _marginals);
        PassWork forward = default, backward = default;
        foreach (FrontierComponent one in Active)
        {
            forward += PassWork.Forward(one.Program);
            backward += PassWork.Backward(one.Program);
        }

        return new Parts(
            whole, absorb, group,
            Microseconds(repeats, () => Each(one => _order.Choose(one.Model, limits.MaxStateUpdates))),
            Microseconds(repeats, () => Each(Spell)),
            Microseconds(repeats, () => Each(one => one.Forward(one.Model))),
            Microseconds(repeats, () => Each(one => one.Backward(one.Model, _marginals))),
            _engine.StateUpdates, forward, backward);
    }

    private IEnumerable<FrontierComponent> Active => _components.Take(_count);

    private void Group()
    {
        _count = _finder.Find(_absorbed);
        while (_components.Count < _count) _components.Add(new FrontierComponent());
        for (int k = 0; k < _count; k++) _finder.Describe(k, _absorbed, _components[k].Model);
    }

    /// <summary>Spells out the steps in the order that the component's own programme has.</summary>
    private void Spell(FrontierComponent one)
    {
        Span<int> causes = stackalloc int[one.Model.CauseCount];
        int count = 0;
        foreach (FrontierProgram.Step step in one.Program.Steps)
        {
            if (step.Cause >= 0) causes[count++] = step.Cause;
        }

        _program.Compile(one.Model, causes);
    }

    private void Each(Action<FrontierComponent> part)
    {
        for (int k = 0; k < _count; k++) part(_components[k]);
    }

    private static double Microseconds(int repeats, Action part) => 1e3 / Runs * WarmRun.Fastest(repeats, () =>
    {
        for (int i = 0; i < Runs; i++) part();
    });

    /// <summary>Microseconds of each part, and what the two passes had to do.</summary>
    /// <param name="Whole">The update as users have it.</param>
    /// <param name="Absorb">All regions taken into the weights of their causes.</param>
    /// <param name="Group">Components found and described.</param>
    /// <param name="Order">Their closing orders searched.</param>
    /// <param name="Spell">The orders spelled out as steps over tables.</param>
    /// <param name="Forward">The pass over the tables.</param>
    /// <param name="Backward">The pass back, with the marginals.</param>
    /// <param name="StateUpdates">Of the forward pass, as the engine counts them.</param>
    /// <param name="ForwardWork">Counted from the steps.</param>
    /// <param name="BackwardWork">Counted from the steps.</param>
    public sealed record Parts(
        double Whole, double Absorb, double Group, double Order, double Spell, double Forward, double Backward,
        long StateUpdates, PassWork ForwardWork, PassWork BackwardWork)
    {
        /// <summary>Folded causes, copies, the comparison with the case before.</summary>
        public double Rest => Whole - Absorb - Group - Order - Spell - Forward - Backward;
    }
}
