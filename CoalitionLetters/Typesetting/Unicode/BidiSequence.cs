namespace CoalitionLetters.Typesetting.Unicode;

/// <summary>
/// One isolating run sequence in the rules W1 to I2 of UAX #9. It works on places in the sequence; <paramref name="indexes"/> leads
/// from a place to the paragraph's character.
/// </summary>
internal sealed class BidiSequence(
    List<int> indexes, BidiClass before, BidiClass after, int[] codePoints, BidiClass[] original, BidiClass[] types, byte[] levels)
{
    /// <summary>BD16: deeper nesting than this resolves no bracket at all.</summary>
    private const int MaxOpenBrackets = 63;

    private readonly BidiClass[] kinds = [.. indexes.Select(index => types[index])];

    public void Resolve()
    {
        ResolveWeakTypes();
        ResolveBrackets();
        ResolveNeutrals();
        ResolveImplicitLevels();
    }

    private void ResolveWeakTypes()
    {
        for (var i = 0; i < kinds.Length; i++)
        {
            if (kinds[i] == BidiClass.NSM)
            {
                kinds[i] = i == 0 ? before
                    : kinds[i - 1] is BidiClass.LRI or BidiClass.RLI or BidiClass.FSI or BidiClass.PDI ? BidiClass.ON
                    : kinds[i - 1];
            }
        }

        var strong = before;
        for (var i = 0; i < kinds.Length; i++)
        {
            if (kinds[i] is BidiClass.L or BidiClass.R or BidiClass.AL)
            {
                strong = kinds[i];
            }
            else if (kinds[i] == BidiClass.EN && strong == BidiClass.AL)
            {
                kinds[i] = BidiClass.AN;
            }
        }

        kinds.AsSpan().Replace(BidiClass.AL, BidiClass.R);

        for (var i = 1; i < kinds.Length - 1; i++)
        {
            var joins = kinds[i] switch
            {
                BidiClass.ES => kinds[i - 1] == BidiClass.EN,
                BidiClass.CS => kinds[i - 1] is BidiClass.EN or BidiClass.AN,
                _ => false,
            };
            if (joins && kinds[i + 1] == kinds[i - 1])
            {
                kinds[i] = kinds[i - 1];
            }
        }

        ResolveTerminators();

        strong = before;
        for (var i = 0; i < kinds.Length; i++)
        {
            if (kinds[i] is BidiClass.L or BidiClass.R)
            {
                strong = kinds[i];
            }
            else if (kinds[i] == BidiClass.EN && strong == BidiClass.L)
            {
                kinds[i] = BidiClass.L;
            }
        }
    }

    /// <summary>W5 and W6: signs beside European figures belong to them, others are neutral.</summary>
    private void ResolveTerminators()
    {
        for (int start = 0, end; start < kinds.Length; start = end)
        {
            end = start + 1;
            if (kinds[start] == BidiClass.ET)
            {
                while (end < kinds.Length && kinds[end] == BidiClass.ET)
                {
                    end++;
                }

                var besideNumber = start > 0 && kinds[start - 1] == BidiClass.EN || end < kinds.Length && kinds[end] == BidiClass.EN;
                kinds.AsSpan(start, end - start).Fill(besideNumber ? BidiClass.EN : BidiClass.ON);
            }
            else if (kinds[start] is BidiClass.ES or BidiClass.CS)
            {
                kinds[start] = BidiClass.ON;
            }
        }
    }

    /// <summary>N0: a pair of brackets takes the direction of what it holds, or of what stands before it.</summary>
    private void ResolveBrackets()
    {
        var embedding = (levels[indexes[0]] & 1) == 0 ? BidiClass.L : BidiClass.R;
        foreach (var (open, close) in BracketPairs())
        {
            var foundEmbedding = false;
            var foundOpposite = false;
            for (var i = open + 1; i < close && !foundEmbedding; i++)
            {
                var strong = Strong(kinds[i]);
                foundEmbedding = strong == embedding;
                foundOpposite |= strong is not BidiClass.ON && strong != embedding;
            }

            if (foundEmbedding)
            {
                SetBrackets(open, close, embedding);
            }
            else if (foundOpposite)
            {
                var context = before;
                for (var i = open - 1; i >= 0; i--)
                {
                    if (Strong(kinds[i]) is var strong and not BidiClass.ON)
                    {
                        context = strong;
                        break;
                    }
                }

                SetBrackets(open, close, context != embedding ? context : embedding);
            }
        }
    }

    /// <summary>BD16: pairs of brackets, sorted by the opening one.</summary>
    private List<(int Open, int Close)> BracketPairs()
    {
        var pairs = new List<(int Open, int Close)>();
        var data = UnicodeData.Instance;
        var open = new List<(int Close, int Place)>();
        for (var i = 0; i < kinds.Length; i++)
        {
            if (kinds[i] != BidiClass.ON || !data.TryGetBracket(codePoints[indexes[i]], out var pair, out var opens))
            {
                continue;
            }

            if (opens)
            {
                if (open.Count == MaxOpenBrackets)
                {
                    return [];
                }

                open.Add((Canonical(pair), i));
                continue;
            }

            var match = open.FindLastIndex(opened => opened.Close == Canonical(codePoints[indexes[i]]));
            if (match >= 0)
            {
                pairs.Add((open[match].Place, i));
                open.RemoveRange(match, open.Count - match);
            }
        }

        pairs.Sort();
        return pairs;
    }

    /// <summary>The angle brackets U+2329 and U+232A are canonically equivalent to U+3008 and U+3009.</summary>
    private static int Canonical(int bracket) => bracket is 0x2329 or 0x232A ? bracket - 0x2329 + 0x3008 : bracket;

    private void SetBrackets(int open, int close, BidiClass direction)
    {
        SetBracket(open, direction);
        SetBracket(close, direction);
    }

    private void SetBracket(int place, BidiClass direction)
    {
        kinds[place] = direction;
        for (var i = place + 1; i < kinds.Length && original[indexes[i]] == BidiClass.NSM; i++)
        {
            kinds[i] = direction;
        }
    }

    /// <summary>N1 and N2: neutral characters go with neighbors that agree, else with the level.</summary>
    private void ResolveNeutrals()
    {
        for (int start = 0, end; start < kinds.Length; start = end)
        {
            end = start + 1;
            if (Strong(kinds[start]) != BidiClass.ON)
            {
                continue;
            }

            while (end < kinds.Length && Strong(kinds[end]) == BidiClass.ON)
            {
                end++;
            }

            var left = start == 0 ? before : Strong(kinds[start - 1]);
            var right = end == kinds.Length ? after : Strong(kinds[end]);
            var embedding = (levels[indexes[start]] & 1) == 0 ? BidiClass.L : BidiClass.R;
            kinds.AsSpan(start, end - start).Fill(left == right ? left : embedding);
        }
    }

    /// <summary>I1 and I2: what runs against its level, and figures, go one or two levels up.</summary>
    private void ResolveImplicitLevels()
    {
        for (var i = 0; i < kinds.Length; i++)
        {
            ref var level = ref levels[indexes[i]];
            level += (level & 1, kinds[i]) switch
            {
                (0, BidiClass.R) => 1,
                (0, BidiClass.AN or BidiClass.EN) => 2,
                (1, BidiClass.L or BidiClass.AN or BidiClass.EN) => 1,
                _ => (byte)0,
            };
        }
    }

    /// <summary>L or R, numbers counting as R; ON for all neutrals.</summary>
    private static BidiClass Strong(BidiClass kind) => kind switch
    {
        BidiClass.L => BidiClass.L,
        BidiClass.R or BidiClass.EN or BidiClass.AN => BidiClass.R,
        _ => BidiClass.ON,
    };
}
