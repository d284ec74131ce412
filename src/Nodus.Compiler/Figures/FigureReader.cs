using System.Numerics;
using System.Text.Json;
using Nodus.Anatomy;
using Nodus.Anatomy.Posing;
using Nodus.Anatomy.Rendering;
using Nodus.Compiler.Entries;
using Nodus.Compiler.Yaml;
using YamlDotNet.Core;

namespace Nodus.Compiler.Figures;

/// <summary>Reads the files of data/figures.</summary>
internal sealed class FigureReader(KnowledgeErrors errors)
{
    private static readonly Vector3 DefaultElbow = new(0, -1, -0.3f);

    private readonly HashSet<string> ids = new(StringComparer.Ordinal);

    /// <summary>Reads the figures of one file; faulty ones are noted and left out.</summary>
    public IReadOnlyList<FigureEntry> Read(KnowledgeText file) => file.Entries(fields => Figure(fields, file.Path), errors);

    private FigureEntry? Figure(FieldReader fields, string path)
    {
        string id = fields.Text("id"), title = fields.Text("title");
        if (!id.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '_'))
            fields.Fault(fields.At("id"), $"{fields.Name("id")} is '{id}'; allowed are lower-case letters, digits and '_'.");
        if (!ids.Add(id)) fields.Fault(fields.At("id"), $"The figure '{id}' is defined twice.");
        var attitude = fields.Choice<Attitude>("attitude");
        var ground = fields.Has("ground") ? fields.Choice<FigureGround>("ground") : FigureGround.Lowest;
        float raise = Optional(fields, "raise", 0, -50, 120);
        JointAngles angles = attitude.Angles();
        Hands(fields, angles);
        Joints(fields.OptionalMap("trunk"), [Side.Midline], angles);
        Joints(fields.OptionalMap("both"), [Side.Left, Side.Right], angles);
        Joints(fields.OptionalMap("sore"), [Side.Right], angles);
        Joints(fields.OptionalMap("good"), [Side.Left], angles);
        Quaternion turn = Lean(fields.OptionalMap("lean")) * attitude.Turn();
        ReachEntry[] reaches = [.. fields.Maps("reach").Select(Reach).OfType<ReachEntry>()];
        PropEntry[] props = [.. fields.Maps("props").Select(Prop).OfType<PropEntry>()];
        ArrowEntry[] arrows = [.. fields.Maps("arrows").Select(Arrow).OfType<ArrowEntry>()];
        FigureCamera? camera = Camera(fields.Map("camera"));
        Mark at = fields.Start;
        fields.End();
        return fields.Sound && camera is not null
            ? new FigureEntry(id, title, path, at, turn, ground, raise, angles, reaches, props, camera, arrows)
            : null;
    }

    private static void Hands(FieldReader fields, JointAngles angles)
    {
        FieldReader? hands = fields.OptionalMap("hands");
        foreach ((string key, Side side) in ((string, Side)[])[("sore", Side.Right), ("good", Side.Left)])
        {
            HandShape shape = hands is not null && hands.Has(key) ? hands.Choice<HandShape>(key) : HandShape.Relaxed;
            shape.Apply(angles, side);
        }

        hands?.End();
    }

    private static void Joints(FieldReader? fields, Side[] sides, JointAngles angles)
    {
        if (fields is null) return;
        bool midline = sides[0] == Side.Midline;
        foreach (Joint joint in Enum.GetValues<Joint>().Where(j => JointMotion.IsMidline(j) == midline))
        {
            if (fields.OptionalMap(Word(joint)) is not { } motions) continue;
            foreach (JointMotion motion in JointMotion.All.Where(m => m.Joint == joint))
            {
                string key = Word(motion.Motion);
                if (!motions.Has(key)) continue;
                var degrees = (float)motions.Number(key, motion.Least, motion.Most);
                foreach (Side side in sides) angles.Set(joint, side, motion.Motion, degrees);
            }

            motions.End();
        }

        fields.End();
    }

    /// <summary>The pelvis tipped further: forward, to the left, turned to the left.</summary>
    private static Quaternion Lean(FieldReader? fields)
    {
        if (fields is null) return Quaternion.Identity;
        float forward = Optional(fields, "forward", 0, -180, 180), left = Optional(fields, "left", 0, -180, 180);
        float turned = Optional(fields, "turned", 0, -180, 180);
        fields.End();
        return About(Vector3.UnitY, turned) * About(Vector3.UnitZ, -left) * About(Vector3.UnitX, forward);
    }

    private static ReachEntry? Reach(FieldReader fields)
    {
        Side side = SideOf(fields, "hand");
        var contact = fields.Has("with") ? fields.Choice<HandContact>("with") : HandContact.Palm;
        FigurePlace? to = Place(fields, "to");
        Vector3? palm = Direction(fields, "palm"), fingers = Direction(fields, "fingers"), elbow = Direction(fields, "elbow");
        fields.End();
        return fields.Sound ? new ReachEntry(side, contact, to!, palm, fingers, elbow ?? DefaultElbow) : null;
    }

    private static PropEntry? Prop(FieldReader fields)
    {
        var kind = fields.Choice<PropKind>("kind");
        FigurePlace? at = fields.Has("at") ? Place(fields, "at") : null;
        FigurePlace[] through = [.. Places(fields, "through")];
        float radius = Optional(fields, "radius", 3.3f, 0.2f, 60);
        Vector3? half = Direction(fields, "half"), faces = Direction(fields, "faces");
        Material? material = fields.Has("material") ? fields.Choice<Material>("material") : null;
        if (kind is PropKind.Wall or PropKind.Post or PropKind.Ball or PropKind.Block or PropKind.Cushion or PropKind.Table && at is null)
            fields.Fault(fields.Start, $"{fields.Name("at")} is missing; needed is the place of the {Word(kind)}.");
        if (kind == PropKind.Bar && through.Length < 2)
            fields.Fault(fields.Start, $"{fields.Name("through")} needs two places or more.");
        fields.End();
        return fields.Sound ? new PropEntry(kind, at, through, radius, half, faces ?? Vector3.UnitZ, material) : null;
    }

    private static ArrowEntry? Arrow(FieldReader fields)
    {
        FigurePlace? from = Place(fields, "from"), to = Place(fields, "to");
        float bend = Optional(fields, "bend", 0, -1.5f, 1.5f);
        fields.End();
        return fields.Sound ? new ArrowEntry(from!, to!, bend) : null;
    }

    private static FigureCamera? Camera(FieldReader? fields)
    {
        if (fields is null) return null;
        var azimuth = (float)fields.Number("azimuth", -360, 360);
        float elevation = Optional(fields, "elevation", 8, -89, 89), margin = Optional(fields, "margin", 6, 0, 60);
        FigurePlace[] frame = [.. Places(fields, "frame")];
        fields.End();
        return fields.Sound ? new FigureCamera(azimuth, elevation, frame, margin) : null;
    }

    private static Side SideOf(FieldReader fields, string key)
    {
        string word = fields.Text(key);
        if (word is not ("sore" or "good" or "")) fields.Fault(fields.At(key), $"{fields.Name(key)} is '{word}'; allowed is sore or good.");
        return word is "good" ? Side.Left : Side.Right;
    }

    private static float Optional(FieldReader fields, string key, float otherwise, float least, float most) =>
        fields.Has(key) ? (float)fields.Number(key, least, most) : otherwise;

    private static Vector3? Direction(FieldReader fields, string key) =>
        fields.OptionalText(key) is { } text ? Parsed(fields, fields.At(key), key, text, FigurePlace.Direction) : null;

    private static FigurePlace? Place(FieldReader fields, string key) =>
        fields.Text(key) is { Length: > 0 } text ? Parsed(fields, fields.At(key), key, text, FigurePlace.Parse) : null;

    private static IEnumerable<FigurePlace> Places(FieldReader fields, string key) => fields.Texts(key, 0)
        .Select(text => Parsed(fields, text.At, key, text.Text, FigurePlace.Parse)).OfType<FigurePlace>();

    private static T? Parsed<T>(FieldReader fields, Mark at, string key, string text, Func<string, T> parse)
    {
        try
        {
            return parse(text);
        }
        catch (FormatException fault)
        {
            fields.Fault(at, $"{fields.Name(key)}: {fault.Message}");
            return default;
        }
    }

    private static string Word<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    private static Quaternion About(Vector3 axis, float degrees) =>
        Quaternion.CreateFromAxisAngle(axis, float.DegreesToRadians(degrees));
}
