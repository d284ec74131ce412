using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace Nodus.Benchmarks.Suites;

/// <summary>Runs the BenchmarkDotNet suites of this folder; the arguments are those of its switcher.</summary>
internal static class SuitesVerb
{
    public static int Run(string[] args)
    {
        // A generated project would be built by this checkout's rules - locked packages, analysers, data compiled first - so the
        // benchmarks run in this process. Short by default; --job medium or longer says otherwise.
        IConfig config = DefaultConfig.Instance
            .AddDiagnoser(MemoryDiagnoser.Default)
            .AddJob((args.Contains("--job") ? Job.Default : Job.ShortRun).WithToolchain(InProcessEmitToolchain.Instance));
        return BenchmarkSwitcher.FromAssembly(typeof(SuitesVerb).Assembly).Run(args, config).Any() ? 0 : 1;
    }
}
