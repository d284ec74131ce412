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
            if (parse.GetValue(json)) JsonOutput.Write(WriteAll);
            else KnowledgePrinter.Summary(CompiledFolder.Own.Knowledge, CompiledFolder.Own.Library);
            return ExitCode.Done;
        });
        return command;
    }

    private static void WriteAll(Stream stream)
    {
        CompiledFolder own = CompiledFolder.Own;
        KnowledgeExport.Write(
            stream, own.Knowledge, own.Library,
            [.. own.Knowledge.Muscles.Select(muscle => own.Monograph(muscle.Id))],
            [.. own.Knowledge.Rivals.Select(rival => own.RivalMonograph(rival.Id))],
            own.Safety, own.Atlas.Zones.Zones.Select(zone => zone.Id));
    }

    private static Command Show()
    {
        var id = new Argument<string>("id")
        {
            Description = "A muscle (infraspinatus), one of its points (infraspinatus.1), a rival, danger zone, factor, context, technique, exercise, evidence item or instrument",
        };
        var command = new Command("show", "One entry: a muscle with its points, where they refer, how to press, what to beware of; or any other") { id };
        command.SetAction(parse =>
        {
            string wanted = parse.GetRequiredValue(id);
            CompiledFolder own = CompiledFolder.Own;
            if (own.Knowledge.TryFindRival(wanted, out Rival? rival))
                KnowledgePrinter.Rival(own.Knowledge, own.Library, rival, own.RivalMonograph(wanted));
            else if (!KnowledgePrinter.Entry(own.Knowledge, own.Library, wanted)) ShowMuscle(own, wanted);
            return ExitCode.Done;
        });
        return command;
    }

    private static void ShowMuscle(CompiledFolder own, string wanted)
    {
        KnowledgeBase knowledge = own.Knowledge;
        Muscle muscle = knowledge.TryFindPoint(wanted, out TriggerPoint? point)
            ? knowledge.MuscleOf(point)
            : BadInput.Find("muscle", wanted, knowledge.Muscles, m => m.Id);
        KnowledgePrinter.Muscle(knowledge, own.Library, muscle, own.Monograph(muscle.Id), point);
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
            KnowledgeCounts counts = draft.Read(parse.GetRequiredValue(folder), parse, errors).Check(CompiledFolder.Own.Atlas);
            foreach (KnowledgeError error in errors.InOrder) Console.Error.WriteLine(error.ToString());
            KnowledgePrinter.Report(counts, errors, complete: parse.GetValue(draft.Also) is not { Length: > 0 });
            return errors.Count == 0 ? ExitCode.Done : ExitCode.BadInput;
        });
        return command;
    }
}
