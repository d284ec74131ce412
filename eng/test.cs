// Restores and builds everything, runs every test project, and ends with one line: N passed, N failed, N skipped.
// Called by ./test and test.cmd; arguments go to the test runner (for example: ./test --filter-class "*Surface*").
using System.Diagnostics;
using System.Text.RegularExpressions;

string root = Directory.GetCurrentDirectory();
string dotnet = Environment.ProcessPath is { } self && Path.GetFileNameWithoutExtension(self) == "dotnet" ? self : "dotnet";
const string configuration = "Release";

if (Run(["build", "Nodus.slnx", "-c", configuration, "--nologo", "-v", "minimal"], echo: true).ExitCode != 0)
{
    Console.WriteLine("The build failed; no test was run.");
    Console.WriteLine("0 passed, 1 failed, 0 skipped");
    return 1;
}

int passed = 0, failed = 0, skipped = 0;
var gate = new Lock();
string[] projects = [.. Directory.EnumerateDirectories(Path.Combine(root, "tests")).Select(folder => Path.GetFileName(folder))
    .Where(name => File.Exists(Path.Combine(root, "tests", name, name + ".csproj"))).Order(StringComparer.Ordinal)];
// Two lanes: a browser's tests wait more than they work, so the others run beside them.
Parallel.Invoke([.. projects.GroupBy(name => name.EndsWith("EndToEnd.Tests", StringComparison.Ordinal)).Select(lane => (Action)(() =>
{
    foreach (string name in lane) Test(name);
}))]);

Console.WriteLine($"{passed} passed, {failed} failed, {skipped} skipped");
return failed == 0 && passed > 0 ? 0 : 1;

void Test(string name)
{
    var clock = Stopwatch.StartNew();
    (int exitCode, string output) = Run(
        ["test", "--project", Path.Combine("tests", name), "-c", configuration, "--no-build", "--no-ansi", "--no-progress",
         // Measurements belong to bench/reports, on a quiet machine; they are no tests of whether it works.
         "--output", "Detailed", "--filter-not-trait", "Kind=Measurement", .. args], echo: false);

    int Count(string what) => Regex.Match(output, $@"^\s*{what}: (\d+)\s*$", RegexOptions.Multiline) is { Success: true } m
        ? int.Parse(m.Groups[1].Value) : 0;
    (int p, int f, int s) = (Count("succeeded"), Count("failed"), Count("skipped"));

    // A runner that dies without a summary is a failure too. Exit code 8: a filter matched nothing here.
    bool crashed = exitCode is not (0 or 8) && f == 0;
    if (crashed) f = 1;
    using Lock.Scope scope = gate.EnterScope();
    (passed, failed, skipped) = (passed + p, failed + f, skipped + s);
    Console.WriteLine($"{name}: {p} passed, {f} failed, {s} skipped in {clock.Elapsed.TotalSeconds:F1} s");
    if (f > 0) Console.WriteLine(crashed ? output : Relevant(output));
    foreach (Match skip in Regex.Matches(output, @"^skipped (.+?)(?: \(\d.*)?\r?\n\s+(.+)$", RegexOptions.Multiline))
        Console.WriteLine($"  skipped: {skip.Groups[1].Value}: {skip.Groups[2].Value.Trim()}");
}

(int ExitCode, string Output) Run(string[] arguments, bool echo)
{
    var start = new ProcessStartInfo(dotnet) { WorkingDirectory = root, RedirectStandardOutput = true, RedirectStandardError = true };
    foreach (string argument in arguments) start.ArgumentList.Add(argument);
    using Process process = Process.Start(start)!;
    var output = new System.Text.StringBuilder();
    void Take(object _, DataReceivedEventArgs line)
    {
        if (line.Data is null) return;
        lock (output) output.AppendLine(line.Data);
        if (echo) Console.WriteLine(line.Data);
    }

    process.OutputDataReceived += Take;
    process.ErrorDataReceived += Take;
    process.BeginOutputReadLine();
    process.BeginErrorReadLine();
    process.WaitForExit();
    return (process.ExitCode, output.ToString());
}

// The passed tests' lines only hide what went wrong.
static string Relevant(string output) =>
    string.Join('\n', output.Split('\n').Where(line =>
        !line.StartsWith("passed ", StringComparison.Ordinal) && !line.StartsWith("  from ", StringComparison.Ordinal)));
