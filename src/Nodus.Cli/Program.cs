using System.CommandLine;
using Nodus.Cli;
using Nodus.Cli.Verbs;

var root = new RootCommand(
    "Nodus: from where it hurts to the trigger points that would explain it. For clinicians; not a diagnosis.")
{
    TriageVerb.Create(),
    LocateVerb.Create(),
    RerunVerb.Create(),
    BatchVerb.Create(),
    KnowledgeVerb.Create(),
    AtlasVerb.Create(),
    BenchVerb.Create(),
};

ParseResult command = root.Parse(args);
if (command.Errors.Count > 0)
{
    Console.Error.WriteLine($"nodus: {command.Errors[0].Message} (nodus --help shows what there is)");
    return ExitCode.BadInput;
}

try
{
    return command.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
}
catch (Exception fault) when (BadInput.Describes(fault))
{
    Console.Error.WriteLine($"nodus: {fault.Message}");
    return ExitCode.BadInput;
}
