namespace CoalitionLetters.Typesetting.Pdf;

/// <summary>
/// Writes a page's content stream and remembers the graphics state, so that only what changes is written.
/// Text objects stay open over marked content where they can: lines then move by small, repeating steps, which deflate well.
/// </summary>
internal sealed class PageContent(double pageHeight)
{
    private readonly PdfText text = new(4096);
    private readonly List<GlyphString> glyphStrings = [];
    private readonly List<ushort> glyphs = [];
    private bool isOpen;
    private bool openedInText;
    private bool inText;
    private FontUse? font;
    private double fontSize;
    private double rise;
    private Color? fillColor;
    private Color? strokeColor;
    private double lineWidth = 1;
    private double x;
    private double y;
    private double toX;
    private double toY;
    private (FontUse? Font, double Size, double Rise, Color? Fill) saved;

    /// <summary>The marked content that is open; nothing where none is.</summary>
    public Mark? Open { get; private set; }

    public PdfText Text => text;

    /// <summary>Opens the marked content for a drawing.</summary>
    /// <param name="stays">The drawing may go into what is open.</param>
    /// <param name="number">The number of the next marked content on the page.</param>
    /// <returns>False where the open one was kept.</returns>
    public bool Enter(Mark mark, bool stays, bool forText, int number)
    {
        if (stays && isOpen && (forText || !openedInText))
        {
            PrepareFor(forText);
            return false;
        }

        Leave();
        PrepareFor(forText);
        Write(mark, number);
        isOpen = true;
        openedInText = inText;
        Open = mark;
        return true;
    }

    /// <summary>Closes what is open; the last call on a page.</summary>
    public void Finish()
    {
        Leave();
        EndText();
    }

    /// <summary>Copies the finished content, putting in the glyphs' numbers in the embedded fonts, which are known only when all pages are drawn.</summary>
    /// <param name="numbers">For each font, by its index.</param>
    public void CopyTo(PdfText copy, IReadOnlyList<IReadOnlyDictionary<ushort, ushort>> numbers)
    {
        copy.Add(text.Written);
        var next = 0;
        foreach (var (at, count, font) in glyphStrings)
        {
            for (var place = 0; place < count; place++)
            {
                copy.SetHex(at + 4 * place, numbers[font][glyphs[next++]], 4);
            }
        }
    }

    public void SetFont(FontUse use, double size)
    {
        if (font == use && fontSize == size)
        {
            return;
        }

        text.Add("/F"u8).Add(use.Index).Add((byte)' ').Add(size).Add(" Tf\n"u8);
        (font, fontSize) = (use, size);
    }

    public void SetRise(double points)
    {
        points = Math.Round(points, 2);
        if (rise != points)
        {
            text.Add(points).Add(" Ts\n"u8);
            rise = points;
        }
    }

    public void SetFill(Color color)
    {
        if (fillColor != color)
        {
            Write(color, "g"u8, "rg"u8);
            fillColor = color;
        }
    }

    /// <summary>Leaves a place of four digits for a glyph's number.</summary>
    public void AddGlyph(FontUse use, ushort glyph)
    {
        use.Use(glyph);
        glyphs.Add(glyph);

        if (glyphStrings.Count > 0 && glyphStrings[^1] is var last && last.At + 4 * last.Count == text.Length)
        {
            glyphStrings[^1] = last with { Count = last.Count + 1 };
        }
        else
        {
            glyphStrings.Add(new GlyphString(text.Length, 1, use.Index));
        }

        text.Add("0000"u8);
    }

    /// <summary>The next glyphs begin here; written with the first of them.</summary>
    public void MoveTo(double left, double baseline) => (toX, toY) = (Math.Round(left, 2), Math.Round(pageHeight - baseline, 2));

    public void ApplyMove()
    {
        if (toX != x || toY != y)
        {
            text.Add(toX - x).Add((byte)' ').Add(toY - y).Add(" Td\n"u8);
            (x, y) = (toX, toY);
        }
    }

