namespace Nodus.Cli.Tests;

public sealed class AtlasVerbTests
{
    [Theory]
    [InlineData("atlas", "view", "nowhere")]
    [InlineData("atlas", "view", "front", "--build", "giant")]
    [InlineData("atlas", "pattern", "infraspinatus.99")]
    [InlineData("atlas", "pattern", "infraspinatus.1", "--side", "upper")]
    [InlineData("atlas", "sheet", "--columns", "0", "--out", "sheet.png")]
    [InlineData("atlas", "sheet", "--of", "infraspinatis", "--out", "sheet.png")]
    [InlineData("atlas", "sheet")]
    [InlineData("atlas", "pattern", "infraspinatus.1", "--out", "pattern.gif")]
    [InlineData("nonsense")]
    public void Atlas_BadInput_IsOneLineAndExitCode2(params string[] arguments)
    {
        NodusProcess run = NodusProcess.Run(arguments);

        Assert.Equal(2, run.ExitCode);
        Assert.Single(run.Error.Trim().Split('\n'));
        Assert.StartsWith("nodus: ", run.Error, StringComparison.Ordinal);
        Assert.False(File.Exists("sheet.png"));
    }

    [Theory]
    [InlineData(".png", "\x89PNG")]
    [InlineData(".svg", "<?xml")]
    public void AtlasPattern_Out_WritesThePictureItsEndingAsksFor(string extension, string start)
    {
        string file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + extension);
        try
        {
            NodusProcess run = NodusProcess.Run("atlas", "pattern", "infraspinatus.1", "--out", file);

            Assert.Equal(0, run.ExitCode);
            byte[] content = File.ReadAllBytes(file);
            Assert.Equal(start, string.Concat(content.Take(start.Length).Select(b => (char)b)));
            Assert.True(content.Length > 20_000, $"{content.Length} bytes is too little for a body with a pattern.");
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void AtlasSheet_OfAMuscleInADataFolder_WritesAPicture()
    {
        string file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".png");
        string data = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", "..", "..", "..", "..", "data"));
        try
        {
            NodusProcess run = NodusProcess.Run("atlas", "sheet", "--data", data, "--of", "teres_minor", "--columns", "1", "--out", file);

            Assert.Equal(0, run.ExitCode);
            Assert.True(new FileInfo(file).Length > 20_000);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void Atlas_WithoutVerb_TellsWhatThereIs()
    {
        NodusProcess run = NodusProcess.Run("atlas");

        Assert.Contains("106 zones", run.Output, StringComparison.Ordinal);
        Assert.Contains("393 landmarks", run.Output, StringComparison.Ordinal);
        Assert.Contains("neutral, feminine", run.Output, StringComparison.Ordinal);
    }
}
