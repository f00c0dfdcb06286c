using System.Globalization;
using System.Xml.Linq;
using CoalitionLetters.FinalLetters;
using CoalitionLetters.Letters;
using CoalitionLetters.Listings;
using CoalitionLetters.Tests.Support;
using CoalitionLetters.Typesetting.Pdf;
using CoalitionLetters.Typesetting.Svg;
using Xunit;

namespace CoalitionLetters.Tests.Typesetting.Svg;

public sealed class SvgPageTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    [Fact]
    public void A_page_shows_a_glyph_for_each_letter_that_leaves_ink()
    {
        var page = Page("Ten words stand here, and none of them is missing.");

        var svg = XElement.Parse(SvgPage.Of(page, _ => null));

        var inked = page.Drawings.OfType<Drawing.Glyphs>().Sum(drawing => drawing.Run.Glyphs.Where((_, i) => !drawing.Run.IsSpace(i)).Count());
        Assert.Equal(inked, svg.Descendants(Svg + "use").Count());
        Assert.All(svg.Descendants(Svg + "use"), use => Assert.Contains(svg.Descendants(Svg + "path"), path => "#" + path.Attribute("id")?.Value == use.Attribute("href")!.Value));
    }

    [Fact]
    public void Outlines_stay_inside_the_box_that_the_font_declares()
    {
        var page = Page("Ångström, naïve, Łódź, Việt Nam, ½ & “quotes”");

        foreach (var drawing in page.Drawings.OfType<Drawing.Glyphs>())
        {
            var box = drawing.Run.Font.Bounds;
            foreach (var glyph in drawing.Run.Glyphs)
            {
                var numbers = Numbers(GlyphPaths.Of(drawing.Run.Font, glyph.Id));
                Assert.All(numbers.Where((_, i) => i % 2 == 0), x => Assert.InRange(x, box.XMin - 1, box.XMax + 1));
                Assert.All(numbers.Where((_, i) => i % 2 == 1), y => Assert.InRange(y, box.YMin - 1, box.YMax + 1));
            }
        }
    }

    [Fact]
    public void Drawings_are_kept_only_when_asked_for()
    {
        var file = LetterPdf.Lay(ALetter.Content, [new ListedName("River Trust")], new RenderOptions());

        Assert.All(file.Pages, page => Assert.Empty(page.Drawings));
    }

    private static PdfPage Page(string body) =>
        LetterPdf.Lay(new LetterContent { Title = "A title", Body = body }, [], new RenderOptions(), keepDrawings: true).Pages[0];

    private static List<double> Numbers(string path) =>
        [.. path.Split(['M', 'L', 'Q', 'Z', ' '], StringSplitOptions.RemoveEmptyEntries).Select(number => double.Parse(number, CultureInfo.InvariantCulture))];
}
