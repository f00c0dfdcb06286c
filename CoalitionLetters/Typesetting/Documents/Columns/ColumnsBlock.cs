using CoalitionLetters.Typesetting.Documents.Blocks;
using CoalitionLetters.Typesetting.Documents.Pages;

namespace CoalitionLetters.Typesetting.Documents.Columns;

/// <summary>Blocks in one to three columns.</summary>
/// <param name="filled">Fewer columns of the same width, so that short lists stand under long ones.</param>
internal sealed class ColumnsBlock(Stack content, int? wanted, double gap, int? filled) : Block
{
    public override IEnumerable<Slice> Slices(Frame frame)
    {
        if (frame.IsInRow)
        {
            return content.Slices(frame);
        }

        var names = content.Names().ToList();
        var count = Math.Clamp(wanted ?? (names.Count == 0 ? 1 : frame.Sheet.ColumnsFor([.. names.SelectMany(n => n.Items)], names[0].Style, gap)), 1, 3);
        var width = (frame.Width - gap * (count - 1)) / count;
        var columns = new ColumnsSlice(content.Slices(frame with { Left = 0, Width = width, IsInColumn = true }), Math.Clamp(filled ?? count, 1, count), width, gap, frame) { Left = frame.Left, Section = frame.Section };
        return columns.IsEmpty ? [] : [columns];
    }
}

/// <summary>Stands in a page's flow for blocks in columns, which go on over as many pages as they need.</summary>
internal sealed class ColumnsSlice : Slice
{
    public ColumnsSlice(IEnumerable<Slice> slices, int count, double width, double gap, Frame frame)
    {
        Units = new UnitReader(slices, frame.Sheet.TextHeight * 0.9);
        MostRepeated = frame.Sheet.TextHeight / 3;
        Count = count;
        Width = width;
        Gap = gap;

        // What has to fit below a heading: the first two units, or one of each if they share a row of columns.
        Height = IsEmpty ? 0 : count > 1 && Units[2] is null ? Units[0]!.Height : Units[0]!.Height + (Units[1]?.Height ?? 0);
        SpaceBefore = Units[0]?.First.SpaceBefore ?? 0;
    }

    public UnitReader Units { get; }

    public int Count { get; }

    /// <summary>Of one column, in points.</summary>
    public double Width { get; }

    public double Gap { get; }

    /// <summary>How high headings that come again may be, in points; higher ones would leave no room for what they head.</summary>
    public double MostRepeated { get; }

    public bool IsEmpty => Units[0] is null;

    protected override void DrawContent(PageCanvas canvas, double x, double top) =>
        throw new InvalidOperationException("Columns are drawn by the page's flow.");
}
