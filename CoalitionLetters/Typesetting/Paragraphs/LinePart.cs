using CoalitionLetters.Typesetting.Shaping;

namespace CoalitionLetters.Typesetting.Paragraphs;

/// <summary>The pieces of one item that stand together on a line.</summary>
internal sealed class LinePart(Item item, int start, byte level)
{
    private readonly List<(ShapedWord Word, int Offset)> words = [];
    private int glyphs;
    private int length;
    private int shownLength;

    public Item Item => item;

    public byte Level => level;

    private int End => start + length;

    /// <summary>Of visible pieces, in points.</summary>
    public double Visible { get; private set; }

    /// <summary>Of the spaces that hang at the end of the line, in points.</summary>
    public double Hanging { get; private set; }

    /// <summary>How many visible U+0020 there are to be stretched.</summary>
    public int Spaces { get; private set; }

    public int HangingSpaces { get; private set; }

    public bool IsHyphen { get; private init; }

    public static LinePart Hyphen(LinePart divided)
    {
        var hyphen = new LinePart(divided.Item, divided.End, divided.Level) { IsHyphen = true };
        var word = divided.Item.Hyphen;
        hyphen.words.Add((word, 0));
        hyphen.glyphs = word.Glyphs.Length;
        hyphen.Visible = divided.Item.PointsOf(word);
        return hyphen;
    }

    public void Add(ShapedWord word, ReadOnlySpan<char> source, double width, bool isSpace, bool isHanging)
    {
        words.Add((word, shownLength));
        glyphs += word.Glyphs.Length;
        length += source.Length;
        shownLength += item.IsMissing ? item.Shown(source).Length : source.Length;
        var spaces = isSpace ? source.Count(' ') : 0;
        if (isHanging)
        {
            Hanging += width;
            HangingSpaces += spaces;
        }
        else
        {
            Visible += width;
            Spaces += spaces;
        }
    }

    public Fragment ToFragment(string text, double x, double wordSpacing, int readingIndex)
    {
        var style = item.Style;
        var source = text.Substring(start, length);
        var run = new GlyphRun(item.Font, style.Size, Shown(source), Glyphs(), item.RightToLeft, wordSpacing, style.LetterSpacing);
        var visible = Visible + Spaces * wordSpacing;
        var hanging = Hanging + HangingSpaces * wordSpacing;
        return new Fragment(x, visible, run, style, item.Span.Tag, IsHyphen ? "\u00AD" : source, readingIndex)
        {
            VisibleX = item.RightToLeft ? x + hanging : x,
            IsMissing = item.IsMissing && !IsHyphen,
        };
    }

    private string Shown(string source) => IsHyphen ? "-" : item.IsMissing ? item.Shown(source) : source;

    private ShapedGlyph[] Glyphs()
    {
        if (words is [var (only, offset)] && offset == 0)
        {
            return only.Glyphs;
        }

        var all = new ShapedGlyph[glyphs];
        var at = 0;
        for (var i = 0; i < words.Count; i++)
        {
            var (word, start) = words[item.RightToLeft ? words.Count - 1 - i : i];
            foreach (var glyph in word.Glyphs)
            {
                all[at++] = glyph with { Cluster = glyph.Cluster + start };
            }
        }

        return all;
    }
}
