using System.Globalization;
using System.Text;
using Nodus.Cli.Vignettes;
using Nodus.Clinical.Assessment;
using Nodus.Clinical.Simulation;

namespace Nodus.Cli.Output;

/// <summary>The result of the vignette bench, for people and for programs.</summary>
internal static partial class VignetteBenchReport
{
    /// <summary>What stands above this in a report that is there already was written by hand, and stays.</summary>
    private const string Mark = "<!-- measured: written by nodus bench vignettes from here on -->";

    private const double ErrorBar = 0.03, FirstBar = 0.9;

    private static readonly string[] MainGroups =
        [CaseKind.Single, CaseKind.Double, CaseKind.Triple, CaseKind.Redrawn, "published", "derived", "elicited"];

    /// <summary>Writes the report and its pictures.</summary>
    /// <param name="result">What was measured.</param>
    /// <param name="to">A file that ends with .md, or a folder.</param>
    public static void Save(VignetteBenchResult result, string to)
    {
        string file = to.EndsWith(".md", StringComparison.OrdinalIgnoreCase) ? to : Path.Combine(to, "vignettes.md");
        string folder = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(file))!, "pictures");
        Directory.CreateDirectory(folder);
        string[] head = File.Exists(file) ? File.ReadAllText(file).Split(Mark) : [];
        string kept = head.Length == 2 ? head[0].TrimEnd() : "# The ranking on cases with known causes";
        File.WriteAllText(file, $"{kept}\n\n{Mark}\n\n{Markdown(result).ReplaceLineEndings("\n")}");
        foreach ((string name, string svg) in Pictures(result)) File.WriteAllText(Path.Combine(folder, name), svg.ReplaceLineEndings("\n"));
    }

    /// <summary>The pictures, by file name.</summary>
    internal static IEnumerable<(string Name, string Svg)> Pictures(VignetteBenchResult result)
    {
        foreach (CalibrationScore score in result.Calibrations)
            yield return (PictureOf(score), ReliabilityPicture.Svg($"Reliability, {score.Name}", score.Listed));
        yield return ("vignettes-written.svg", RankingPicture.Svg(
            "Cause among the first three of its list: written cases", result.Written,
            ["all", .. MainGroups.Where(name => Has(result.Written, name)), .. Has(result.Written, CaseKind.Rival) ? (string[])[CaseKind.Rival] : []]));
        yield return ("vignettes-model.svg", RankingPicture.Svg(
            "Cause among the first three of its list: made from the model", result.Model, [.. result.Model[0].Groups.Select(group => group.Name)]));
    }

    /// <summary>As Markdown.</summary>
    public static string Markdown(VignetteBenchResult result)
    {
        var text = new StringBuilder();
        Line(text, $"Knowledge {result.Knowledge}, engine {Assessor.EngineVersion}, seed {result.Seed}. Written cases do not depend on the seed; everything made from the model does.").AppendLine();
        Line(text, $"\"Own list\": muscles among muscles, rivals among rivals. \"Together\": one list of both. Of several causes the first found counts. MRR: mean of 1 / rank. Brackets: Wilson's 95 % interval.").AppendLine();
        Line(text, $"## Written cases: the causes that reports name").AppendLine();
        Line(text, $"![Cause among the first three: written cases](pictures/vignettes-written.svg)").AppendLine();
        WriteRanks(text, result.Written);
        WriteSeveral(text, result.Written[0]);
        WriteMethods(text, result.Written);
        WriteMissed(text, result);
        WriteUnsafe(text, result);
        Line(text, $"## Made from the model").AppendLine();
        Line(text, $"Whoever ranks these people knows exactly how they were made: the figures say what the engine makes of its own assumptions. One cause alone is drawn by its odds; of several, and of rivals, each is as probable as any other, which is not what the engine expects.").AppendLine();
        Line(text, $"![Cause among the first three: made from the model](pictures/vignettes-model.svg)").AppendLine();
        WriteRanks(text, result.Model);
        WriteSeveral(text, result.Model[0]);
        WriteMethods(text, result.Model);
        Line(text, $"Unsafe advice by the same count: {Counted(result.ModelDangers)}. These people drew it and answered what this rival is looked for by; the interview of the gate, which people go through before, was not held with them.").AppendLine();
        WriteDangers(text, result.ModelDangers);
        WriteDialogues(text, result.Dialogues);
        WriteCalibrations(text, result.Calibrations);
        return text.ToString();
    }

    private static void WriteRanks(StringBuilder text, IReadOnlyList<MethodScore> methods)
    {
        Line(text, $"| cases | n | first | first 3 | first 5 | MRR | first 3, with what the source accepts | together: first | first 3 | first 5 | MRR |");
        Line(text, $"| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
        foreach (GroupScore group in methods[0].Groups)
        {
            Line(text,
                $"| {group.Name} | {group.Cases} | {Percent(group.Own.Top1)} | {Percent(group.Own.Top3)} ({Range(group.Own.Top3Interval)}) | {Percent(group.Own.Top5)} | {group.Own.MeanReciprocalRank:0.00} " +
                $"| {Percent(group.OrAccepted.Top3)} | {Percent(group.Together.Top1)} | {Percent(group.Together.Top3)} ({Range(group.Together.Top3Interval)}) | {Percent(group.Together.Top5)} | {group.Together.MeanReciprocalRank:0.00} |");
        }

        text.AppendLine();
    }

    private static void WriteSeveral(StringBuilder text, MethodScore nodus)
    {
        GroupScore[] several = [.. nodus.Groups.Where(group => group.Name.StartsWith(CaseKind.Double, StringComparison.Ordinal) || group.Name.StartsWith(CaseKind.Triple, StringComparison.Ordinal))];
        if (several.Length == 0) return;
        Line(text, $"Of several causes, how many are found (share of all causes, each in its own list):").AppendLine();
        Line(text, $"| cases | n | in the first | in the first 3 | in the first 5 |");
        Line(text, $"| --- | ---: | ---: | ---: | ---: |");
        foreach (GroupScore group in several)
            Line(text, $"| {group.Name} | {group.Cases} | {Percent(group.CausesFound.One)} | {Percent(group.CausesFound.Three)} | {Percent(group.CausesFound.Five)} |");
        text.AppendLine();
    }

    private static void WriteMethods(StringBuilder text, IReadOnlyList<MethodScore> methods)
    {
        Line(text, $"Beside two baselines on the same patterns, own list: {string.Join(" / ", methods.Select(one => one.Method))}. The baselines know no rivals.").AppendLine();
        Line(text, $"| cases | n | first | first 3 | first 5 | MRR |");
        Line(text, $"| --- | ---: | ---: | ---: | ---: | ---: |");
        for (int g = 0; g < methods[0].Groups.Count; g++)
        {
            GroupScore[] of = [.. methods.Select(method => method.Groups[g])];
            Line(text, $"| {of[0].Name} | {of[0].Cases} | {Each(of, one => Percent(one.Own.Top1))} | {Each(of, one => Percent(one.Own.Top3))} | {Each(of, one => Percent(one.Own.Top5))} | {Each(of, one => $"{one.Own.MeanReciprocalRank:0.00}")} |");
        }

        text.AppendLine();
    }

    private static void WriteMissed(StringBuilder text, VignetteBenchResult result)
    {
        if (result.Missed.Count == 0) return;
        string missed = string.Join(", ", result.Missed.OrderBy(one => one.Id, StringComparer.Ordinal).Select(one => $"`{one.Id}` ({(one.Rank == CaseRanks.NotRanked ? "not listed" : one.Rank)})"));
        Line(text, $"{result.Missed.Count} cases without a cause in the first five of its list (best rank): {missed}.").AppendLine();
    }

    private static void WriteUnsafe(StringBuilder text, VignetteBenchResult result)
    {
        Line(text, $"### Unsafe advice").AppendLine();
        Line(text, $"Written cases whose cause is an emergency or urgent; they are in none of the tables above. {Counted(result.WrittenDangers)}. \"Unsafe\" counts as if nobody asked anything more: in those the gate lets pass, {result.WrittenDangers.OpenQuestions} of its questions (median) are still open, and no muscle is named to a person before they are answered. The other written cases have {result.NamedAnyway:0.0} conditions named as not to be missed (mean).").AppendLine();
        WriteDangers(text, result.WrittenDangers);
        Line(text, $"The gate stops {result.Stopped.Count} of the other written cases{(result.Stopped.Count == 0 ? "" : $": {string.Join(", ", result.Stopped.Select(id => $"`{id}`"))}")}.").AppendLine();
    }

    private static string Counted(DangerScore dangers) =>
        $"Of {dangers.Cases.Count}: the gate stops {dangers.Stopped}; of the others {dangers.Ranked} have the cause among the first five of muscles and rivals together, {dangers.Named} more have it named as not to be missed; **unsafe: {dangers.Unsafe.Count}**";

    private static void WriteDangers(StringBuilder text, DangerScore dangers)
    {
        foreach (UnsafeAdvice one in dangers.Unsafe)
            Line(text, $"- `{one.Id}`: {one.Rival}, {(one.Rank == CaseRanks.NotRanked ? "not listed" : $"rank {one.Rank}, {one.RankOfRivals} of the rivals")}");
        if (dangers.Unsafe.Count > 0) text.AppendLine();
    }

    private static void WriteDialogues(StringBuilder text, IReadOnlyList<DialogueScore> dialogues)
    {
        Line(text, $"### Dialogues").AppendLine();
        Line(text, $"One cause; the first turn proposed is done and answered, at most {PalpationDialogue.AnswersMost}, until the right muscle is first among muscles with more than {PalpationDialogue.FoundAbove}. A turn is a movement, a question, or a point pressed with the other points of its muscle that are proposed with it; \"one point a turn\" leaves those out. A perfect examiner finds active points tender and familiar and no others, \"all signs\" tells taut band and referred pain as well; the usual one errs as the likelihood ratios say. Movements and questions are answered by the network in both. Bar: first after at most three turns in more than {Percent(FirstBar)}, well drawn, perfect examiner.").AppendLine();
        Line(text, $"| drawing | examiner | n | first before | first after at most 3 | found after at most 3 | found at all | turns to find: median / 90th | points pressed in them |");
        Line(text, $"| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
        foreach (DialogueScore one in dialogues)
        {
            Interval range = Interval.Wilson(one.Outcomes.Count(o => o.FirstAfterThree), one.Outcomes.Count);
            Line(text,
                $"| {one.Drawing} | {Word(one.Examiner)}{(one.Alone ? ", one point a turn" : "")} | {one.Outcomes.Count} | {Percent(one.Share(o => o.FirstAtOnce))} | {Percent(one.Share(o => o.FirstAfterThree))} ({Range(range)}) " +
                $"| {Percent(one.Share(o => o.Answers <= 3))} | {Percent(one.Share(o => o.Answers is not null))} | {Or(one.Answers(0.5))} / {Or(one.Answers(0.9))} | {Or(one.Presses(0.5))} / {Or(one.Presses(0.9))} |");
        }

        text.AppendLine();

        static string Or(int? value) => value?.ToString(CultureInfo.InvariantCulture) ?? "never";
    }

    private static void WriteCalibrations(StringBuilder text, IReadOnlyList<CalibrationScore> scores)
    {
        Line(text, $"## Calibration").AppendLine();
        Line(text, $"\"Population\" are people as the network expects them: causes by their priors, unknown pains, zones on the picture with the engine's own detection. Bar there: expected error under {ErrorBar}. The literature is no fair test: one cause is named a case, others were not looked for, and the cases are chosen. \"First\": only what is first among muscles and rivals.").AppendLine();
        Line(text, $"| cases | n | listed | expected error | Brier | first: expected error | first: said | first: seen | first: Brier |");
        Line(text, $"| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
        foreach (CalibrationScore one in scores)
        {
            int first = Math.Max(1, one.First.Bins.Sum(bin => bin.Count));
            Line(text,
                $"| {one.Name} | {one.Cases} | {one.Listed.Bins.Sum(bin => bin.Count)} | {one.Listed.ExpectedError:0.0000} | {one.Listed.Brier:0.0000} | {one.First.ExpectedError:0.000} " +
                $"| {one.First.Bins.Sum(bin => bin.Count * bin.Said) / first:0.000} | {one.First.Bins.Sum(bin => bin.Count * bin.Seen) / first:0.000} | {one.First.Brier:0.000} |");
        }

        text.AppendLine();
        foreach (CalibrationScore one in scores)
        {
            Line(text, $"![Reliability, {one.Name}](pictures/{PictureOf(one)})").AppendLine();
            Line(text, $"| {one.Name}: said | number | mean said | seen (95 %) |");
            Line(text, $"| --- | ---: | ---: | ---: |");
            for (int bin = 0; bin < Calibration.BinCount; bin++)
            {
                ReliabilityBin of = one.Listed.Bins[bin];
                string seen = of.Count == 0 ? "-" : $"{of.Seen:0.000} ({Range(Interval.Wilson((int)Math.Round(of.Seen * of.Count), of.Count))})";
                Line(text, $"| {bin / 10.0:0.0} to {(bin + 1) / 10.0:0.0} | {of.Count} | {(of.Count == 0 ? "-" : $"{of.Said:0.000}")} | {seen} |");
            }

            text.AppendLine();
        }
    }

    private static bool Has(IReadOnlyList<MethodScore> methods, string group) => methods[0].Groups.Any(one => one.Name == group);

    private static string PictureOf(CalibrationScore score) => $"vignettes-reliability-{score.Name.Replace(", ", "-", StringComparison.Ordinal)}.svg";

    private static string Word(SimulatedExaminer examiner) => examiner switch
    {
        SimulatedExaminer.Perfect => "perfect",
        SimulatedExaminer.Thorough => "perfect, all signs",
        _ => "usual",
    };

    private static string Each(IEnumerable<GroupScore> of, Func<GroupScore, string> text) => string.Join(" / ", of.Select(text));

    private static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{100 * share:0} %");

    private static string Range(Interval of) => string.Create(CultureInfo.InvariantCulture, $"{100 * of.Low:0}-{100 * of.High:0}");

    private static StringBuilder Line(StringBuilder text, string line) => text.AppendLine(line);
}
