using System.CommandLine;
using System.Text;
using System.Text.Json;
using Nodus.Clinical.Assessment;
using Nodus.Clinical.Safety;
using Spectre.Console;

namespace Nodus.Cli.Verbs;

/// <summary><c>nodus batch</c>: one case a line in, one result a line out, in order.</summary>
internal static class BatchVerb
{
    public static Command Create()
    {
        var file = new Argument<string>("file") { Description = "Cases as JSON Lines; - reads standard input" };
        var command = new Command("batch", "One case a line in, one result a line out; a bad line says why and the rest goes on") { file };
        command.SetAction(parse => Run(parse.GetRequiredValue(file)));
        return command;
    }

    private static int Run(string file)
    {
        CompiledFolder data = CompiledFolder.Own;
        CaseReader reader = data.CaseReader;
        Assessor assessor = Assessor.For(data.Knowledge, data.Atlas);
        // Lines are read as they come, so that a pipe without an end works too; the length is known for files only.
        using Stream input = file == "-" ? Console.OpenStandardInput() : File.OpenRead(file);
        using var lines = new StreamReader(input, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        using Stream output = Console.OpenStandardOutput();
        if (input.CanSeek && !Console.IsErrorRedirected) WithProgress(input, step => All(lines, reader, data.Gate, assessor, output, step));
        else All(lines, reader, data.Gate, assessor, output, () => { });
        return ExitCode.Done;
    }

    private static void All(StreamReader lines, CaseReader reader, SafetyGate gate, Assessor assessor, Stream output, Action step)
    {
        for (int number = 1; lines.ReadLine() is { } line; number++)
        {
            if (!string.IsNullOrWhiteSpace(line))
            {
                output.Write(One(line, number, reader, gate, assessor));
                output.WriteByte((byte)'\n');
            }

            step();
        }
    }

    private static byte[] One(string line, int number, CaseReader reader, SafetyGate gate, Assessor assessor)
    {
        try
        {
            return assessor.Assess(gate.Check(reader.Read(Encoding.UTF8.GetBytes(line)))).ToJson();
        }
        catch (CaseFormatException fault)
        {
            using var memory = new MemoryStream();
            using (var writer = new Utf8JsonWriter(memory))
            {
                writer.WriteStartObject();
                writer.WriteNumber("line", number);
                writer.WriteString("error", fault.Message);
                writer.WriteEndObject();
            }

            return memory.ToArray();
        }
    }

    private static void WithProgress(Stream input, Action<Action> work)
    {
        IAnsiConsole error = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        error.Progress().Start(context =>
        {
            ProgressTask bar = context.AddTask("cases", maxValue: Math.Max(1, input.Length));
            work(() => bar.Value = input.Position);
            bar.Value = bar.MaxValue;
        });
    }
}
