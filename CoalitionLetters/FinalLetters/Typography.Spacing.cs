using CoalitionLetters.Typesetting.Documents;

namespace CoalitionLetters.FinalLetters;

/// <summary>How far apart the parts of a letter stand, and how large its pictures are. Lengths are points.</summary>
public sealed partial class Typography
{
    public const double LetterheadTop = 50;
    public const double LetterheadGap = 8;
    public const double LetterheadRule = 0.9;
    public const double LetterheadSpace = 22;
    public const double LogoSpace = 5;
    public const double AddressSpace = 2;

    public const double BodyRule = 0.5;
    public const double BodyRuleSpace = 12;

    /// <summary>Between items that are parted by empty lines, which stand as far apart as paragraphs.</summary>
    public const double LooseItemSpace = 6;

    /// <summary>Between columns of names.</summary>
    public const double ColumnGap = 22;
    public const double GridGap = 12;

    public const double EndSpace = 14;
    public const double TightEndSpace = 10;
    public const double EditionRule = 0.4;
    public const double EditionSpace = 12;
    public const double TightEditionSpace = 8;
    public const double EditionRuleSpace = 5;

    public static Margins Margins { get; } = new(Top: 76, Right: 76, Bottom: 66, Left: 76);

    /// <summary>Tried where the last page would hold only a few lines.</summary>
    public static Margins TightMargins { get; } = new(Top: 72, Right: 76, Bottom: 54, Left: 76);

    public static (double Width, double Height) LetterheadLogo => (150, 46);

    public static (double Width, double Height) GridLogo => (96, 44);

    public static (double Width, double Height) SignaturePicture => (150, 36);

    public static (double Across, double Down) SignatureGap => (24, 18);
}
