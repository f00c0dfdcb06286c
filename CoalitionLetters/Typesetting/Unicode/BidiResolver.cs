namespace CoalitionLetters.Typesetting.Unicode;

/// <summary>One paragraph on its way through the rules of UAX #9 from P2 to I2; rule names stand beside the code.</summary>
internal sealed class BidiResolver
{
    private const int MaxDepth = 125;
    private const int None = -1;

    private readonly int[] codePoints;
    private readonly BidiClass[] original;
    private readonly BidiClass[] types;
    private readonly byte[] levels;
    private readonly int[] matchingPdi;
    private readonly int[] matchingInitiator;

    public BidiResolver(int[] codePoints, BaseDirection direction)
    {
        this.codePoints = codePoints;
        original = [.. codePoints.Select(Bidi.ClassOf)];
        types = [.. original];
        levels = new byte[codePoints.Length];
        matchingPdi = new int[codePoints.Length];
        matchingInitiator = new int[codePoints.Length];
        MatchIsolates();
        BaseLevel = direction switch
        {
            BaseDirection.LeftToRight => 0,
            BaseDirection.RightToLeft => 1,
            _ => FirstStrong(0, codePoints.Length),
        };
    }

    public byte BaseLevel { get; }

    public byte[] Resolve()
    {
        ResolveExplicit();
        foreach (var sequence in IsolatingRunSequences())
        {
            new BidiSequence(sequence.Indexes, sequence.Before, sequence.After, codePoints, original, types, levels).Resolve();
        }

        for (var i = 0; i < levels.Length; i++)
        {
            if (IsRemoved(original[i]))
            {
                levels[i] = i == 0 ? BaseLevel : levels[i - 1];
            }
        }

        return levels;
    }

    /// <summary>BD9: each beginning of an isolate is matched with its end.</summary>
    private void MatchIsolates()
    {
        Array.Fill(matchingPdi, None);
        Array.Fill(matchingInitiator, None);
        var open = new Stack<int>();
        for (var i = 0; i < original.Length; i++)
        {
            if (IsInitiator(original[i]))
            {
                open.Push(i);
            }
            else if (original[i] == BidiClass.PDI && open.TryPop(out var initiator))
            {
                matchingPdi[initiator] = i;
                matchingInitiator[i] = initiator;
            }
        }
    }

    /// <summary>P2 and P3: the level of the first strong character outside of isolates.</summary>
    private byte FirstStrong(int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            switch (original[i])
            {
                case BidiClass.L:
                    return 0;
                case BidiClass.R or BidiClass.AL:
                    return 1;
                case var type when IsInitiator(type):
                    i = matchingPdi[i] == None ? to : matchingPdi[i];
                    break;
            }
        }

