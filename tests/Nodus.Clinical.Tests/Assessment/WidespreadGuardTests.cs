using Nodus.Anatomy;
using Nodus.Anatomy.Zones;
using Nodus.Clinical.Assessment;

namespace Nodus.Clinical.Tests.Assessment;

public sealed class WidespreadGuardTests
{
    private static ZoneSite Site(string id, string area, Side side) => new(0, new Zone(id, id, area, ZoneLaterality.Paired, area, "", [], HasSkin: true), side);

    private static readonly ZoneSite[] FourRegions =
    [
        Site("arm_front", "shoulder_arm", Side.Left), Site("hand_dorsal", "forearm_hand", Side.Right),
        Site("calf", "leg_ankle_foot", Side.Left), Site("neck_back", "head_neck", Side.Right),
    ];

    [Fact]
    public void Of_FourRegions_SaysSo() => Assert.Equal(4, WidespreadGuard.Of(FourRegions)!.Regions);

    [Fact]
    public void Of_ThreeRegions_IsNull() => Assert.Null(WidespreadGuard.Of(FourRegions[..3]));

    [Theory]
    [InlineData("jaw_mandible", "head_neck")]
    [InlineData("chest_front_upper", "torso")]
    [InlineData("abdomen_upper", "torso")]
    public void Of_JawChestAndBelly_DoNotCount(string zone, string area) =>
        Assert.Null(WidespreadGuard.Of([.. FourRegions[..3], Site(zone, area, Side.Left)]));

    [Fact]
    public void Of_ManyZonesOfOneRegion_CountOnce() =>
        Assert.Null(WidespreadGuard.Of([.. FourRegions[..3], Site("shoulder_front", "shoulder_arm", Side.Left), Site("elbow_medial", "forearm_hand", Side.Left)]));
}
