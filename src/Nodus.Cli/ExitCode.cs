namespace Nodus.Cli;

/// <summary>What the shell is told (see the contract of the machine interface in the README).</summary>
internal static class ExitCode
{
    /// <summary>Done.</summary>
    public const int Done = 0;

    /// <summary>Bad input: one clear line on standard error, nothing half-done.</summary>
    public const int BadInput = 2;
}
