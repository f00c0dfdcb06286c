namespace CoalitionLetters.Letters.Desk;

/// <summary>How a change of words stands in the history: number and fingerprint of both text versions, and of each part that differs the lines that do.</summary>
internal static class WordHistory
{
    /// <summary>Whole texts stay with their versions.</summary>
    private const int MostLetters = 2000;

    public static (object Before, object After) Of(TextVersion before, TextVersion after)
    {
        var changes = LetterParts.Between(before.Content, after.Content);
        return (State(before, changes, line => line.Old), State(after, changes, line => line.New));
    }

    private static Dictionary<string, object> State(TextVersion version, IReadOnlyList<ChangedPart> changes, Func<DifferentLine, IReadOnlyList<DifferentText>?> side)
    {
        var state = new Dictionary<string, object> { ["textVersion"] = version.Number, ["sha256"] = version.Sha256 };
        foreach (var part in changes)
        {
            state[part.Name.ToLowerInvariant()] = Shortened(string.Join('\n', part.Lines.Where(line => line.IsChanged).Select(side).OfType<IReadOnlyList<DifferentText>>().Select(texts => string.Concat(texts.Select(text => text.Text)))));
        }

        return state;
    }

    private static string Shortened(string text) => text.Length <= MostLetters ? text : $"{text[..MostLetters]}…";
}
