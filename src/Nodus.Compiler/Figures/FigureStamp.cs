namespace Nodus.Compiler.Figures;

/// <summary>What the figures were compiled from the last time.</summary>
/// <param name="Everything">Hash of all inputs.</param>
/// <param name="Files">Each figure file with the hash of it and of the body.</param>
internal sealed record FigureStamp(string Everything, IReadOnlyDictionary<string, string> Files)
{
    /// <summary>Reads a stamp; an empty one where there is none.</summary>
    public static FigureStamp Read(string path)
    {
        string[] lines = File.Exists(path) ? File.ReadAllLines(path) : [];
        var files = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (string line in lines.Skip(1))
        {
            string[] words = line.Split('\t');
            if (words.Length == 2) files[words[0]] = words[1];
        }

        return new FigureStamp(lines.Length > 0 ? lines[0] : "", files);
    }

    /// <summary>Whether the pictures of a file are still right.</summary>
    public bool Holds(string file, string hash) => Files.TryGetValue(file, out string? old) && string.Equals(old, hash, StringComparison.Ordinal);

    /// <summary>Writes it.</summary>
    public void Write(string path) =>
        File.WriteAllLines(path, [Everything, .. Files.OrderBy(f => f.Key, StringComparer.Ordinal).Select(f => $"{f.Key}\t{f.Value}")]);
}
