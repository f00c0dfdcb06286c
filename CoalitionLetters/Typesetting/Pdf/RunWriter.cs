using CoalitionLetters.Typesetting.Shaping;

namespace CoalitionLetters.Typesetting.Pdf;

/// <summary>
/// Writes one run of glyphs in the order in which it is read, moving only where a glyph stands elsewhere than the widths before it put it.
/// Text that runs to the left is written from its right end: readers that go by the content's order and readers that go by places on the page then
/// both get it right (ISO 32000-1, 14.8.2.3.3). What the codes cannot say carries an ActualText.
/// </summary>
internal ref struct RunWriter
{
    private readonly PageContent content;
    private readonly PdfBuffer output;
    private readonly RunReader reader;
    private readonly FontUse font;
    private readonly GlyphRun run;
    private readonly Mark? mark;
    private readonly double unitsPerPoint;

    /// <summary>Where a viewer would put the next glyph, in font units from the run's left edge.</summary>
    private double pen;

    private double rise;
    private bool inArray;
    private bool isEntered;

    /// <param name="mark">What the run belongs to; nothing for an artifact that is open already.</param>
    public RunWriter(PageContent content, RunReader reader, FontUse font, GlyphRun run, Mark? mark)
    {
        this.content = content;
        this.reader = reader;
        this.font = font;
        this.run = run;
        this.mark = mark;
        output = content.Text;
        unitsPerPoint = font.Font.UnitsPerEm / run.Size;
    }

    /// <param name="actualText">What the whole run stands for.</param>
    public void Write(Color color, string actualText)
    {
        content.SetFill(color);
        content.SetFont(font, run.Size);
        content.ApplyMove();

        reader.Read(font, run, actualText);
        foreach (var stretch in reader.Stretches)
        {
            WriteStretch(stretch);
        }

        if (reader.EndsWithUnseenSpace)
        {
            WriteSpace();
        }

        EndArray();
    }

    private void WriteStretch(RunReader.Stretch stretch)
    {
        if (stretch.IsPlain || mark?.Element is not { } element)
        {
            Enter();
        }
        else
        {
            EndArray();
            content.EnterActualText(element, reader.ActualTextOf(stretch));
            isEntered = false;
        }

        for (var glyph = stretch.First; glyph < stretch.End; glyph++)
        {
            Write(reader.Shown[glyph]);
        }
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

    /// <summary>The space after a line's last word, which nobody sees and which keeps the word apart from the next line's first.</summary>
    private void WriteSpace()
    {
        if (font.Space == 0)
        {
            return;
        }

        Enter();
        Write(new ShownGlyph(font.Space, font.CodeOf(font.Space, " "), run.RightToLeft ? -font.Font.AdvanceOf(font.Space) : reader.Width, 0));
    }

    private void Write(in ShownGlyph glyph)
    {
        if (glyph.Rise != rise)
        {
            EndArray();
            rise = glyph.Rise;
        }

        var move = Math.Round((glyph.Place - pen) * 1000 / font.Font.UnitsPerEm);
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

        output.AddHex(glyph.Code, 4);
        pen += font.AdvanceOf(glyph.Number);
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
