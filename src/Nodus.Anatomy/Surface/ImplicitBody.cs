namespace Nodus.Anatomy.Surface;

/// <summary>One group of masses that blend among themselves before the group joins its parent.</summary>
/// <param name="Name">Torso, head, arm ...</param>
/// <param name="Parent">Number of the group it joins; -1 for the root.</param>
/// <param name="BlendCm">Width of the transition to the parent.</param>
internal sealed record MassGroup(string Name, int Parent, double BlendCm);

/// <summary>
/// The body as the zero set of a field: negative inside, close to a distance outside. Symmetric about x = 0.
/// Centimetres; x to the body's left, y up, z anterior.
/// </summary>
public sealed class ImplicitBody
{
    /// <summary>Larger than any distance in the body; the value of a group nothing was added to.</summary>
    private const double Nothing = 1e6;

    private readonly Primitive[] primitives;
    private readonly int[] groupOf;
    private readonly MassGroup[] groups;
    private readonly Dictionary<string, LocalFrame> frames;
    private readonly int[] everything;
    private readonly CullingGrid grid;

    /// <summary>Takes the parts of a body.</summary>
    /// <param name="groups">Groups, each after its parent.</param>
    /// <param name="primitives">All primitives in order of application, those of a group together, sculpting last.</param>
    /// <param name="groupOf">The group of each primitive; the number of groups for final sculpting.</param>
    /// <param name="frames">The named limb frames.</param>
    internal ImplicitBody(
        MassGroup[] groups, Primitive[] primitives, int[] groupOf, Dictionary<string, LocalFrame> frames)
    {
        this.groups = groups;
        this.primitives = primitives;
        this.groupOf = groupOf;
        this.frames = frames;
        everything = [.. Enumerable.Range(0, primitives.Length)];
        grid = new CullingGrid(this, everything);
    }

    /// <summary>How many primitives and sculpting strokes the body has.</summary>
    public int PrimitiveCount => primitives.Length;

    /// <summary>A limb's axes.</summary>
    /// <exception cref="KeyNotFoundException">No frame has that name.</exception>
    public LocalFrame Frame(string name) => frames[name];

    /// <summary>The field at a point, using only the primitives that matter there.</summary>
    public double Evaluate(Vector3d p)
    {
        if (p.X < 0) p = p.Mirrored;
        int[]? list = grid.ListAt(p);
        if (list is not null) return EvaluateList(p, list);

        // Outside the grid: the way to the grid plus at least half of what is left from there.
        Vector3d q = CullingGrid.Clamp(p);
        return (p - q).Length + 0.5 * Math.Max(0.2, Evaluate(q));
    }

    /// <summary>The field at a point from all primitives; slow, the truth that culling is checked against.</summary>
    public double EvaluateFull(Vector3d p) => EvaluateList(p.X < 0 ? p.Mirrored : p, everything);

    /// <summary>The unit outward normal: central differences on the corners of a tetrahedron.</summary>
    /// <param name="p">A point near the surface.</param>
    /// <param name="stepCm">Half the edge of the stencil; larger smooths small relief.</param>
    public Vector3d Normal(Vector3d p, double stepCm = 0.04)
    {
        double h = stepCm;
        double a = Evaluate(new Vector3d(p.X + h, p.Y - h, p.Z - h));
        double b = Evaluate(new Vector3d(p.X - h, p.Y - h, p.Z + h));
        double c = Evaluate(new Vector3d(p.X - h, p.Y + h, p.Z - h));
        double d = Evaluate(new Vector3d(p.X + h, p.Y + h, p.Z + h));
        return new Vector3d(a - b - c + d, -a - b + c + d, -a + b - c + d).Normalized();
    }

    /// <summary>The surface point reached by walking down the gradient.</summary>
    public Vector3d Project(Vector3d p, int maxSteps = 30)
    {
        for (int i = 0; i < maxSteps; i++)
        {
            double d = Evaluate(p);
            if (Math.Abs(d) < 1e-4) break;
            p -= Normal(p) * (d * 0.8);
        }

        return p;
    }

    /// <summary>The first surface point along a ray.</summary>
    /// <returns>Whether the ray hits within <paramref name="farCm"/>.</returns>
    public bool TryTrace(Vector3d origin, Vector3d direction, double farCm, out double distanceCm)
    {
        // 0.75 because the field is close to, but not exactly, a distance.
        distanceCm = 0;
        for (int i = 0; i < 600 && distanceCm <= farCm; i++)
        {
            double d = Evaluate(origin + direction * distanceCm);
            if (d < 0.004) return true;
            distanceCm += Math.Max(0.004, d * 0.75);
        }

        return false;
    }

    internal double EvaluateList(Vector3d p, int[] list)
    {
        int groupCount = groups.Length;
        Span<double> value = stackalloc double[groupCount];
        value.Fill(Nothing);
        int next = 0;
        for (; next < list.Length; next++)
        {
            int index = list[next], group = groupOf[index];
            if (group == groupCount) break;
            value[group] = Apply(primitives[index], p, value[group]);
        }

        for (int g = groupCount - 1; g > 0; g--)
        {
            if (value[g] >= Nothing / 2) continue;
            ref double parent = ref value[groups[g].Parent];
            parent = parent >= Nothing / 2 ? value[g] : Blend.Union(parent, value[g], groups[g].BlendCm);
        }

        double result = value[0];
        for (; next < list.Length; next++) result = Apply(primitives[list[next]], p, result);
        return result;
    }

    /// <summary>Those of a list that can change the field inside a ball.</summary>
    internal int[] Cull(Vector3d centre, double radius, int[] from)
    {
        double field = EvaluateList(centre, from);
        var kept = new List<int>(from.Length);
        foreach (int i in from)
        {
            double groupBlend = groupOf[i] < groups.Length ? groups[groupOf[i]].BlendCm : 0;
            if (!primitives[i].IsIdleWithin(centre, radius, field, groupBlend)) kept.Add(i);
        }

        return [.. kept];
    }

    private static double Apply(Primitive primitive, Vector3d p, double value)
    {
        switch (primitive.Operation)
        {
            case Operation.Add when value >= Nothing / 2:
                return ((Mass)primitive).Distance(p);
            case Operation.Add:
                return primitive.IsBeyond(p, value + primitive.BlendCm)
                    ? value
                    : Blend.Union(value, ((Mass)primitive).Distance(p), primitive.BlendCm);
            case Operation.Bump:
                return value >= Nothing / 2 || primitive.IsBeyond(p, 0) ? value : value - ((Bump)primitive).Height(p);
            default:
                return value >= Nothing / 2
                    ? value
                    : Blend.Intersection(value, ((Mass)primitive).Distance(p), primitive.BlendCm);
        }
    }
}
