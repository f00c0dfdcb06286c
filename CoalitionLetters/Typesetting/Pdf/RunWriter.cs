using CoalitionLetters.Typesetting.Shaping;

namespace CoalitionLetters.Typesetting.Pdf;

/// <summary>
/// Writes one run of glyphs: one TJ for as long as the glyphs stand on one line, moved only where they stand elsewhere than their widths put them.
/// Words whose text the glyphs do not say by themselves carry an ActualText; a word is taken whole, since a reader that gets half of it
/// from the glyphs and half from the ActualText may put the halves in the wrong order.
/// </summary>
internal ref struct RunWriter
{
    private readonly PageContent content;
    private readonly PdfText output;
    private readonly FontUse font;
    private readonly GlyphRun run;
    private readonly Mark? mark;
    private readonly ReadOnlySpan<char> text;
    private readonly double unitsPerPoint;

    /// <summary>Where the next glyph belongs, in font units from the run's left edge.</summary>
    private double target;

    /// <summary>Where a viewer would put it.</summary>
    private double pen;

    private double rise;
    private bool inArray;
    private bool isEntered;

    /// <param name="mark">What the run belongs to; nothing for an artifact that is open already.</param>
    public RunWriter(PageContent content, FontUse font, GlyphRun run, Mark? mark)
    {
        this.content = content;
        this.font = font;
        this.run = run;
        this.mark = mark;
        output = content.Text;
        text = run.Text;
        unitsPerPoint = font.Font.UnitsPerEm / run.Size;
    }

    /// <param name="actualText">What the whole run stands for.</param>
    public void Write(Color color, ReadOnlySpan<char> actualText)
    {
        content.SetFill(color);
        content.SetFont(font, run.Size);
        content.ApplyMove();

        var change = TextChange.Between(text, actualText);
        var leading = run.RightToLeft && change.IsTrailingSpace;

        if (leading)
        {
            target = pen = 0;
            target -= font.Font.AdvanceOf(font.Space);
            WriteSpace();
        }

        for (var at = 0; at < run.Glyphs.Length;)
        {
            at = WriteWord(at, change, actualText);
        }

        if (change.IsTrailingSpace && !leading)
        {
            WriteSpace();
        }

        EndArray();
    }

    /// <summary>Writes the glyphs up to the next space, or one space.</summary>
    /// <returns>The glyph to go on with.</returns>
    private int WriteWord(int at, TextChange change, ReadOnlySpan<char> actualText)
    {
        var end = at;
        var isPlain = true;
        var (from, to) = (text.Length, 0);

        do
        {
            var (glyphEnd, start, stop) = ClusterAt(end);
            isPlain &= IsPlain(end, glyphEnd, start, stop) && !change.Touches(start, stop);
            (from, to) = (Math.Min(from, start), Math.Max(to, stop));
            end = glyphEnd;
        }
        while (end < run.Glyphs.Length && !run.IsSpace(end) && !run.IsSpace(at));

        if (isPlain || mark?.Element is null)
        {
            Enter();
        }
        else
        {
            EndArray();
            content.EnterActualText(mark.Value.Element, actualText[change.ToActual(from)..change.ToActualEnd(to)]);
            isEntered = false;
        }

        WriteGlyphs(at, end);
        return end;
    }

    private void Enter()
    {
        if (!isEntered && mark is { } entered)
        {
            EndArray();
            content.Enter(entered, forText: true);
        }

        isEntered = true;
    }

    /// <summary>The glyphs that share a cluster, and the text they stand for. Clusters rise from glyph to glyph, or fall where text runs to the left.</summary>
    private readonly (int GlyphEnd, int Start, int Stop) ClusterAt(int glyph)
    {
        var glyphs = run.Glyphs;
        var start = glyphs[glyph].Cluster;
        var end = glyph + 1;
        while (end < glyphs.Length && glyphs[end].Cluster == start)
        {
            end++;
        }

        var stop = run.RightToLeft
            ? glyph > 0 ? glyphs[glyph - 1].Cluster : text.Length
            : end < glyphs.Length ? glyphs[end].Cluster : text.Length;
        return (end, start, Math.Max(start, stop));
    }

    /// <summary>True when the map from glyphs to text alone gives the cluster's text.</summary>
    private readonly bool IsPlain(int glyph, int glyphEnd, int start, int stop)
    {
        var meant = text[start..stop];
        if (glyphEnd == glyph + 1)
        {
            var id = run.Glyphs[glyph].Id;
            return id != 0 ? font.StandsFor(id, meant) : throw MissingGlyph(meant);
        }

        return IsOneToOne(glyph, glyphEnd, meant);
    }

    /// <summary>True when the glyphs are just those of the characters, in their order, as with a base letter and its marks.</summary>
    private readonly bool IsOneToOne(int glyph, int glyphEnd, ReadOnlySpan<char> meant)
    {
        var isOneToOne = !run.RightToLeft;
        var at = 0;
        for (; glyph < glyphEnd; glyph++)
        {
            var id = run.Glyphs[glyph].Id;
            if (id == 0)
            {
                throw MissingGlyph(meant);
            }

            var length = at >= meant.Length ? 0 : at + 1 < meant.Length && char.IsSurrogatePair(meant[at], meant[at + 1]) ? 2 : 1;
            var character = meant.Slice(at, length);
            if (length > 0 && font.Font.GlyphFor(length == 2 ? char.ConvertToUtf32(character[0], character[1]) : character[0]) == id)
            {
                isOneToOne &= font.StandsFor(id, character);
            }
            else
            {
                isOneToOne = false;
            }

            at += length;
        }

        return isOneToOne && at == meant.Length;
    }

    private readonly TypesettingException MissingGlyph(ReadOnlySpan<char> meant) =>
        new($"The font {font.Font.Name} has no glyph for “{meant}” in “{run.Text}”.");

    private void WriteGlyphs(int at, int end)
    {
        for (; at < end; at++)
        {
            var glyph = run.Glyphs[at];
            Write(glyph.Id, glyph.XOffset, glyph.YOffset);
            target += glyph.XAdvance + SpacingAfter(at) * unitsPerPoint;
        }
    }

    private readonly double SpacingAfter(int at)
    {
        if ((run.WordSpacing == 0 && run.LetterSpacing == 0) || !run.EndsCluster(at))
        {
            return 0;
        }

        return run.LetterSpacing + (run.IsSpace(at) ? run.WordSpacing : 0);
    }

    private void WriteSpace()
    {
        if (font.Space != 0)
        {
            Enter();
            font.StandsFor(font.Space, " ");
            Write(font.Space, 0, 0);
            target += font.Font.AdvanceOf(font.Space);
        }
    }

    private void Write(ushort glyph, int xOffset, int yOffset)
    {
        if (yOffset != rise)
        {
            EndArray();
            rise = yOffset;
        }

        var move = Math.Round((target + xOffset - pen) * 1000 / font.Font.UnitsPerEm);
        if (!inArray)
        {
            content.SetRise(rise / unitsPerPoint);
            output.Add(move != 0 ? "["u8 : "[<"u8);
        }
        else if (move != 0)
        {
            output.Add('>');
        }

        if (move != 0)
        {
            output.Add((long)-move).Add('<');
            pen += move * font.Font.UnitsPerEm / 1000;
        }

        content.AddGlyph(font, glyph);
        pen += font.Font.AdvanceOf(glyph);
        inArray = true;
    }

    private void EndArray()
    {
        if (inArray)
        {
            output.Add(">]TJ\n"u8);
            inArray = false;
        }
    }
}

/// <summary>The one stretch in which the text that a run stands for differs from the run's own.</summary>
internal readonly record struct TextChange(int Start, int End, int Growth, bool IsTrailingSpace)
{
    public static TextChange Between(ReadOnlySpan<char> text, ReadOnlySpan<char> actual)
    {
        if (text.SequenceEqual(actual))
        {
            return new TextChange(-1, -1, 0, false);
        }

        var prefix = text.CommonPrefixLength(actual);
        if (prefix == text.Length && actual[prefix..].IndexOfAnyExcept(' ') < 0)
        {
            return new TextChange(-1, -1, 0, true);
        }

        var suffix = 0;
        while (suffix < Math.Min(text.Length, actual.Length) - prefix && text[^(suffix + 1)] == actual[^(suffix + 1)])
        {
            suffix++;
        }

        return new TextChange(prefix, text.Length - suffix, actual.Length - text.Length, false);
    }

    /// <summary>True when the change is inside this stretch of the run's text or at its edge.</summary>
    public bool Touches(int start, int stop) => Start >= 0 && start <= End && stop >= Start;

    public int ToActual(int index) => Start < 0 || index <= Start ? index : index + Growth;

    public int ToActualEnd(int index) => Start < 0 || index < Start ? index : index + Growth;
}
