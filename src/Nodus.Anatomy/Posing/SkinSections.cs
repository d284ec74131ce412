using System.Numerics;

namespace Nodus.Anatomy.Posing;

/// <summary>Cuts the standing skin at its joints: the first guess of who carries what, before it is softened.</summary>
internal sealed class SkinSections
{
    private static readonly BodyPart[] Fingers = [BodyPart.IndexRoot, BodyPart.MiddleRoot, BodyPart.RingRoot, BodyPart.LittleRoot];

    private readonly BodyMesh mesh;
    private readonly Skeleton skeleton;
    private readonly bool[] arm;

    private SkinSections(BodyMesh mesh, Skeleton skeleton)
    {
        this.mesh = mesh;
        this.skeleton = skeleton;
        arm = ArmVertices();
    }

    /// <summary>For each vertex the weight of each bone.</summary>
    public static float[][] Of(BodyMesh mesh, Skeleton skeleton)
    {
        var sections = new SkinSections(mesh, skeleton);
        var rows = new float[mesh.Positions.Length][];
        Parallel.For(0, rows.Length, v => rows[v] = sections.Row(v));
        return rows;
    }

    /// <summary>How far the cut at each vertex is to be softened, centimetres.</summary>
    public static float[] SoftnessCm(BodyMesh mesh, Skeleton skeleton)
    {
        Vector3 shoulder = skeleton.JointOf(BodyPart.UpperArm, Side.Left), hip = skeleton.JointOf(BodyPart.Thigh, Side.Left);
        Vector3 palm = skeleton.JointOf(BodyPart.MiddleRoot, Side.Left);
        bool raised = skeleton.JointOf(BodyPart.Forearm, Side.Left).Y > shoulder.Y;
        float ankle = skeleton.JointOf(BodyPart.Foot, Side.Left).Y;
        var result = new float[mesh.Positions.Length];
        for (int v = 0; v < result.Length; v++)
        {
            Vector3 p = mesh.Positions[v];
            p.X = Math.Abs(p.X);
            // The armpit is cut sharply: what is soft there becomes a web between chest and lifted arm.
            float pit = raised ? 0.4f * Step((shoulder.Y - 3 - p.Y) / 4) : Step((shoulder.Y - 1 - p.Y) / 6);
            float near = Math.Max(Near(p, shoulder, 15) * (1 - 0.85f * pit), Near(p with { X = Math.Max(p.X, hip.X - 4) }, hip, 20));
            bool fine = Vector3.Distance(p, palm) < 12.5f || p.Y < ankle - 2;
            result[v] = fine ? 0.35f : 0.9f + 2.6f * near;
        }

        return result;
    }

    private static float Near(Vector3 p, Vector3 joint, float reach) => Step(1 - Vector3.Distance(p, joint) / reach);

    private float[] Row(int v)
    {
        var row = new float[Skeleton.BoneCount];
        Vector3 p = mesh.Positions[v];
        Side side = v < mesh.SeamVertexCount ? Side.Midline : v < mesh.HalfVertexCount ? Side.Left : Side.Right;
        p.X = Math.Abs(p.X);
        if (arm[v]) Arm(row, side, p);
        else if (side == Side.Midline)
        {
            // A vertex of the seam belongs to both legs alike.
            Body(row, Side.Left, p, 0.5f);
            Body(row, Side.Right, p, 0.5f);
        }
        else Body(row, side, p, 1);

        return row;
    }

    private void Body(float[] row, Side side, Vector3 p, float share)
    {
        float leg = Past(p, BodyPart.Thigh, new Vector3(0.55f, -0.83f, 0.05f), 7);
        Leg(row, side, p, leg * share);
        Trunk(row, side, p, (1 - leg) * share);
    }

    private void Trunk(float[] row, Side side, Vector3 p, float share)
    {
        Span<float> past =
        [
            Rise(p, BodyPart.LumbarLow, 9), Rise(p, BodyPart.LumbarHigh, 9), Rise(p, BodyPart.ThoraxLow, 10),
            Rise(p, BodyPart.ThoraxMiddle, 12), Rise(p, BodyPart.ThoraxHigh, 10),
            Past(p, BodyPart.NeckLow, new Vector3(0, 0.93f, 0.36f), 5), Past(p, BodyPart.NeckHigh, new Vector3(0, 0.93f, 0.36f), 5),
            Step((p.Y - HeadBegins(p.Z)) / 3.4f + 0.5f),
        ];
        for (int k = 0; k <= past.Length; k++)
        {
            float from = k == 0 ? 1 : past[k - 1], to = k == past.Length ? 0 : past[k];
            float part = Math.Max(0, from - to) * share;
            float girdle = k is >= 3 and <= 6 ? Girdle(p) : 0;
            row[Skeleton.Bone((BodyPart)k, side)] += part * (1 - girdle);
            row[Skeleton.Bone(BodyPart.ShoulderGirdle, side)] += part * girdle;
        }
    }

