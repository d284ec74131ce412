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
            json, Show(), Zones(), Check(),
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

    private static Command Zones()
    {
        var id = new Argument<string?>("id") { Description = "A muscle or a rival; without it all", DefaultValueFactory = _ => null };
        var draft = new DraftOptions();
        var command = new Command("zones", "The zones that each point and rival makes painful, as compiled") { id };
        draft.AddTo(command);
        command.SetAction(parse =>
        {
            string? only = parse.GetValue(id);
            KnowledgePrinter.Zones(draft.Patterns(parse, only), only);
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
        var draft = new DraftOptions();
        var command = new Command("check", "Validates a data folder as the build does; file, line and column of every fault") { folder, draft.Also };
        command.SetAction(parse =>
        {
            var errors = new KnowledgeErrors();
            PatternSet patterns = draft.Read(parse.GetRequiredValue(folder), parse, errors).Compile(CompiledFolder.Own.Atlas);
            foreach (KnowledgeError error in errors.InOrder) Console.Error.WriteLine(error.ToString());
            Console.WriteLine($"{patterns.Muscles.Count} muscles, {patterns.Muscles.Sum(muscle => muscle.Points.Count)} points, {patterns.Rivals.Count} rivals");
            Console.WriteLine(errors.Count == 0 ? "sound" : $"{errors.InOrder.Count} faults");
            return errors.Count == 0 ? ExitCode.Done : ExitCode.BadInput;
        });
        return command;
    }
}
