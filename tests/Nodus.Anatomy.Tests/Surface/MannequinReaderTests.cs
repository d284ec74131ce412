using System.Text;
using Nodus.Anatomy.Surface;

namespace Nodus.Anatomy.Tests.Surface;

public sealed class MannequinReaderTests
{
    private const string Ball = """{"type":"ellipsoid","name":"ball","c":[0,9,0],"r":[3,3,3]}""";

    [Fact]
    public void Read_OneBall_IsTheBall()
    {
        ImplicitBody body = Read(Body(Ball));
        Assert.Equal(1, body.PrimitiveCount);
        Assert.Equal(2, body.Evaluate(new Vector3d(0, 14, 0)), 1e-5);
    }

    [Theory]
    [InlineData("""{"type":"ellipsoid","name":"ball","c":[0,9,0]}""", "primitive \"ball\" lacks \"r\"")]
    [InlineData("""{"type":"ellipsoid","name":"ball","c":[0,9],"r":[3,3,3]}""", "\"c\" must hold 3 numbers, not 2")]
    [InlineData("""{"type":"ellipsoid","name":"ball","c":[0,9,"x"],"r":[3,3,3]}""", "must be a finite number")]
    [InlineData("""{"type":"ellipsoid","name":"ball","c":[0,9,0],"r":[3,-3,3]}""", "radii must be positive")]
    [InlineData("""{"type":"ellipsoid","name":"ball","c":"hip","r":[3,3,3]}""", "there is no joint \"hip\"")]
    [InlineData("""{"type":"ellipsoid","name":"ball","frame":"paw","c":[0,9,0],"r":[3,3,3]}""", "there is no frame \"paw\"")]
    [InlineData("""{"type":"ellipsoid","name":"ball","c":[0,9,0],"r":[3,3,3],"colour":1}""", "unknown field \"colour\"")]
    [InlineData("""{"type":"cube","name":"box"}""", "there is no cube")]
    [InlineData("""{"type":"tube","name":"t","pts":[[0,0,0,1]]}""", "two points or more")]
    [InlineData("""{"type":"tube","name":"t","pts":[[0,0,0,1],[0,1,0,0]]}""", "radius of a point must be positive")]
    [InlineData("""{"type":"loft","name":"l","st":[[0,0,0,1,1,1,1],[0,0,0,1,1,1,1]]}""", "two sections at 0")]
    [InlineData("""{"name":"ball"}""", "lacks \"type\"")]
    public void Read_WrongPrimitive_NamesFileLineAndField(string primitive, string complaint)
    {
        AtlasFormatException e = Assert.Throws<AtlasFormatException>(() => Read(Body(primitive)));
        Assert.Contains(complaint, e.Message, StringComparison.Ordinal);
        Assert.StartsWith("body.json(5): ", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_BrokenJson_NamesTheLine()
    {
        AtlasFormatException e = Assert.Throws<AtlasFormatException>(() => Read("{\n\"joints\": {},\n\"frames\" {}\n}"));
        Assert.Equal(3, e.Line);
    }

    [Fact]
    public void Read_GroupThatJoinsALaterOne_IsRefused()
    {
        string text = Body(Ball).Replace(
            "\n]}],", "\n]},{\"name\":\"tail\",\"joins\":\"fin\",\"prims\":[]}],", StringComparison.Ordinal);
        AtlasFormatException e = Assert.Throws<AtlasFormatException>(() => Read(text));
        Assert.Contains("group tail joins \"fin\"", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_AnyDamagedText_FailsWithAPlaceOrNotAtAll()
    {
        byte[] text = SourceFiles.Neutral.Text;
        var random = new Random(77);
        for (int i = 0; i < 60; i++)
        {
            byte[] damaged = [.. text];
            for (int k = 0; k < 3; k++) damaged[random.Next(damaged.Length)] = (byte)random.Next(32, 127);
            try
            {
                MannequinReader.Read("body.json", damaged);
            }
            catch (AtlasFormatException e)
            {
                Assert.StartsWith("body.json(", e.Message, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public void Between_HalfWay_HasTheMeanOfEachNumber()
    {
        string larger = Ball.Replace("[3,3,3]", "[5,5,5]", StringComparison.Ordinal);
        byte[] mean = MannequinBlend.Between(Source(Body(Ball)), Source(Body(larger)), 0.5);
        Assert.Equal(1, MannequinReader.Read("mean", mean).Evaluate(new Vector3d(0, 14, 0)), 1e-5);
    }

    [Fact]
    public void Between_DifferentStructure_NamesWhatDiffers()
    {
        string other = Ball.Replace("\"ball\",", "\"ball\",\"k\":1,", StringComparison.Ordinal);
        AtlasFormatException e = Assert.Throws<AtlasFormatException>(
            () => MannequinBlend.Between(Source(Body(Ball)), Source(Body(other)), 0.5));
        Assert.Contains("\"ball\" has \"k\", which the neutral build lacks", e.Message, StringComparison.Ordinal);
    }

    private static ImplicitBody Read(string text) => MannequinReader.Read("body.json", Encoding.UTF8.GetBytes(text));

    private static AtlasSource Source(string text) => new("body.json", Encoding.UTF8.GetBytes(text));

    private static string Body(string primitive) =>
        "{\n\"joints\":{},\n\"frames\":{},\n\"groups\":[{\"name\":\"torso\",\"prims\":[\n" + primitive + "\n]}],\n\"final\":[]}";
}