    /// <summary>The scapula slides under the skin and takes it along, most at the shoulder.</summary>
    private static float Girdle(Vector3 p) =>
        Step((p.X - 3.5f) / 10) * Step((p.Y - 122) / 14) * Step((153.5f - p.Y) / 7);

    /// <summary>The lower rim of what moves with the skull, jaw included: it falls from the nape to the chin.</summary>
    private float HeadBegins(float z)
    {
        Vector3 atlas = skeleton.JointOf(BodyPart.Head, Side.Midline);
        float forward = z - (atlas.Z - 1.4f);
        return atlas.Y - 2.4f - forward * (forward > 0 ? 0.7f : 0.4f);
    }

    private void Leg(float[] row, Side side, Vector3 p, float share)
    {
        if (share <= 0) return;
        Vector3 down = new(0, -1, 0);
        float knee = Past(p, BodyPart.Shin, down, 8);
        float ankle = Past(p - new Vector3(0, 0.9f, 0), BodyPart.Foot, down, 4.5f);
        float low = Step((skeleton.JointOf(BodyPart.Thigh, Side.Left).Y - 6 - p.Y) / 26);
        float toes = Past(p, BodyPart.Toes, Vector3.Normalize(new Vector3(0.36f, 0, 0.93f)), 2.4f);
        row[Skeleton.Bone(BodyPart.Thigh, side)] += share * (1 - knee) * (1 - low);
        row[Skeleton.Bone(BodyPart.ThighLow, side)] += share * (1 - knee) * low;
        row[Skeleton.Bone(BodyPart.Shin, side)] += share * knee * (1 - ankle);
        row[Skeleton.Bone(BodyPart.Foot, side)] += share * ankle * (1 - toes);
        bool big = IsHallux(p);
        row[Skeleton.Bone(big ? BodyPart.Hallux : BodyPart.Toes, side)] += share * ankle * toes;
    }

    private bool IsHallux(Vector3 p)
    {
        Vector3 first = skeleton.JointOf(BodyPart.Hallux, Side.Left), third = skeleton.JointOf(BodyPart.Toes, Side.Left);
        // The gap beside the big toe runs forward, a little outward, a third of the way to the middle toe.
        float gap = first.X + (third.X - first.X) * 0.46f + (p.Z - first.Z) * 0.11f;
        return p.X < gap;
    }

    private void Arm(float[] row, Side side, Vector3 p)
    {
        Vector3 shoulder = At(BodyPart.UpperArm), elbow = At(BodyPart.Forearm), wrist = At(BodyPart.Hand);
        Vector3 upper = Vector3.Normalize(elbow - shoulder), fore = Vector3.Normalize(wrist - elbow);
        float bend = Step(Vector3.Dot(p - elbow, Vector3.Normalize(upper + fore)) / 7 + 0.5f);
        Vector3 palm = Vector3.Normalize(At(BodyPart.MiddleRoot) - wrist);
        float hand = Step(Vector3.Dot(p - wrist, palm) / 3.2f + 0.5f);
        float alongUpper = Vector3.Dot(p - shoulder, upper) / Vector3.Distance(shoulder, elbow);
        float alongFore = Vector3.Dot(p - elbow, fore) / Vector3.Distance(elbow, wrist);
        float low = Step((alongUpper - 0.2f) / 0.65f);
        float middle = Step((alongFore - 0.08f) / 0.46f), end = Step((alongFore - 0.54f) / 0.44f);
        row[Skeleton.Bone(BodyPart.UpperArm, side)] += (1 - bend) * (1 - low);
        row[Skeleton.Bone(BodyPart.UpperArmLow, side)] += (1 - bend) * low;
        row[Skeleton.Bone(BodyPart.Forearm, side)] += bend * (1 - hand) * (1 - middle);
        row[Skeleton.Bone(BodyPart.ForearmMiddle, side)] += bend * (1 - hand) * (middle - end * middle);
        row[Skeleton.Bone(BodyPart.ForearmLow, side)] += bend * (1 - hand) * end * middle;
        if (hand > 0) Hand(row, side, p, hand, palm);
    }

    private void Hand(float[] row, Side side, Vector3 p, float share, Vector3 palm)
    {
        float thumb = Thumb(p);
        if (thumb > 0) Chain(row, side, p, BodyPart.ThumbRoot, At(BodyPart.ThumbTip) * 2 - At(BodyPart.ThumbMiddle), share * thumb, 1.6f);
        share *= 1 - thumb;
        BodyPart finger = Fingers.MinBy(f => DistanceToRay(p, At(f), At(f + 2) - At(f)));
        float beyond = Vector3.Dot(p - At(finger), palm) / 1.5f + 0.5f;
        row[Skeleton.Bone(BodyPart.Hand, side)] += share * (1 - Step(beyond));
        Chain(row, side, p, finger, At(finger + 2) * 2 - At(finger + 1), share * Step(beyond), 1.3f);
    }

