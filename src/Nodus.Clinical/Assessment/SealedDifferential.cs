using Nodus.Clinical.Safety;

namespace Nodus.Clinical.Assessment;

/// <summary>
/// A differential behind the gate. Programs get all of it as JSON, with the triage in it; a person gets it through
/// <see cref="Open"/>, which asks for leave of the gate. This is the seam that every surface passes: outside of this assembly
/// there is no other way to a muscle's name for a case.
/// </summary>
public sealed class SealedDifferential
{
    private readonly Differential differential;

    internal SealedDifferential(Differential differential, Triage triage) => (this.differential, Triage) = (differential, triage);

    /// <summary>What the gate said about the case.</summary>
    public Triage Triage { get; }

    /// <summary>Everything as UTF-8 JSON for other programs, one object, the same bytes for the same content.</summary>
    /// <param name="by">A clinician's decision to open the gate, for the record; null for none.</param>
    public byte[] ToJson(GateOverride? by = null) => (differential with { Triage = Triage.ToReport(by) }).ToJson();

    /// <summary>The differential for a person to see.</summary>
    /// <param name="pass">Leave of the gate, for this very triage.</param>
    /// <exception cref="InvalidOperationException">The pass was given for another triage.</exception>
    public Differential Open(GatePass pass)
    {
        ArgumentNullException.ThrowIfNull(pass);
        return ReferenceEquals(pass.Triage, Triage)
            ? differential
            : throw new InvalidOperationException("The gate was passed for another case than this one.");
    }
}
