namespace CoalitionLetters.Typesetting.Pdf;

/// <summary>Filters rows of samples as PNG does, which makes pictures deflate to less: each row by the filter that leaves the smallest differences.</summary>
internal static class RowFilter
{
    private const int Filters = 5;

    public static byte[] Apply(ReadOnlySpan<byte> samples, int bytesPerRow, int bytesPerPixel)
    {
        var rows = samples.Length / bytesPerRow;
        var filtered = new byte[rows * (bytesPerRow + 1)];
        var above = new byte[bytesPerRow].AsSpan();
        var attempt = new byte[bytesPerRow].AsSpan();

        for (var row = 0; row < rows; row++)
        {
            var source = samples.Slice(row * bytesPerRow, bytesPerRow);
            var target = filtered.AsSpan(row * (bytesPerRow + 1), bytesPerRow + 1);
            var least = long.MaxValue;
            for (var filter = 0; filter < Filters; filter++)
            {
                Filter(filter, source, above, attempt, bytesPerPixel);
                var differences = Differences(attempt);
                if (differences < least)
                {
                    least = differences;
                    target[0] = (byte)filter;
                    attempt.CopyTo(target[1..]);
                }
            }

            source.CopyTo(above);
        }

        return filtered;
    }

    private static void Filter(int filter, ReadOnlySpan<byte> row, ReadOnlySpan<byte> above, Span<byte> result, int step)
    {
        for (var at = 0; at < row.Length; at++)
        {
            int left = at >= step ? row[at - step] : 0;
            int corner = at >= step ? above[at - step] : 0;
            result[at] = (byte)(row[at] - filter switch
            {
                1 => left,
                2 => above[at],
                3 => (left + above[at]) / 2,
                4 => Paeth(left, above[at], corner),
                _ => 0,
            });
        }
    }

    private static int Paeth(int left, int above, int corner)
    {
        var guess = left + above - corner;
        var (toLeft, toAbove, toCorner) = (Math.Abs(guess - left), Math.Abs(guess - above), Math.Abs(guess - corner));
        return toLeft <= toAbove && toLeft <= toCorner ? left : toAbove <= toCorner ? above : corner;
    }

    private static long Differences(ReadOnlySpan<byte> row)
    {
        var sum = 0L;
        foreach (var value in row)
        {
            sum += Math.Min(value, 256 - value);
        }

        return sum;
    }
}
