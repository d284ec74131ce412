using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Nodus.Anatomy;
using Nodus.Anatomy.Drawing;

namespace Nodus.Clinical.Knowledge;

/// <summary>Enumeration members in the words of the knowledge format: lower snake case.</summary>
internal sealed class WordConverter<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false)
    where T : struct, Enum;

/// <summary>Readers and writers made at build time, so that trimming in the browser cannot remove what they need.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    Converters =
    [
        typeof(WordConverter<Grade>), typeof(WordConverter<Confidence>), typeof(WordConverter<SourceKind>),
        typeof(WordConverter<SourceReading>), typeof(WordConverter<MovementFinding>),
        typeof(WordConverter<ActivityDirection>), typeof(WordConverter<ReferralKind>),
        typeof(WordConverter<ReferralLaterality>), typeof(WordConverter<Reach>), typeof(WordConverter<Technique>),
        typeof(WordConverter<Side>), typeof(WordConverter<RivalKind>), typeof(WordConverter<Urgency>),
        typeof(WordConverter<Sidedness>), typeof(WordConverter<RivalFindingKind>), typeof(WordConverter<PainQuality>),
        typeof(WordConverter<DangerStructure>), typeof(WordConverter<FactorKind>), typeof(WordConverter<ContextKind>),
        typeof(WordConverter<RateCertainty>), typeof(WordConverter<Practitioner>),
        typeof(WordConverter<ContraindicationLevel>), typeof(WordConverter<ExerciseKind>),
        typeof(WordConverter<EvidenceCertainty>), typeof(WordConverter<EvidenceStance>),
        typeof(WordConverter<EvidenceProvenance>), typeof(WordConverter<ScoreDirection>),
        typeof(WordConverter<LicenceClass>),
    ])]
[JsonSerializable(typeof(Muscle))]
[JsonSerializable(typeof(Rival))]
[JsonSerializable(typeof(Movement))]
[JsonSerializable(typeof(DailyActivity))]
[JsonSerializable(typeof(Sign))]
[JsonSerializable(typeof(PerpetuatingFactor))]
[JsonSerializable(typeof(PainContext))]
[JsonSerializable(typeof(MuscleMonograph))]
[JsonSerializable(typeof(RivalMonograph))]
[JsonSerializable(typeof(LibraryEntries))]
[JsonSerializable(typeof(KnowledgeCounts))]
internal sealed partial class KnowledgeJson : JsonSerializerContext
{
    /// <summary>Reads one object.</summary>
    /// <param name="stream">Holds it.</param>
    /// <param name="type">The reader of what is written.</param>
    /// <param name="what">What messages call it, such as <c>a library of knowledge</c>.</param>
    /// <param name="make">Makes the object of what is written; an argument it refuses is a fault of the file.</param>
    /// <exception cref="InvalidDataException">Something else, or values that cannot be.</exception>
    public static T Read<TWritten, T>(Stream stream, JsonTypeInfo<TWritten> type, string what, Func<TWritten, T> make)
        where TWritten : class
    {
        try
        {
            return JsonSerializer.Deserialize(stream, type) is { } written ? make(written) : throw new InvalidDataException($"Not {what}: it is empty.");
        }
        catch (Exception fault) when (fault is JsonException or ArgumentException)
        {
            throw new InvalidDataException($"Not {what}: {fault.Message}", fault);
        }
    }
}
