using System.Text.Json;
using System.Text.Json.Serialization;
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
internal sealed partial class KnowledgeJson : JsonSerializerContext;
