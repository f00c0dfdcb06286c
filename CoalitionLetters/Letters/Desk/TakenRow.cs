namespace CoalitionLetters.Letters.Desk;

/// <summary>The letterhead or recipient that was just taken away, with its place, so that it can be taken back with all that was typed in it.</summary>
public sealed record TakenRow(int At, Letterhead? Letterhead = null, Recipient? Recipient = null)
{
    /// <returns>None where nothing was taken away.</returns>
    public static TakenRow? Between(LetterContent before, LetterContent after)
    {
        if (after.Recipients.Count < before.Recipients.Count)
        {
            var at = FirstMissing(before.Recipients, after.Recipients);
            return new TakenRow(at, Recipient: before.Recipients[at]);
        }

        if (after.Letterhead.Count < before.Letterhead.Count)
        {
            var at = FirstMissing(before.Letterhead, after.Letterhead);
            return new TakenRow(at, Letterhead: before.Letterhead[at]);
        }

        return null;
    }

    public LetterContent BackIn(LetterContent content) => content with
    {
        Letterhead = Letterhead is null ? content.Letterhead : With(content.Letterhead, Letterhead),
        Recipients = Recipient is null ? content.Recipients : With(content.Recipients, Recipient),
    };

    private static int FirstMissing<T>(IReadOnlyList<T> before, IReadOnlyList<T> after) where T : class =>
        before.Index().First(row => row.Index >= after.Count || !ReferenceEquals(row.Item, after[row.Index])).Index;

    private List<T> With<T>(IReadOnlyList<T> list, T row)
    {
        var at = Math.Min(At, list.Count);
        return [.. list.Take(at), row, .. list.Skip(at)];
    }
}
