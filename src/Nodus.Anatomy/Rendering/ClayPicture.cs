namespace Nodus.Anatomy.Rendering;

/// <summary>A rendered view: straight (not premultiplied) RGBA, four bytes a pixel.</summary>
/// <param name="WidthPx">Pixels across.</param>
/// <param name="HeightPx">Pixels down.</param>
/// <param name="Rgba">Row by row from the top left; transparent where there is no body.</param>
public sealed record ClayPicture(int WidthPx, int HeightPx, byte[] Rgba);
