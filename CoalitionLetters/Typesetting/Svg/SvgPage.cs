using System.Globalization;
using System.Text;
using CoalitionLetters.Typesetting.Fonts;
using CoalitionLetters.Typesetting.Images;
using CoalitionLetters.Typesetting.Pdf;

namespace CoalitionLetters.Typesetting.Svg;

/// <summary>
/// A page of a PDF file as an SVG picture: the same glyphs in the same places, as outlines, so that any browser shows what will be
/// printed. Needs a file that keeps its drawings.
/// </summary>
public static class SvgPage
{
    /// <param name="addressOf">Where the browser finds a picture: an address or a data URI; null leaves it out.</param>
    public static string Of(PdfPage page, Func<Picture, string?> addressOf)
    {
        var shapes = new StringBuilder();
        var drawn = new StringBuilder(64 * 1024);
        var known = new Dictionary<(FontFile, ushort), string>();
        foreach (var drawing in page.Drawings)
        {
            switch (drawing)
            {
                case Drawing.Glyphs glyphs:
                    AppendGlyphs(drawn, shapes, known, glyphs);
                    break;
                case Drawing.Filled { Area: var a } filled:
                    drawn.Append(CultureInfo.InvariantCulture, $"<path fill=\"{Hex(filled.Color)}\" d=\"M{a.X:0.##} {a.Y:0.##}h{a.Width:0.##}v{a.Height:0.##}h{-a.Width:0.##}z\"/>");
                    break;
                case Drawing.Stroke s:
                    drawn.Append(CultureInfo.InvariantCulture, $"<path stroke=\"{Hex(s.Color)}\" stroke-width=\"{s.Width:0.##}\" d=\"M{s.X1:0.##} {s.Y1:0.##}L{s.X2:0.##} {s.Y2:0.##}\"/>");
                    break;
                case Drawing.Image { Area: var a } image when addressOf(image.Picture) is { } address:
                    drawn.Append(CultureInfo.InvariantCulture, $"<image x=\"{a.X:0.##}\" y=\"{a.Y:0.##}\" width=\"{a.Width:0.##}\" height=\"{a.Height:0.##}\" preserveAspectRatio=\"none\" href=\"{address}\"/>");
                    break;
            }
        }

        return string.Create(CultureInfo.InvariantCulture,
            $"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{page.Width:0.##}\" height=\"{page.Height:0.##}\" viewBox=\"0 0 {page.Width:0.##} {page.Height:0.##}\"><rect width=\"100%\" height=\"100%\" fill=\"#fff\"/><defs>{shapes}</defs>{drawn}</svg>");
    }

    /// <summary>One group for a run, in font units; each glyph's outline stands once in the page and is used wherever it is shown.</summary>
    private static void AppendGlyphs(StringBuilder drawn, StringBuilder shapes, Dictionary<(FontFile, ushort), string> known, Drawing.Glyphs glyphs)
    {
        var run = glyphs.Run;
        var scale = run.Size / run.Font.UnitsPerEm;
        drawn.Append(CultureInfo.InvariantCulture, $"<g fill=\"{Hex(glyphs.Color)}\" transform=\"translate({glyphs.X:0.###} {glyphs.Baseline:0.###})");
        if (glyphs.Degrees != 0)
        {
            drawn.Append(CultureInfo.InvariantCulture, $"rotate({-glyphs.Degrees:0.##})");
        }

        drawn.Append(CultureInfo.InvariantCulture, $"scale({scale:0.######} {-scale:0.######})\">");
        double x = 0;
        for (var i = 0; i < run.Glyphs.Length; i++)
        {
            var glyph = run.Glyphs[i];
            var id = IdOf(shapes, known, run.Font, glyph.Id);
            if (id.Length > 0)
            {
                drawn.Append(CultureInfo.InvariantCulture, $"<use href=\"#{id}\" x=\"{Math.Round(x + glyph.XOffset):0}\"");
                if (glyph.YOffset != 0)
                {
                    drawn.Append(CultureInfo.InvariantCulture, $" y=\"{glyph.YOffset}\"");
                }

                drawn.Append("/>");
            }

            x += glyph.XAdvance;
            if (run.EndsCluster(i))
            {
                x += ((run.IsSpace(i) ? run.WordSpacing : 0) + run.LetterSpacing) / scale;
            }
        }

        drawn.Append("</g>");
    }

    /// <summary>Empty for a glyph that leaves no ink.</summary>
    private static string IdOf(StringBuilder shapes, Dictionary<(FontFile, ushort), string> known, FontFile font, ushort glyph)
    {
        if (known.TryGetValue((font, glyph), out var id))
        {
            return id;
        }

        var path = GlyphPaths.Of(font, glyph);
        id = path.Length == 0 ? "" : $"g{known.Count:x}";
        if (id.Length > 0)
        {
            shapes.Append(CultureInfo.InvariantCulture, $"<path id=\"{id}\" d=\"{path}\"/>");
        }

        known.Add((font, glyph), id);
        return id;
    }

    private static string Hex(Color color) => $"#{color.Red:x2}{color.Green:x2}{color.Blue:x2}";
}
