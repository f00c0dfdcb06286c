namespace CoalitionLetters.Importing;

/// <summary>One row of a file.</summary>
/// <param name="Number">Counted from 1 over everything in the file: titles, blank rows and a <c>sep=</c> line are rows too.</param>
public sealed record SheetRow(int Number, IReadOnlyList<string> Cells)
{
    /// <summary>Hidden in its workbook, by hand or by a filter; it is read all the same.</summary>
    public bool IsHidden { get; init; }

    public bool IsBlank => Cells.All(string.IsNullOrWhiteSpace);

    /// <summary>Why the row has more than the header has columns, in a sentence; null where it has not.</summary>
    /// <param name="columns">How many the header has.</param>
    public string? Beyond(int columns)
    {
        var last = Cells.Count - 1;
        while (last >= columns && this[last].Length == 0)
            last--;
        return last < columns ? null : $"column {SheetColumns.Letter(last + 1)}: a cell beyond the last header ({SheetColumns.Letter(columns)}). A comma within a cell may lack its quotation marks.";
    }

    public string this[int column] => column >= 0 && column < Cells.Count ? Cells[column].Trim() : "";
}

public static class SheetColumns
{
    /// <summary>A, B … Z, AA, as spreadsheets name them; from 1.</summary>
    public static string Letter(int column)
    {
        var letters = "";
        for (; column > 0; column = (column - 1) / 26)
            letters = (char)('A' + (column - 1) % 26) + letters;
        return letters;
    }
}
