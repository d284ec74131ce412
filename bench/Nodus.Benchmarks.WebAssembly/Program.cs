using Nodus.Benchmarks;

// Only what measures: reports are written by the native program.
return args switch
{
    ["posterior", .. var rest] => PosteriorVerb.Run(rest),
    ["widths", .. var rest] => WidthsVerb.Run(rest),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("node main.mjs posterior|widths ...: the options are those of Nodus.Benchmarks.");
    return 2;
}
