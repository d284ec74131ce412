using System.Text.Json;

namespace Nodus.Web.Data;

/// <summary>A step picture: the body posed as a stretch or self-release says.</summary>
/// <param name="Id">Its id; the picture is <c>figures/id.png</c> of the compiled data.</param>
/// <param name="Title">What it shows.</param>
/// <param name="Width">Pixels across.</param>
/// <param name="Height">Pixels down.</param>
public sealed record StepFigure(string Id, string Title, int Width, int Height);

/// <summary>Where a muscle's first point lies in a step picture.</summary>
/// <param name="Figure">Id of the picture.</param>
/// <param name="X">Pixels from the left.</param>
/// <param name="Y">Pixels from the top.</param>
/// <param name="Visible">Not covered by the body.</param>
public sealed record StepMark(string Figure, double X, double Y, bool Visible);

/// <summary>The marks of a muscle; null where it names no picture.</summary>
/// <param name="Stretch">In the picture of its stretch.</param>
/// <param name="SelfRelease">In the picture of its self-release.</param>
public sealed record StepMarks(StepMark? Stretch = null, StepMark? SelfRelease = null);

/// <summary>The step pictures: <c>figures.json</c> of the compiled data.</summary>
/// <param name="Figures">The pictures.</param>
/// <param name="Marks">By muscle.</param>
public sealed record StepFigures(IReadOnlyList<StepFigure> Figures, IReadOnlyDictionary<string, StepMarks> Marks)
{
    /// <summary>Reads the file.</summary>
    /// <exception cref="InvalidDataException">Not such a file.</exception>
    public static StepFigures Read(Stream stream)
    {
        try
        {
            return JsonSerializer.Deserialize<StepFigures>(stream, JsonSerializerOptions.Web)
                ?? throw new InvalidDataException("The step pictures are empty.");
        }
        catch (JsonException fault)
        {
            throw new InvalidDataException($"Not step pictures: {fault.Message}", fault);
        }
    }

    /// <summary>The marks of a muscle.</summary>
    public StepMarks Of(string muscle) => Marks.GetValueOrDefault(muscle) ?? new StepMarks();

    /// <summary>The picture with an id; null where there is none.</summary>
    public StepFigure? Find(string id) => Figures.FirstOrDefault(figure => figure.Id == id);
}
