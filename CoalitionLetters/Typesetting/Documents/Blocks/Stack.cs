using CoalitionLetters.Typesetting.Documents.Columns;
using CoalitionLetters.Typesetting.Documents.Pages;
using CoalitionLetters.Typesetting.Documents.Tables;
using CoalitionLetters.Typesetting.Images;
using CoalitionLetters.Typesetting.Pdf;

namespace CoalitionLetters.Typesetting.Documents.Blocks;

/// <summary>Blocks one below the other. Each method adds one and returns the stack.</summary>
public class Stack
{
    private readonly List<Block> blocks = [];

    internal Stack(Sheet? sheet, BlockStyle? body)
    {
        Sheet = sheet ?? (Sheet)this;
        Body = body;
    }

    /// <summary>The style of paragraphs that name none.</summary>
    private BlockStyle? Body { get; }

    internal Sheet Sheet { get; }

    public bool IsEmpty => blocks.Count == 0;

    public Stack Paragraph(string text, BlockStyle? style = null) => Paragraph(t => t.Span(text), style);

    public Stack Paragraph(Action<Text> compose, BlockStyle? style = null)
    {
        var looks = style ?? Body ?? Sheet.Styles.Body;
        return Add(new ParagraphBlock(Composed(compose, looks), looks, StructureType.Paragraph));
    }

    /// <param name="level">1 to 6. Levels that would be skipped are closed up: after a heading of level 1 comes one of level 2 at most.</param>
    /// <param name="inOutline">Viewers list it beside the pages.</param>
    public Stack Heading(int level, string text, BlockStyle? style = null, bool inOutline = true) => Heading(level, t => t.Span(text), style, inOutline);

    public Stack Heading(int level, Action<Text> compose, BlockStyle? style = null, bool inOutline = true)
    {
        var looks = style ?? Sheet.Styles.Heading(level);
        return Add(new HeadingBlock(level, Composed(compose, looks), looks, inOutline));
    }

    /// <summary>Adds a list with bullets.</summary>
    /// <param name="style">Of its marks, and of the text after it; none for that of the items' paragraphs.</param>
    public Stack List(Action<ItemList> compose, BlockStyle? style = null) => AddList(null, '.', compose, style);

    /// <summary>Adds a list with numbers.</summary>
    /// <param name="style">Of its numbers, and of the text after it; none for that of the items' paragraphs.</param>
    /// <param name="delimiter">What stands behind each number: 1. or 1).</param>
    public Stack Numbered(Action<ItemList> compose, int first = 1, BlockStyle? style = null, char delimiter = '.') => AddList(first, delimiter, compose, style);

    public Stack Quote(Action<Stack> compose) => Add(new QuoteBlock(Inner(compose, Sheet.Styles.Quote)));

    public Stack Table(Action<Table> compose)
    {
        var table = new Table(Sheet);
        compose(table);
        return Add(new TableBlock(table));
    }

