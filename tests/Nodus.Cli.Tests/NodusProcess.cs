using System.Diagnostics;

namespace Nodus.Cli.Tests;

/// <summary>What a shell sees of one run of <c>nodus</c>.</summary>
internal sealed record NodusProcess(int ExitCode, string Output, string Error)
{
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "nodus.dll");

    public static NodusProcess Run(params string[] arguments) => RunWith("", arguments);

    public static NodusProcess RunWith(string input, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.ArgumentList.Add(Program);
        foreach (string argument in arguments) start.ArgumentList.Add(argument);
        // Plain text whatever terminal the tests run in.
        start.Environment["NO_COLOR"] = "1";
        start.Environment["TERM"] = "dumb";
        using Process process = Process.Start(start) ?? throw new InvalidOperationException("dotnet could not be started.");
        Task<string> output = process.StandardOutput.ReadToEndAsync(), error = process.StandardError.ReadToEndAsync();
        process.StandardInput.Write(input);
        process.StandardInput.Close();
        process.WaitForExit();
        return new NodusProcess(process.ExitCode, output.Result, error.Result);
    }
}
