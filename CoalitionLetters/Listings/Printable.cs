using System.Globalization;
using System.Text;
using CoalitionLetters.Typesetting.Fonts;

namespace CoalitionLetters.Listings;

/// <summary>What can stand in a printed list. Asks the fonts and sets nothing, so that a form may ask with every name.</summary>
public static class Printable
{
    private static FontLibrary fonts = FontLibrary.Shipped;

    /// <summary>Said once, at the start: the fonts that letters are printed with, the shipped ones among them.</summary>
    public static void AskToo(FontLibrary ofCoalition)
    {
        // Where there are none of its own, whoever was told of some goes on.
        fonts = ofCoalition == FontLibrary.Shipped ? fonts : ofCoalition;
    }

    /// <summary>The first character that no font has, as people can recognize it: itself, or its code ("U+E000") where it shows nothing. Null where all can be printed.</summary>
    public static string? Unprintable(string? text)
    {
        if (string.IsNullOrEmpty(text) || Ascii.IsValid(text))
        {
            return null;
        }

        // A sheet leaves control characters and half characters out; they need no font.
        var missing = fonts.MissingFrom(text).Where(c => Rune.IsValid(c) && !Rune.IsControl(new Rune(c))).Select(c => (Rune?)new Rune(c)).FirstOrDefault();
        return missing is not { } rune ? null
            : Rune.GetUnicodeCategory(rune) is UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned or UnicodeCategory.Format ? $"U+{rune.Value:X4}"
            : rune.ToString();
    }

    /// <summary>All of a line that is printed: name, title and place.</summary>
    public static string? Unprintable(ListedName line) => Unprintable(line.Name) ?? Unprintable(line.Title) ?? Unprintable(line.State) ?? Unprintable(line.Country);

    /// <summary>A name has two letters or digits at least.</summary>
    public static bool IsName(string text) => text.EnumerateRunes().Count(IsSeenLetter) >= 2;

    public static bool HasLetter(string text) => text.EnumerateRunes().Any(IsSeenLetter);

    /// <summary>Some letters, such as the fillers of Hangul, show nothing.</summary>
    private static bool IsSeenLetter(Rune rune) => Rune.IsLetterOrDigit(rune) && !Ignorable.Is(rune.Value);

    public static string Refusal(string character) => $"The letter cannot be printed with “{character}”. Leave it out.";
}