    public void Turn(double left, double baseline, double degrees)
    {
        var (sine, cosine) = Math.SinCos(degrees * Math.PI / 180);
        text.Add("q BT "u8)
            .Add(cosine, 4).Add((byte)' ').Add(sine, 4).Add((byte)' ').Add(-sine, 4).Add((byte)' ').Add(cosine, 4).Add((byte)' ')
            .Add(left).Add((byte)' ').Add(pageHeight - baseline).Add(" Tm\n"u8);
        (toX, toY) = (x, y) = (0, 0);
        saved = (font, fontSize, rise, fillColor);
    }

    public void TurnBack()
    {
        text.Add("ET Q\n"u8);
        (font, fontSize, rise, fillColor) = saved;
    }

    public void Fill(Area area, Color color)
    {
        SetFill(color);
        text.Add(area.X).Add((byte)' ').Add(pageHeight - area.Bottom).Add((byte)' ').Add(area.Width).Add((byte)' ').Add(area.Height).Add(" re f\n"u8);
    }

    public void Line(double x1, double y1, double x2, double y2, double width, Color color)
    {
        if (strokeColor != color)
        {
            Write(color, "G"u8, "RG"u8);
            strokeColor = color;
        }

        if (lineWidth != width)
        {
            text.Add(width).Add(" w\n"u8);
            lineWidth = width;
        }

        text.Add(x1).Add((byte)' ').Add(pageHeight - y1).Add(" m "u8).Add(x2).Add((byte)' ').Add(pageHeight - y2).Add(" l S\n"u8);
    }

    public void Draw(int picture, Area area) =>
        text.Add("q "u8).Add(area.Width).Add(" 0 0 "u8).Add(area.Height).Add((byte)' ').Add(area.X).Add((byte)' ')
            .Add(pageHeight - area.Bottom).Add(" cm /P"u8).Add(picture).Add(" Do Q\n"u8);

    private void PrepareFor(bool forText)
    {
        if (!forText)
        {
            EndText();
        }
        else if (!inText)
        {
            text.Add("BT\n"u8);
            inText = true;
            (x, y) = (0, 0);
        }
    }

    private void Leave()
    {
        if (!isOpen)
        {
            return;
        }

        if (!openedInText)
        {
            EndText();
        }

        text.Add("EMC\n"u8);
        isOpen = false;
        Open = null;
    }

    private void EndText()
    {
        if (inText)
        {
            text.Add("ET\n"u8);
            inText = false;
        }
    }

    private void Write(Mark mark, int number)
    {
        if (mark.Element is not null)
        {
            text.AddName(StructureTypes.NameOf(mark.Element.Type)).Add("<</MCID "u8).Add(number).Add(">>BDC\n"u8);
            return;
        }

        text.Add(mark.Kind switch
        {
            ArtifactKind.Header => "/Artifact<</Type/Pagination/Subtype/Header/Attached[/Top]>>BDC\n"u8,
            ArtifactKind.Footer => "/Artifact<</Type/Pagination/Subtype/Footer/Attached[/Bottom]>>BDC\n"u8,
            ArtifactKind.Watermark => "/Artifact<</Type/Pagination/Subtype/Watermark>>BDC\n"u8,
            ArtifactKind.Background => "/Artifact<</Type/Background>>BDC\n"u8,
            _ => "/Artifact<</Type/Layout>>BDC\n"u8,
        });
    }

    private void Write(Color color, ReadOnlySpan<byte> gray, ReadOnlySpan<byte> rgb)
    {
        text.Add(color.Red / 255.0, 3);
        if (color.Red == color.Green && color.Green == color.Blue)
        {
            text.Add((byte)' ').Add(gray).Add((byte)'\n');
            return;
        }

        text.Add((byte)' ').Add(color.Green / 255.0, 3).Add((byte)' ').Add(color.Blue / 255.0, 3).Add((byte)' ').Add(rgb).Add((byte)'\n');
    }
}

/// <summary>A place in the content for the numbers of some glyphs, four digits each.</summary>
internal readonly record struct GlyphString(int At, int Count, int Font);
