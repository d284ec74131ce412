using System.Text.Json;
using Nodus.Cli.Vignettes;
using Nodus.Clinical.Assessment;

namespace Nodus.Cli.Output;

/// <content>For programs.</content>
internal static partial class VignetteBenchReport
{
    /// <summary>As JSON: one object; shares from 0 to 1, four decimals.</summary>
    public static byte[] Json(VignetteBenchResult result)
    {
        using var memory = new MemoryStream();
        using (var writer = new Utf8JsonWriter(memory))
        {
            writer.WriteStartObject();
            writer.WriteString("engine", Assessor.EngineVersion);
            writer.WriteString("knowledge", result.Knowledge);
            writer.WriteNumber("seed", result.Seed);
            Write(writer, "written", result.Written);
            Write(writer, "model", result.Model);
            Array(writer, "dialogues", result.Dialogues, one =>
            {
                writer.WriteString("drawing", one.Drawing);
                writer.WriteString("examiner", Word(one.Examiner));
                writer.WriteBoolean("onePointATurn", one.Alone);
                writer.WriteNumber("n", one.Outcomes.Count);
                Share(writer, "firstBefore", one.Share(of => of.FirstAtOnce));
                Share(writer, "firstAfterThree", one.Share(of => of.FirstAfterThree));
                Share(writer, "foundAfterThree", one.Share(of => of.Answers <= 3));
                Share(writer, "found", one.Share(of => of.Answers is not null));
                Count(writer, "answersMedian", one.Answers(0.5));
                Count(writer, "answers90", one.Answers(0.9));
                Count(writer, "pressesMedian", one.Presses(0.5));
                Count(writer, "presses90", one.Presses(0.9));
            });
            Array(writer, "calibration", result.Calibrations, one =>
            {
                writer.WriteString("cases", one.Name);
                writer.WriteNumber("n", one.Cases);
                Write(writer, "listed", one.Listed);
                Write(writer, "first", one.First);
            });
            Write(writer, "writtenDangers", result.WrittenDangers);
            Write(writer, "modelDangers", result.ModelDangers);
            Array(writer, "missed", result.Missed, one =>
            {
                writer.WriteString("id", one.Id);
                Count(writer, "rank", one.Rank == CaseRanks.NotRanked ? null : one.Rank);
            });
            writer.WriteEndObject();
        }

        return memory.ToArray();
    }

    private static void Write(Utf8JsonWriter writer, string name, IReadOnlyList<MethodScore> methods) =>
        Array(writer, name, methods, method =>
        {
            writer.WriteString("method", method.Method);
            Array(writer, "groups", method.Groups, group =>
            {
                writer.WriteString("cases", group.Name);
                writer.WriteNumber("n", group.Cases);
                Write(writer, "own", group.Own);
                Write(writer, "together", group.Together);
                Write(writer, "orAccepted", group.OrAccepted);
                writer.WriteStartObject("causesFound");
                Share(writer, "top1", group.CausesFound.One);
                Share(writer, "top3", group.CausesFound.Three);
                Share(writer, "top5", group.CausesFound.Five);
                writer.WriteEndObject();
            });
        });

    private static void Write(Utf8JsonWriter writer, string name, RankScore score)
    {
        writer.WriteStartObject(name);
        Share(writer, "top1", score.Top1);
        Share(writer, "top3", score.Top3);
        Share(writer, "top5", score.Top5);
        Share(writer, "mrr", score.MeanReciprocalRank);
        Share(writer, "top3Low", score.Top3Interval.Low);
        Share(writer, "top3High", score.Top3Interval.High);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, string name, Calibration of)
    {
        writer.WriteStartObject(name);
        Share(writer, "expectedError", of.ExpectedError);
        Share(writer, "brier", of.Brier);
        Array(writer, "bins", of.Bins, bin =>
        {
            writer.WriteNumber("n", bin.Count);
            Share(writer, "said", bin.Said);
            Share(writer, "seen", bin.Seen);
        });
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, string name, DangerScore dangers)
    {
        writer.WriteStartObject(name);
        writer.WriteNumber("n", dangers.Cases.Count);
        writer.WriteNumber("stopped", dangers.Stopped);
        writer.WriteNumber("ranked", dangers.Ranked);
        writer.WriteNumber("named", dangers.Named);
        Array(writer, "unsafe", dangers.Unsafe, one =>
        {
            writer.WriteString("id", one.Id);
            writer.WriteString("rival", one.Rival);
            Count(writer, "rank", one.Rank == CaseRanks.NotRanked ? null : one.Rank);
        });
        writer.WriteEndObject();
    }

    private static void Array<T>(Utf8JsonWriter writer, string name, IEnumerable<T> items, Action<T> fields)
    {
        writer.WriteStartArray(name);
        foreach (T item in items)
        {
            writer.WriteStartObject();
            fields(item);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void Share(Utf8JsonWriter writer, string name, double value) => writer.WriteNumber(name, Math.Round(value, 4));

    private static void Count(Utf8JsonWriter writer, string name, int? value)
    {
        if (value is { } count) writer.WriteNumber(name, count);
        else writer.WriteNull(name);
    }
}
