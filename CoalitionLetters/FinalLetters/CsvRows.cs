using System.Text;

namespace CoalitionLetters.FinalLetters;

/// <summary>Reads comma-separated text by RFC 4180, also with another sign than the comma: cells in quotation marks may hold the sign, line ends and doubled quotation marks.</summary>
/// <remarks>A library's reader takes longer to start than the whole list takes to read, and the command is to answer at once.</remarks>
internal static class CsvRows
{
    /// <param name="fileName">Named in messages.</param>
    /// <exception cref="RenderException">A quotation mark is not closed, or text stands after a closing one.</exception>
    /// <param name="start">Where the line of column names begins.</param>
    public static IEnumerable<string[]> Of(string csv, string fileName, char delimiter = ',', int start = 0)
    {
        var cells = new List<string>();
        var cell = new StringBuilder();
        var row = 0;
        for (var at = start; at < csv.Length;)
        {
            at = ReadCell(csv, at, delimiter, cell, out var fault);
            if (fault is not null)
            {
                throw new RenderException($"{(row == 0 ? "The line of column names" : $"Row {row}")} of “{fileName}” {fault}");
            }

            cells.Add(cell.ToString());
            cell.Clear();
            if (at < csv.Length && csv[at] == delimiter)
            {
                at++;
                if (at < csv.Length)
                {
                    continue;
                }

                cells.Add("");
            }

            at = SkipLineEnd(csv, at);
            yield return [.. cells];
            cells.Clear();
            row++;
        }
    }

    /// <summary>Reads up to the sign or line end that closes the cell, and returns its place.</summary>
    private static int ReadCell(string csv, int at, char delimiter, StringBuilder cell, out string? fault)
    {
        fault = null;
        if (csv[at] != '"')
        {
            var end = csv.AsSpan(at).IndexOfAny(delimiter, '\r', '\n') is >= 0 and var length ? at + length : csv.Length;
            cell.Append(csv, at, end - at);
            return end;
        }

        for (at++; at < csv.Length; at++)
        {
            if (csv[at] != '"')
            {
                cell.Append(csv[at]);
            }
            else if (at + 1 < csv.Length && csv[at + 1] == '"')
            {
                cell.Append('"');
                at++;
            }
            else
            {
                return AfterQuote(csv, at + 1, delimiter, ref fault);
            }
        }

        fault = "opens a quotation mark and never closes it.";
        return at;
    }

    private static int AfterQuote(string csv, int at, char delimiter, ref string? fault)
    {
        while (at < csv.Length && csv[at] is ' ' or '\t' && csv[at] != delimiter)
        {
            at++;
        }

        fault = at == csv.Length || csv[at] == delimiter || csv[at] is '\r' or '\n' ? null : "has text after a closing quotation mark. Write a quotation mark inside a cell twice.";
        return at;
    }

    private static int SkipLineEnd(string csv, int at) =>
        at + 1 < csv.Length && csv[at] == '\r' && csv[at + 1] == '\n' ? at + 2 : Math.Min(csv.Length, at + 1);
}
