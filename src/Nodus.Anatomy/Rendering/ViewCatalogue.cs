using System.Numerics;
using Nodus.Anatomy.Surface;

namespace Nodus.Anatomy.Rendering;

/// <summary>The fixed cameras of the atlas.</summary>
internal static class ViewCatalogue
{
    private const int BodyHeightPx = 1600, DetailHeightPx = 1000;
    private static readonly Vector3 Up = new(0, 1, 0);

    /// <summary>All views of a build; hands and feet are aimed by its frames.</summary>
    public static IReadOnlyList<BodyView> Of(ImplicitBody body) =>
    [
        Whole("front", "Front", new Vector3(0, 0, -1), 780),
        Whole("back", "Back", new Vector3(0, 0, 1), 780),
        Whole("left", "Left side", new Vector3(-1, 0, 0), 420),
        Whole("right", "Right side", new Vector3(1, 0, 0), 420),
        Head("head_front", "Head, front", new Vector3(0, 0, -1)),
        Head("head_left", "Head, left side", new Vector3(-1, 0, 0)),
        Head("head_right", "Head, right side", new Vector3(1, 0, 0)),
        Head("head_back", "Head, back", new Vector3(0, 0, 1)),
        .. Paired("axilla_{0}", "{0} armpit, inner arm and side of the chest", Axilla),
        .. Paired("hand_{0}_palm", "{0} palm", s => Hand(body, s, palm: true)),
        .. Paired("hand_{0}_dorsum", "Back of the {0} hand", s => Hand(body, s, palm: false)),
        .. Paired("foot_{0}_dorsum", "Top of the {0} foot", s => Foot(s, sole: false)),
        .. Paired("foot_{0}_sole", "Sole of the {0} foot", s => Foot(s, sole: true)),
    ];

    private static BodyView Whole(string id, string title, Vector3 direction, int widthPx) =>
        new(id, title, direction, Up, new Vector3(0, 87.6f, 0.6f), 90, widthPx, BodyHeightPx);

    private static BodyView Head(string id, string title, Vector3 direction) =>
        new(id, title, direction, Up, new Vector3(0, 158.5f, 0), 18.5f, 820, DetailHeightPx) { FadeCm = 2.5f };

    private static IEnumerable<BodyView> Paired(string id, string title, Func<Side, BodyView> make)
    {
        foreach (Side side in (Side[])[Side.Left, Side.Right])
        {
            string word = side.ToWord(), name = string.Format(title, word);
            yield return make(side) with
            {
                Id = string.Format(id, word),
                Title = char.ToUpperInvariant(name[0]) + name[1..],
                Shows = side,
            };
        }
    }

    private static BodyView Axilla(Side side)
    {
        // From the side, a little in front and below.
        Vector3 look = Vector3.Normalize(new Vector3(-0.72f, 0.22f, -0.66f));
        Vector3 right = Vector3.Normalize(Vector3.Cross(look, Up));
        return OnSide(side, new BodyView(
            "", "", look, Vector3.Cross(right, look), new Vector3(20, 138.5f, 0), 31, 860, DetailHeightPx)
            { FadeCm = 4, Pose = BodyPose.ArmsRaised });
    }

    private static BodyView Hand(ImplicitBody body, Side side, bool palm)
    {
        LocalFrame hand = body.Frame("hand");
        Vector3d centre = hand.ToBody(new Vector3d(1, 8.2, 0)), look = palm ? -hand.Z : hand.Z;
        return OnSide(side, new BodyView(
            "", "", look.ToSingle(), (-hand.Y).ToSingle(), centre.ToSingle(), 12.5f, 820, DetailHeightPx) { FadeCm = 2 });
    }

    private static BodyView Foot(Side side, bool sole)
    {
        if (sole)
        {
            return OnSide(side, new BodyView(
                "", "", new Vector3(0, 1, 0), new Vector3(0, 0, 1), new Vector3(10, 4, 2.6f), 15.5f, 620, DetailHeightPx)
                { FarCm = 10 });
        }

        // From above and in front: straight from above the leg would hide the heel and leave a hole where it is cut.
        Vector3 look = Vector3.Normalize(new Vector3(0, -0.72f, -0.69f));
        Vector3 up = Vector3.Normalize(Vector3.Cross(new Vector3(1, 0, 0), look));
        return OnSide(side, new BodyView(
            "", "", look, up, new Vector3(10, 6, 3.2f), 14.5f, 620, DetailHeightPx) { FadeCm = 3 });
    }

    private static BodyView OnSide(Side side, BodyView left)
    {
        if (side == Side.Left) return left;
        return left with
        {
            Direction = left.Direction with { X = -left.Direction.X },
            Up = left.Up with { X = -left.Up.X },
            Centre = left.Centre with { X = -left.Centre.X },
        };
    }
}