    /// <summary>What moves with the thumb: near its bones, less so towards its root.</summary>
    private float Thumb(Vector3 p)
    {
        Vector3 root = At(BodyPart.ThumbRoot), middle = At(BodyPart.ThumbMiddle), tip = At(BodyPart.ThumbTip);
        Vector3 end = tip + (tip - middle);
        float own = Math.Min(DistanceToSegment(p, root, middle) - 0.9f, Math.Min(
            DistanceToSegment(p, middle, tip) - 0.75f, DistanceToSegment(p, tip, end) - 0.8f));
        float near = Step(1 - (own - 0.3f) / 1.1f);
        float along = Vector3.Dot(p - root, middle - root) / Vector3.DistanceSquared(root, middle);
        return near * Step(along / 0.7f);
    }

    private void Chain(float[] row, Side side, Vector3 p, BodyPart root, Vector3 end, float share, float width)
    {
        Vector3 middle = At(root + 1), tip = At(root + 2);
        float second = Step(Vector3.Dot(p - middle, Vector3.Normalize(tip - At(root))) / width + 0.5f);
        float third = Step(Vector3.Dot(p - tip, Vector3.Normalize(end - middle)) / width + 0.5f);
        row[Skeleton.Bone(root, side)] += share * (1 - second);
        row[Skeleton.Bone(root + 1, side)] += share * second * (1 - third);
        row[Skeleton.Bone(root + 2, side)] += share * second * third;
    }

    /// <summary>
    /// The vertices of the arms: joined to the elbow beyond a nearly upright plane through the armpit. What lies beyond
    /// it without being joined is the hip.
    /// </summary>
    private bool[] ArmVertices()
    {
        Vector3 shoulder = At(BodyPart.UpperArm), elbow = At(BodyPart.Forearm);
        // Hanging: from over the acromion inward to the armpit, then down along the fold between arm and chest.
        float Limit(float y) => y > shoulder.Y - 8
            ? shoulder.X - 1.6f + (y - shoulder.Y + 8) * 0.13f
            : shoulder.X - 1.6f + Math.Min(shoulder.Y - 8 - y, 8) * 0.06f;
        // Raised: a plane across the arm, from over the acromion into the armpit, which is higher then.
        bool Beyond(Vector3 p) => elbow.Y > shoulder.Y
            ? 0.95f * (Math.Abs(p.X) - shoulder.X) + 0.3f * (p.Y - shoulder.Y) > 0.4f
            : Math.Abs(p.X) > Limit(p.Y);
        var found = new bool[mesh.Positions.Length];
        int seed = Enumerable.Range(mesh.SeamVertexCount, mesh.HalfVertexCount - mesh.SeamVertexCount)
            .MinBy(v => Vector3.DistanceSquared(mesh.Positions[v], elbow));
        var ring = new Dictionary<int, List<int>>();
        for (int i = 0; i < mesh.Triangles.Length / 2; i++)
        {
            int a = mesh.Triangles[i], b = mesh.Triangles[i % 3 == 2 ? i - 2 : i + 1];
            if (!Beyond(mesh.Positions[a]) || !Beyond(mesh.Positions[b])) continue;
            if (!ring.TryGetValue(a, out List<int>? list)) ring[a] = list = [];
            list.Add(b);
        }

        var open = new Stack<int>([seed]);
        found[seed] = true;
        while (open.TryPop(out int v))
        {
            foreach (int n in ring[v])
            {
                if (found[n]) continue;
                found[n] = true;
                open.Push(n);
            }
        }

        for (int v = 0; v < mesh.HalfVertexCount; v++) found[mesh.MirrorVertex(v)] = found[v];
        return found;
    }

    private Vector3 At(BodyPart part) => skeleton.JointOf(part, Side.Left);

    private float Rise(Vector3 p, BodyPart part, float width) => Step((p.Y - At(part).Y) / width + 0.5f);

    private float Past(Vector3 p, BodyPart part, Vector3 along, float width) =>
        Step(Vector3.Dot(p - At(part), along) / width + 0.5f);

    private static float DistanceToRay(Vector3 p, Vector3 from, Vector3 along)
    {
        Vector3 d = p - from, unit = Vector3.Normalize(along);
        return (d - unit * Math.Max(0, Vector3.Dot(d, unit))).Length();
    }

    private static float DistanceToSegment(Vector3 p, Vector3 a, Vector3 b)
    {
        float t = Math.Clamp(Vector3.Dot(p - a, b - a) / Vector3.DistanceSquared(a, b), 0, 1);
        return Vector3.Distance(p, a + (b - a) * t);
    }

    private static float Step(float t)
    {
        t = Math.Clamp(t, 0, 1);
        return t * t * (3 - 2 * t);
    }
}
