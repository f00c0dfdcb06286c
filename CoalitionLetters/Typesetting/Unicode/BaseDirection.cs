namespace CoalitionLetters.Typesetting.Unicode;

/// <summary>The direction of a whole paragraph. Auto takes that of its first strong character (UAX #9, P2 and P3).</summary>
public enum BaseDirection
{
    Auto,
    LeftToRight,
    RightToLeft,
}
