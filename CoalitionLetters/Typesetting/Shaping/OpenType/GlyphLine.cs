namespace CoalitionLetters.Typesetting.Shaping.OpenType;

/// <summary>The glyphs being shaped, which the lookups replace and move. Used again and again by one thread.
/// Work is counted, so that a font whose lookups feed each other comes to an end.</summary>
internal sealed class GlyphLine
{
    private const int LeastWork = 16_384;
    private const int WorkPerGlyph = 1_024;
    private const int MaxGrowth = 64;

    private GlyphItem[] items = new GlyphItem[128];
    private int work;
    private int most;
    private int ligatures;

    public int Count { get; private set; }

    /// <summary>Set when a lookup of a kind that we do not know would act here.</summary>
    public bool IsBeyondUs { get; set; }

    public ref GlyphItem this[int index] => ref items[index];

    public void Clear()
    {
        Count = 0;
        IsBeyondUs = false;
        ligatures = 0;
        most = int.MaxValue;
    }

    public void Add(in GlyphItem item)
    {
        MakeRoom(1);
        items[Count++] = item;
    }

    /// <summary>Sets how much may be done to the glyphs that are here now.</summary>
    public void StartCounting()
    {
        work = Math.Max(LeastWork, WorkPerGlyph * Count);
        most = Math.Max(LeastWork, MaxGrowth * Count);
    }

    /// <summary>False when the work that an honest font could need is used up.</summary>
    public bool MayWork() => --work > 0;

    public int NextLigature() => ++ligatures;

    public void RemoveAt(int index)
    {
        items.AsSpan(index + 1, Count - index - 1).CopyTo(items.AsSpan(index));
        Count--;
    }

    /// <summary>Makes <paramref name="count"/> copies of a glyph behind it; false if the line would grow beyond all measure.</summary>
    public bool Repeat(int index, int count)
    {
        if (Count + count > most)
            return false;

        MakeRoom(count);
        items.AsSpan(index + 1, Count - index - 1).CopyTo(items.AsSpan(index + 1 + count));
        items.AsSpan(index + 1, count).Fill(items[index]);
        Count += count;
        return true;
    }

    /// <summary>Gives the glyphs from <paramref name="start"/> to before <paramref name="end"/>, and their neighbors of the same clusters, one cluster.</summary>
    public void MergeClusters(int start, int end)
    {
        if (end - start < 2)
            return;

        var least = int.MaxValue;
        for (var i = start; i < end; i++)
            least = Math.Min(least, items[i].Cluster);
        while (end < Count && items[end].Cluster == items[end - 1].Cluster)
            end++;
        while (start > 0 && items[start - 1].Cluster == items[start].Cluster)
            start--;
        for (var i = start; i < end; i++)
            items[i].Cluster = least;
    }

    private void MakeRoom(int count)
    {
        if (Count + count > items.Length)
            Array.Resize(ref items, Math.Max(2 * items.Length, Count + count));
    }
}
