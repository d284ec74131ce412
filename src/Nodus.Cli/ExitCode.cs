namespace Nodus.Cli;

/// <summary>What the shell is told (see the contract of the machine interface in the README).</summary>
internal static class ExitCode
{
    /// <summary>Done.</summary>
    public const int Done = 0;

    /// <summary>Bad input: one clear line on standard error, nothing half-done.</summary>
    public const int BadInput = 2;

    /// <summary>The safety gate is closed: <c>locate</c> without <c>--json</c> named no muscle.</summary>
    public const int StoppedByGate = 3;

    /// <summary><c>nodus rerun</c>: a saved assessment comes out differently.</summary>
    public const int Differs = 1;

    /// <summary><c>nodus bench</c> found what must not be, such as an unsafe miss.</summary>
    public const int BelowTheBar = 1;
}
