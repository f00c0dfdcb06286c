using System.Text;

namespace CoalitionLetters.FinalLetters;

/// <summary>Reads comma-separated text by RFC 4180: cells in quotation marks may hold commas, line ends and doubled quotation marks.</summary>
/// <remarks>A library's reader takes longer to start than the whole list takes to read, and the command is to answer at once.</remarks>
internal static class CsvRows
{
    public static IEnumerable<string[]> Of(string csv)
    {
        var cells = new List<string>();
        var cell = new StringBuilder();
        for (var at = 0; at < csv.Length;)
        {
            at = ReadCell(csv, at, cell);
            cells.Add(cell.ToString());
            cell.Clear();
            if (at < csv.Length && csv[at] == ',')
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
        }
    }

    /// <summary>Reads up to the comma or line end that closes the cell, and returns its place.</summary>
    private static int ReadCell(string csv, int at, StringBuilder cell)
    {
        var quoted = csv[at] == '"';
        for (at += quoted ? 1 : 0; at < csv.Length; at++)
        {
            if (!quoted && csv[at] is (',' or '\r' or '\n'))
            {
                break;
            }

            if (csv[at] != '"' || !quoted)
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
                quoted = false;
            }
        }

        return at;
    }

    private static int SkipLineEnd(string csv, int at) =>
        at + 1 < csv.Length && csv[at] == '\r' && csv[at + 1] == '\n' ? at + 2 : Math.Min(csv.Length, at + 1);
}
