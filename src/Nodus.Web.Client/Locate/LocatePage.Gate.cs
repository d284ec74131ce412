using Nodus.Clinical.Assessment;
using Nodus.Clinical.Safety;
using Nodus.Clinical.Safety.Language;
using Nodus.Web.Client.Body;
using Nodus.Web.Client.Examine;
using Nodus.Web.Client.Safety;

namespace Nodus.Web.Client.Locate;

/// <content>The safety gate: nothing is ranked before it is passed.</content>
public sealed partial class LocatePage
{
    private const string IntakeKey = "nodus.intake";

    private SafetyGate? gate;
    private WordReader? reader;
    private Interview? interview;
    private Triage? triage;
    private GatePass? pass;
    private EmergencyContacts? contacts;
    private Intake intake = Intake.Empty;
    private WordReading words = WordReading.Nothing;
    private bool gateOpen, reviewing, narrow;

    private string GateTitle => triage switch
    {
        null => "Safety and zones",
        { IsStop: true } => StopCard.Title(triage.Disposition),
        _ when intake.IsPatient && triage.IsComplete => "Safety questions answered",
        { IsComplete: false } => $"{triage.Unanswered.Count} safety questions",
        _ when reviewing => "Safety questions",
        _ => "Muscles and zones",
    };

    private async Task LoadGateAsync()
    {
        if (!OperatingSystem.IsBrowser()) return;
        gate = new SafetyGate(await Files.SafetyAsync());
        interview = new Interview(gate);
        contacts = gate.Knowledge.ContactsIn(DeviceModule.Region());
        narrow = DeviceModule.IsNarrow();
        intake = Intake.Parse(DeviceModule.Load(IntakeKey));
        LookUpFindings();
        await ReadWordsAsync();
        CheckGate();
    }

    /// <summary>Asks the gate about what is drawn and answered; a drawing that reaches no new region keeps its triage.</summary>
    private void CheckGate()
    {
        if (gate is null) return;
        Case patient = told with { Pain = painful.Count == 0 ? [] : examined.With([.. painful.Select(PainReport.From)]) };
        triage = gate.Check(patient, words, triage);
        // Muscles are for clinicians: a patient who answers alone is told what to do, not what it might be.
        pass = intake.IsPatient ? null : SafetyGate.Pass(triage, intake.Override);
        gateOpen = pass is not null && painful.Count > 0;
        if (gateOpen) return;
        reviewing = false;
        (held, shownPoint) = (null, null);
        if (tab == AnswerTab.Examine) tab = AnswerTab.Causes;
    }

    private async Task ChangeIntake(Intake next)
    {
        bool reread = next.Text != intake.Text;
        (intake, Findings findings) = Found.Apart(next);
        if (findings.Answers.Count != Found.Answers.Count) session?.Note(findings);
        else LookUpFindings();
        if (OperatingSystem.IsBrowser()) DeviceModule.Save(IntakeKey, intake.ToJson());
        if (reread) await ReadWordsAsync();
        Rank();
        StateHasChanged();
    }

    private void CloseReview() => reviewing = false;

    private async Task ReadWordsAsync()
    {
        if (gate is null) return;
        if (string.IsNullOrWhiteSpace(intake.Text))
        {
            words = WordReading.Nothing;
            return;
        }

        reader ??= new WordReader(gate.Knowledge, await Files.LanguageAsync());
        words = reader.Read(intake.Text, [], []);
    }
}
