namespace Nodus.Compiler.Entries;

/// <summary>A knowledge file that has been read from disk.</summary>
/// <param name="Path">Relative to the data folder, with '/'.</param>
/// <param name="Text">Its content.</param>
internal sealed record KnowledgeText(string Path, string Text)
{
    /// <summary>The file's name without folder and ending.</summary>
    public string Stem => System.IO.Path.GetFileNameWithoutExtension(Path);
}
