namespace CoalitionLetters.Letters;

/// <summary>A stretch of one side of a difference.</summary>
/// <param name="Changed">Not on the other side.</param>
public readonly record struct DifferentText(string Text, bool Changed);

/// <summary>One line of a difference, side by side. A side without this line is null.</summary>
public sealed record DifferentLine(IReadOnlyList<DifferentText>? Old, IReadOnlyList<DifferentText>? New)
{
    public bool IsChanged => Old is null || New is null || Old.Any(t => t.Changed) || New.Any(t => t.Changed);

    /// <summary>Changed, and not only by an empty line that came or went.</summary>
    public bool SaysOtherwise => IsChanged && (Old ?? []).Concat(New ?? []).Any(text => !string.IsNullOrWhiteSpace(text.Text));
}

/// <summary>
/// What differs between two texts: line by line first, and word by word inside lines that were rewritten. Shortest edit script after
/// Eugene Myers, "An O(ND) Difference Algorithm and Its Variations" (1986).
/// </summary>
public static class TextDifference
{
    /// <summary>Beyond so many edits two texts have little in common, and one is shown in place of the other.</summary>
    private const int MostEdits = 2000;

    public static IReadOnlyList<DifferentLine> Between(string old, string @new)
    {
        var (left, right) = (Lines(old), Lines(@new));
        var rows = new List<DifferentLine>();
        foreach (var step in Steps(left, right))
        {
            if (step.Same)
            {
                for (var i = 0; i < step.OldCount; i++)
                {
                    rows.Add(new DifferentLine([new(left[step.OldAt + i], false)], [new(right[step.NewAt + i], false)]));
                }
            }
            else
            {
                rows.AddRange(Rewritten(left.AsSpan(step.OldAt, step.OldCount).ToArray(), right.AsSpan(step.NewAt, step.NewCount).ToArray()));
            }
        }

        return rows;
    }

    /// <summary>The changed lines, each with its neighbours above and below.</summary>
    public static IReadOnlyList<DifferentLine> WithNeighbours(IReadOnlyList<DifferentLine> lines, int neighbours = 1)
    {
        var near = new HashSet<int>();
        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[i].IsChanged)
            {
                near.UnionWith(Enumerable.Range(i - neighbours, 2 * neighbours + 1));
            }
        }

        return [.. lines.Where((_, i) => near.Contains(i))];
    }

    private static IEnumerable<DifferentLine> Rewritten(string[] old, string[] @new)
    {
        for (var i = 0; i < Math.Max(old.Length, @new.Length); i++)
        {
            yield return (i < old.Length, i < @new.Length) switch
            {
                (true, true) => ByWords(old[i], @new[i]),
                (true, false) => new DifferentLine([new(old[i], true)], null),
                _ => new DifferentLine(null, [new(@new[i], true)]),
            };
        }
    }

    private static DifferentLine ByWords(string old, string @new)
    {
        var (left, right) = (Words(old), Words(@new));
        List<DifferentText> before = [], after = [];
        foreach (var step in Steps(left, right))
        {
            Add(before, string.Concat(left.AsSpan(step.OldAt, step.OldCount)), !step.Same);
            Add(after, string.Concat(right.AsSpan(step.NewAt, step.NewCount)), !step.Same);
        }

        return new DifferentLine(before, after);
    }

    private static void Add(List<DifferentText> side, string text, bool changed)
    {
        if (text.Length > 0)
        {
            side.Add(new DifferentText(text, changed));
        }
    }

    private readonly record struct Step(bool Same, int OldAt, int OldCount, int NewAt, int NewCount);

    private static List<Step> Steps(string[] old, string[] @new)
    {
        var start = 0;
        while (start < old.Length && start < @new.Length && old[start] == @new[start])
        {
            start++;
        }

        var end = 0;
        while (end < old.Length - start && end < @new.Length - start && old[^(end + 1)] == @new[^(end + 1)])
        {
            end++;
        }

        var steps = new List<Step>();
        AddStep(steps, true, 0, start, 0, start);
        AddInner(steps, old[start..^end], @new[start..^end], start);
        AddStep(steps, true, old.Length - end, end, @new.Length - end, end);
        return steps;
    }

    private static void AddInner(List<Step> steps, string[] old, string[] @new, int offset)
    {
        var (i, j) = (0, 0);
        foreach (var (x, y) in CommonPairs(old, @new))
        {
            AddStep(steps, false, offset + i, x - i, offset + j, y - j);
            AddStep(steps, true, offset + x, 1, offset + y, 1);
            (i, j) = (x + 1, y + 1);
        }

        AddStep(steps, false, offset + i, old.Length - i, offset + j, @new.Length - j);
    }

    private static void AddStep(List<Step> steps, bool same, int oldAt, int oldCount, int newAt, int newCount)
    {
        if (oldCount == 0 && newCount == 0)
        {
            return;
        }

        if (steps.Count > 0 && steps[^1] is var last && last.Same == same)
        {
            steps[^1] = last with { OldCount = last.OldCount + oldCount, NewCount = last.NewCount + newCount };
        }
        else
        {
            steps.Add(new Step(same, oldAt, oldCount, newAt, newCount));
        }
    }

    /// <summary>The longest common subsequence as pairs of places, found from the furthest-reaching paths.</summary>
    private static List<(int Old, int New)> CommonPairs(string[] old, string[] @new)
    {
        var (n, m) = (old.Length, @new.Length);
        var most = Math.Min(n + m, MostEdits);
        var furthest = new int[2 * most + 3];
        var history = new List<int[]>();
        for (var d = 0; d <= most; d++)
        {
            history.Add(furthest[..]);
            for (var k = -d; k <= d; k += 2)
            {
                var x = ComesDown(furthest, most, k, d) ? furthest[most + k + 2] : furthest[most + k] + 1;
                var y = x - k;
                while (x < n && y < m && old[x] == @new[y])
                {
                    (x, y) = (x + 1, y + 1);
                }

                furthest[most + k + 1] = x;
                if (x >= n && y >= m)
                {
                    return WalkedBack(history, most, n, m);
                }
            }
        }

        return [];
    }

    private static List<(int Old, int New)> WalkedBack(List<int[]> history, int most, int x, int y)
    {
        var pairs = new List<(int, int)>();
        for (var d = history.Count - 1; d >= 0; d--)
        {
            var furthest = history[d];
            var k = x - y;
            var before = ComesDown(furthest, most, k, d) ? k + 1 : k - 1;
            var (fromX, fromY) = d == 0 ? (0, 0) : (furthest[most + before + 1], furthest[most + before + 1] - before);
            while (x > fromX && y > fromY)
            {
                (x, y) = (x - 1, y - 1);
                pairs.Add((x, y));
            }

            (x, y) = (fromX, fromY);
        }

        pairs.Reverse();
        return pairs;
    }

    private static bool ComesDown(int[] furthest, int most, int k, int d) =>
        k == -d || (k != d && furthest[most + k] < furthest[most + k + 2]);

    internal static string[] Lines(string text) => text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');

    /// <summary>Words with the blanks that follow them.</summary>
    private static string[] Words(string line)
    {
        var words = new List<string>();
        var start = 0;
        for (var i = 1; i <= line.Length; i++)
        {
            if (i == line.Length || (char.IsWhiteSpace(line[i - 1]) && !char.IsWhiteSpace(line[i])))
            {
                words.Add(line[start..i]);
                start = i;
            }
        }

        return [.. words];
    }
}
