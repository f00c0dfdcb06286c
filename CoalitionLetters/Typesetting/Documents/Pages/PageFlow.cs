using CoalitionLetters.Typesetting.Documents.Blocks;
using CoalitionLetters.Typesetting.Documents.Columns;
using CoalitionLetters.Typesetting.Documents.Footnotes;
using CoalitionLetters.Typesetting.Pdf;

namespace CoalitionLetters.Typesetting.Documents.Pages;

/// <summary>Fills pages with slices from the top, with the notes that they call at the foot.</summary>
internal sealed class PageFlow
{
    private const double Tolerance = 0.01;
    private readonly Sheet sheet;
    private readonly PdfFile file;
    private readonly Outliner outliner;
    private readonly NoteArea notes;
    private PageCanvas canvas;
    private double y;
    private double spaceAfter;
    private bool isEmpty;

    public PageFlow(Sheet sheet, PdfFile file)
    {
        this.sheet = sheet;
        this.file = file;
        outliner = new Outliner(file.Outline);
        notes = new NoteArea(sheet.Styles);
        canvas = StartPage();
    }

    /// <summary>How far down the last page is filled, in points from the top of its text.</summary>
    public double FilledOfLastPage => y - sheet.Margins.Top;

    private double Left => sheet.Margins.Left;

    private double Bottom => sheet.Paper.Height - sheet.Margins.Bottom;

    public void Run(IEnumerable<Slice> slices)
    {
        using var units = new UnitReader(slices, sheet.TextHeight * 0.9);
        for (; units[0] is { } unit; units.Skip(1))
        {
            Place(unit);
        }

        while (notes.HasCarried)
        {
            NextPage(null);
        }

        FinishPage();
    }

    private void Place(Unit unit)
    {
        if (!Fits(unit.Slices, unit.Height) && !isEmpty)
        {
            NextPage(unit.First);
        }

        for (var i = 0; i < unit.Slices.Count; i++)
        {
            var slice = CutToRoom(unit.Slices[i], i);
            if (!isEmpty && !Fits([slice], slice.Height) && !FollowsLongNote(unit, i))
            {
                NextPage(slice);
                slice = CutToRoom(slice, i);
            }

            if (slice is ColumnsSlice columns)
            {
                Place(columns);
            }
            else
            {
                Place(slice);
            }
        }
    }

    /// <summary>Places as much of a row as there is room for, page after page, and returns the rest: of a tall row, and of any that would leave a table's head alone beside a long note
    /// that goes on from the page before.</summary>
    private Slice CutToRoom(Slice slice, int index)
    {
        while (slice is RowSlice row && !Fits([row], row.Height) && MayBeCut(row, index) && Cut(row) is { } parts)
        {
            Place(parts.Upper);
            NextPage(parts.Lower);
            slice = parts.Lower;
        }

        return slice;
    }

    private bool MayBeCut(RowSlice row, int index) =>
        row.StartHeight < row.Height ? isEmpty || RoomFor(row) >= row.StartHeight : notes.Height > 0 && (isEmpty || index > 0);

    /// <summary>Leaves room for the notes that the upper part calls, if that can be.</summary>
    private (RowSlice Upper, RowSlice Lower)? Cut(RowSlice row)
    {
        var room = RoomFor(row);
        for (var limit = room; limit > room / 4; limit *= 0.9)
        {
            if (row.SplitAt(limit) is { } parts && Fits([parts.Upper], parts.Upper.Height, NoteShare.LastStarts))
            {
                return parts;
            }
        }

        return row.SplitAt(room);
    }

    private double RoomFor(Slice slice) => Bottom - notes.Height - y - GapBefore(slice);

    /// <summary>A line of the same unit that calls a further note stays with the line whose note is so long that it goes on overleaf.</summary>
    private bool FollowsLongNote(Unit unit, int index) =>
        index > 0 && notes.HasCarried && unit.Slices[index].Notes.Count > 0 && y + GapBefore(unit.Slices[index]) + unit.Slices[index].Height <= Bottom - notes.Height + Tolerance;

