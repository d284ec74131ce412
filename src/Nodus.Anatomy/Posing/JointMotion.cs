namespace Nodus.Anatomy.Posing;

/// <summary>A joint as a clinician names it.</summary>
public enum Joint
{
    /// <summary>The lumbar spine.</summary>
    Lumbar,

    /// <summary>The thoracic spine.</summary>
    Thorax,

    /// <summary>The cervical spine without the joints of the skull.</summary>
    Neck,

    /// <summary>The joints between skull and spine: nodding.</summary>
    Head,

    /// <summary>Clavicle and scapula on the trunk.</summary>
    Girdle,

    /// <summary>The shoulder.</summary>
    Shoulder,

    /// <summary>The elbow.</summary>
    Elbow,

    /// <summary>The turning of the forearm.</summary>
    Forearm,

    /// <summary>The wrist.</summary>
    Wrist,

    /// <summary>Index to little finger together.</summary>
    Fingers,

    /// <summary>The index finger, on top of <see cref="Fingers"/>.</summary>
    Index,

    /// <summary>The middle finger, on top of <see cref="Fingers"/>.</summary>
    Middle,

    /// <summary>The little finger, on top of <see cref="Fingers"/>.</summary>
    Little,

    /// <summary>The thumb.</summary>
    Thumb,

    /// <summary>The hip.</summary>
    Hip,

    /// <summary>The knee.</summary>
    Knee,

    /// <summary>The ankle.</summary>
    Ankle,

    /// <summary>The big toe.</summary>
    Hallux,

    /// <summary>The small toes.</summary>
    Toes,
}

/// <summary>A movement of a joint as a clinician names it.</summary>
public enum Motion
{
    /// <summary>Bending forward, or closing the angle; of a wrist or finger towards the palm.</summary>
    Flexion,

    /// <summary>Away from the middle; of a wrist towards the thumb, of a foot outward, of the thumb away from the palm.</summary>
    Abduction,

    /// <summary>Of a limb outward; of the trunk and neck towards the left.</summary>
    Rotation,

    /// <summary>Of the trunk and neck towards the left.</summary>
    SideBending,

    /// <summary>Of the lifted arm in front of the body, towards the other side.</summary>
    Across,

    /// <summary>Of the shoulder girdle: upward.</summary>
    Elevation,

    /// <summary>Of the shoulder girdle: forward.</summary>
    Protraction,

    /// <summary>Of the forearm: the palm backward; 0 is palm forward, 90 thumb forward.</summary>
    Pronation,

    /// <summary>Of the foot: the sole towards the other foot.</summary>
    Inversion,

    /// <summary>Of the middle and end joints of fingers alone: a hook.</summary>
    Curl,

    /// <summary>Of the thumb: across the palm.</summary>
    Opposition,
}

/// <summary>A movement a joint has, and how far, in degrees from the anatomical position.</summary>
/// <remarks>
/// The bounds are those of an easily moving adult, a little rounded up (American Academy of Orthopaedic Surgeons, Joint
/// Motion: Method of Measuring and Recording, 1965, elicited beyond): they keep slips of the pen out, not patients.
/// </remarks>
/// <param name="Joint">The joint.</param>
/// <param name="Motion">What it does.</param>
/// <param name="Least">Degrees; negative the other way.</param>
/// <param name="Most">Degrees.</param>
public sealed record JointMotion(Joint Joint, Motion Motion, float Least, float Most)
{
    /// <summary>All movements there are.</summary>
    public static IReadOnlyList<JointMotion> All { get; } =
    [
        new(Joint.Lumbar, Motion.Flexion, -40, 65), new(Joint.Lumbar, Motion.SideBending, -35, 35),
        new(Joint.Lumbar, Motion.Rotation, -25, 25),
        new(Joint.Thorax, Motion.Flexion, -40, 60), new(Joint.Thorax, Motion.SideBending, -35, 35),
        new(Joint.Thorax, Motion.Rotation, -50, 50),
        new(Joint.Neck, Motion.Flexion, -65, 65), new(Joint.Neck, Motion.SideBending, -45, 45),
        new(Joint.Neck, Motion.Rotation, -85, 85),
        new(Joint.Head, Motion.Flexion, -25, 25), new(Joint.Head, Motion.SideBending, -12, 12),
        new(Joint.Head, Motion.Rotation, -30, 30),
        new(Joint.Girdle, Motion.Elevation, -12, 40), new(Joint.Girdle, Motion.Protraction, -25, 30),
        new(Joint.Shoulder, Motion.Flexion, -65, 185), new(Joint.Shoulder, Motion.Abduction, -25, 185),
        new(Joint.Shoulder, Motion.Rotation, -95, 100), new(Joint.Shoulder, Motion.Across, -60, 140),
        new(Joint.Elbow, Motion.Flexion, -5, 150), new(Joint.Forearm, Motion.Pronation, -20, 175),
        new(Joint.Wrist, Motion.Flexion, -85, 85), new(Joint.Wrist, Motion.Abduction, -40, 25),
        new(Joint.Fingers, Motion.Flexion, -40, 95), new(Joint.Fingers, Motion.Curl, -10, 110),
        new(Joint.Index, Motion.Flexion, -95, 95), new(Joint.Index, Motion.Curl, -110, 110),
        new(Joint.Middle, Motion.Flexion, -95, 95), new(Joint.Middle, Motion.Curl, -110, 110),
        new(Joint.Little, Motion.Flexion, -95, 95), new(Joint.Little, Motion.Curl, -110, 110),
        new(Joint.Little, Motion.Abduction, -30, 40),
        new(Joint.Thumb, Motion.Flexion, -40, 80), new(Joint.Thumb, Motion.Abduction, -45, 45),
        new(Joint.Thumb, Motion.Opposition, -45, 80),
        new(Joint.Hip, Motion.Flexion, -35, 140), new(Joint.Hip, Motion.Abduction, -40, 75),
        new(Joint.Hip, Motion.Rotation, -60, 85),
        new(Joint.Knee, Motion.Flexion, -5, 155), new(Joint.Knee, Motion.Rotation, -30, 40),
        new(Joint.Ankle, Motion.Flexion, -60, 40), new(Joint.Ankle, Motion.Inversion, -30, 45),
        new(Joint.Ankle, Motion.Abduction, -30, 30),
        new(Joint.Hallux, Motion.Flexion, -85, 50), new(Joint.Hallux, Motion.Abduction, -15, 25),
        new(Joint.Toes, Motion.Flexion, -80, 60),
    ];

    /// <summary>Whether a joint lies in the middle of the body.</summary>
    public static bool IsMidline(Joint joint) => joint <= Joint.Head;

    /// <summary>The movement of a joint; null where it has none of that name.</summary>
    public static JointMotion? Find(Joint joint, Motion motion) =>
        All.FirstOrDefault(m => m.Joint == joint && m.Motion == motion);
}
