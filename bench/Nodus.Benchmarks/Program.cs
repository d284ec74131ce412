using Nodus.Benchmarks;

return args switch
{
    ["posterior", .. var rest] => PosteriorVerb.Run(rest),
    ["calibration", .. var rest] => CalibrationVerb.Run(rest),
    ["wide", .. var rest] => WideVerb.Run(rest),
    ["widths", .. var rest] => WidthsVerb.Run(rest),
    ["gate", .. var rest] => GateVerb.Run(rest),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("""
        Nodus.Benchmarks posterior --networks F --cases F --out F [--task marginals|set|gain] [--repeats N] [--check]

          --networks   a JSON file, a JSON Lines file, or a folder of net*.json
          --cases      a JSON file, a JSON Lines file, or a folder of case*.json
          --out        one JSON line a case: {"case":"A000","marginals":[...],"ms":0.08,...}
          --task       marginals (the default); set: {"case":"A000","set":[3,17],"proven":true,"ms":0.2,...};
                       gain: {"case":"A000","topTest":417,"ms":0.3,...}
          --repeats    timed warm runs per case; the fastest counts (default 5)
          --check      with gain: evaluate the tests that look best exactly (slow)

        Nodus.Benchmarks calibration --networks F [--out F] [--simulations N] [--observed P] [--seed N]

          --networks     as above; those of fewer than 100 causes are left out
          --out          the report (default: the console)
          --simulations  per network (default 4000)
          --observed     each finding is observed with this probability (default 0.3)
          --seed         of everything that is drawn (default 1)

        Nodus.Benchmarks wide --networks F [--cases N] [--seed N]

          --networks   as above; findings 0 to 259 are the regions, as generate.cs makes them
          --cases      pictures of 60 to 90 painful regions per network (default 20)
          --seed       of the pictures (default 1)

        Nodus.Benchmarks widths [--out F] [--drawings N] [--repeats N] [--seed N]

          --out        the report; what stands above its "measured" line is kept (default: the console)
          --drawings   random drawings of each kind (default 1000)
          --repeats    timed warm runs per drawing; the fastest counts (default 3)
          --seed       of the random drawings (default 1)

        Nodus.Benchmarks gate [--out F]

          --out        the report (default: the console)
        """);
    return 2;
}
