using System.CommandLine;

namespace Nodus.Cli.Verbs;

/// <summary>The argument and option by which verbs take one case.</summary>
internal sealed class CaseInput
{
    /// <summary>A file, or standard input.</summary>
    public Argument<string?> File { get; } = new("file")
    {
        Description = "A case as JSON; - or nothing reads standard input",
        Arity = ArgumentArity.ZeroOrOne,
    };

    /// <summary>Zones instead of a file.</summary>
    public Option<string[]> Pain { get; } = new("--pain", "-p")
    {
        Description = "Instead of a file: zone:side:intensity, for example shoulder_front:right:6; may be given several times",
        AllowMultipleArgumentsPerToken = true,
    };

    /// <summary>The case as JSON.</summary>
    /// <exception cref="BadInputException">Both were given, or neither.</exception>
    public byte[] Read(ParseResult parse)
    {
        string? file = parse.GetValue(File);
        if (parse.GetValue(Pain) is { Length: > 0 } words)
        {
            return file is null
                ? PainWords.ToCase(words)
                : throw new BadInputException("--pain: give either a file or --pain, not both.");
        }

        if (file is not (null or "-")) return System.IO.File.ReadAllBytes(file);
        if (!Console.IsInputRedirected && file is null)
            throw new BadInputException("file: name a case file, - for standard input, or give --pain zone:side:intensity.");
        using Stream from = Console.OpenStandardInput();
        using var all = new MemoryStream();
        from.CopyTo(all);
        return all.ToArray();
    }
}
