using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace Nodus.Compiler.Yaml;

/// <summary>A YAML text as a tree of nodes that know their line and column.</summary>
internal static class YamlFile
{
    /// <summary>
    /// No knowledge file nests deeper than about six levels. Building the tree recurses, so a hostile or damaged text
    /// could overflow the stack, which nothing can catch.
    /// </summary>
    private const int DeepestNesting = 32;

    /// <summary>The root node, or null after noting why there is none.</summary>
    public static YamlNode? Load(string path, string text, KnowledgeErrors errors)
    {
        try
        {
            CheckEvents(text);
            var stream = new YamlStream();
            stream.Load(new StringReader(text));
            if (stream.Documents.Count == 1) return stream.Documents[0].RootNode;
            errors.Add(path, new Mark(0, 1, 1), $"One document is expected, not {stream.Documents.Count}.");
        }
        catch (YamlException fault)
        {
            errors.Add(path, fault.Start, $"Not valid YAML: {FirstLine(fault.Message)}");
        }
        catch (Exception fault) when (fault is ArgumentException or InvalidOperationException or FormatException
            or OverflowException or IndexOutOfRangeException or KeyNotFoundException)
        {
            // The YAML library lets these escape for some damaged texts instead of its own exception.
            errors.Add(path, new Mark(0, 1, 1), $"Not valid YAML: {FirstLine(fault.Message)}");
        }

        return null;
    }

    /// <summary>Refuses deep nesting, and aliases, with which a short text can stand for an endless tree.</summary>
    private static void CheckEvents(string text)
    {
        var parser = new Parser(new StringReader(text));
        int depth = 0;
        while (parser.MoveNext())
        {
            ParsingEvent current = parser.Current!;
            depth += current.NestingIncrease;
            if (depth > DeepestNesting + 2)
                throw new YamlException(current.Start, current.End, $"nested deeper than {DeepestNesting} levels.");
            if (current is AnchorAlias)
                throw new YamlException(current.Start, current.End, "aliases (*name) are not part of the format.");
        }
    }

    private static string FirstLine(string message) => message.Split('\n', 2)[0].Trim();
}
