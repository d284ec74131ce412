using System.CommandLine;
using Nodus.Anatomy;
using Nodus.Anatomy.Rendering;
using Nodus.Clinical.Knowledge;
using Nodus.Cli.Output;
using Nodus.Compiler;
using Nodus.Compiler.Pictures;
using SkiaSharp;
using Spectre.Console;

namespace Nodus.Cli.Verbs;

/// <summary><c>nodus atlas</c>: the body, its views, and patterns painted on it.</summary>
internal static class AtlasVerb
{
    public static Command Create()
    {
        var command = new Command("atlas", "The body: its views, a referral pattern, a contact sheet of patterns")
        {
            View(), Pattern(), Sheet(),
        };
        command.SetAction(_ => Describe(CompiledFolder.Own.Atlas));
        return command;
    }

    private static int Describe(BodyAtlas atlas)
    {
        AnsiConsole.MarkupLineInterpolated(
            $"[bold]atlas {atlas.Version}[/]: {atlas.Mesh.Positions.Length} vertices, {atlas.Mesh.CellCount} cells, {atlas.Landmarks.All.Count} landmarks, {atlas.Zones.Zones.Count} zones");
        AnsiConsole.MarkupLineInterpolated($"builds: {string.Join(", ", atlas.Builds.Select(b => b.Id))}");
        AnsiConsole.MarkupLineInterpolated($"views:  {string.Join(", ", atlas.Views.Select(v => v.Id))}");
        return ExitCode.Done;
    }

    private static Command View()
    {
        var view = new Argument<string>("view") { Description = "A view of the atlas, for example front or head_left" };
        var build = new Option<string>("--build") { Description = "Which body", DefaultValueFactory = _ => "neutral" };
        Option<FileInfo?> output = OutputFile("front.png; without it the view is drawn in the terminal");
        var command = new Command("view", "A clay view of the body") { view, build, output };
        command.SetAction(parse =>
        {
            BodyBuild body = BadInput.Find("--build", parse.GetRequiredValue(build), CompiledFolder.Own.Atlas.Builds, b => b.Id);
            BodyView wanted = BadInput.Find("view", parse.GetRequiredValue(view), body.Views, v => v.Id);
            string picture = CompiledFolder.Own.Picture(body, wanted);
            using SKBitmap clay = SKBitmap.Decode(picture);
            PictureFile.Save(parse.GetValue(output), new SKSizeI(clay.Width, clay.Height), canvas => canvas.DrawBitmap(clay, 0, 0));
            return ExitCode.Done;
        });
        return command;
    }

    private static Command Pattern()
    {
        var point = new Argument<string>("point") { Description = "A trigger point, for example infraspinatus.1" };
        var side = new Option<string>("--side") { Description = "left or right", DefaultValueFactory = _ => "right" };
        Option<FileInfo?> output = OutputFile("pattern.png or pattern.svg; without it the pattern is drawn in the terminal");
        var command = new Command("pattern", "Where a trigger point refers: essential solid, spillover stippled, X where to press")
        {
            point, side, output,
        };
        command.SetAction(parse =>
        {
            TriggerPoint wanted = FindPoint(parse.GetRequiredValue(point));
            Side where = ParseSide(parse.GetRequiredValue(side));
            ReferralPicture painter = ReferralPicture.Read(CompiledFolder.Own.Path);
            ReferralPlate plate = CompiledFolder.Own.Patterns.Plate(wanted);
            var size = new SKSizeI(1200, 900);
            PictureFile.Save(parse.GetValue(output), size, canvas => painter.Draw(canvas, SKRect.Create(size), plate, where));
            return ExitCode.Done;
        });
        return command;
    }

    private static Command Sheet()
    {
        var only = new Option<string?>("--of") { Description = "One muscle, rival or danger zone instead of all muscles" };
        var group = new Option<string?>("--group") { Description = "One group of muscles instead of all, for example head_neck" };
        var columns = new Option<int>("--columns") { Description = "Pictures a row, 1 to 12", DefaultValueFactory = _ => 4 };
        Option<FileInfo?> output = OutputFile("sheet.png or sheet.svg");
        var draft = new DraftOptions();
        var command = new Command("sheet", "A contact sheet of referral patterns, to compare with the literature")
        {
            only, group, columns, output,
        };
        draft.AddTo(command);
        command.SetAction(parse =>
        {
            FileInfo file = parse.GetValue(output) ?? throw new BadInputException("--out: name the picture to write, for example --out sheet.png.");
            int perRow = parse.GetValue(columns);
            if (perRow is < 1 or > 12) throw new BadInputException($"--columns: {perRow} is not allowed; 1 to 12.");
            PatternSet patterns = draft.Patterns(parse, parse.GetValue(only));
            IReadOnlyList<ReferralPlate> plates = Choose(patterns, parse.GetValue(only), parse.GetValue(group));
            ReferralPicture painter = ReferralPicture.Read(CompiledFolder.Own.Path);
            PictureFile.Save(
                file, ReferralPicture.SheetSize(plates.Count, perRow), canvas => painter.DrawSheet(canvas, plates, perRow));
            return ExitCode.Done;
        });
        return command;
    }

    private static IReadOnlyList<ReferralPlate> Choose(PatternSet patterns, string? only, string? group)
    {
        if (only is not null) return patterns.Plates(only);
        ReferralPlate[] plates =
        [
            .. patterns.Muscles.Where(muscle => group is null || string.Equals(muscle.Group, group, StringComparison.Ordinal))
                .SelectMany(muscle => muscle.Points).Select(patterns.Plate),
        ];
        return plates.Length > 0 || group is null
            ? plates
            : throw new BadInputException(
                $"--group: there is no \"{group}\". Allowed: {string.Join(", ", patterns.Muscles.Select(m => m.Group).Distinct(StringComparer.Ordinal))}.");
    }

    private static TriggerPoint FindPoint(string id) =>
        BadInput.Find("point", id, CompiledFolder.Own.Knowledge.Points, p => p.Id);

    private static Side ParseSide(string word) => Sides.OfWord(word) is { } side and not Side.Midline
        ? side
        : throw new BadInputException($"--side: \"{word}\" is not allowed. Allowed: left, right.");

    private static Option<FileInfo?> OutputFile(string example) =>
        new("--out", "-o") { Description = $"The file to write, for example {example}" };
}
