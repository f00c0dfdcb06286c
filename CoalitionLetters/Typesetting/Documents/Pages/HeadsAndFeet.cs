using CoalitionLetters.Typesetting.Paragraphs;
using CoalitionLetters.Typesetting.Pdf;

namespace CoalitionLetters.Typesetting.Documents.Pages;

/// <summary>What stands in the margins of pages. It belongs to the page, not to the text.</summary>
internal sealed record HeadsAndFeet(string? Head, string? HeadRight, string? Watermark)
{
    private const double HeadBaseline = 46;
    private const double FootBaseline = 38;
    private static readonly char[] BeforeEllipsis = [.. " ,;:.·…-–—/&([“‘«¿¡،؛、，。：；"];
    private static readonly Color Pale = Color.FromHex("EAEAEA");

    public void DrawWatermark(Sheet sheet, PdfPage page)
    {
        if (Watermark is null)
        {
            return;
        }

        // As long as two thirds of the page's diagonal, and through its middle.
        var style = sheet.Styles.Margin.Text with { Size = 100, Bold = true, Italic = false, LetterSpacing = 8, Color = Pale };
        var diagonal = Math.Sqrt(page.Width * page.Width + page.Height * page.Height);
        var size = Math.Min(170, 100 * diagonal * 0.66 / LineOf(sheet, Watermark, style).Width);
        var line = LineOf(sheet, Watermark, style with { Size = size });
        var angle = Math.Atan2(page.Height, page.Width);
        var (back, down) = (line.Width / 2, size * 0.35);

        page.BeginArtifact(ArtifactKind.Watermark);
        foreach (var fragment in line.Fragments)
        {
            var along = fragment.X - back;
            page.ShowTurned(
                fragment.Run,
                page.Width / 2 + along * Math.Cos(angle) + down * Math.Sin(angle),
                page.Height / 2 - along * Math.Sin(angle) + down * Math.Cos(angle),
                angle * 180 / Math.PI,
                Pale);
        }

        page.End();
    }

    public void Draw(Sheet sheet, PdfFile file)
    {
        var style = sheet.Styles.Margin.Text;
        var right = sheet.Paper.Width - sheet.Margins.Right;
        for (var i = 0; i < file.Pages.Count; i++)
        {
            var canvas = new PageCanvas(file.Pages[i], sheet.Styles, null);
            if (i > 0)
            {
                DrawHead(canvas, sheet, style, right);
            }

            var number = LineOf(sheet, sheet.Styles.Words.PageOf(i + 1, file.Pages.Count), style);
            canvas.ShowArtifact(number, ArtifactKind.Footer, right - number.Width, sheet.Paper.Height - FootBaseline);
        }
    }

    private void DrawHead(PageCanvas canvas, Sheet sheet, TextStyle style, double right)
    {
        var taken = 0.0;
        if (HeadRight is not null)
        {
            var line = LineOf(sheet, HeadRight, style);
            canvas.ShowArtifact(line, ArtifactKind.Header, right - line.Width, HeadBaseline);
            taken = line.Width + 18;
        }

        if (Head is not null)
        {
            canvas.ShowArtifact(Shortened(sheet, Head, style with { Italic = true }, sheet.TextWidth - taken), ArtifactKind.Header, sheet.Margins.Left, HeadBaseline);
        }
    }

    /// <summary>As many words as fit on one line.</summary>
    private static Line Shortened(Sheet sheet, string text, TextStyle style, double width)
    {
        var line = LineOf(sheet, text, style);
        for (var length = text.Length; line.Width > width && length > 1;)
        {
            length = Math.Max(1, Math.Min(length - 1, (int)(length * width / line.Width)));
            var end = text.LastIndexOf(' ', length - 1);
            line = LineOf(sheet, text[..(end > length / 2 ? end : Cluster.BorderWithin(text, length))].TrimEnd(BeforeEllipsis) + "…", style);
        }

        return line;
    }

    /// <summary>From x = 0, whichever way the text runs.</summary>
    private static Line LineOf(Sheet sheet, string text, TextStyle style) =>
        ParagraphSetter.Set([new Span(text, style)], new ParagraphFormat { Alignment = Alignment.Left }, Sheet.Endless, sheet.Fonts)[0];
}
