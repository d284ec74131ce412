using System.Text;
using Nodus.Anatomy.Zones;

namespace Nodus.Anatomy.Tests.Zones;

public sealed class InsetTests
{
    private static readonly BodyAtlas Atlas = CompiledBody.Atlas;

    [Fact]
    public void Insets_ShowEverySiteWithoutSkin()
    {
        HashSet<(string, Side)> shown = [.. Atlas.Insets.SelectMany(i => i.Shapes)
            .Where(s => s.Role == InsetRole.Zone).Select(s => (s.ZoneId!, s.Side))];

        Assert.All(Atlas.Zones.Sites.Where(s => !s.Zone.HasSkin), s => Assert.Contains((s.Zone.Id, s.Side), shown));
    }

    [Fact]
    public void Shapes_ArePathsWithinTheFrame()
    {
        foreach (Inset inset in Atlas.Insets)
        {
            Assert.All(inset.Shapes, s => Assert.Matches("^M[-0-9. MLQCZ]+$", s.Path));
            Assert.All(inset.Labels, l => Assert.True(l.X > 0 && l.X < inset.Width && l.Y > 0 && l.Y < inset.Height));
        }
    }

    [Fact]
    public void Shapes_OfTheBodysRight_LieOnTheViewersLeft()
    {
        Inset teeth = Atlas.Insets.Single(i => i.Id == "teeth");

        foreach (InsetShape shape in teeth.Shapes.Where(s => s.Side is Side.Left or Side.Right))
        {
            double x = double.Parse(shape.Path[1..shape.Path.IndexOf(' ', StringComparison.Ordinal)]);
            Assert.Equal(shape.Side == Side.Right, x < teeth.Width / 2);
        }
    }

    [Theory]
    [InlineData("""{"insets":[{"id":"a","title":"A","width":1,"height":1,"labels":[],"shapes":[{"role":"zone","zone":"nowhere","side":"left","path":"M0 0Z"}]}]}""", "nowhere")]
    [InlineData("""{"insets":[{"id":"a","title":"A","width":1,"height":1,"labels":[],"shapes":[{"role":"hole","path":"M0 0Z"}]}]}""", "hole")]
    [InlineData("""{"insets":3}""", "insets.json")]
    public void Read_OfAWrongText_SaysWhatIsWrong(string json, string named)
    {
        var e = Assert.Throws<InvalidDataException>(() => Inset.Read(Encoding.UTF8.GetBytes(json), Atlas.Zones));

        Assert.Contains(named, e.Message, StringComparison.Ordinal);
    }
}
