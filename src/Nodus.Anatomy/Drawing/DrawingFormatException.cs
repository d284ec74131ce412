namespace Nodus.Anatomy.Drawing;

/// <summary>A drawing that cannot be read: the field at fault and what it may hold.</summary>
public sealed class DrawingFormatException : FormatException
{
    /// <summary>Says what is wrong.</summary>
    /// <param name="field">The field, such as <c>strokes[2].intensity</c>.</param>
    /// <param name="problem">What it holds and what it may hold.</param>
    /// <param name="inner">What the reader met, if anything.</param>
    public DrawingFormatException(string field, string problem, Exception? inner)
        : base($"{field}: {problem}", inner) => Field = field;

    /// <inheritdoc cref="DrawingFormatException(string, string, Exception)"/>
    public DrawingFormatException(string field, string problem)
        : this(field, problem, null)
    {
    }

    /// <summary>A drawing that cannot be read.</summary>
    public DrawingFormatException()
        : this("drawing", "cannot be read.")
    {
    }

    /// <summary>Says what is wrong with the drawing as a whole.</summary>
    public DrawingFormatException(string problem)
        : this("drawing", problem)
    {
    }

    /// <summary>Says what is wrong with the drawing as a whole.</summary>
    public DrawingFormatException(string problem, Exception inner)
        : this("drawing", problem, inner)
    {
    }

    /// <summary>The field at fault.</summary>
    public string Field { get; }
}
