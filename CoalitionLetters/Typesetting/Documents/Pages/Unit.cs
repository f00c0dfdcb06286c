namespace CoalitionLetters.Typesetting.Documents.Pages;

/// <summary>Slices between which no page ends, such as a heading with the first lines after it.</summary>
internal sealed class Unit
{
    public Unit(Slice slice)
    {
        Slices = [slice];
        Height = slice.StartHeight;
        HasNotes = slice.Notes.Count > 0;
    }

    public List<Slice> Slices { get; }

    /// <summary>What must stand on one page, without the space before the first slice and after the last.</summary>
    public double Height { get; private set; }

    public bool HasNotes { get; private set; }

    public Slice First => Slices[0];

    public Slice Last => Slices[^1];

    public void Add(Slice slice)
    {
        Height += Math.Max(Last.SpaceAfter, slice.SpaceBefore) + slice.StartHeight;
        HasNotes |= slice.Notes.Count > 0;
        Slices.Add(slice);
    }
}

/// <summary>Reads slices as units, as far ahead as is asked, so that a long document never stands in memory as a whole.</summary>
/// <param name="limit">What no unit may exceed, in points: kept slices that do not fit on one page are let go.</param>
internal sealed class UnitReader(IEnumerable<Slice> slices, double limit) : IDisposable
{
    private readonly IEnumerator<Slice> source = slices.GetEnumerator();
    private readonly List<Unit> ahead = [];
    private int start;
    private Slice? pending;
    private bool ended;

    /// <summary>The unit so many places ahead, or none where the document ends before it.</summary>
    public Unit? this[int index]
    {
        get
        {
            while (start + index >= ahead.Count)
            {
                if (!ReadUnit())
                {
                    return null;
                }
            }

            return ahead[start + index];
        }
    }

    public void Skip(int count)
    {
        start += count;
        if (start > 1024)
        {
            ahead.RemoveRange(0, start);
            start = 0;
        }
    }

    public void Dispose() => source.Dispose();

    private bool ReadUnit()
    {
        if (NextSlice() is not { } slice)
        {
            return false;
        }

        var unit = new Unit(slice);
        while (unit.Last.KeepWithNext && NextSlice() is { } next)
        {
            if (unit.Height + Math.Max(unit.Last.SpaceAfter, next.SpaceBefore) + next.StartHeight > limit)
            {
                pending = next;
                break;
            }

            unit.Add(next);
        }

        ahead.Add(unit);
        return true;
    }

    private Slice? NextSlice()
    {
        if (pending is { } kept)
        {
            pending = null;
            return kept;
        }

        if (ended || !source.MoveNext())
        {
            ended = true;
            return null;
        }

        return source.Current;
    }
}
