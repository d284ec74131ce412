namespace Nodus.Anatomy;

/// <summary>A file of the atlas says something that cannot be understood.</summary>
public sealed class AtlasFormatException : FormatException
{
    /// <summary>A complaint that reads <c>path(line): problem</c>.</summary>
    /// <param name="path">The file.</param>
    /// <param name="line">Line, from 1.</param>
    /// <param name="problem">What is wrong, in the words of the file.</param>
    /// <param name="inner">The reader's own complaint, if any.</param>
    public AtlasFormatException(string path, int line, string problem, Exception? inner = null)
        : base($"{path}({line}): {problem}", inner)
    {
        Path = path;
        Line = line;
    }

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>Line, from 1.</summary>
    public int Line { get; }
}
