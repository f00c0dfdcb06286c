namespace CoalitionLetters.Letters;

/// <summary>Two edits of one text, put together line by line where they do not touch each other.</summary>
public static class TextMerge
{
    /// <returns>None where both changed the same lines, or lines that stand side by side: which belongs where is for people to say.</returns>
    public static string? Of(string began, string mine, string theirs)
    {
        var (one, other) = (Edits(began, mine), Edits(began, theirs));
        if (one.Keys.SelectMany(Around).Intersect(other.Keys.SelectMany(Around)).Any())
        {
            return null;
        }

        var lines = TextDifference.Lines(began);
        return string.Join('\n', Enumerable.Range(0, 2 * lines.Length + 1)
            .SelectMany(place => one.GetValueOrDefault(place) ?? other.GetValueOrDefault(place) ?? (IsLine(place) ? [lines[place / 2]] : [])));
    }

    /// <summary>What stands now in each place that is not as it was. Odd places are the lines, even ones the gaps before, between and after them.</summary>
    private static Dictionary<int, List<string>> Edits(string began, string now)
    {
        var edits = new Dictionary<int, List<string>>();
        var place = 0;
        foreach (var line in TextDifference.Between(began, now))
        {
            if (line.Old is null)
            {
                edits.TryAdd(place, []);
                edits[place].Add(Text(line.New!));
                continue;
            }

            if (line.IsChanged)
            {
                edits[place + 1] = line.New is null ? [] : [Text(line.New)];
            }

            place += 2;
        }

        return edits;
    }

    private static int[] Around(int place) => IsLine(place) ? [place - 1, place, place + 1] : [place];

    private static bool IsLine(int place) => place % 2 == 1;

    private static string Text(IEnumerable<DifferentText> texts) => string.Concat(texts.Select(text => text.Text));
}
