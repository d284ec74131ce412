using System.CommandLine;
using Nodus.Cli.Output;
using Nodus.Clinical.Knowledge;
using Nodus.Compiler;

namespace Nodus.Cli.Verbs;

/// <summary><c>nodus knowledge</c>: what is known, one muscle of it, or whether a folder of it is sound.</summary>
internal static class KnowledgeVerb
{
    public static Command Create()
    {
        var json = new Option<bool>("--json") { Description = "Everything known, as one JSON object" };
        var command = new Command("knowledge", "Muscles, trigger points and their referral; how much there is and where it is from")
        {
            json, Show(), Check(),
        };
        command.SetAction(parse =>
        {
            if (parse.GetValue(json)) JsonOutput.Copy(CompiledFolder.Own.Path, KnowledgeCompiler.BaseFile);
            else KnowledgePrinter.Summary(CompiledFolder.Own.Knowledge);
            return ExitCode.Done;
        });
        return command;
    }

    private static Command Show()
    {
        var id = new Argument<string>("id") { Description = "A muscle (infraspinatus) or one of its points (infraspinatus.1)" };
        var command = new Command("show", "One muscle: its points, where they refer, how to press, what to beware of") { id };
        command.SetAction(parse =>
        {
            string wanted = parse.GetRequiredValue(id);
            KnowledgeBase knowledge = CompiledFolder.Own.Knowledge;
            Muscle muscle = knowledge.TryFindPoint(wanted, out TriggerPoint? point)
                ? knowledge.MuscleOf(point)
                : BadInput.Find("muscle", wanted, knowledge.Muscles, m => m.Id);
            KnowledgePrinter.Muscle(knowledge, muscle, CompiledFolder.Own.Monograph(muscle.Id), point);
            return ExitCode.Done;
        });
        return command;
    }

    private static Command Check()
    {
        var folder = new Argument<string>("folder")
        {
            Description = "The data folder of a checkout",
            DefaultValueFactory = _ => "data",
        };
        var command = new Command("check", "Validates a data folder as the build does; file, line and column of every fault") { folder };
        command.SetAction(parse => Check(parse.GetRequiredValue(folder)));
        return command;
    }

    private static int Check(string folder)
    {
        if (!Directory.Exists(Path.Combine(folder, "knowledge")))
            throw new BadInputException($"folder: \"{folder}\" holds no knowledge/; name the data folder of a checkout.");

        // Compiled aside, against the atlas of this program, so that nothing the program uses is touched.
        DirectoryInfo aside = Directory.CreateTempSubdirectory("nodus-check-");
        try
        {
            File.Copy(Path.Combine(CompiledFolder.Own.Path, "atlas.bin"), Path.Combine(aside.FullName, "atlas.bin"));
            var errors = new KnowledgeErrors();
            new KnowledgeCompiler(folder, aside.FullName, Console.Out).Run(errors);
            foreach (KnowledgeError error in errors.InOrder) Console.Error.WriteLine(error.ToString());
            Console.WriteLine(errors.Count == 0 ? "sound" : $"{errors.InOrder.Count} faults");
            return errors.Count == 0 ? ExitCode.Done : ExitCode.BadInput;
        }
        finally
        {
            aside.Delete(recursive: true);
        }
    }
}
