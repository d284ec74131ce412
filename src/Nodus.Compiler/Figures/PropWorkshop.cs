using System.Numerics;
using Nodus.Anatomy.Posing;
using Nodus.Anatomy.Rendering;

namespace Nodus.Compiler.Figures;

/// <summary>Makes the things of a figure, fitted to the body where they carry it.</summary>
internal sealed class PropWorkshop(FigureStage stage)
{
    private const float SlabCm = 1.5f, BedCm = 11, SeatCm = 3.5f, LegCm = 1.6f, WallCm = 3, PostCm = 5;

    /// <summary>Makes all of them.</summary>
    public IReadOnlyList<Solid> Make(IEnumerable<PropEntry> props) => [.. props.SelectMany(Make)];

    private IEnumerable<Solid> Make(PropEntry prop) => prop.Kind switch
    {
        PropKind.Floor => [Floor(prop)],
        PropKind.Mat => [Under(prop, SlabCm, 10)],
        PropKind.Bed => [Under(prop, BedCm, 12)],
        PropKind.Chair => Chair(prop, back: true),
        PropKind.Stool => Chair(prop, back: false),
        PropKind.Table => Table(prop),
        PropKind.Wall => [Panel(prop, prop.Half ?? new Vector3(45, 95, 0), WallCm)],
        PropKind.Post => [Panel(prop, prop.Half ?? new Vector3(5, 102, 0), PostCm)],
        PropKind.Ball => [Ball(prop)],
        PropKind.Bar => [Solid.Bar(prop.Material ?? Material.Tool, Smooth([.. prop.Through.Select(p => stage.Locate(p).Point)]), prop.RadiusCm)],
        PropKind.Block => [Block(prop)],
        _ => [Cushion(prop)],
    };

    private Solid Floor(PropEntry prop)
    {
        (Vector3 least, Vector3 most) = stage.Bounds(_ => true);
        Vector3 middle = (least + most) / 2, half = prop.Half ?? new Vector3(
            Math.Max(26, (most.X - least.X) / 2 + 6), 0.7f, Math.Max(26, (most.Z - least.Z) / 2 + 6));
        return Solid.Ellipsoid(prop.Material ?? Material.Furniture, new Vector3(middle.X, -0.72f, middle.Z), half with { Y = 0.7f }, Quaternion.Identity);
    }

    private Solid Under(PropEntry prop, float thick, float margin)
    {
        (Vector3 least, Vector3 most) = stage.Bounds(part => part is <= BodyPart.UpperArmLow or >= BodyPart.Thigh);
        // A mat lies on the floor; a bed is as high as the trunk, whatever hangs from it.
        float top = (prop.Kind == PropKind.Mat ? 0 : stage.Lowest(part => part <= BodyPart.ThoraxHigh)) + 0.3f;
        Vector3 half = prop.Half ?? new Vector3((most.X - least.X) / 2 + margin, 0, (most.Z - least.Z) / 2 + margin);
        Vector3 middle = prop.At is null ? (least + most) / 2 : stage.Locate(prop.At).Point;
        return Solid.Block(
            prop.Material ?? Material.Furniture, new Vector3(middle.X, top - thick / 2, middle.Z), half with { Y = thick / 2 }, Quaternion.Identity, thick / 2.2f);
    }

    private IEnumerable<Solid> Chair(PropEntry prop, bool back)
    {
        (Vector3 least, Vector3 most) = stage.Bounds(part => part is BodyPart.Pelvis or BodyPart.Thigh);
        float top = stage.Lowest(part => part is BodyPart.Pelvis or BodyPart.Thigh) + 0.6f;
        Vector3 middle = new((least.X + most.X) / 2, top - SeatCm / 2, least.Z + 20);
        if (prop.Faces.X != 0) middle.Z = (least.Z + most.Z) / 2 - 4;
        Vector3 half = prop.Half ?? new Vector3(22, 0, 21);
        half.Y = SeatCm / 2;
        Material material = prop.Material ?? Material.Furniture;
        Quaternion turn = Facing(prop.Faces with { Y = 0 });
        yield return Solid.Block(material, middle, half, turn, 1.4f);
        for (int k = 0; k < 4; k++)
        {
            float x = (k & 1) == 0 ? half.X - 3 : 3 - half.X, z = (k & 2) == 0 ? half.Z - 3 : 3 - half.Z;
            yield return Solid.Bar(material, [At(x, top - SeatCm, z), At(x, 0, z)], LegCm);
        }

        if (!back) yield break;
        float rear = 1.2f - half.Z;
        yield return Solid.Block(material, At(0, top + 34, rear - 3), new Vector3(half.X - 2, 12, 1.2f), turn * Tilt(-5), 1);
        foreach (float x in (float[])[3 - half.X, half.X - 3])
            yield return Solid.Bar(material, [At(x, top - 1, rear), At(x, top + 26, rear - 2.2f)], LegCm * 0.8f);

        Vector3 At(float x, float y, float z) => (middle + Vector3.Transform(new Vector3(x, 0, z), turn)) with { Y = y };
    }

