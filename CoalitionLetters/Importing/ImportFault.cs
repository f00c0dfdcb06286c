namespace CoalitionLetters.Importing;

/// <summary>A file cannot be read as a list. The sentence tells staff what is wrong and, where known, in which row and column.</summary>
public sealed class ImportFault : Exception
{
    public ImportFault(string sentence) : base(sentence) { }

    public ImportFault(int row, int column, string what) : base($"Row {row}, column {SheetColumns.Letter(column)}: {what}")
    {
        Row = row;
        Column = column;
    }

    public ImportFault(int row, string what) : base($"Row {row}: {what}") => Row = row;

    /// <summary>Counted from 1, as a spreadsheet shows it; null where the whole file is meant.</summary>
    public int? Row { get; }

    /// <summary>Counted from 1.</summary>
    public int? Column { get; }
}
