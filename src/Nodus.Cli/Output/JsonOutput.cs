namespace Nodus.Cli.Output;

/// <summary>Machine output: one JSON object on standard output and nothing else.</summary>
internal static class JsonOutput
{
    /// <summary>Hands a compiled JSON file through as it is.</summary>
    public static void Copy(string folder, string file)
    {
        using FileStream from = File.OpenRead(Path.Combine(folder, file));
        Write(from.CopyTo);
    }

    /// <summary>Lets a writer fill standard output, then ends the line.</summary>
    public static void Write(Action<Stream> write)
    {
        using Stream to = Console.OpenStandardOutput();
        write(to);
        to.WriteByte((byte)'\n');
    }
}