    /// <summary>Adds a picture at most as wide as the room, its height in proportion.</summary>
    /// <param name="width">Points; none for its natural size.</param>
    /// <param name="alternative">What it shows, for those who do not see it.</param>
    public Stack Image(Picture picture, string alternative, double? width = null, double? height = null, Side side = Side.Left)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(alternative);
        return Add(new ImageBlock(picture, alternative, width, height, side));
    }

    /// <summary>Adds a line across the room.</summary>
    public Stack Rule(double thickness = 0.5, Color? color = null, double spaceBefore = 0, double spaceAfter = 0) =>
        Add(new RuleBlock(thickness, color, spaceBefore, spaceAfter));

    public Stack Space(double points) => Add(new SpaceBlock(points));

    /// <summary>Adds blocks in columns of even length.</summary>
    /// <param name="count">1 to 3; none for as many as let the text rarely wrap.</param>
    /// <param name="filled">How many of them are used, from the first; none for all.</param>
    public Stack Columns(Action<Stack> compose, int? count = null, double gap = 20, int? filled = null) => Add(new ColumnsBlock(Inner(compose), count, gap, filled));

    /// <summary>Adds a list without marks, such as one of names; each item stays on one page and in one column.</summary>
    public Stack Names(IReadOnlyList<string> items, BlockStyle style) => Add(new NamesBlock(items, style));

    /// <summary>Adds a heading with the blocks that belong to it, nested as a section in the structure.</summary>
    /// <param name="continued">What stands at the top of the next page or column when the section goes on there; none for nothing.</param>
    public Stack Section(int level, string heading, Action<Stack> compose, string? continued = null, BlockStyle? style = null, bool inOutline = true)
    {
        var looks = style ?? Sheet.Styles.Heading(level);
        var head = new HeadingBlock(level, Composed(t => t.Span(heading), looks), looks, inOutline);
        return Add(new SectionBlock(head, continued, Inner(compose, Body)));
    }

    /// <summary>Adds blocks side by side, row by row.</summary>
    /// <param name="count">How many in a row.</param>
    /// <param name="centered">A last row of fewer stands in the middle, not at the left.</param>
    /// <param name="isList">The cells are the items of a list in the structure.</param>
    public Stack Abreast(int count, Action<Abreast> compose, double gap = 20, double rowGap = 0, bool centered = false, bool isList = false)
    {
        var abreast = new Abreast(Sheet, Body);
        compose(abreast);
        return Add(new AbreastBlock(abreast.Cells, count, gap, rowGap, centered, isList));
    }

    /// <summary>Adds blocks that stand on one page, if one page can hold them.</summary>
    public Stack Together(Action<Stack> compose, bool withNext = false) => Add(new TogetherBlock(Inner(compose, Body), withNext));

    /// <summary>Whether it shows nothing.</summary>
    internal bool IsBlank => blocks.TrueForAll(block => block.IsBlank);

    internal bool RunsToTheLeft => blocks is [var first, ..] && first.RunsToTheLeft;

    internal IEnumerable<Slice> Slices(Frame frame) => blocks.SelectMany(block => block.Slices(frame));

    /// <summary>The lists of names, also those in sections.</summary>
    internal IEnumerable<NamesBlock> Names() => blocks.SelectMany(block => block switch
    {
        NamesBlock names => [names],
        SectionBlock section => section.Content.Names(),
        _ => (IEnumerable<NamesBlock>)[],
    });

    internal (double Least, double Natural) Widths()
    {
        var (least, natural) = (0.0, 0.0);
        foreach (var block in blocks)
        {
            var (blockLeast, blockNatural) = block.Widths(Sheet);
            (least, natural) = (Math.Max(least, blockLeast), Math.Max(natural, blockNatural));
        }

        return (least, natural);
    }

    internal Stack Inner(Action<Stack> compose, BlockStyle? body = null)
    {
        var inner = new Stack(Sheet, body ?? Body);
        compose(inner);
        return inner;
    }

    private Stack AddList(int? first, char delimiter, Action<ItemList> compose, BlockStyle? style)
    {
        var list = new ItemList(Sheet, Body);
        compose(list);
        return Add(new ListBlock(list.Items, first, delimiter, style ?? Body));
    }

    private Text Composed(Action<Text> compose, BlockStyle style)
    {
        var text = new Text(Sheet, style.Text);
        compose(text);
        return text;
    }

    private Stack Add(Block block)
    {
        blocks.Add(block);
        return this;
    }
}

/// <summary>Where something stands that is narrower than its room.</summary>
public enum Side
{
    Left,
    Center,
    Right,
}

/// <summary>The items of a list.</summary>
public sealed class ItemList
{
    private readonly List<Stack> items = [];
    private readonly Sheet sheet;
    private readonly BlockStyle? body;

    internal ItemList(Sheet sheet, BlockStyle? body)
    {
        this.sheet = sheet;
        this.body = body;
    }

    internal IReadOnlyList<Stack> Items => items;

    public ItemList Item(string text) => Item(stack => stack.Paragraph(text));

    public ItemList Item(Action<Stack> compose)
    {
        var item = new Stack(sheet, body);
        compose(item);
        items.Add(item);
        return this;
    }
}

/// <summary>The cells of blocks side by side.</summary>
public sealed class Abreast
{
    private readonly List<Stack> cells = [];
    private readonly Sheet sheet;
    private readonly BlockStyle? body;

    internal Abreast(Sheet sheet, BlockStyle? body)
    {
        this.sheet = sheet;
        this.body = body;
    }

    internal IReadOnlyList<Stack> Cells => cells;

    public Abreast Cell(Action<Stack> compose)
    {
        var cell = new Stack(sheet, body);
        compose(cell);
        cells.Add(cell);
        return this;
    }
}
