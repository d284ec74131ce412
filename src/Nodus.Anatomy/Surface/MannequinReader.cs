using System.Text.Json;

namespace Nodus.Anatomy.Surface;

/// <summary>Reads the body description (data/atlas/mannequin.json and the builds beside it).</summary>
public static class MannequinReader
{
    /// <summary>Reads a body.</summary>
    /// <param name="path">The name used in complaints.</param>
    /// <param name="utf8Json">The text of the file.</param>
    /// <param name="armsRaisedDegrees">How far the arms are lifted sideways from where the file has them.</param>
    /// <exception cref="AtlasFormatException">Broken JSON, an unknown or missing field, a wrong number.</exception>
    public static ImplicitBody Read(string path, byte[] utf8Json, double armsRaisedDegrees = 0)
    {
        using var text = new SourceText(path, utf8Json);
        return new Reading(text).Body(armsRaisedDegrees);
    }

    private sealed class Reading(SourceText text)
    {
        private readonly Dictionary<string, Vector3d> joints = new(StringComparer.Ordinal);
        private readonly Dictionary<string, LocalFrame> frames = new(StringComparer.Ordinal);

        public ImplicitBody Body(double armsRaisedDegrees)
        {
            JsonElement root = text.Root;
            foreach (JsonProperty j in text.Require(root, "joints", JsonValueKind.Object, "the body").EnumerateObject())
                joints[j.Name] = Point(j.Value, $"joint {j.Name}");
            if (armsRaisedDegrees != 0) RaiseArms(double.DegreesToRadians(armsRaisedDegrees));
            foreach (JsonProperty f in text.Require(root, "frames", JsonValueKind.Object, "the body").EnumerateObject())
                frames[f.Name] = Frame(f.Name, f.Value);

            var groups = new List<MassGroup>();
            var primitives = new List<Primitive>();
            var groupOf = new List<int>();
            foreach (JsonElement g in text.Require(root, "groups", JsonValueKind.Array, "the body").EnumerateArray())
            {
                MassGroup group = Group(g, groups);
                LocalFrame? frame = FrameOf(g, $"group {group.Name}", inherited: null);
                double blend = g.TryGetProperty("defaultK", out JsonElement k)
                    ? text.Number(k, $"group {group.Name}: \"defaultK\"")
                    : 1;
                JsonElement list = text.Require(g, "prims", JsonValueKind.Array, $"group {group.Name}");
                foreach (JsonElement e in list.EnumerateArray())
                {
                    primitives.Add(new PrimitiveReader(text, e, this, frame, blend).Read());
                    groupOf.Add(groups.Count);
                }

                groups.Add(group);
            }

            if (groups.Count == 0) throw text.Error(root, "the body has no groups");
            foreach (JsonElement e in text.Require(root, "final", JsonValueKind.Array, "the body").EnumerateArray())
            {
                primitives.Add(new PrimitiveReader(text, e, this, frame: null, defaultBlend: 0.5).Read());
                groupOf.Add(groups.Count);
            }

            return new ImplicitBody([.. groups], [.. primitives], [.. groupOf], frames);
        }

        /// <summary>Turns the joints of the arm about the shoulder; what hangs on them follows.</summary>
        private void RaiseArms(double angle)
        {
            (double sin, double cos) = Math.SinCos(angle);
            if (!joints.TryGetValue("shoulder", out Vector3d shoulder)) return;
            foreach (string name in (string[])["elbow", "wrist", "handTip"])
            {
                if (!joints.TryGetValue(name, out Vector3d p)) continue;
                Vector3d d = p - shoulder;
                joints[name] = shoulder + new Vector3d(d.X * cos - d.Y * sin, d.X * sin + d.Y * cos, d.Z);
            }
        }

        public Vector3d Point(JsonElement value, string owner)
        {
            if (value.ValueKind == JsonValueKind.String)
            {
                string name = value.GetString()!;
                return joints.TryGetValue(name, out Vector3d joint)
                    ? joint
                    : throw text.Error(value, $"{owner}: there is no joint \"{name}\"");
            }

            double[] n = text.Numbers(value, owner, 3, 3);
            return new Vector3d(n[0], n[1], n[2]);
        }

