using CoalitionLetters.Typesetting.Documents.Pages;

namespace CoalitionLetters.Typesetting.Documents.Columns;

/// <summary>A slice's place in the columns, in points from their top.</summary>
internal readonly record struct Placed(Slice Slice, int Column, double Top);

/// <summary>Fills columns with units from the left to the right.</summary>
internal sealed class ColumnFiller(ColumnsSlice columns)
{
    private const double Tolerance = 0.01;
    private readonly List<Placed> placed = [];
    private readonly List<Slice> none = [];

    public IReadOnlyList<Placed> Placed => placed;

    /// <summary>How many units found a place.</summary>
    public int Units { get; private set; }

    /// <summary>The bottom of the longest column, in points from the top.</summary>
    public double Height { get; private set; }

    /// <summary>Whether nothing is left.</summary>
    public bool IsComplete { get; private set; }

    /// <summary>Fills columns of the given height.</summary>
    /// <param name="force">Places at least one unit, even where it is higher than the column.</param>
    public void Fill(double height, bool force)
    {
        placed.Clear();
        (Units, Height, IsComplete) = (0, 0, false);
        var (column, y, spaceAfter) = (0, 0.0, 0.0);
        while (columns.Units[Units] is { } unit)
        {
            var again = y == 0 && unit.First.Section is not null ? Repeated.Before(unit.First, columns.Section, columns.Width) : none;
            var gap = y == 0 ? 0 : Math.Max(spaceAfter, unit.First.SpaceBefore);
            again = HeightOf(again) > columns.MostRepeated ? none : again;
            var needed = gap + HeightOf(again) + unit.Height;
            if (y + needed > height + Tolerance && !(force && Units == 0))
            {
                if (y == 0 || ++column == columns.Count)
                {
                    return;
                }

                y = 0;
                continue;
            }

            y = PlaceAgain(again, column, y + gap);
            y = Place(unit.Slices, column, y);
            spaceAfter = unit.Last.SpaceAfter;
            Height = Math.Max(Height, y);
            Units++;
        }

        IsComplete = true;
    }

    /// <summary>Finds the least height that holds all that is left, so that the columns end evenly.</summary>
    public void Balance()
    {
        var (least, enough) = (Height / (columns.Count * 2), Height);
        while (enough - least > 0.5)
        {
            var middle = (least + enough) / 2;
            Fill(middle, force: false);
            (least, enough) = IsComplete ? (least, Math.Min(middle, Height)) : (middle, enough);
        }

        Fill(enough, force: true);
    }

    /// <summary>Places repeated headings; the space after the last stays free.</summary>
    private double PlaceAgain(List<Slice> slices, int column, double y)
    {
        foreach (var slice in slices)
        {
            placed.Add(new Placed(slice, column, y));
            y += slice.Height + slice.SpaceAfter;
        }

        return y;
    }

    private static double HeightOf(List<Slice> again)
    {
        var height = 0.0;
        foreach (var slice in again)
        {
            height += slice.Height + slice.SpaceAfter;
        }

        return height;
    }

    private double Place(List<Slice> slices, int column, double y)
    {
        for (var i = 0; i < slices.Count; i++)
        {
            y += i == 0 ? 0 : Math.Max(slices[i - 1].SpaceAfter, slices[i].SpaceBefore);
            placed.Add(new Placed(slices[i], column, y));
            y += slices[i].Height;
        }

        return y;
    }
}
