using Nodus.Benchmarks;
using Nodus.Benchmarks.Suites;

return args switch
{
    ["posterior", .. var rest] => PosteriorVerb.Run(rest),
    ["calibration", .. var rest] => CalibrationVerb.Run(rest),
    ["wide", .. var rest] => WideVerb.Run(rest),
    ["widths", .. var rest] => WidthsVerb.Run(rest),
    ["gate", .. var rest] => GateVerb.Run(rest),
    ["work", .. var rest] => WorkVerb.Run(rest),
    ["runtimes", .. var rest] => RuntimesVerb.Run(rest),
    ["suites", .. var rest] => SuitesVerb.Run(rest),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("""
        Nodus.Benchmarks posterior --out F [--task marginals|set|gain] [--networks F --cases F] [--repeats N] [--check]

          --networks   a JSON file, a JSON Lines file, or a folder of net*.json (default: the networks A to D)
          --cases      a JSON file, a JSON Lines file, or a folder of case*.json (default: the 200 cases of A to D)
          --out        one JSON line a case: {"case":"A000","marginals":[...],"ms":0.08,...}
          --task       marginals (the default); set: {"case":"A000","set":[3,17],"proven":true,"ms":0.2,...};
                       gain: {"case":"A000","topTest":417,"ms":0.3,...}
          --repeats    timed warm runs per case; the fastest counts (default 5)
          --check      with gain: evaluate the tests that look best exactly (slow)

        Nodus.Benchmarks calibration [--networks F] [--out F] [--simulations N] [--observed P] [--seed N]

          --networks     as above; those of fewer than 100 causes are left out
          --out          the report (default: the console)
          --simulations  per network (default 4000)
          --observed     each finding is observed with this probability (default 0.3)
          --seed         of everything that is drawn (default 1)

        Nodus.Benchmarks wide [--networks F] [--cases N] [--seed N]

          --networks   as above; findings 0 to 259 are the regions
          --cases      pictures of 60 to 90 painful regions per network (default 20)
          --seed       of the pictures (default 1)

        Nodus.Benchmarks widths [--out F] [--lines F] [--points] [--drawings N] [--repeats N] [--seed N]

          --out        the report; what stands above its "measured" line is kept (default: the console)
          --lines      one JSON line a drawing, with its marginals
          --points     drawings of points alone: no patches, areas and ranks of patterns
          --drawings   random drawings of each kind (default 1000)
          --repeats    timed warm runs per drawing; the fastest counts (default 3)
          --seed       of the random drawings (default 1)

        Nodus.Benchmarks work [--repeats N]

          --repeats    timed warm runs per case; the fastest counts (default 15)

        Nodus.Benchmarks runtimes --native F --browser F

          --native     lines that posterior or widths wrote
          --browser    what Nodus.Benchmarks.WebAssembly wrote of the same cases

        Nodus.Benchmarks suites [options of BenchmarkDotNet, such as --filter '*' or --list flat]

        Nodus.Benchmarks gate [--out F]

          --out        the report (default: the console)
        """);
    return 2;
}
