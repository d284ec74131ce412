namespace Nodus.Web.Client.Locate;

/// <summary>What the page needs to know of a view before the atlas is there.</summary>
/// <param name="Id">The view's id.</param>
/// <param name="Title">What a reader sees.</param>
/// <param name="Width">Pixels across.</param>
/// <param name="Height">Pixels down.</param>
/// <param name="PixelsPerCm">Scale of the picture.</param>
/// <param name="AtLeft">What lies at the picture's left, in words; empty where it needs no saying.</param>
/// <param name="AtRight">What lies at the picture's right.</param>
public sealed record StageCard(
    string Id, string Title, int Width, int Height, float PixelsPerCm, string AtLeft, string AtRight);

/// <summary>A physique to choose.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Label">What a reader sees.</param>
public sealed record BuildCard(string Id, string Label);
