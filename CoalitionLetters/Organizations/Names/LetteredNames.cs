namespace CoalitionLetters.Organizations.Names;

/// <summary>Letters with a noun behind them that says again what kind of body it is: "ADAMS Center" beside the words that ADAMS stands for.</summary>
internal static class LetteredNames
{
    public static NameComparison? Of(NameShape a, NameShape b) => Of(a.Whole, b.Whole) ?? Of(b.Whole, a.Whole);

    /// <summary>Letters and one noun that no part of a body is called by.</summary>
    public static bool IsWholeNoun(IReadOnlyList<NameWord> words) =>
        words is [{ IsUpper: true, Text.Length: >= 4 }, { Before: Break.None, Text: var noun }] && NameWords.WholeNouns.Contains(noun);

    private static NameComparison? Of(NameCore lettered, NameCore full)
    {
        if (!IsWholeNoun(lettered.Words) || full.Acronym is not null || full.Words.Any(word => word.Text == lettered.Words[0].Text))
            return null;
        var letters = lettered.Words[0].Text;
        return Acronyms.AreInitials(letters, full.Words) && !KnownNames.Shipped.Exactly(letters).Any(name => !full.Known.Any(known => known.Organization == name.Organization))
            ? new(Verdict.Same, false, 0.8, [$"{letters.ToUpperInvariant()} are the first letters of {full}"])
            : null;
    }
}
