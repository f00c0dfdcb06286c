using System.Buffers;
using System.Globalization;
using System.Text;
using CoalitionLetters.Typesetting.Fonts;
using CoalitionLetters.Typesetting.Shaping;

namespace CoalitionLetters.Typesetting.Pdf;

/// <summary>
/// Decides how the glyphs that show a text together are shown. As they are, if each takes room and has a character to say. Else as one glyph, made for it: a letter with
/// its marks, a vowel around its consonant. Many readers share the width of such a glyph out among its characters, and do it badly where one is a mark or where
/// the text runs to the left. So the glyph takes a part of its width and says the first character, and a blank follows for each of the others.
/// A joiner goes with the character behind it, since some readers leave out what ends in one.
/// </summary>
internal sealed class PieceWriter
{
    /// <summary>In parts of the em. Readers that go by places take what begins less behind its neighbor for the same letter, printed twice.</summary>
    private const double LeastShare = 0.105;

    private readonly List<ShownGlyph> shown = [];
    private readonly List<(ShapedGlyph Glyph, double Place)> glyphs = [];
    private FontUse font = null!;
    private GlyphRun run = null!;

    /// <summary>All of the run, in reading order.</summary>
    public IReadOnlyList<ShownGlyph> Shown => shown;

    public void Begin(FontUse use, GlyphRun glyphRun)
    {
        (font, run) = (use, glyphRun);
        shown.Clear();
        glyphs.Clear();
    }

    /// <summary>Adds a glyph to those that are shown next.</summary>
    /// <param name="place">From the run's left edge, in font units, without the glyph's own offset.</param>
    public void Add(ShapedGlyph glyph, double place) => glyphs.Add((glyph, place));

    /// <summary>Shows the glyphs that were added.</summary>
    /// <param name="text">What they say together.</param>
    /// <param name="isLast">Nothing of the run follows.</param>
    public void Show(ReadOnlySpan<char> text, bool isLast)
    {
        foreach (var (glyph, _) in glyphs)
        {
            if (glyph.Id == 0)
            {
                throw new TypesettingException($"The font {font.Font.Name} has no glyph for “{text}” in “{run.Text}”.");
            }
        }

        var shares = NeedsShares(text) ? CountOf(text) : 1;
        if (glyphs.Count == 1 && shares == 1)
        {
            ShowAsItIs(glyphs[0], text);
        }
        else if (shares == 1 && glyphs.Count <= CountOf(text) && glyphs.TrueForAll(item => item.Glyph.XAdvance != 0))
        {
            ShowEach(text);
        }
        else
        {
            ShowMade(text, shares, run.RightToLeft && !(isLast && EndsInMark(text)));
        }

        glyphs.Clear();
    }

    private void ShowAsItIs((ShapedGlyph Glyph, double Place) item, ReadOnlySpan<char> text) =>
        shown.Add(new ShownGlyph(item.Glyph.Id, font.CodeOf(item.Glyph.Id, text), item.Place + item.Glyph.XOffset, item.Glyph.YOffset));

    /// <summary>A character for each, and what is left over for the last.</summary>
    private void ShowEach(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < glyphs.Count; i++)
        {
            var length = i == glyphs.Count - 1 ? text.Length : LengthOfFirst(text);
            ShowAsItIs(glyphs[i], text[..length]);
            text = text[length..];
        }
    }

    /// <param name="toTheLeft">The first character is the rightmost. Readers that turn such text round take a mark at its left edge for none of it.</param>
    private void ShowMade(ReadOnlySpan<char> text, int shares, bool toTheLeft)
    {
        var (left, right) = Extent();
        var width = (int)Math.Clamp(Math.Round(right - left), 0, ushort.MaxValue);
        var blanks = width >= LeastShare * font.Font.UnitsPerEm * shares ? shares - 1 : 0;
        var share = width / (blanks + 1);

        var start = toTheLeft ? left + share * blanks : left;
        var length = blanks == 0 ? text.Length : LengthOfFirst(text);
        Show(font.Make(width - share * blanks, PartsFrom(start)), text[..length], start);
        for (var i = 1; i <= blanks; i++)
        {
            text = text[length..];
            length = LengthOfFirst(text);
            Show(font.Make(share, []), text[..length], toTheLeft ? start - share * i : left + width - share * (blanks + 1 - i));
        }
    }

    private void Show(int glyph, ReadOnlySpan<char> text, double place) => shown.Add(new ShownGlyph(glyph, font.CodeOf(glyph, text), place, 0));

    /// <summary>From the left edge of the glyphs that take room to their right edge.</summary>
    private (double Left, double Right) Extent()
    {
        var (left, right) = (double.MaxValue, double.MinValue);
        foreach (var (glyph, place) in glyphs)
        {
            if (glyph.XAdvance != 0)
            {
                (left, right) = (Math.Min(left, place), Math.Max(right, place + glyph.XAdvance));
            }
        }

        return left <= right ? (left, right) : (glyphs[0].Place, glyphs[0].Place);
    }

    private GlyphPart[] PartsFrom(double start) =>
        [.. glyphs.Select(item => new GlyphPart(item.Glyph.Id, Units(item.Place + item.Glyph.XOffset - start), Units(item.Glyph.YOffset)))];

    private static short Units(double value) => (short)Math.Clamp(Math.Round(value), short.MinValue, short.MaxValue);

    /// <summary>All text that runs to the left, and to the right what has a mark that is drawn on its letter.</summary>
    private bool NeedsShares(ReadOnlySpan<char> text)
    {
        if (run.RightToLeft)
        {
            return true;
        }

        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) == UnicodeCategory.NonSpacingMark)
            {
                return true;
            }
        }

        return false;
    }

    private static bool EndsInMark(ReadOnlySpan<char> text) =>
        Rune.DecodeLastFromUtf16(text, out var last, out _) == OperationStatus.Done && Rune.GetUnicodeCategory(last) == UnicodeCategory.NonSpacingMark;

    private static int CountOf(ReadOnlySpan<char> text)
    {
        var count = 0;
        for (; !text.IsEmpty; text = text[LengthOfFirst(text)..])
        {
            count++;
        }

        return count;
    }

    /// <summary>Of a character with the joiners before it, and with those behind it where it is a mark that ends the text.</summary>
    private static int LengthOfFirst(ReadOnlySpan<char> text)
    {
        var (at, category) = (0, UnicodeCategory.Format);
        while (at < text.Length && category == UnicodeCategory.Format)
        {
            Rune.DecodeFromUtf16(text[at..], out var rune, out var length);
            (at, category) = (at + length, Rune.GetUnicodeCategory(rune));
        }

        return category == UnicodeCategory.NonSpacingMark && !text[at..].ContainsAnyExcept("\u200C\u200D") ? text.Length : at;
    }
}
