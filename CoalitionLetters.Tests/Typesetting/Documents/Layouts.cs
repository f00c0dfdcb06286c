using CoalitionLetters.FinalLetters;
using CoalitionLetters.Tests.Support;
using CoalitionLetters.Typesetting.Documents;
using CoalitionLetters.Typesetting.Fonts;
using CoalitionLetters.Typesetting.HarfBuzz;
using CoalitionLetters.Typesetting.Pdf;

namespace CoalitionLetters.Tests.Typesetting.Documents;

/// <summary>Lays documents out and tells what stands where.</summary>
internal static class Layouts
{
    static Layouts() => HarfBuzzShaper.ReadModuleFrom(Path.Combine(RepositoryFiles.Root, "assets", "harfbuzz", "harfbuzz.wasm"));

    public static FontLibrary Fonts { get; } = new(Path.Combine(RepositoryFiles.Root, "assets", "fonts"));

    public static Typography Type { get; } = new("en-US");

    /// <summary>Lays out US Letter pages with margins of one inch all around.</summary>
    public static PdfFile Of(Action<Sheet> compose) => new Composed(compose).ToPdf(Fonts, keepDrawings: true);

    /// <summary>The text inside the margins, in the order in which it is read.</summary>
    public static IReadOnlyList<Shown> Body(this PdfFile file) => [.. file.Pages.SelectMany((_, page) => file.OnPage(page).Where(shown => shown.Baseline is > 72 and < 721))];

    /// <summary>All text of one page, counted from 0.</summary>
    public static IReadOnlyList<Shown> OnPage(this PdfFile file, int page) =>
    [
        .. file.Pages[page].Drawings.OfType<Drawing.Glyphs>().Where(glyphs => glyphs.Degrees == 0)
            .Select(glyphs => glyphs.Run.RightToLeft
                ? new Shown(page, glyphs.X + EndSpaces(glyphs), glyphs.X + glyphs.Run.Width, glyphs.Baseline, glyphs.Run.Text)
                : new Shown(page, glyphs.X, glyphs.X + glyphs.Run.Width - EndSpaces(glyphs), glyphs.Baseline, glyphs.Run.Text)),
    ];

    /// <summary>Without the spaces at which lines were broken, which hang outside of their column.</summary>
    public static IEnumerable<Shown> Visible(this IEnumerable<Shown> shown) => shown.Where(run => !string.IsNullOrWhiteSpace(run.Text));

    public static string Text(this IEnumerable<Shown> shown) => string.Concat(shown.Select(s => s.Text));

    private static double EndSpaces(Drawing.Glyphs glyphs)
    {
        var run = glyphs.Run;
        var spaces = run.Text.Length - run.Text.TrimEnd(' ').Length;
        return spaces * run.Font.AdvanceOf(run.Font.GlyphFor(' ')) * run.Size / run.Font.UnitsPerEm;
    }

    private sealed class Composed(Action<Sheet> compose) : IDocument
    {
        public PdfInfo Info { get; } = new() { Title = "A document", Date = DateTimeOffset.UnixEpoch };

        public StyleSheet Styles { get; } = Type.Sheet(SheetWords.English);

        public void Compose(Sheet sheet) => compose(sheet);
    }
}

/// <summary>A run of text on a page, in points from the page's top-left corner; spaces at its end do not count.</summary>
internal sealed record Shown(int Page, double Left, double Right, double Baseline, string Text);
