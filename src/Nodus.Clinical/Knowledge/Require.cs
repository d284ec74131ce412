using System.Runtime.CompilerServices;

namespace Nodus.Clinical.Knowledge;

/// <summary>What every entry of the knowledge must satisfy on creation, in the words of the field that fails.</summary>
internal static class Require
{
    /// <summary>Text that says something.</summary>
    /// <exception cref="ArgumentException">Null, empty or blank.</exception>
    public static string Text(string? value, [CallerArgumentExpression(nameof(value))] string field = "") =>
        string.IsNullOrWhiteSpace(value) ? throw new ArgumentException($"{field} must not be empty.", field) : value;

    /// <summary>A number between 0 and 1, both allowed.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Outside, or not a number.</exception>
    public static double Fraction(double value, [CallerArgumentExpression(nameof(value))] string field = "") =>
        Between(value, 0, 1, field);

    /// <summary>A number between two bounds, both allowed.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Outside, or not a number.</exception>
    public static double Between(
        double value, double least, double most, [CallerArgumentExpression(nameof(value))] string field = "") =>
        value >= least && value <= most
            ? value
            : throw new ArgumentOutOfRangeException(field, value, $"{field} must be between {least} and {most}.");

    /// <summary>A list, possibly empty, without a null in it.</summary>
    /// <exception cref="ArgumentException">Null, or holds a null.</exception>
    public static IReadOnlyList<T> List<T>(
        IReadOnlyList<T>? value, [CallerArgumentExpression(nameof(value))] string field = "")
        where T : class
    {
        if (value is null) throw new ArgumentException($"{field} must be a list.", field);
        foreach (T item in value)
        {
            if (item is null) throw new ArgumentException($"{field} must not hold an empty entry.", field);
        }

        return value;
    }

    /// <summary>A list with at least one entry.</summary>
    /// <exception cref="ArgumentException">Null, empty, or holds a null.</exception>
    public static IReadOnlyList<T> Some<T>(
        IReadOnlyList<T>? value, [CallerArgumentExpression(nameof(value))] string field = "")
        where T : class =>
        List(value, field).Count > 0 ? value! : throw new ArgumentException($"{field} needs at least one entry.", field);
}
