using CoalitionLetters.Typesetting.Documents.Blocks;
using CoalitionLetters.Typesetting.Documents.Footnotes;
using CoalitionLetters.Typesetting.Documents.Pages;
using CoalitionLetters.Typesetting.Fonts;
using CoalitionLetters.Typesetting.Paragraphs;
using CoalitionLetters.Typesetting.Pdf;

namespace CoalitionLetters.Typesetting.Documents;

/// <summary>The pages of a document and what stands on them: blocks in the text, heads and feet in the margins.</summary>
public sealed class Sheet : Stack
{
    /// <summary>A width, in points, in which any text stands on one line.</summary>
    internal const double Endless = 1e6;


    private readonly List<Attachment> attachments = [];
    private readonly Dictionary<TextStyle, (double Ascent, double Descent)> extents = [];
    private HeadsAndFeet headsAndFeet = new(null, null, null);
    private int noteCount;
    private bool isInNote;
    private readonly Stack<int> openLevels = [];

    internal Sheet(StyleSheet styles, FontLibrary fonts)
        : base(null, null)
    {
        Styles = styles;
        Fonts = fonts;
    }

    public StyleSheet Styles { get; }

    public FontLibrary Fonts { get; }

    public PaperSize Paper { get; set; } = PaperSize.Letter;

    public Margins Margins { get; set; } = new(72);

    /// <summary>Where the text of the first page begins, in points from its top: higher than on others, for a letterhead.</summary>
    public double FirstTop { get; set; } = 72;

    public double TextWidth => Paper.Width - Margins.Left - Margins.Right;

    /// <summary>The height of a page's text, in points.</summary>
    public double TextHeight => Paper.Height - Margins.Top - Margins.Bottom;

    internal IReadOnlyList<Attachment> Attachments => attachments;

    internal FontFile BodyFont => Fonts.Face(Styles.Body.Text.Family, Styles.Body.Text.Bold, Styles.Body.Text.Italic);

    internal Frame NoteFrame => new(this, 0, TextWidth, null);

    /// <summary>Sets a line at the head of every page after the first.</summary>
    public void RunningHead(string left, string? right = null) => headsAndFeet = headsAndFeet with { Head = NotBlank(left), HeadRight = NotBlank(right) };

    /// <summary>Sets a large pale word across every page.</summary>
    public void Watermark(string word) => headsAndFeet = headsAndFeet with { Watermark = word };

    public void Attach(Attachment attachment) => attachments.Add(attachment);

    /// <summary>Makes a note that stands at the foot of the page that first calls it.</summary>
    /// <exception cref="TypesettingException">It says nothing, or calls a note itself.</exception>
    public Footnote Note(Action<Stack> compose)
    {
        ThrowIfInNote();
        isInNote = true;
        try
        {
            var content = Inner(compose, Styles.Note);
            return content.IsBlank ? throw new TypesettingException("A footnote says nothing. Give it words, or leave its call out.") : new Footnote(content);
        }
        finally
        {
            isInNote = false;
        }
    }

    /// <summary>How many columns let names rarely wrap: three where hardly any would, two where most would not, or where one would leave much of the pages empty, else one.</summary>
    /// <param name="gap">Between columns, in points.</param>
    public int ColumnsFor(IReadOnlyList<string> names, BlockStyle style, double gap = 20)
    {
        const int enough = 4000;
        if (names.Count < 4)
        {
            return 1;
        }

        // Every so-many-th name of a long list could by chance be one of a kind; spread by their numbers' hashes they are not.
        var widths = Enumerable.Range(0, names.Count)
            .Where(i => names.Count <= enough || (uint)i * 2_654_435_769u % (uint)names.Count < enough)
            .Select(i => WidthOf(names[i], style))
            .ToList();
        return WrapIn(3) <= 0.04 && names.Count >= 9 ? 3 : WrapIn(2) <= 0.2 || SavesByTwo() ? 2 : 1;

        double WrapIn(int columns) => widths.Count(width => width > WidthIn(columns)) / (double)widths.Count;

        double WidthIn(int columns) => (TextWidth - gap * (columns - 1)) / columns;

        // A list that fills less than half a page costs no paper in one column.
        bool SavesByTwo() => HeightIn(1) is var one && one > TextHeight / 2 && HeightIn(2) <= one * 0.9;

        double HeightIn(int columns) => widths.Average(width => LinesIn(width, WidthIn(columns)) * style.Leading + style.SpaceAfter) * names.Count / columns;

        double LinesIn(double width, double room) => width <= room ? 1 : 1 + Math.Ceiling((width - room) / Math.Max(1, room - style.Format.HangingIndent));
    }

    /// <summary>The width of text on one line, in points.</summary>
    public double WidthOf(string text, BlockStyle style) => WidthOf([new Span(CleanText.From(text), style.Text)]);

    internal Frame Frame(StructureElement root) => new(this, 0, TextWidth, new Role(root));

    internal void Number(Footnote note)
    {
        ThrowIfInNote();
        if (note.Number == 0)
        {
            note.Number = ++noteCount;
        }
    }

    private void ThrowIfInNote()
    {
        if (isInNote)
        {
            throw new TypesettingException("A footnote calls a footnote; footnotes cannot hold footnotes.");
        }
    }

    /// <summary>How deep a heading stands under those before it: levels that the author skipped are closed up.</summary>
    internal int NestedLevel(int wanted)
    {
        while (openLevels.TryPeek(out var last) && last >= wanted)
        {
            openLevels.Pop();
        }

        openLevels.Push(wanted);
        return Math.Min(6, openLevels.Count);
    }

    /// <summary>How far a style's letters reach above and below the baseline, in points.</summary>
    internal (double Ascent, double Descent) ExtentOf(TextStyle style)
    {
        if (!extents.TryGetValue(style, out var extent))
        {
            var font = Fonts.Face(style.Family, style.Bold, style.Italic);
            extents[style] = extent = (font.Ascent * style.Size / font.UnitsPerEm, -font.Descent * style.Size / font.UnitsPerEm);
        }

        return extent;
    }

    /// <summary>The width of text on one line, or of the widest of its own lines, in points.</summary>
    internal double WidthOf(IReadOnlyList<Span> spans) =>
        spans.Count == 0 ? 0 : ParagraphSetter.Set(spans, new ParagraphFormat(), Endless, Fonts).Select(line => line.Width).DefaultIfEmpty().Max();

    internal double WidthOfLongestWord(Span span) => span.Text
        .Split([' ', '\n', '-'], StringSplitOptions.RemoveEmptyEntries)
        .OrderByDescending(word => word.Length)
        .Take(4)
        .Select(word => WidthOf([span with { Text = word.Length > 200 ? word[..200] : word }]))
        .DefaultIfEmpty()
        .Max();

    private static string? NotBlank(string? text) =>
        CleanText.From(text ?? "").Replace('\n', ' ').Trim() is { Length: > 0 } words ? words : null;

    internal void DrawWatermark(PageCanvas canvas) => headsAndFeet.DrawWatermark(this, canvas.Page);

    internal void DrawHeadsAndFeet(PdfFile file) => headsAndFeet.Draw(this, file);
}
