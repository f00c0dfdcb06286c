namespace CoalitionLetters.Organizations.Names;

/// <summary>What two names say about the bodies that bear them.</summary>
public enum Verdict
{
    /// <summary>One organization under two spellings.</summary>
    Same,

    /// <summary>A parent and its local, chapter, state office, arm or sister fund. Both may sign.</summary>
    Affiliate,

    Different,

    /// <summary>The names do not tell; a person has to look.</summary>
    Ask,
}

/// <summary>
/// The outcome of comparing two names. Only a certain <see cref="Verdict.Same"/> may join two records without a person.
/// </summary>
/// <param name="Score">How alike the names are, from 0 to 1; orders proposals, decides nothing.</param>
/// <param name="Reasons">In words for staff, the weightiest first; never empty.</param>
public sealed record NameComparison(Verdict Verdict, bool Certain, double Score, IReadOnlyList<string> Reasons)
{
    public bool JoinsByItself => Verdict == Verdict.Same && Certain;

    public string Reason => string.Join("; ", Reasons);
}
