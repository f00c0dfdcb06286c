using System.Text;

namespace CoalitionLetters.Importing;

/// <summary>
/// Reads delimited text row by row, as spreadsheets write it (RFC 4180): quoted cells may hold delimiters, doubled quotes and line breaks; lines end
/// in CR, LF or both. A quote within an unquoted cell is a letter like any other.
/// </summary>
internal static class DelimitedText
{
    /// <param name="isSaid">Staff have said the encoding, so that another may fit better.</param>
    public static IEnumerable<SheetRow> Read(TextReader reader, char delimiter, string encoding, bool isSaid)
    {
        var cursor = new Cursor(reader, encoding.ToUpperInvariant(), isSaid);
        while (cursor.ReadRow(delimiter) is { } cells)
            yield return new SheetRow(cursor.Row, cells);
    }

    private sealed class Cursor(TextReader reader, string encoding, bool isSaid)
    {
        private readonly char[] buffer = new char[16 * 1024];
        private readonly StringBuilder cell = new();
        private int at;
        private int filled;

        public int Row { get; private set; }

        public List<string>? ReadRow(char delimiter)
        {
            if (Peek() < 0)
                return null;

            Row++;
            var cells = new List<string>();
            while (true)
            {
                var text = Peek() == '"' ? Quoted(delimiter, cells.Count + 1) : Plain(delimiter, cells.Count + 1);
                if (cells.Count < Sheet.MostColumns)
                    cells.Add(text);
                else if (!string.IsNullOrWhiteSpace(text))
                    throw new ImportFault(Row, $"more than {Sheet.MostColumns} columns.");
                var next = Peek();
                if (next == delimiter)
                {
                    at++;
                    continue;
                }

                if (next == '\r')
                    at++;
                if (Peek() == '\n')
                    at++;
                return cells;
            }
        }

        private string Plain(char delimiter, int column)
        {
            cell.Clear();
            while (Peek() is >= 0 and var c && c != delimiter && c is not ('\r' or '\n'))
                Append((char)c, column);
            return cell.ToString();
        }

        private string Quoted(char delimiter, int column)
        {
            var firstRow = Row;
            at++;
            cell.Clear();
            while (true)
            {
                var c = Peek();
                if (c < 0)
                    throw new ImportFault(firstRow, column, "a quotation mark opens here and none closes it before the file ends.");
                if (c != '"')
                {
                    Append((char)c, column);
                    continue;
                }

                at++;
                if (Peek() != '"')
                    break;
                Append('"', column);
            }

            while (Peek() == ' ' && delimiter != ' ')
                at++;
            if (Peek() is >= 0 and var after && after != delimiter && after is not ('\r' or '\n'))
                throw new ImportFault(firstRow, column, AfterQuote((char)after));
            return cell.ToString();
        }

        private string AfterQuote(char after)
        {
            var lines = cell.ToString().ReplaceLineEndings("\n").Count(c => c == '\n');
            return lines == 0
                ? $"\"{after}\" follows a closing quotation mark. Double the quotation marks within the cell."
                : $"a quotation mark opens here, and the next one stands {(lines == 1 ? "1 line" : $"{lines} lines")} below, before \"{after}\". One between them may be missing, or those within a cell are not doubled.";
        }

        private void Append(char c, int column)
        {
            if (c == FileEncoding.Broken)
                throw new ImportFault(Row, column, isSaid ? $"here are bytes that mean nothing in {encoding}. Choose another encoding." : $"the file is written in {encoding}, but here are bytes that are not. Save it again as \"CSV UTF-8\".");
            if (c == '\0')
                throw new ImportFault(Row, column, isSaid ? $"a zero character; this is no text in {encoding}. Choose another encoding." : "a zero character; this is no text.");
            if (cell.Length == Sheet.LongestCell)
                throw new ImportFault(Row, column, $"more than {Sheet.LongestCell:N0} characters in one cell. A quotation mark may be missing.");
            cell.Append(c);
            at++;
        }

        private int Peek()
        {
            if (at < filled)
                return buffer[at];
            filled = reader.Read(buffer, 0, buffer.Length);
            at = 0;
            return filled == 0 ? -1 : buffer[0];
        }
    }
}
