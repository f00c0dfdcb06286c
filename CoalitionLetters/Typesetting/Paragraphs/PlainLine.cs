using System.Buffers;
using CoalitionLetters.Typesetting.Fonts;
using CoalitionLetters.Typesetting.Shaping;
using CoalitionLetters.Typesetting.Unicode;

namespace CoalitionLetters.Typesetting.Paragraphs;

/// <summary>
/// The short way for what most text is: one style, Latin letters, and it fits on one line. A list of ten thousand names is set in
/// the time that its words take to be looked up.
/// </summary>
internal static class PlainLine
{
    private const int Longest = 200;

    private static readonly SearchValues<char> PlainCharacters = SearchValues.Create(
        [.. Range(' ', '~'), .. Range('\u00A1', '\u00AC'), .. Range('\u00AE', '\u02AF'), .. Range('\u1E00', '\u1EFF'), .. Range('\u2010', '\u2026')]);

    /// <summary>Null when the long way is needed.</summary>
    public static Line? TrySet(Span span, ParagraphFormat format, double width, FontLibrary fonts)
    {
        var (text, style) = (span.Text, span.Style);
        if (text.Length is 0 or > Longest || text[0] == ' ' || text[^1] == ' ' || format.Direction == BaseDirection.RightToLeft
            || text.AsSpan().ContainsAnyExcept(PlainCharacters))
        {
            return null;
        }

        var font = fonts.Face(style.Family, style.Bold, style.Italic);
        var script = HasLetter(text) ? Script.Latin : Script.Common;
        if (Glyphs(text, WordCache.For(font, script, false, style.Language), out var clusters) is not { } glyphs)
        {
            return null;
        }

        var advance = 0;
        foreach (var glyph in glyphs)
        {
            advance += glyph.XAdvance;
        }

        var visible = advance * style.Size / font.UnitsPerEm + clusters * style.LetterSpacing;
        var room = width - format.FirstIndent;
        if (visible > room + LineBreaker.Tolerance)
        {
            return null;
        }

        var x = format.FirstIndent + (room - visible) * format.Alignment switch { Alignment.Right => 1, Alignment.Center => 0.5, _ => 0 };
        var run = new GlyphRun(font, style.Size, text, glyphs, false, 0, style.LetterSpacing);
        var perUnit = style.Size / font.UnitsPerEm;
        return new Line(x, visible, font.Ascent * perUnit + style.Rise, -font.Descent * perUnit - style.Rise, [new Fragment(x, visible, run, style, span.Tag, text, 0)]);
    }

    private static bool HasLetter(string text)
    {
        foreach (var unit in text)
        {
            if (char.IsLetter(unit))
            {
                return true;
            }
        }

        return false;
    }

    private static ShapedGlyph[]? Glyphs(string text, WordCache words, out int clusters)
    {
        clusters = 0;
        var buffer = ArrayPool<ShapedGlyph>.Shared.Rent(2 * Longest);
        try
        {
            var count = 0;
            for (int start = 0, end; start < text.Length; start = end)
            {
                end = EndOfWord(text, start);
                var word = words.Shape(text.AsSpan(start, end - start));
                if (word.HasGaps || count + word.Glyphs.Length > buffer.Length)
                {
                    return null;
                }

                foreach (var glyph in word.Glyphs)
                {
                    buffer[count++] = glyph with { Cluster = glyph.Cluster + start };
                }

                clusters += word.Clusters;
            }

            return buffer.AsSpan(0, count).ToArray();
        }
        finally
        {
            ArrayPool<ShapedGlyph>.Shared.Return(buffer);
        }
    }

    /// <summary>A space is a word of its own.</summary>
    private static int EndOfWord(string text, int start)
    {
        var space = text[start] == ' ' ? 0 : text.AsSpan(start + 1).IndexOf(' ');
        return space < 0 ? text.Length : start + 1 + space;
    }

    private static IEnumerable<char> Range(char first, char last) => Enumerable.Range(first, last - first + 1).Select(code => (char)code);
}
