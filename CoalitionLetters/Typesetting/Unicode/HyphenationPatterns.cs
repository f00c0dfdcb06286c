namespace CoalitionLetters.Typesetting.Unicode;

/// <summary>Liang's patterns for one language: digits between the letters say how good (odd) or bad (even) a division is there.</summary>
internal sealed class HyphenationPatterns
{
    public const int LongestWord = 50;

    private readonly Dictionary<string, byte[]> values = new(6_000, StringComparer.Ordinal);
    private readonly Dictionary<string, int[]> exceptions = new(StringComparer.Ordinal);
    private readonly int left;
    private readonly int right;
    private int longest;

    private HyphenationPatterns(int left, int right)
    {
        (this.left, this.right) = (left, right);
    }

    public static HyphenationPatterns Read(string resource, int left, int right)
    {
        using var stream = typeof(HyphenationPatterns).Assembly.GetManifestResourceStream($"CoalitionLetters.Typesetting.Unicode.{resource}")!;
        using var reader = new StreamReader(stream);
        var patterns = new HyphenationPatterns(left, right);
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('='))
            {
                patterns.AddException(line[1..]);
            }
            else if (!line.StartsWith('%'))
            {
                patterns.AddPattern(line);
            }
        }

        return patterns;
    }

    /// <param name="word">In small letters.</param>
    public int[] Points(ReadOnlySpan<char> word)
    {
        if (exceptions.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out var known))
        {
            return known;
        }

        Span<char> dotted = stackalloc char[word.Length + 2];
        dotted[0] = dotted[^1] = '.';
        word.CopyTo(dotted[1..]);

        // The value at an index speaks of the place before that letter of the dotted word.
        Span<byte> highest = stackalloc byte[dotted.Length + 1];
        var lookup = values.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var start = 0; start < dotted.Length; start++)
        {
            for (var length = 1; length <= longest && start + length <= dotted.Length; length++)
            {
                if (lookup.TryGetValue(dotted.Slice(start, length), out var found))
                {
                    for (var i = 0; i < found.Length; i++)
                    {
                        highest[start + i] = Math.Max(highest[start + i], found[i]);
                    }
                }
            }
        }

        var points = new List<int>();
        for (var at = left; at <= word.Length - right; at++)
        {
            if ((highest[at + 1] & 1) == 1)
            {
                points.Add(at);
            }
        }

        return [.. points];
    }

    private void AddPattern(string pattern)
    {
        Span<char> letters = stackalloc char[pattern.Length];
        Span<byte> digits = stackalloc byte[pattern.Length + 1];
        digits.Clear();
        var count = 0;
        foreach (var unit in pattern)
        {
            if (char.IsAsciiDigit(unit))
            {
                digits[count] = (byte)(unit - '0');
            }
            else
            {
                letters[count++] = unit;
            }
        }

        values[letters[..count].ToString()] = digits[..(count + 1)].ToArray();
        longest = Math.Max(longest, count);
    }

    private void AddException(string divided)
    {
        var points = new List<int>();
        for (var i = 0; i < divided.Length; i++)
        {
            if (divided[i] == '-')
            {
                points.Add(i - points.Count);
            }
        }

        exceptions[divided.Replace("-", "", StringComparison.Ordinal)] = [.. points];
    }
}
