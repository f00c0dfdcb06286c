namespace CoalitionLetters.Letters.Desk;

/// <summary>Where the focus goes after a step has drawn the fields anew, the pressed button among them: into the row that was added, moved or changed. The usual closing follows the choice of a language.</summary>
internal static class ChangedRow
{
    /// <returns>The name by which the page knows that row's first field; none where a row was taken away, for the button that takes it back has the focus then.</returns>
    public static string? FieldIn(LetterContent before, LetterContent after) =>
        FirstOther(before.Recipients, after.Recipients) is { } recipient ? $"recipient-{recipient}-honorific"
        : FirstOther(before.Letterhead, after.Letterhead) is { } lead ? $"letterhead-{lead}-name"
        : before.Salutation != after.Salutation ? "salutation"
        : before.Closing != after.Closing ? "language"
        : null;

    private static int? FirstOther<T>(IReadOnlyList<T> before, IReadOnlyList<T> after) where T : class => after.Count < before.Count
        ? null
        : after.Index().Where(row => row.Index >= before.Count || !ReferenceEquals(row.Item, before[row.Index])).Select(row => (int?)row.Index).FirstOrDefault();
}
