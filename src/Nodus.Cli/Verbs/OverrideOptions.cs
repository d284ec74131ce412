using System.CommandLine;
using Nodus.Clinical.Safety;

namespace Nodus.Cli.Verbs;

/// <summary>The options by which a clinician opens the gate on record.</summary>
internal sealed class OverrideOptions
{
    private static readonly string[] Reasons = [.. Enum.GetValues<OverrideReason>().Select(reason => reason.ToWord())];

    public Option<string?> Clinician { get; } = new("--clinician") { Description = "Who opens the gate; with --override and --because" };

    public Option<string?> Reason { get; } = new("--override") { Description = $"Opens the gate for a clinician: {string.Join(", ", Reasons)}" };

    public Option<string?> Because { get; } = new("--because") { Description = "Why, in words: what was examined, by whom, what it showed" };

    /// <summary>The decision; null when none was given.</summary>
    /// <exception cref="BadInputException">It is incomplete.</exception>
    public GateOverride? Read(ParseResult parse, Triage triage)
    {
        string? reason = parse.GetValue(Reason), clinician = parse.GetValue(Clinician), because = parse.GetValue(Because);
        if (reason is null && clinician is null && because is null) return null;
        int code = Array.IndexOf(Reasons, reason);
        if (code < 0) throw new BadInputException($"--override: must be one of {string.Join(", ", Reasons)}.");
        if (string.IsNullOrWhiteSpace(clinician)) throw new BadInputException("--clinician: name who opens the gate; patients cannot.");
        if (because is null || because.Trim().Length < GateOverride.TextLeast)
            throw new BadInputException($"--because: say in at least {GateOverride.TextLeast} letters what was examined, by whom, and what it showed.");
        return new GateOverride(clinician, (OverrideReason)code, because, [.. triage.Stops]);
    }
}
