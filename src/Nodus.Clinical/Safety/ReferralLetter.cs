using System.Globalization;
using System.Text;
using Nodus.Anatomy;
using Nodus.Clinical.Assessment;
using Nodus.Clinical.Knowledge;

namespace Nodus.Clinical.Safety;

/// <summary>
/// The text of a letter to a doctor, from the rules that fired: what was found, what is feared, what is asked for. Plain text,
/// in the order of urgency; nothing in it that is not in the case. What was told in private is not in it: a letter is read by others.
/// </summary>
public static class ReferralLetter
{
    /// <summary>Writes the letter.</summary>
    /// <param name="triage">A triage that stops.</param>
    /// <param name="date">Of the letter.</param>
    /// <param name="from">Who writes; null leaves the line open.</param>
    /// <param name="patient">Name or number; null leaves the line open.</param>
    /// <exception cref="ArgumentException">The triage does not stop: there is nothing to refer.</exception>
    public static string Write(Triage triage, DateOnly date, string? from = null, string? patient = null)
    {
        ArgumentNullException.ThrowIfNull(triage);
        if (!triage.IsStop) throw new ArgumentException("No rule stops; there is nothing to refer.", nameof(triage));
        SafetyKnowledge knowledge = triage.Sheet.Knowledge;
        RuleFiring[] stops = [.. triage.Fired.Where(one => one.Rule.Disposition.IsStop() && !triage.RestsOnPrivate(one))];
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"Date: {date:yyyy-MM-dd}");
        text.AppendLine(CultureInfo.InvariantCulture, $"From: {from ?? "______________________"}");
        text.AppendLine(CultureInfo.InvariantCulture, $"Patient: {patient ?? "______________________"}{About(triage.Case)}");
        text.AppendLine(CultureInfo.InvariantCulture, $"Urgency: {Urgency(triage.Disposition)}").AppendLine();
        text.AppendLine("Dear colleague,").AppendLine();
        text.AppendLine(CultureInfo.InvariantCulture, $"Please see this person, who came for treatment of pain{Places(triage.Case)}. Treatment has not been started.").AppendLine();
        text.AppendLine("What raised concern:");
        foreach (RuleFiring one in stops)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"- {one.Rule.Suspects} ({one.Rule.Disposition.ToWord()}, rule {one.Rule.Id}{(one.Certain ? "" : "; not confirmed")}).");
            text.AppendLine(CultureInfo.InvariantCulture, $"  {one.Rule.Reason}");
            string[] facts = [.. one.Because.Select(id => knowledge.Find(id)?.Professional ?? id)];
            if (facts.Length > 0) text.AppendLine(CultureInfo.InvariantCulture, $"  Reported: {string.Join("; ", facts)}.");
        }

        if (triage.IsPrivate) text.AppendLine("- There is more that I would rather tell you myself; please call me before you see this person.");
        else Words(text, triage);
        Listed(text, "Answered no", Written(triage.Case.Answers.Where(one => !one.Value).Select(one => knowledge.Find(one.Key))));
        Listed(text, "Not asked or not known", Written(triage.Unanswered));
        Listed(text, "History", triage.Case.History);
        Listed(text, "Medication", triage.Case.Medication);
        text.AppendLine().AppendLine("Asked of you:");
        foreach (string act in stops.Select(one => one.Rule.Act).Distinct(StringComparer.Ordinal)) text.AppendLine(CultureInfo.InvariantCulture, $"- {act}");
        text.AppendLine().AppendLine("Please let me know whether and how treatment of muscles may go on.");
        return text.ToString();
    }

    private static string About(Case @case)
    {
        string sex = @case.Sex switch { Sex.Female => "female", Sex.Male => "male", _ => "" };
        string age = @case.Age is { } years ? string.Create(CultureInfo.InvariantCulture, $"{years} years") : "";
        string[] parts = [.. new[] { age, sex }.Where(part => part.Length > 0)];
        return parts.Length == 0 ? "" : $" ({string.Join(", ", parts)})";
    }

    private static string Urgency(Disposition disposition) => disposition switch
    {
        Disposition.Emergency => "EMERGENCY, now",
        Disposition.UrgentReferral => "urgent, same day or within 48 hours",
        _ => "before any treatment of this complaint",
    };

    private static string Places(Case @case)
    {
        string[] places =
        [
            .. @case.Pain.Where(pain => pain.Intensity != 0).OrderByDescending(pain => pain.Intensity ?? 0).Take(6)
                .Select(pain => pain.Site.Side == Side.Midline ? pain.Site.Zone.Name : $"{pain.Site.Zone.Name}, {pain.Site.Side.ToWord()}"),
        ];
        return places.Length == 0 ? "" : $" ({string.Join("; ", places)})";
    }

    private static void Words(StringBuilder text, Triage triage)
    {
        if (string.IsNullOrWhiteSpace(triage.Case.PatientText)) return;
        text.AppendLine().AppendLine(CultureInfo.InvariantCulture, $"In the patient's words: \"{triage.Case.PatientText.Trim()}\"");
    }

    private static IEnumerable<string> Written(IEnumerable<SafetyFact?> facts) =>
        facts.OfType<SafetyFact>().Where(fact => !fact.IsPrivate).Select(fact => fact.Professional);

    private static void Listed(StringBuilder text, string title, IEnumerable<string> entries)
    {
        string list = string.Join("; ", entries);
        if (list.Length > 0) text.AppendLine().AppendLine(CultureInfo.InvariantCulture, $"{title}: {list}.");
    }
}