        return 0;
    }

    /// <summary>X1 to X8: embeddings, overrides and isolates set the levels of what they hold.</summary>
    private void ResolveExplicit()
    {
        var stack = new Stack<Status>(MaxDepth + 2);
        stack.Push(new Status(BaseLevel, null, false));
        int overflowIsolates = 0, overflowEmbeddings = 0, validIsolates = 0;

        for (var i = 0; i < types.Length; i++)
        {
            var type = original[i];
            if (type == BidiClass.FSI)
            {
                type = FirstStrong(i + 1, matchingPdi[i] == None ? types.Length : matchingPdi[i]) == 1 ? BidiClass.RLI : BidiClass.LRI;
            }

            switch (type)
            {
                case BidiClass.RLE or BidiClass.LRE or BidiClass.RLO or BidiClass.LRO:
                    var level = NextLevel(stack.Peek().Level, type is BidiClass.RLE or BidiClass.RLO);
                    if (level <= MaxDepth && overflowIsolates == 0 && overflowEmbeddings == 0)
                    {
                        stack.Push(new Status(level, type switch { BidiClass.RLO => BidiClass.R, BidiClass.LRO => BidiClass.L, _ => null }, false));
                    }
                    else if (overflowIsolates == 0)
                    {
                        overflowEmbeddings++;
                    }

                    break;

                case BidiClass.RLI or BidiClass.LRI:
                    Place(i, stack.Peek());
                    level = NextLevel(stack.Peek().Level, type == BidiClass.RLI);
                    if (level <= MaxDepth && overflowIsolates == 0 && overflowEmbeddings == 0)
                    {
                        validIsolates++;
                        stack.Push(new Status(level, null, true));
                    }
                    else
                    {
                        overflowIsolates++;
                    }

                    break;

                case BidiClass.PDI:
                    if (overflowIsolates > 0)
                    {
                        overflowIsolates--;
                    }
                    else if (validIsolates > 0)
                    {
                        overflowEmbeddings = 0;
                        while (!stack.Pop().IsIsolate)
                        {
                        }

                        validIsolates--;
                    }

                    Place(i, stack.Peek());
                    break;

                case BidiClass.PDF:
                    if (overflowIsolates == 0 && overflowEmbeddings > 0)
                    {
                        overflowEmbeddings--;
                    }
                    else if (overflowIsolates == 0 && !stack.Peek().IsIsolate && stack.Count > 1)
                    {
                        stack.Pop();
                    }

                    break;

                case BidiClass.B:
                    levels[i] = BaseLevel;
                    break;

                case BidiClass.BN:
                    break;

                default:
                    Place(i, stack.Peek());
                    break;
            }
        }
    }

    private void Place(int index, Status status)
    {
        levels[index] = status.Level;
        types[index] = status.Override ?? original[index];
    }

    private static byte NextLevel(byte level, bool rightToLeft) => (byte)(rightToLeft ? (level + 1) | 1 : (level + 2) & ~1);

    /// <summary>BD13 and X10: level runs, joined over isolates, with the types at their two borders.</summary>
    private List<(List<int> Indexes, BidiClass Before, BidiClass After)> IsolatingRunSequences()
    {
        var kept = new List<int>(types.Length);
        for (var i = 0; i < types.Length; i++)
        {
            if (!IsRemoved(original[i]))
            {
                kept.Add(i);
            }
        }

        var runs = new List<(int Start, int End)>();
        var runStartingAt = new Dictionary<int, int>();
        for (int start = 0, end; start < kept.Count; start = end)
        {
            for (end = start + 1; end < kept.Count && levels[kept[end]] == levels[kept[start]]; end++)
            {
            }

            runStartingAt[kept[start]] = runs.Count;
            runs.Add((start, end));
        }

        var sequences = new List<(List<int>, BidiClass, BidiClass)>();
        foreach (var first in runs)
        {
            if (matchingInitiator[kept[first.Start]] != None)
            {
                continue;
            }

            var indexes = new List<int>();
            var run = first;
            while (true)
            {
                indexes.AddRange(kept[run.Start..run.End]);
                var pdi = matchingPdi[indexes[^1]];
                if (pdi == None || !runStartingAt.TryGetValue(pdi, out var next))
                {
                    break;
                }

                run = runs[next];
            }

            var own = levels[indexes[0]];
            var before = first.Start == 0 ? BaseLevel : levels[kept[first.Start - 1]];
            var after = run.End == kept.Count || IsInitiator(original[indexes[^1]]) ? BaseLevel : levels[kept[run.End]];
            sequences.Add((indexes, Direction(Math.Max(own, before)), Direction(Math.Max(own, after))));
        }

        return sequences;
    }

    private static BidiClass Direction(byte level) => (level & 1) == 0 ? BidiClass.L : BidiClass.R;

    private static bool IsInitiator(BidiClass type) => type is BidiClass.LRI or BidiClass.RLI or BidiClass.FSI;

    /// <summary>X9: signs that have done their work are taken away.</summary>
    private static bool IsRemoved(BidiClass type) =>
        type is BidiClass.RLE or BidiClass.LRE or BidiClass.RLO or BidiClass.LRO or BidiClass.PDF or BidiClass.BN;

    private readonly record struct Status(byte Level, BidiClass? Override, bool IsIsolate);
}
