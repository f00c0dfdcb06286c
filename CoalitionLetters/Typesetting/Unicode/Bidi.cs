using System.Text;

namespace CoalitionLetters.Typesetting.Unicode;

/// <summary>
/// The bidirectional algorithm (UAX #9, Unicode 15.0), whole: explicit embeddings, overrides and isolates, paired brackets,
/// reordering and mirroring. Even levels run left to right, odd ones right to left.
/// </summary>
public static class Bidi
{
    public static BidiClass ClassOf(int codePoint) => UnicodeData.Instance[codePoint].Bidi;

    /// <summary>The character whose picture is this one's reflection (L4), or the character itself.</summary>
    public static int Mirror(int codePoint) => UnicodeData.Instance.TryGetMirror(codePoint, out var mirror) ? mirror : codePoint;

    /// <summary>
    /// A level for each UTF-16 unit of one paragraph, before lines are broken (P2 to I2). Characters that X9 removes get the
    /// level of what stands before them.
    /// </summary>
    /// <param name="baseLevel">0 or 1, the level of the paragraph itself.</param>
    public static byte[] Levels(ReadOnlySpan<char> text, BaseDirection direction, out byte baseLevel)
    {
        if (direction != BaseDirection.RightToLeft && RunsPlainlyLeftToRight(text))
        {
            baseLevel = 0;
            return new byte[text.Length];
        }

        var codePoints = new List<int>(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            codePoints.Add(rune.Value);
        }

        // Lone surrogates came out as U+FFFD above, one for one, so that only true pairs take two units below.
        var resolver = new BidiResolver([.. codePoints], direction);
        baseLevel = resolver.BaseLevel;
        var resolved = resolver.Resolve();

        var levels = new byte[text.Length];
        for (int i = 0, unit = 0; i < resolved.Length; i++)
        {
            levels[unit++] = resolved[i];
            if (codePoints[i] > 0xFFFF)
            {
                levels[unit++] = resolved[i];
            }
        }

        return levels;
    }

    /// <summary>Puts separators, and white space before them or at the end of this line, back to the paragraph's level (L1).</summary>
    public static void ResetLineEnds(ReadOnlySpan<char> line, Span<byte> levels, byte baseLevel)
    {
        var trailing = true;
        for (var end = line.Length; end > 0;)
        {
            Rune.DecodeLastFromUtf16(line[..end], out var rune, out var length);
            end -= length;
            switch (ClassOf(rune.Value))
            {
                case BidiClass.S or BidiClass.B:
                    trailing = true;
                    levels.Slice(end, length).Fill(baseLevel);
                    break;
                case BidiClass.WS or BidiClass.FSI or BidiClass.LRI or BidiClass.RLI or BidiClass.PDI or BidiClass.BN
                    or BidiClass.LRE or BidiClass.RLE or BidiClass.LRO or BidiClass.RLO or BidiClass.PDF:
                    if (trailing)
                    {
                        levels.Slice(end, length).Fill(baseLevel);
                    }

                    break;
                default:
                    trailing = false;
                    break;
            }
        }
    }

    /// <summary>Where each place from the left takes its piece from: a permutation of the indexes of a line's levels (L2).</summary>
    public static int[] VisualOrder(ReadOnlySpan<byte> levels)
    {
        var order = new int[levels.Length];
        byte highest = 0;
        var lowestOdd = byte.MaxValue;
        for (var i = 0; i < order.Length; i++)
        {
            order[i] = i;
            highest = Math.Max(highest, levels[i]);
            lowestOdd = (levels[i] & 1) == 1 ? Math.Min(lowestOdd, levels[i]) : lowestOdd;
        }

        for (int level = highest; level >= lowestOdd; level--)
        {
            for (var start = 0; start < order.Length; start++)
            {
                if (levels[start] >= level)
                {
                    var end = start + 1;
                    while (end < order.Length && levels[end] >= level)
                    {
                        end++;
                    }

                    order.AsSpan(start, end - start).Reverse();
                    start = end;
                }
            }
        }

        return order;
    }

    /// <summary>True for text without a right-to-left character, an Arabic number or a control of direction.</summary>
    private static bool RunsPlainlyLeftToRight(ReadOnlySpan<char> text)
    {
        foreach (var unit in text)
        {
            if (unit >= 0x0590 && !(unit is >= '\u0900' and < '\u200E' or >= '\u2010' and < '\u202A' or >= '\u2030' and < '\u2066' or >= '\u2070' and < '\uD800'))
            {
                return false;
            }
        }

        return true;
    }
}
