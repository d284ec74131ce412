using System.CommandLine;
using Nodus.Compiler;

namespace Nodus.Cli.Verbs;

/// <summary>The options of verbs that can look at a data folder as it stands instead of the compiled data of the program.</summary>
internal sealed class DraftOptions
{
    private readonly Option<DirectoryInfo?> data = new("--data")
    {
        Description = "A data folder to read as it stands; without it the compiled data of this program",
    };

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        command.Add(data);
        command.Add(Also);
    }

    /// <summary>Files of ids that other folders define.</summary>
    public Option<FileInfo[]> Also { get; } = new("--also")
    {
        Description = "A file of ids that other folders define, one a line: rival radiculopathy_c6. May be repeated",
        DefaultValueFactory = _ => [],
    };

    /// <summary>Muscles and rivals with their patterns.</summary>
    /// <param name="parse">The command line.</param>
    /// <param name="only">The muscle or rival that is wanted; null for all.</param>
    /// <exception cref="BadInputException">There is no such muscle or rival, or it has faults.</exception>
    public PatternSet Patterns(ParseResult parse, string? only)
    {
        CompiledFolder own = CompiledFolder.Own;
        if (parse.GetValue(data) is not { } folder)
        {
            PatternSet all = own.Patterns;
            if (only is not null) BadInput.Find("id", only, all.Ids, id => id);
            return all;
        }

        var errors = new KnowledgeErrors();
        KnowledgeDraft draft = Read(folder.FullName, parse, errors);
        if (only is not null && !draft.Ids.Contains(only, StringComparer.Ordinal))
        {
            KnowledgeError? fault = errors.InOrder.Where(error => Path.GetFileNameWithoutExtension(error.Path) == only).Cast<KnowledgeError?>().FirstOrDefault();
            if (fault is not null) throw new BadInputException($"{only} has faults (nodus knowledge check lists all), first {fault}");
            BadInput.Find("id", only, draft.Ids, id => id);
        }

        PatternSet patterns = draft.Compile(own.Atlas, only);
        if (only is not null && !patterns.Ids.Contains(only, StringComparer.Ordinal)) throw new BadInputException(errors.InOrder[^1].ToString());
        return patterns;
    }

    /// <summary>Reads a data folder with what is said to stand elsewhere.</summary>
    /// <exception cref="BadInputException">It is no data folder.</exception>
    public KnowledgeDraft Read(string folder, ParseResult parse, KnowledgeErrors errors)
    {
        if (!Directory.Exists(Path.Combine(folder, "knowledge")))
            throw new BadInputException($"folder: \"{folder}\" holds no knowledge/; name the data folder of a checkout.");
        ElsewhereIds elsewhere = ElsewhereIds.Read(parse.GetValue(Also)!.Select(file => file.FullName));
        return KnowledgeDraft.Read(folder, elsewhere, errors);
    }
}
