namespace CoalitionLetters.Exporting;

/// <summary>Rows under headers that our own import understands without a hand on the mapping.</summary>
public sealed record ExportTable(IReadOnlyList<string> Headers, IEnumerable<IReadOnlyList<string>> Rows)
{
    /// <summary>How many headers at the end are other people's words, as a letter's questions are; JSON keeps them letter by letter.</summary>
    public int AsTheyStand { get; init; }
}