        public LocalFrame? FrameOf(JsonElement e, string owner, LocalFrame? inherited)
        {
            if (!e.TryGetProperty("frame", out JsonElement value)) return inherited;
            string? name = value.ValueKind == JsonValueKind.String ? value.GetString() : null;
            if (string.Equals(name, "world", StringComparison.Ordinal)) return null;
            return name is not null && frames.TryGetValue(name, out LocalFrame? frame)
                ? frame
                : throw text.Error(value, $"{owner}: there is no frame \"{name}\"");
        }

        private LocalFrame Frame(string name, JsonElement e)
        {
            string owner = $"frame {name}";
            if (e.ValueKind != JsonValueKind.Object) throw text.Error(e, $"{owner} must be an object");
            foreach (string field in (string[])["origin", "to", "zref"])
            {
                if (!e.TryGetProperty(field, out _)) throw text.Error(e, $"{owner} lacks \"{field}\"");
            }

            double xSign = e.TryGetProperty("xsign", out JsonElement sign) ? text.Number(sign, $"{owner}: \"xsign\"") : 1;
            return LocalFrame.Along(
                Point(e.GetProperty("origin"), $"{owner}: \"origin\""),
                Point(e.GetProperty("to"), $"{owner}: \"to\""),
                Point(e.GetProperty("zref"), $"{owner}: \"zref\""),
                xSign);
        }

        private MassGroup Group(JsonElement g, List<MassGroup> before)
        {
            string name = text.Require(g, "name", JsonValueKind.String, "a group").GetString()!;
            double blend = g.TryGetProperty("k", out JsonElement k) ? text.Number(k, $"group {name}: \"k\"") : 0;
            if (before.Count == 0) return new MassGroup(name, -1, blend);
            JsonElement joins = text.Require(g, "joins", JsonValueKind.String, $"group {name}");
            int parent = before.FindIndex(b => joins.ValueEquals(b.Name));
            return parent >= 0
                ? new MassGroup(name, parent, blend)
                : throw text.Error(joins, $"group {name} joins \"{joins.GetString()}\", which is no earlier group");
        }
    }

