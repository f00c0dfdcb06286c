namespace CoalitionLetters.FinalLetters;

/// <summary>What stands between the cells of a list. Where the comma divides decimals, as in Spanish, spreadsheets write semicolons into a file that they call comma-separated.</summary>
internal readonly record struct CsvDelimiter(char Sign)
{
    private static readonly char[] usual = [',', ';', '\t'];

    /// <summary>"commas".</summary>
    public string Words => Sign switch { ',' => "commas", ';' => "semicolons", '\t' => "tabs", _ => $"“{Sign}”" };

    /// <summary>The sign by which the line of column names holds “name”, and where that line begins: a spreadsheet's line "sep=;" stands before it and tells the sign.</summary>
    public static (CsvDelimiter Delimiter, int Start) Find(string csv)
    {
        var first = csv.AsSpan(0, LineEnd(csv));
        if (first.Trim('"') is [('s' or 'S'), ('e' or 'E'), ('p' or 'P'), '=', var sign])
        {
            var start = first.Length + (csv.AsSpan(first.Length).StartsWith("\r\n") ? 2 : 1);
            return (new(sign), Math.Min(start, csv.Length));
        }

        var line = first.ToString();
        var found = Array.Find(usual, sign => line.Split(sign).Any(cell => cell.Trim(' ', '"').Equals("name", StringComparison.OrdinalIgnoreCase)));
        return (new(found == default ? ',' : found), 0);
    }

    private static int LineEnd(string csv) => csv.AsSpan().IndexOfAny('\r', '\n') is >= 0 and var end ? end : csv.Length;
}
