namespace Nodus.Inference.Tests;

/// <summary>xoshiro256** seeded by SplitMix64: the same numbers on every platform and runtime.</summary>
internal sealed class SeededGenerator : Random
{
    private ulong _a, _b, _c, _d;

    public SeededGenerator(ulong seed)
    {
        ulong NextSeed()
        {
            seed += 0x9E3779B97F4A7C15UL;
            ulong z = seed;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
            return z ^ (z >> 31);
        }

        _a = NextSeed();
        _b = NextSeed();
        _c = NextSeed();
        _d = NextSeed();
    }

    public double Unit() => (NextBits() >> 11) * (1.0 / (1UL << 53));

    public override double NextDouble() => Unit();

    protected override double Sample() => Unit();

    public double Between(double low, double high) => low + ((high - low) * Unit());

    public double LogBetween(double low, double high) => Math.Exp(Between(Math.Log(low), Math.Log(high)));

    public int Below(int count) => (int)(Unit() * count);

    public int BetweenInclusive(int low, int high) => low + Below(high - low + 1);

    public bool Chance(double probability) => Unit() < probability;

    public void Shuffle(int[] values)
    {
        for (int i = values.Length - 1; i > 0; i--)
        {
            int j = Below(i + 1);
            (values[i], values[j]) = (values[j], values[i]);
        }
    }

    private ulong NextBits()
    {
        ulong result = ulong.RotateLeft(_b * 5, 7) * 9, t = _b << 17;
        _c ^= _a;
        _d ^= _b;
        _b ^= _c;
        _a ^= _d;
        _c ^= t;
        _d = ulong.RotateLeft(_d, 45);
        return result;
    }
}
