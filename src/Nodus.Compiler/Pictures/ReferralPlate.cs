using Nodus.Clinical.Knowledge;

namespace Nodus.Compiler.Pictures;

/// <summary>One pattern to draw.</summary>
/// <param name="Id">Id of the trigger point or rival.</param>
/// <param name="Name">The words above it on a sheet.</param>
/// <param name="Site">Where the point is pressed; null for a rival.</param>
/// <param name="Paint">The pattern.</param>
public sealed record ReferralPlate(string Id, string Name, PressSite? Site, PaintedReferral Paint);
