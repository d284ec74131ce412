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

/// <summary>
/// All faults found in one run; reading goes on after a fault, so that an author sees them together. Warnings stand
/// beside them and stop nothing.
/// </summary>
public sealed class KnowledgeErrors
{
    private readonly List<KnowledgeError> found = [];
    private readonly List<KnowledgeError> doubts = [];

    /// <summary>How many faults there are.</summary>
    public int Count => found.Count;

    /// <summary>All faults, file by file from top to bottom.</summary>
    public IReadOnlyList<KnowledgeError> InOrder => Sorted(found);

    /// <summary>All warnings, file by file from top to bottom.</summary>
    public IReadOnlyList<KnowledgeError> Warnings => Sorted(doubts);

    /// <summary>Notes a fault.</summary>
    public void Add(string path, Mark at, string message) => found.Add(Error(path, at, message));

    /// <summary>Notes something that is allowed and should be looked at.</summary>
    public void Warn(string path, Mark at, string message) => doubts.Add(Error(path, at, message));

    private static KnowledgeError Error(string path, Mark at, string message) =>
        new(path, (int)at.Line, (int)at.Column, message);

    private static KnowledgeError[] Sorted(IEnumerable<KnowledgeError> errors) =>
    [
        .. errors.Distinct()
            .OrderBy(error => error.Path, StringComparer.Ordinal)
            .ThenBy(error => error.Line)
            .ThenBy(error => error.Column)
            .ThenBy(error => error.Message, StringComparer.Ordinal),
    ];
}
