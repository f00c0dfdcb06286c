using CoalitionLetters.Typesetting.Documents.Footnotes;
using CoalitionLetters.Typesetting.Documents.Pages;
using CoalitionLetters.Typesetting.Pdf;

namespace CoalitionLetters.Typesetting.Documents.Blocks;

/// <summary>Blocks side by side, read cell by cell and row by row.</summary>
internal sealed class AbreastBlock(IReadOnlyList<Stack> cells, int count, double gap, double rowGap, bool centered, bool isList) : Block
{
    public override IEnumerable<Slice> Slices(Frame frame)
    {
        var across = Math.Max(1, Math.Min(count, cells.Count));
        var width = Math.Max(36, (frame.Width - gap * (across - 1)) / across);
        var list = isList ? frame.Role(StructureType.List, e => e.Numbering = ListNumbering.None) : null;
        for (var first = 0; first < cells.Count; first += across)
        {
            var end = Math.Min(first + across, cells.Count);
            var shift = centered ? (first + across - end) * (width + gap) / 2 : 0;
            var row = new List<SetCell>(across);
            for (var i = first; i < end; i++)
            {
                var room = frame with { Left = frame.Left + shift + (i - first) * (width + gap), Width = width, Section = null, IsInRow = true };
                row.Add(new SetCell(cells[i].Slices(list is null ? room : room with { Parent = new Role(StructureType.ListBody, new Role(StructureType.ListItem, list)) })));
            }

            foreach (var slice in RowSlice.Fitting(row, frame, null))
            {
                slice.SpaceAfter = rowGap;
                yield return slice;
            }
        }
    }
}

/// <summary>The slices of one cell, one below the other.</summary>
internal sealed class SetCell
{
    private readonly List<Slice> slices;

    public SetCell(IEnumerable<Slice> slices)
        : this(slices.ToList())
    {
    }

    private SetCell(List<Slice> slices)
    {
        this.slices = slices;
        for (var i = 0; i < slices.Count; i++)
        {
            Height += GapBefore(i) + slices[i].Height;
        }
    }

    public double Height { get; }

    public IEnumerable<Footnote> Notes => slices.SelectMany(slice => slice.Notes);

    public bool IsEmpty => slices.Count == 0;

    public void Draw(PageCanvas canvas, double x, double top)
    {
        for (var i = 0; i < slices.Count; i++)
        {
            top += GapBefore(i);
            slices[i].Draw(canvas, x, top);
            top += slices[i].Height;
        }
    }

    /// <summary>Parts the cell so that the upper part is no higher than a limit, if a slice is not.</summary>
    public (SetCell Upper, SetCell Lower) SplitAt(double limit)
    {
        var (count, height) = (0, 0.0);
        while (count < slices.Count && (count == 0 || height + GapBefore(count) + slices[count].Height <= limit))
        {
            height += GapBefore(count) + slices[count].Height;
            count++;
        }

        return (new SetCell(slices[..count]), new SetCell(slices[count..]));
    }

    private double GapBefore(int index) => index == 0 ? 0 : Math.Max(slices[index - 1].SpaceAfter, slices[index].SpaceBefore);
}

/// <summary>Cells side by side that stay together.</summary>
internal sealed class RowSlice : Slice
{
    private readonly IReadOnlyList<SetCell> cells;
    private readonly RowFrame? frame;
    private readonly double pageHeight;

    /// <param name="pageHeight">Of the pages at whose ends it may be cut, 0 where it may not.</param>
    private RowSlice(IReadOnlyList<SetCell> cells, RowFrame? frame, double pageHeight)
    {
        this.cells = cells;
        this.frame = frame;
        this.pageHeight = pageHeight;
        Height = cells.Max(cell => cell.Height) + (frame?.Padding ?? 0) * 2;
        Notes = [.. cells.SelectMany(cell => cell.Notes)];
    }

    public override IReadOnlyList<Footnote> Notes { get; }

    /// <summary>A row of more than a third of the page goes on overleaf rather than leave a gap.</summary>
    public override double StartHeight => pageHeight > 0 && Height > pageHeight / 3 ? pageHeight / 6 : Height;

    /// <summary>One row, which pages cut where they end; in a column several where one page cannot hold it.</summary>
    public static IEnumerable<RowSlice> Fitting(IReadOnlyList<SetCell> cells, Frame place, RowFrame? frame)
    {
        var isWhole = place is { IsInColumn: false, IsInRow: false };
        var limit = place.Sheet.TextHeight * 0.75;
        var row = new RowSlice(cells, frame, isWhole ? place.Sheet.TextHeight : 0) { Section = place.Section };
        while (!isWhole && row.cells.Max(cell => cell.Height) > limit && row.CutAt(limit) is { } parts)
        {
            yield return parts.Upper;
            row = parts.Lower;
        }

        yield return row;
    }

    /// <summary>Parts the row so that its upper part is no higher than a limit, or not where one slice of a cell is higher or nothing is left.</summary>
    public (RowSlice Upper, RowSlice Lower)? SplitAt(double limit)
    {
        var parts = CutAt(limit - (frame?.Padding ?? 0) * 2);
        return parts?.Upper.Height <= limit ? parts : null;
    }

    private (RowSlice Upper, RowSlice Lower)? CutAt(double limit)
    {
        var parts = cells.Select(cell => cell.SplitAt(limit)).ToList();
        return parts.TrueForAll(part => part.Lower.IsEmpty)
            ? null
            : (Part([.. parts.Select(part => part.Upper)], 0), Part([.. parts.Select(part => part.Lower)], SpaceAfter));
    }

    private RowSlice Part(List<SetCell> part, double spaceAfter) => new(part, frame, pageHeight) { Section = Section, KeepWithNext = KeepWithNext, SpaceAfter = spaceAfter };

    protected override void DrawContent(PageCanvas canvas, double x, double top)
    {
        frame?.BeforeRow();
        foreach (var cell in cells)
        {
            cell.Draw(canvas, x, top + (frame?.Padding ?? 0));
        }

        if (frame is not null)
        {
            if (frame.HasRuleAbove)
            {
                canvas.Rule(x + frame.Left, top, frame.Width, frame.Thickness, frame.Color);
            }

            canvas.Rule(x + frame.Left, top + Height, frame.Width, frame.Thickness, frame.Color);
        }
    }
}

/// <summary>What stands around a table's row.</summary>
/// <param name="Padding">Points above and below the cells.</param>
/// <param name="BeforeRow">Makes the row's structure, also for cells without text.</param>
internal sealed record RowFrame(double Left, double Width, double Padding, double Thickness, Color Color, bool HasRuleAbove, Action BeforeRow);
