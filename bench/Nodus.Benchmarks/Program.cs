using Nodus.Benchmarks;

return args switch
{
    ["posterior", .. var rest] => PosteriorVerb.Run(rest),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("""
        Nodus.Benchmarks posterior --networks F --cases F --out F [--task marginals] [--repeats N]

          --networks   a JSON file, a JSON Lines file, or a folder of net*.json
          --cases      a JSON file, a JSON Lines file, or a folder of case*.json
          --out        one JSON line a case: {"case":"A000","marginals":[...],"ms":0.08,...}
          --task       marginals (the default)
          --repeats    timed warm runs per case; the fastest counts (default 5)
        """);
    return 2;
}
