namespace Nodus.Web.Client.Locate;

/// <summary>The cross where a point is pressed, as a place on a picture.</summary>
/// <param name="Left">Distance from the left edge, CSS length.</param>
/// <param name="Top">Distance from the top edge, CSS length.</param>
public sealed record PressMark(string Left, string Top);
