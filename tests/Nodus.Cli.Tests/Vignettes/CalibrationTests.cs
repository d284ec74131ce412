using Nodus.Cli.Vignettes;

namespace Nodus.Cli.Tests.Vignettes;

public sealed class CalibrationTests
{
    [Fact]
    public void Of_HandMadeForecasts_IsCountedByHand()
    {
        // Two bins: 0.1 said twice, once true; 0.9 and 1.0 said, both true.
        Calibration calibration = Calibration.Of([new(0.1, true), new(0.1, false), new(0.9, true), new(1, true)]);

        Assert.Equal(new ReliabilityBin(2, 0.1, 0.5), calibration.Bins[1]);
        Assert.Equal((2, 1), (calibration.Bins[9].Count, calibration.Bins[9].Seen));
        Assert.Equal(0.95, calibration.Bins[9].Said, 12);
        Assert.Equal(((2 * 0.4) + (2 * 0.05)) / 4, calibration.ExpectedError, 12);
        Assert.Equal((0.81 + 0.01 + 0.01 + 0) / 4, calibration.Brier, 12);
    }

    [Fact]
    public void Of_Nothing_IsZero()
    {
        Calibration calibration = Calibration.Of([]);

        Assert.Equal((0, 0), (calibration.ExpectedError, calibration.Brier));
        Assert.Equal(Calibration.BinCount, calibration.Bins.Count);
    }

    [Fact]
    public void Of_HonestForecasts_HasNoError()
    {
        Forecast[] honest = [.. Enumerable.Range(0, 1000).Select(i => new Forecast(0.25, i % 4 == 0))];

        Assert.Equal(0, Calibration.Of(honest).ExpectedError, 12);
    }
}
