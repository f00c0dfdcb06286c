using CoalitionLetters.Typesetting.Unicode;

namespace CoalitionLetters.Typesetting.Fonts;

/// <summary>Characters that are never seen, so that no font need have them: controls, separators of lines, and what Unicode says to ignore.</summary>
internal static class Ignorable
{
    public static bool Is(int codePoint) => codePoint switch
    {
        < 0x20 or (>= 0x7F and < 0xA0) or 0x2028 or 0x2029 => true,
        < 0xAD => false,

        // The controls of shorthand, which only mean something to a font that has them: HarfBuzz shows that it has none.
        >= 0x1BCA0 and <= 0x1BCA3 => false,
        _ => Scripts.IsIgnorable(codePoint),
    };
}