    /// <summary>Reads one primitive; its fields depend on its type.</summary>
    private sealed class PrimitiveReader(
        SourceText text, JsonElement e, Reading body, LocalFrame? frame, double defaultBlend)
    {
        private static readonly HashSet<string> Fields = new(StringComparer.Ordinal)
        {
            "type", "name", "note", "op", "k", "both", "frame", "c", "r", "rot", "h", "pts", "flat", "n", "st",
            "capLo", "capHi", "y",
        };

        private string owner = "a primitive";

        public Primitive Read()
        {
            string type = text.Require(e, "type", JsonValueKind.String, owner).GetString()!;
            string name = e.TryGetProperty("name", out JsonElement n) && n.ValueKind == JsonValueKind.String
                ? n.GetString()!
                : throw text.Error(e, $"a {type} lacks \"name\"");
            owner = $"primitive \"{name}\"";
            foreach (JsonProperty p in e.EnumerateObject())
            {
                if (!Fields.Contains(p.Name)) throw text.Error(p.Value, $"{owner}: unknown field \"{p.Name}\"");
            }

            string operation = e.TryGetProperty("op", out JsonElement op) ? op.ToString() : "add";
            bool both = e.TryGetProperty("both", out JsonElement b) && b.ValueKind == JsonValueKind.True;
            double blend = Optional("k", defaultBlend);
            LocalFrame? axes = body.FrameOf(e, owner, frame);
            double height = operation is "bump" ? Need("h", f => text.Number(f, $"{owner}: \"h\"")) : 0;
            return (type, operation) switch
            {
                ("ellipsoid", "add") => new Ellipsoid(Ellipsoid())
                    { Name = name, Frame = axes, BlendCm = blend, BothSides = both },
                ("ellipsoid", "bump") => new EllipsoidBump(Ellipsoid())
                    { Name = name, Frame = axes, HeightCm = height, BothSides = both },
                ("tube", "add") => MakeTube(name, axes, blend, both),
                ("tube", "bump") => MakeStroke(name, axes, height, both),
                ("loft" or "torso", "add") => new Loft(Sections(type), Optional("capLo", 1), Optional("capHi", 1))
                    { Name = name, Frame = axes, BlendCm = blend, BothSides = both },
                ("ground", "max") => new GroundPlane
                    { Name = name, Frame = axes, BlendCm = blend, HeightCm = Optional("y", 0) },
                _ => throw text.Error(e, $"{owner}: there is no {type} with op \"{operation}\""),
            };
        }

        private T Need<T>(string field, Func<JsonElement, T> read) =>
            e.TryGetProperty(field, out JsonElement value)
                ? read(value)
                : throw text.Error(e, $"{owner} lacks \"{field}\"");

        private double Optional(string field, double otherwise) =>
            e.TryGetProperty(field, out JsonElement v) ? text.Number(v, $"{owner}: \"{field}\"") : otherwise;

        private EllipsoidShape Ellipsoid()
        {
            Vector3d centre = Need("c", v => body.Point(v, $"{owner}: \"c\""));
            Vector3d radii = Need("r", v => body.Point(v, $"{owner}: \"r\""));
            if (Math.Min(radii.X, Math.Min(radii.Y, radii.Z)) <= 0)
                throw text.Error(e.GetProperty("r"), $"{owner}: radii must be positive");
            Vector3d turn = e.TryGetProperty("rot", out JsonElement rot)
                ? body.Point(rot, $"{owner}: \"rot\"")
                : default;
            return new EllipsoidShape(centre, radii, turn);
        }

        private double[][] PointRows(int most)
        {
            JsonElement list = text.Require(e, "pts", JsonValueKind.Array, owner);
            if (list.GetArrayLength() < 2) throw text.Error(list, $"{owner}: \"pts\" needs two points or more");
            return [.. list.EnumerateArray().Select(Row)];

            double[] Row(JsonElement row)
            {
                double[] n = text.Numbers(row, $"{owner}: a row of \"pts\"", 4, most);
                return n[3] > 0 ? n : throw text.Error(row, $"{owner}: the radius of a point must be positive");
            }
        }

        private Tube MakeTube(string name, LocalFrame? axes, double blend, bool both)
        {
            double[][] rows = PointRows(4);
            double flat = Optional("flat", 1);
            if (flat <= 0) throw text.Error(e.GetProperty("flat"), $"{owner}: \"flat\" must be positive");
            Vector3d n = e.TryGetProperty("n", out JsonElement v)
                ? body.Point(v, $"{owner}: \"n\"")
                : new Vector3d(0, 0, 1);
            return new Tube([.. rows.Select(PointOf)], [.. rows.Select(r => r[3])], flat, n)
            {
                Name = name, Frame = axes, BlendCm = blend, BothSides = both,
            };
        }

        private StrokeBump MakeStroke(string name, LocalFrame? axes, double height, bool both)
        {
            double[][] rows = PointRows(5);
            double[] factors = [.. rows.Select(r => r.Length > 4 ? r[4] : 1)];
            return new StrokeBump([.. rows.Select(PointOf)], [.. rows.Select(r => r[3])], factors)
            {
                Name = name, Frame = axes, HeightCm = height, BothSides = both,
            };
        }

        private static Vector3d PointOf(double[] row) => new(row[0], row[1], row[2]);

        private double[][] Sections(string type)
        {
            JsonElement list = text.Require(e, "st", JsonValueKind.Array, owner);
            var rows = new List<double[]>();
            foreach (JsonElement row in list.EnumerateArray())
            {
                double[] n = string.Equals(type, "torso", StringComparison.Ordinal)
                    ? FromTorso(text.Numbers(row, $"{owner}: a row of \"st\"", 7, 7))
                    : FromLoft(text.Numbers(row, $"{owner}: a row of \"st\"", 7, 9));
                if (n.AsSpan(3, 6).ContainsAnyInRange(double.NegativeInfinity, 0))
                    throw text.Error(row, $"{owner}: radii and exponents of a section must be positive");
                if (rows.Exists(r => r[0] == n[0]))
                    throw text.Error(row, $"{owner}: two sections at {n[0]} along the axis");
                rows.Add(n);
            }

            return rows.Count >= 2
                ? [.. rows.OrderBy(r => r[0])]
                : throw text.Error(list, $"{owner}: two sections or more are needed");
        }

        // y, half width, z front, z back, z of the widest point, front exponent, back exponent
        private static double[] FromTorso(double[] n) =>
            [n[0], 0, n[4], n[1], n[1], n[2] - n[4], n[4] - n[3], n[5], n[6]];

        // t, cx, cz, x+, x-, z+, z-, exponent for z+ and z- (or one for both, or 2)
        private static double[] FromLoft(double[] n) => n.Length switch
        {
            7 => [.. n, 2, 2],
            8 => [.. n, n[7]],
            _ => n,
        };
    }
}
