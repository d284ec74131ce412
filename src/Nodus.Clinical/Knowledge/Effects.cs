namespace Nodus.Clinical.Knowledge;

/// <summary>What a movement test shows when a trigger point of the muscle is active.</summary>
public enum MovementFinding
{
    /// <summary>Less range than normal.</summary>
    Restricted,

    /// <summary>The familiar pain.</summary>
    Painful,

    /// <summary>Less force than normal, without wasting.</summary>
    Weak,
}

/// <summary>Which way an activity changes the pain.</summary>
public enum ActivityDirection
{
    /// <summary>Brings it on or makes it worse.</summary>
    Provokes,

    /// <summary>Makes it better.</summary>
    Eases,
}

/// <summary>A movement test that responds to an active trigger point of the muscle.</summary>
/// <param name="Test">Id of the <see cref="Movement"/>.</param>
/// <param name="Effect">What the test shows.</param>
/// <param name="Strength">P(this finding | a point of the muscle is active), 0 to 1.</param>
/// <param name="Grade">Where the number comes from.</param>
public sealed record MovementEffect(string Test, MovementFinding Effect, double Strength, Grade Grade)
{
    /// <summary>P(this finding | a point of the muscle is active), 0 to 1.</summary>
    public double Strength { get; } = Require.Fraction(Strength);
}

/// <summary>An activity that provokes or eases the pain of the muscle's trigger points.</summary>
/// <param name="Activity">Id of the <see cref="DailyActivity"/>.</param>
/// <param name="Effect">Which way.</param>
/// <param name="Strength">P(patient reports this | a point of the muscle is active), 0 to 1.</param>
/// <param name="Grade">Where the number comes from.</param>
public sealed record ActivityEffect(string Activity, ActivityDirection Effect, double Strength, Grade Grade)
{
    /// <summary>P(patient reports this | a point of the muscle is active), 0 to 1.</summary>
    public double Strength { get; } = Require.Fraction(Strength);
}

/// <summary>A sign other than pain that goes with active trigger points of the muscle.</summary>
/// <param name="Sign">Id of the <see cref="Knowledge.Sign"/>.</param>
/// <param name="Strength">P(sign | a point of the muscle is active), 0 to 1.</param>
/// <param name="Grade">Where the number comes from.</param>
public sealed record SignAssociation(string Sign, double Strength, Grade Grade)
{
    /// <summary>P(sign | a point of the muscle is active), 0 to 1.</summary>
    public double Strength { get; } = Require.Fraction(Strength);
}

/// <summary>Something that keeps the muscle's trigger points active.</summary>
/// <param name="Factor">Id of the perpetuating factor.</param>
/// <param name="Odds">Factor on the prior odds of the muscle's points where it is present, 1.05 to 4.</param>
/// <param name="Grade">Where the number comes from.</param>
public sealed record FactorOdds(string Factor, double Odds, Grade Grade)
{
    /// <summary>Least factor: what changes less is not worth a question.</summary>
    public const double OddsMin = 1.05;

    /// <summary>Greatest factor: no habit makes a point certain.</summary>
    public const double OddsMax = 4;

    /// <summary>Factor on the prior odds of the muscle's points where it is present, 1.05 to 4.</summary>
    public double Odds { get; } = Require.Between(Odds, OddsMin, OddsMax);
}
