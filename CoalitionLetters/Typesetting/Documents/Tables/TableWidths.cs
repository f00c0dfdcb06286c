namespace CoalitionLetters.Typesetting.Documents.Tables;

/// <summary>
/// Shares a width among a table's columns. Each gets what its longest word needs, and of the rest in proportion to what it would like.
/// Type is made smaller for a table that is a little too wide; a much wider one is parted into tables one below the other,
/// each beginning with the first column.
/// </summary>
internal static class TableWidths
{
    public const double Padding = 5;
    private const double SmallestScale = 0.75;
    private const int MeasuredRows = 200;

    public static IReadOnlyList<TablePart> Share(Table table, double width)
    {
        var (least, natural) = Measure(table, width);
        var columns = Enumerable.Range(0, least.Length).ToArray();
        if (Sum(columns, least) <= width / SmallestScale)
        {
            return [Fit(columns, least, natural, width)];
        }

        var bands = EvenBands(least, width / SmallestScale);
        var scale = bands.Min(band => Fit(band, least, natural, width).Scale);
        var (scaledLeast, scaledNatural) = (Scaled(least, scale), Scaled(natural, scale));
        return
        [
            .. bands.Select(band => Fit(band, scaledLeast, scaledNatural, width))
                .Select(part => part with { Scale = scale * part.Scale, FirstNamesRows = bands.Count > 1 }),
        ];
    }

    private static (double[] Least, double[] Natural) Measure(Table table, double width)
    {
        var rows = table.Rows.Take(MeasuredRows).Prepend(table.Head ?? []).ToList();
        var count = Math.Max(1, rows.Max(row => row.Count));
        var (least, natural) = (new double[count], new double[count]);
        foreach (var row in rows)
        {
            for (var i = 0; i < row.Count; i++)
            {
                var (cellLeast, cellNatural) = row[i].Widths();
                least[i] = Math.Max(least[i], cellLeast + Padding * 2);
                natural[i] = Math.Max(natural[i], cellNatural + Padding * 2);
            }
        }

        // A word as long as the page may be broken; it shall not drive the other columns out.
        var most = width / Math.Min(count, 3);
        for (var i = 0; i < count; i++)
        {
            least[i] = Math.Min(least[i], most);
        }

        return (least, natural);
    }

    private static TablePart Fit(int[] columns, double[] least, double[] natural, double width)
    {
        if (Sum(columns, natural) <= width)
        {
            return new TablePart(columns, [.. columns.Select(c => natural[c])], 1);
        }

        var padding = Padding * 2 * columns.Length;
        var scale = Math.Min(1, (width - padding) / (Sum(columns, least) - padding));
        if (scale < 1)
        {
            return new TablePart(columns, [.. columns.Select(c => (least[c] - Padding * 2) * scale + Padding * 2)], scale);
        }

        // Columns that wish for no more than a fair share get their wish, if the others can still hold their longest words.
        var modest = Modest(columns, natural, width);
        var others = columns.Except(modest).ToArray();
        if (Sum(modest, natural) + Sum(others, least) > width)
        {
            (modest, others) = ([], columns);
        }

        var free = width - Sum(modest, natural) - Sum(others, least);
        var wish = Sum(others, natural) - Sum(others, least);
        return new TablePart(columns, [.. columns.Select(c => modest.Contains(c) ? natural[c] : least[c] + free * (natural[c] - least[c]) / wish)], 1);
    }

    private static HashSet<int> Modest(int[] columns, double[] natural, double width)
    {
        var modest = new HashSet<int>();
        for (var before = -1; modest.Count > before;)
        {
            before = modest.Count;
            var share = (width - Sum(modest, natural)) / Math.Max(1, columns.Length - modest.Count);
            modest.UnionWith(columns.Where(c => natural[c] <= share));
        }

        return modest;
    }

    private static double[] Scaled(double[] widths, double scale) => [.. widths.Select(width => (width - Padding * 2) * scale + Padding * 2)];

    /// <summary>As few bands as there can be, and none much wider than the others, so that all may have the same type size.</summary>
    private static List<int[]> EvenBands(double[] least, double room)
    {
        var fewest = Bands(least, room).Count();
        var (tight, enough) = (0.0, room);
        while (enough - tight > 1)
        {
            var middle = (tight + enough) / 2;
            (tight, enough) = Bands(least, middle).Count() <= fewest ? (tight, middle) : (middle, enough);
        }

        return [.. Bands(least, enough)];
    }

    private static IEnumerable<int[]> Bands(double[] least, double room)
    {
        var band = new List<int> { 0 };
        for (var i = 1; i < least.Length; i++)
        {
            if (band.Count > 1 && Sum(band, least) + least[i] > room)
            {
                yield return [.. band];
                band = [0];
            }

            band.Add(i);
        }

        yield return [.. band];
    }

    private static double Sum(IEnumerable<int> columns, double[] widths) => columns.Sum(c => widths[c]);
}

/// <summary>Some columns of a table that stand side by side.</summary>
/// <param name="Columns">Their places in the table.</param>
/// <param name="Widths">Points, with the padding.</param>
/// <param name="Scale">Of type sizes.</param>
internal sealed record TablePart(int[] Columns, double[] Widths, double Scale)
{
    /// <summary>The first column comes again in each part and tells which row it is.</summary>
    public bool FirstNamesRows { get; init; }
}
