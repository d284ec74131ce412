using YamlDotNet.Core;

namespace Nodus.Compiler;

/// <summary>One fault in a knowledge file.</summary>
/// <param name="Path">The file, relative to the data folder.</param>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1.</param>
/// <param name="Message">The field, what is wrong with it, and what is allowed.</param>
public readonly record struct KnowledgeError(string Path, int Line, int Column, string Message)
{
    /// <summary>The form that editors and build logs make a link of: <c>path(line,column): message</c>.</summary>
    public override string ToString() => $"{Path}({Line},{Column}): {Message}";
}

/// <summary>All faults found in one run; reading goes on after a fault, so that an author sees them together.</summary>
public sealed class KnowledgeErrors
{
    private readonly List<KnowledgeError> found = [];

    /// <summary>How many there are.</summary>
    public int Count => found.Count;

    /// <summary>All of them, file by file from top to bottom.</summary>
    public IReadOnlyList<KnowledgeError> InOrder =>
    [
        .. found.Distinct()
            .OrderBy(error => error.Path, StringComparer.Ordinal)
            .ThenBy(error => error.Line)
            .ThenBy(error => error.Column)
            .ThenBy(error => error.Message, StringComparer.Ordinal),
    ];

    /// <summary>Notes a fault.</summary>
    public void Add(string path, Mark at, string message) =>
        found.Add(new KnowledgeError(path, (int)at.Line, (int)at.Column, message));
}
