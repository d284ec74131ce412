namespace Nodus.Anatomy.Drawing;

/// <summary>A drawing that cannot be read: the field at fault and what it may hold.</summary>
public sealed class DrawingFormatException : FormatException
{
    /// <summary>Says what is wrong.</summary>
    /// <param name="field">The field, such as <c>strokes[2].intensity</c>.</param>
    /// <param name="problem">What it holds and what it may hold.</param>
    /// <param name="inner">What the reader met, if anything.</param>
    public DrawingFormatException(string field, string problem, Exception? inner = null)
        : base($"{field}: {problem}", inner) => Field = field;

    /// <summary>The field at fault.</summary>
    public string Field { get; }
}