    private IEnumerable<Solid> Table(PropEntry prop)
    {
        Vector3 top = stage.Locate(prop.At!).Point, half = prop.Half ?? new Vector3(45, 0, 28);
        Material material = prop.Material ?? Material.Furniture;
        yield return Solid.Block(material, top with { Y = top.Y - 1.2f }, half with { Y = 1.2f }, Quaternion.Identity, 0.8f);
        if (top.Y < 12) yield break;
        for (int k = 0; k < 4; k++)
        {
            Vector3 corner = top + new Vector3((k & 1) == 0 ? half.X - 4 : 4 - half.X, -2, (k & 2) == 0 ? half.Z - 4 : 4 - half.Z);
            yield return Solid.Bar(material, [corner, corner with { Y = 0 }], LegCm);
        }
    }

    /// <summary>Something upright from the floor that touches a place with its face.</summary>
    private Solid Panel(PropEntry prop, Vector3 half, float thick)
    {
        Vector3 at = stage.Locate(prop.At!).Point, faces = Vector3.Normalize(prop.Faces with { Y = 0 });
        half.Z = thick / 2;
        Vector3 centre = at - faces * (thick / 2);
        return Solid.Block(prop.Material ?? Material.Furniture, centre with { Y = half.Y }, half, Facing(faces), 0.9f);
    }

    private Solid Ball(PropEntry prop)
    {
        (Vector3 point, Vector3 normal) = stage.Locate(prop.At!);
        // Flesh gives way a little where a ball presses.
        Vector3 centre = prop.At!.Skin is null ? point : point + normal * (prop.RadiusCm * 0.86f);
        return Solid.Ellipsoid(prop.Material ?? Material.Tool, centre, new Vector3(prop.RadiusCm), Quaternion.Identity);
    }

    /// <summary>A curve through points (Catmull-Rom); two points stay a straight line.</summary>
    private static IReadOnlyList<Vector3> Smooth(IReadOnlyList<Vector3> points)
    {
        const int Steps = 8;
        if (points.Count == 2) return points;
        var curve = new List<Vector3> { points[0] };
        for (int i = 0; i + 1 < points.Count; i++)
        {
            Vector3 before = points[Math.Max(i - 1, 0)], a = points[i], b = points[i + 1], after = points[Math.Min(i + 2, points.Count - 1)];
            for (int k = 1; k <= Steps; k++)
            {
                float t = (float)k / Steps;
                curve.Add(0.5f * (2 * a + (b - before) * t + (2 * before - 5 * a + 4 * b - after) * (t * t)
                    + (3 * a - before - 3 * b + after) * (t * t * t)));
            }
        }

        return curve;
    }

    private Solid Block(PropEntry prop) => Solid.Block(
        prop.Material ?? Material.Furniture, stage.Locate(prop.At!).Point, prop.Half ?? new Vector3(20, 5, 15), Facing(prop.Faces), 1);

    private Solid Cushion(PropEntry prop) => Solid.Cushion(
        prop.Material ?? Material.Cloth, stage.Locate(prop.At!).Point, prop.Half ?? new Vector3(20, 5, 15), Facing(prop.Faces));

    private static Quaternion Facing(Vector3 faces)
    {
        faces = Vector3.Normalize(faces);
        float turn = MathF.Atan2(faces.X, faces.Z), rise = MathF.Asin(Math.Clamp(faces.Y, -1, 1));
        return Quaternion.CreateFromAxisAngle(Vector3.UnitY, turn) * Quaternion.CreateFromAxisAngle(Vector3.UnitX, -rise);
    }

    private static Quaternion Tilt(float degrees) => Quaternion.CreateFromAxisAngle(Vector3.UnitX, float.DegreesToRadians(degrees));
}
