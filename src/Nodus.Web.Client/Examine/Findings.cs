using System.Text.Json;
using System.Text.Json.Serialization;
using Nodus.Anatomy;
using Nodus.Anatomy.Drawing;
using Nodus.Clinical.Assessment;
using Nodus.Web.Client.Safety;

namespace Nodus.Web.Client.Examine;

/// <summary>What examining has shown so far, as it is kept on the device. Immutable: each tap is a new one, and undo the one before.</summary>
public sealed record Findings
{
    /// <summary>Nothing examined yet.</summary>
    public static Findings None { get; } = new();

    /// <summary>Points pressed, in the order pressed.</summary>
    public IReadOnlyList<PressNote> Presses { get; init; } = [];

    /// <summary>Movements tested.</summary>
    public IReadOnlyList<MovementNote> Movements { get; init; } = [];

    /// <summary>Questions answered while examining; those of the gate are in the <see cref="Intake"/>.</summary>
    public IReadOnlyList<AnswerNote> Answers { get; init; } = [];

    /// <summary>Zones that were asked about.</summary>
    public IReadOnlyList<PainNote> Pains { get; init; } = [];

    /// <summary>Who presses.</summary>
    public Examiner Examiner { get; init; }

    /// <summary>Where pressing sent its sensation at this patient's earlier visits.</summary>
    public IReadOnlyList<ReferralNote> Earlier { get; init; } = [];

    /// <summary>The earlier referral is kept but not reckoned with.</summary>
    public bool IgnoresEarlier { get; init; }

    /// <summary>How many things were examined at this visit.</summary>
    [JsonIgnore]
    public int Count => Presses.Count + Movements.Count + Answers.Count + Pains.Count;

    /// <summary>Reads what <see cref="ToJson"/> wrote; what an older version did not write is not there.</summary>
    /// <exception cref="DrawingFormatException">Anything wrong in it, with the field; nothing else is thrown.</exception>
    public static Findings Parse(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        try
        {
            // A field that is not there is read as null, whatever the type says.
            return JsonSerializer.Deserialize(json, FindingsJson.Default.Findings) is { } read
                ? read with
                {
                    Presses = Checked(read.Presses, "presses", one => one.Side != Side.Midline && !one.ReferredTo.Contains(null!)),
                    Movements = Checked(read.Movements, "movements", one => one.Side != Side.Midline),
                    Answers = Checked(read.Answers, "answers", _ => true),
                    Pains = Checked(read.Pains, "pains", one => one.Zone is not null),
                    Earlier = Checked(read.Earlier, "earlier", one => one.Side != Side.Midline && one.Zones is [_, ..] && !one.Zones.Contains(null!)),
                }
                : throw Unreadable("", null);
        }
        catch (JsonException fault)
        {
            throw Unreadable(fault.Path?[1..] ?? "", fault);
        }
    }

    /// <summary>As JSON, to be kept.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, FindingsJson.Default.Findings);

    /// <summary>What pressing a point showed; an empty note where it was not pressed.</summary>
    public PressNote Press(string point, Side side) =>
        Presses.FirstOrDefault(one => one.Point == point && one.Side == side) ?? new PressNote(point, side);

    /// <summary>What a movement showed; null where it was not tested.</summary>
    public MovementResult? Movement(string test, Side side) =>
        Movements.FirstOrDefault(one => one.Test == test && one.Side == side)?.Result;

    /// <summary>With a press in the place of what is noted of that point; an empty one takes it away.</summary>
    public Findings With(PressNote note) => this with
    {
        Presses = Put(Presses, one => (one.Point, one.Side) == (note.Point, note.Side), note.IsEmpty ? null : note),
    };

    /// <summary>With the result of a movement; null takes it away.</summary>
    public Findings WithMovement(string test, Side side, MovementResult? result) => this with
    {
        Movements = Put(
            Movements, one => (one.Test, one.Side) == (test, side), result is { } seen ? new MovementNote(test, side, seen) : null),
    };

    /// <summary>With an answer.</summary>
    public Findings With(AnswerNote note) => this with { Answers = Put(Answers, one => one.Question == note.Question, note) };

    /// <summary>With what was said of a zone.</summary>
    public Findings With(PainNote note) => this with { Pains = Put(Pains, one => one.Zone == note.Zone, note) };

    /// <summary>Without what was said of a zone.</summary>
    public Findings Forget(ZonePlace zone) => this with { Pains = Put(Pains, one => one.Zone == zone, null) };

    /// <summary>Without the answer to a question.</summary>
    public Findings Forget(string question) => this with { Answers = Put(Answers, one => one.Question == question, null) };

    /// <summary>Ends the visit: where pressing sent its sensation is kept for the next, everything else of today goes.</summary>
    public Findings EndVisit() => this with
    {
        Presses = [],
        Movements = [],
        Answers = [],
        Pains = [],
        Earlier =
        [
            .. Earlier.Concat(Presses.Where(one => one.ReferredTo.Count > 0).Select(one => new ReferralNote(one.Point, one.Side, one.ReferredTo)))
                .GroupBy(one => (one.Point, one.Side))
                .Select(of => new ReferralNote(of.Key.Point, of.Key.Side, [.. of.SelectMany(one => one.Zones).Distinct()])),
        ],
    };

    /// <summary>The intake with the answers given while examining, as the gate's panel shows it.</summary>
    public Intake On(Intake intake) => Answers.Aggregate(intake, (so, one) => so.Answer([one.Question], one.Answer));

    /// <summary>
    /// Takes an intake apart that <see cref="On"/> put together and the gate's panel changed: what it left as it was stays a
    /// finding, so that it can be undone; what it changed is the intake's from then on.
    /// </summary>
    public (Intake Intake, Findings Findings) Apart(Intake changed)
    {
        Findings rest = this;
        foreach (AnswerNote one in Answers)
        {
            bool same = one.Answer is { } known
                ? changed.Answers.TryGetValue(one.Question, out bool now) && now == known
                : changed.Unsure.Contains(one.Question);
            if (same) changed = changed.Forget(one.Question);
            else rest = rest.Forget(one.Question);
        }

        return (changed, rest);
    }

    private static IReadOnlyList<T> Checked<T>(IReadOnlyList<T>? list, string field, Func<T, bool> isWhole)
        where T : class
    {
        for (int i = 0; i < list?.Count; i++)
            if (list[i] is not { } one || !isWhole(one)) throw Unreadable($".{field}[{i}]", null);
        return list ?? [];
    }

    private static DrawingFormatException Unreadable(string path, JsonException? fault) =>
        new($"findings{path}", "holds something that no finding has there.", fault);

    private static IReadOnlyList<T> Put<T>(IReadOnlyList<T> list, Func<T, bool> isIt, T? next)
        where T : class
    {
        bool known = list.Any(isIt);
        return next is null ? [.. list.Where(one => !isIt(one))]
            : known ? [.. list.Select(one => isIt(one) ? next : one)]
            : [.. list, next];
    }
}

/// <summary>Readers and writers made at build time, so that trimming in the browser cannot remove what they need. Strict: what
/// was damaged is told, not guessed.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    IgnoreReadOnlyProperties = true, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow, RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    Converters = [typeof(WordConverter<Side>), typeof(WordConverter<Examiner>), typeof(WordConverter<MovementResult>)])]
[JsonSerializable(typeof(Findings))]
internal sealed partial class FindingsJson : JsonSerializerContext;

/// <summary>Values of an enumeration by their words, never by a number that may stand for none.</summary>
internal sealed class WordConverter<T>() : JsonStringEnumConverter<T>(namingPolicy: null, allowIntegerValues: false)
    where T : struct, Enum;
