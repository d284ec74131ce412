using System.Text.Json;
using Nodus.Clinical.Knowledge;

namespace Nodus.Clinical.Safety;

/// <summary>Why a clinician opens the gate although a rule says stop, or although questions are open.</summary>
public enum OverrideReason
{
    /// <summary>Examined in person, and the danger excluded.</summary>
    ExaminedInPerson,

    /// <summary>A doctor has cleared this complaint.</summary>
    ClearedByPhysician,

    /// <summary>A doctor is treating it and agrees.</summary>
    UnderMedicalCare,

    /// <summary>An answer was a mistake and could not be corrected.</summary>
    AnswerMistaken,

    /// <summary>The questions were asked outside this program.</summary>
    AskedElsewhere,
}

/// <summary>Words of <see cref="OverrideReason"/>.</summary>
public static class OverrideReasons
{
    /// <summary>The word of the machine interface, such as <c>examined_in_person</c>.</summary>
    public static string ToWord(this OverrideReason reason) => JsonNamingPolicy.SnakeCaseLower.ConvertName(reason.ToString());
}

/// <summary>A clinician's decision to go on, on record. There is none for patients.</summary>
/// <param name="Clinician">Who decides.</param>
/// <param name="Reason">The coded reason.</param>
/// <param name="Text">The reason in words, at least <see cref="TextLeast"/> letters.</param>
/// <param name="Rules">The rules that are overridden; one that fires later closes the gate again.</param>
public sealed record GateOverride(string Clinician, OverrideReason Reason, string Text, IReadOnlyList<string> Rules)
{
    /// <summary>The shortest text that says something.</summary>
    public const int TextLeast = 10;

    /// <summary>Who decides.</summary>
    public string Clinician { get; } = Require.Text(Clinician);

    /// <summary>The reason in words.</summary>
    public string Text { get; } = Require.Text(Text).Trim().Length >= TextLeast
        ? Text.Trim()
        : throw new ArgumentException($"text must have at least {TextLeast} letters: say what was examined, by whom, and what it showed.", nameof(Text));
}

/// <summary>
/// Leave to name muscles for one case. Only <see cref="SafetyGate.Pass"/> gives it, and whatever names muscles to a person asks
/// for it, so that no surface can forget the gate.
/// </summary>
public sealed class GatePass
{
    internal GatePass(Triage triage, GateOverride? by) => (Triage, By) = (triage, by);

    /// <summary>The triage that was passed.</summary>
    public Triage Triage { get; }

    /// <summary>The clinician who opened the gate; null when it opened by itself.</summary>
    public GateOverride? By { get; }
}
