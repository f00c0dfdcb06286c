namespace CoalitionLetters.Importing;

/// <summary>
/// Tells a list of one name a line, in which names hold commas ("Union of Cooks, Bakers and Waiters"), from cells that commas divide: a blank follows each comma as in prose,
/// or the first line has none and others have; no header says what the cells are, and none of them is an address, a number or a place.
/// </summary>
internal static class PlainList
{
    /// <param name="rows">The first rows, divided by the delimiter.</param>
    public static bool IsOne(List<SheetRow> rows, char delimiter)
    {
        if (delimiter is not (',' or ';') || rows.Count == 0 || rows.TrueForAll(row => row.Cells.Count == 1))
            return false;
        return (rows.TrueForAll(IsProse) || AreUneven(rows)) && !rows.Exists(row => row.Cells.Count > 1 && (IsHeader(row) || row.Cells.Any(IsData)));
    }

    private static bool AreUneven(List<SheetRow> rows) => rows[0].Cells.Count == 1 && rows.TrueForAll(row => row.Cells.Count == 1 || row.Cells.All(cell => !string.IsNullOrWhiteSpace(cell)));

    private static bool IsProse(SheetRow row) => row.Cells.Skip(1).All(cell => cell.Length > 1 && cell[0] == ' ' && cell[1] != ' ');

    private static bool IsHeader(SheetRow row) => row.Cells.Any(cell => HeaderWords.IsBareName(cell) || HeaderWords.Fields(cell).FirstOrDefault().Score >= 1);

    /// <summary>What stands in a column of its own: an address, a number, a state, a scope.</summary>
    private static bool IsData(string cell) => !string.IsNullOrWhiteSpace(cell)
        && (SheetLayout.LooksLikeData(cell) || Listings.States.Find(cell) is not null || Organizations.Scopes.Find(cell) is not null);
}
