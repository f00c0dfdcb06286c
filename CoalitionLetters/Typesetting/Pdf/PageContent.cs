using System.IO.Compression;

namespace CoalitionLetters.Typesetting.Pdf;

/// <summary>
/// Writes a page's content stream and remembers the graphics state, so that only what changes is written.
/// Text objects stay open over marked content where they can: lines then move by small, repeating steps, which deflate well.
/// </summary>
internal sealed class PageContent(PdfPage page)
{
    /// <summary>And for a head, so that a page that wakes for these does not grow again.</summary>
    private const int RoomForFoot = 2048;

    private readonly double pageHeight = page.Height;
    private PdfBuffer? text = new(4096);
    private byte[]? resting;
    private int restingLength;
    private readonly List<StructureElement> elements = [];
    private Mark? open;
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

    /// <summary>The structure element of each marked content, by its number.</summary>
    public IReadOnlyList<StructureElement> Elements => elements;

    /// <summary>What was written is packed, since nobody writes on it now.</summary>
    public bool IsResting => text is null;

    /// <summary>What was written so far, to be written on.</summary>
    public PdfBuffer Text => text ?? Wake();

    /// <summary>Opens the marked content for a drawing, unless it is open: that of text inside a text object, that of other things outside one.</summary>
    public void Enter(Mark mark, bool forText)
    {
        if (open == mark && inText == forText && (mark.Element is null || mark.Element.EndsWith(page, elements.Count - 1)))
        {
            return;
        }

        Leave();
        ChangeTo(forText);
        Write(mark);
        open = mark;
    }

    /// <summary>Begins a text object where none is; the font and the place may then be set before marked content is entered.</summary>
    public void EnterText()
    {
        if (!inText)
        {
            Leave();
            ChangeTo(forText: true);
        }
    }

    /// <summary>Begins a stretch of text that stands for something else than its glyphs say, as marked content of its own:
    /// some readers lose text that follows marked content inside marked content.</summary>
    public void EnterActualText(StructureElement element, ReadOnlySpan<char> actualText)
    {
        Leave();
        Text.Add("/Span<</MCID "u8).Add(Number(element)).Add("/ActualText"u8).AddString(actualText).Add(">>BDC\n"u8);
        open = new Mark(element, default, HasActualText: true);
    }

    public void SetFont(FontUse use, double size)
    {
        if (font == use && fontSize == size)
        {
            return;
        }

        Text.Add("/F"u8).Add(use.Index).Add(' ').Add(size).Add(" Tf\n"u8);
        (font, fontSize) = (use, size);
    }

