namespace Nodus.Anatomy.Posing;

/// <summary>A stiff piece of the body, carried by the joint at its near end.</summary>
/// <remarks>
/// Limbs that turn about their own length (arm, forearm, thigh) are cut into pieces that share the turn, so that the
/// skin is wrung along its length and not at one ring.
/// </remarks>
public enum BodyPart
{
    /// <summary>The root; everything hangs on it.</summary>
    Pelvis,

    /// <summary>Above the joint L5/S1.</summary>
    LumbarLow,

    /// <summary>Above L2.</summary>
    LumbarHigh,

    /// <summary>Above T12.</summary>
    ThoraxLow,

    /// <summary>Above T8.</summary>
    ThoraxMiddle,

    /// <summary>Above T4.</summary>
    ThoraxHigh,

    /// <summary>Above C7.</summary>
    NeckLow,

    /// <summary>Above C4.</summary>
    NeckHigh,

    /// <summary>Skull and jaw, above C1.</summary>
    Head,

    /// <summary>Clavicle and scapula.</summary>
    ShoulderGirdle,

    /// <summary>Upper arm near the shoulder.</summary>
    UpperArm,

    /// <summary>Upper arm near the elbow.</summary>
    UpperArmLow,

    /// <summary>Forearm near the elbow.</summary>
    Forearm,

    /// <summary>Middle of the forearm.</summary>
    ForearmMiddle,

    /// <summary>Forearm near the wrist.</summary>
    ForearmLow,

    /// <summary>Palm.</summary>
    Hand,

    /// <summary>Metacarpal of the thumb.</summary>
    ThumbRoot,

    /// <summary>First phalanx of the thumb.</summary>
    ThumbMiddle,

    /// <summary>Last phalanx of the thumb.</summary>
    ThumbTip,

    /// <summary>First phalanx.</summary>
    IndexRoot,

    /// <summary>Second phalanx.</summary>
    IndexMiddle,

    /// <summary>Third phalanx.</summary>
    IndexTip,

    /// <summary>First phalanx.</summary>
    MiddleRoot,

    /// <summary>Second phalanx.</summary>
    MiddleMiddle,

    /// <summary>Third phalanx.</summary>
    MiddleTip,

    /// <summary>First phalanx.</summary>
    RingRoot,

    /// <summary>Second phalanx.</summary>
    RingMiddle,

    /// <summary>Third phalanx.</summary>
    RingTip,

    /// <summary>First phalanx.</summary>
    LittleRoot,

    /// <summary>Second phalanx.</summary>
    LittleMiddle,

    /// <summary>Third phalanx.</summary>
    LittleTip,

    /// <summary>Thigh near the hip.</summary>
    Thigh,

    /// <summary>Thigh near the knee.</summary>
    ThighLow,

    /// <summary>Lower leg.</summary>
    Shin,

    /// <summary>Foot without toes.</summary>
    Foot,

    /// <summary>Big toe.</summary>
    Hallux,

    /// <summary>The other toes.</summary>
    Toes,
}
