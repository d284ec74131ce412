namespace Nodus.Benchmarks;

/// <summary>The compiled atlas and knowledge that lie beside the program.</summary>
internal static class ShippedData
{
    /// <summary>Where a file is.</summary>
    public static string PathOf(string name) => Path.Combine(AppContext.BaseDirectory, "data", name);

    /// <summary>Reads a file.</summary>
    public static T Read<T>(string name, Func<Stream, T> read)
    {
        using FileStream file = File.OpenRead(PathOf(name));
        return read(file);
    }
}