    public void SetRise(double points)
    {
        points = Math.Round(points, 2);
        if (rise != points)
        {
            Text.Add(points).Add(" Ts\n"u8);
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

    /// <summary>The next glyphs begin here; written with the first of them.</summary>
    public void MoveTo(double left, double baseline) => (toX, toY) = (Math.Round(left, 2), Math.Round(pageHeight - baseline, 2));

    public void ApplyMove()
    {
        if (toX != x || toY != y)
        {
            Text.Add(toX - x).Add(' ').Add(toY - y).Add(" Td\n"u8);
            (x, y) = (toX, toY);
        }
    }

    /// <summary>Shows two blanks whose outer edges are as far apart as is asked. Only as an ActualText do readers take them for a word with a place of its own,
    /// and only in a size that no other text has do they not count it to the lines beside it.</summary>
    public void ShowBlanks(FontUse use, double width)
    {
        SetFont(use, 1);
        SetRise(0);
        ApplyMove();
        var code = use.CodeOf(use.Space, " ");
        var gap = 2.0 * use.Font.AdvanceOf(use.Space) / use.Font.UnitsPerEm - width;
        Text.Add("/Span<</ActualText(  )>>BDC[<"u8).AddHex(code, 4).Add('>').Add(gap * 1000, 0).Add('<').AddHex(code, 4).Add(">]TJ EMC\n"u8);
    }

    public void Turn(double left, double baseline, double degrees)
    {
        var (sine, cosine) = Math.SinCos(degrees * Math.PI / 180);
        Text.Add("q BT "u8)
            .Add(cosine, 4).Add(' ').Add(sine, 4).Add(' ').Add(-sine, 4).Add(' ').Add(cosine, 4).Add(' ')
            .Add(left).Add(' ').Add(pageHeight - baseline).Add(" Tm\n"u8);
        (toX, toY) = (x, y) = (0, 0);
        saved = (font, fontSize, rise, fillColor);
    }

    public void TurnBack()
    {
        Text.Add("ET Q\n"u8);
        (font, fontSize, rise, fillColor) = saved;
    }

    public void Fill(Area area, Color color)
    {
        SetFill(color);
        Text.Add(area.X).Add(' ').Add(pageHeight - area.Bottom).Add(' ').Add(area.Width).Add(' ').Add(area.Height).Add(" re f\n"u8);
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
            Text.Add(width).Add(" w\n"u8);
            lineWidth = width;
        }

        Text.Add(x1).Add(' ').Add(pageHeight - y1).Add(" m "u8).Add(x2).Add(' ').Add(pageHeight - y2).Add(" l S\n"u8);
    }

    /// <param name="orientation">How the picture is to be turned and mirrored, as in Exif: 1 to 8.</param>
    public void Draw(int picture, Area area, int orientation)
    {
        var (w, h) = (area.Width, area.Height);
        var (left, bottom) = (area.X, pageHeight - area.Bottom);
        double[] matrix = orientation switch
        {
            2 => [-w, 0, 0, h, left + w, bottom],
            3 => [-w, 0, 0, -h, left + w, bottom + h],
            4 => [w, 0, 0, -h, left, bottom + h],
            5 => [0, -h, -w, 0, left + w, bottom + h],
            6 => [0, -h, w, 0, left, bottom + h],
            7 => [0, h, w, 0, left, bottom],
            8 => [0, h, -w, 0, left + w, bottom],
            _ => [w, 0, 0, h, left, bottom],
        };

        Text.Add("q "u8);
        foreach (var entry in matrix)
        {
            Text.Add(entry).Add(' ');
        }

        Text.Add("cm /P"u8).Add(picture).Add(" Do Q\n"u8);
    }

    /// <summary>Takes less room until something is written again.</summary>
    public void Rest()
    {
        restingLength = Text.Length;
        resting = PdfObjects.Deflate(Text.Written, CompressionLevel.Fastest);
        text = null;
    }

    /// <summary>All that was written, with what is open closed.</summary>
    public void WriteTo(Stream stream)
    {
        if (IsResting)
        {
            using var inflated = Inflated();
            inflated.CopyTo(stream);
        }
        else
        {
            stream.Write(text!.Written);
        }

        stream.Write(open is null ? ""u8 : "EMC\n"u8);
        stream.Write(inText ? "ET\n"u8 : ""u8);
    }

    private ZLibStream Inflated() => new(new MemoryStream(resting!), CompressionMode.Decompress);

    private PdfBuffer Wake()
    {
        using var inflated = Inflated();
        text = new PdfBuffer(restingLength + RoomForFoot).Add(inflated, restingLength);
        resting = null;
        page.NoteAwake();
        return text;
    }

    private void Leave()
    {
        if (open is not null)
        {
            Text.Add("EMC\n"u8);
            open = null;
        }
    }

    private void ChangeTo(bool forText)
    {
        if (inText != forText)
        {
            Text.Add(forText ? "BT\n"u8 : "ET\n"u8);
            inText = forText;
            (x, y) = (0, 0);
        }
    }

    private void Write(Mark mark)
    {
        if (mark.Element is { } element)
        {
            Text.AddName(StructureTypes.NameOf(element.Type)).Add("<</MCID "u8).Add(Number(element)).Add(">>BDC\n"u8);
            return;
        }

        Text.Add(mark.Kind switch
        {
            ArtifactKind.Header => "/Artifact<</Type/Pagination/Subtype/Header/Attached[/Top]>>BDC\n"u8,
            ArtifactKind.Footer => "/Artifact<</Type/Pagination/Subtype/Footer/Attached[/Bottom]>>BDC\n"u8,
            ArtifactKind.Watermark => "/Artifact<</Type/Pagination/Subtype/Watermark>>BDC\n"u8,
            ArtifactKind.Background => "/Artifact<</Type/Background>>BDC\n"u8,
            _ => "/Artifact<</Type/Layout>>BDC\n"u8,
        });
    }

    private int Number(StructureElement element)
    {
        element.AddContent(page, elements.Count);
        elements.Add(element);
        return elements.Count - 1;
    }

    private void Write(Color color, ReadOnlySpan<byte> gray, ReadOnlySpan<byte> rgb)
    {
        Text.Add(color.Red / 255.0, 3);
        if (color.Red == color.Green && color.Green == color.Blue)
        {
            Text.Add(' ').Add(gray).Add('\n');
            return;
        }

        Text.Add(' ').Add(color.Green / 255.0, 3).Add(' ').Add(color.Blue / 255.0, 3).Add(' ').Add(rgb).Add('\n');
    }
}