    /// <summary>Whether there is room, also for the notes that are called; of a long note, for its start.</summary>
    private bool Fits(List<Slice> slices, double height)
    {
        if (!slices.Exists(slice => slice.Notes.Count > 0))
        {
            return y + GapBefore(slices[0]) + height <= Bottom - notes.Height + Tolerance;
        }

        return Fits(slices, height, NoteShare.All) || Fits(slices, height, NoteShare.LastStarts) || Fits(slices, height, NoteShare.FirstStarts);
    }

    private bool Fits(List<Slice> slices, double height, NoteShare share) => y + GapBefore(slices[0]) + height <= Bottom - notes.HeightWith(slices, share) + Tolerance;

    private void Place(Slice slice)
    {
        y += GapBefore(slice);
        if (slice.Notes.Count > 0)
        {
            notes.Add([slice], Bottom - y - slice.Height);
        }

        slice.Draw(canvas, Left, y);
        y += slice.Height;
        (spaceAfter, isEmpty) = (slice.SpaceAfter, isEmpty && slice.Height == 0);
    }

    private void Place(ColumnsSlice columns)
    {
        var filler = new ColumnFiller(columns);
        while (!columns.IsEmpty)
        {
            var top = y + GapBefore(columns);
            Fill(filler, Bottom - notes.Height - top, force: isEmpty);
            if (filler.Units == 0)
            {
                NextPage(columns);
                continue;
            }

            Draw(filler, columns, top);
            columns.Units.Skip(filler.Units);
            if (!columns.IsEmpty)
            {
                NextPage(columns);
            }
        }
    }

    /// <summary>Fills the columns so that the notes called in them find room below.</summary>
    private void Fill(ColumnFiller filler, double height, bool force)
    {
        var room = height;
        for (var attempt = 0; attempt < 8; attempt++)
        {
            filler.Fill(room, force);
            if (filler.IsComplete)
            {
                filler.Balance();
            }

            var noted = filler.Placed.Where(place => place.Slice.Notes.Count > 0).Select(place => place.Slice).ToList();
            var available = noted.Count == 0 ? room : height - (notes.HeightWith(noted, NoteShare.All) - notes.Height);
            if (filler.Height <= available + Tolerance)
            {
                return;
            }

            room = Math.Max(available, height / 2);
        }
    }

    private void Draw(ColumnFiller filler, ColumnsSlice columns, double top)
    {
        notes.Add(filler.Placed.Select(place => place.Slice), Bottom - top - filler.Height);
        foreach (var (slice, column, at) in filler.Placed)
        {
            slice.Draw(canvas, Left + columns.Left + column * (columns.Width + columns.Gap), top + at);
        }

        y = top + filler.Height;
        if (columns.Count > 1)
        {
            canvas.Page.Divide(Left, y + 3, sheet.TextWidth, sheet.BodyFont);
        }

        (spaceAfter, isEmpty) = (filler.Placed[^1].Slice.SpaceAfter, false);
    }

    private double GapBefore(Slice slice) => isEmpty ? 0 : Math.Max(spaceAfter, slice.SpaceBefore);

    /// <param name="first">What the page begins with; its sections' headings come again before it.</param>
    private void NextPage(Slice? first)
    {
        FinishPage();
        canvas = StartPage();
        if (first?.Section is null)
        {
            return;
        }

        var again = Repeated.Before(first, null, sheet.TextWidth);
        if (again.Sum(slice => slice.Height + slice.SpaceAfter) < sheet.TextHeight / 3)
        {
            foreach (var slice in again)
            {
                slice.Draw(canvas, Left, y);
                y += slice.Height + slice.SpaceAfter;
            }
        }
    }

    private PageCanvas StartPage()
    {
        var page = file.AddPage(sheet.Paper.Width, sheet.Paper.Height);
        y = file.Pages.Count == 1 ? sheet.FirstTop : sheet.Margins.Top;
        (spaceAfter, isEmpty) = (0, true);

        // Of a page that goes on with text, a long note leaves at least a third.
        notes.NextPage(sheet.TextHeight * 2 / 3);
        var started = new PageCanvas(page, sheet.Styles, outliner);
        sheet.DrawWatermark(started);
        return started;
    }

    private void FinishPage()
    {
        notes.Draw(canvas, Left, Bottom);
        canvas.Finish();
    }
}
