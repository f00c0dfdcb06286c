using System.Text;

namespace CoalitionLetters.Importing;

/// <summary>Delimited text: CSV with commas or semicolons, tab-separated, with or without a <c>sep=</c> line.</summary>
internal sealed class TextSheet : Sheet
{
    private const int RowsToLookAt = 200;

    private readonly Stream file;
    private readonly Encoding encoding;
    private readonly bool isEncodingSaid;
    private readonly int markLength;
    private readonly bool hasSeparatorLine;

    private TextSheet(Stream file, Reading said)
    {
        this.file = file;
        (encoding, Encoding, markLength) = FileEncoding.Find(file, said.Encoding);
        isEncodingSaid = said.Encoding is not null;

        var separator = SeparatorLine();
        hasSeparatorLine = separator is not null;
        Delimiter = said.Delimiter ?? separator ?? GuessDelimiter();
    }

    public override string Encoding { get; }

    public override char? Delimiter { get; }

    public override int RowsBeforeContent => hasSeparatorLine ? 1 : 0;

    public static new TextSheet Open(Stream file, Reading said) =>
        said.Sheet is null ? new(file, said) : throw new ImportFault("This is text, and only workbooks have sheets to choose from.");

    /// <summary>That Windows-1252 is what nothing speaks against, and names in another encoding would come out as other letters.</summary>
    public override string? LeftOut => !isEncodingSaid && Encoding == FileEncoding.Fallback ? "The file does not tell its encoding, and Windows-1252 is a guess: if letters look wrong, choose another." : null;

    public override IEnumerable<SheetRow> Rows() => Counted(Rows(Delimiter!.Value).Where(row => row.Number > RowsBeforeContent));

    private IEnumerable<SheetRow> Rows(char delimiter)
    {
        file.Position = markLength;
        using var reader = new StreamReader(file, encoding, detectEncodingFromByteOrderMarks: false, bufferSize: 32 * 1024, leaveOpen: true);
        foreach (var row in DelimitedText.Read(reader, delimiter, Encoding, isEncodingSaid))
            yield return row;
    }

    private char? SeparatorLine()
    {
        file.Position = markLength;
        using var reader = new StreamReader(file, encoding, detectEncodingFromByteOrderMarks: false, bufferSize: 1024, leaveOpen: true);
        Span<char> start = stackalloc char[8];
        start = start[..reader.ReadBlock(start)];

        var quote = start.StartsWith("\"") ? 1 : 0;
        return start[quote..] is [('s' or 'S'), ('e' or 'E'), ('p' or 'P'), '=', var delimiter, ..] && Delimiters.CanDivide(delimiter) ? delimiter : null;
    }

    /// <summary>The delimiter that gives the most rows of one width. A list of names that hold commas has none, and is read by one that divides nothing; by a comma where nothing else is left.</summary>
    private char GuessDelimiter()
    {
        var guesses = Delimiters.Usual.Select(usual => (usual.Delimiter, First: FirstRows(usual.Delimiter))).Select(guess => (guess.Delimiter, Divides: guess.First.Exists(row => row.Cells.Count > 1), IsPlain: PlainList.IsOne(guess.First, guess.Delimiter), Evenness: Evenness(guess.First))).ToList();
        var best = guesses.MaxBy(guess => guess.IsPlain ? 0 : guess.Evenness);
        var isPlain = guesses.Exists(guess => guess.IsPlain);
        return !best.IsPlain && best.Evenness > 0 ? best.Delimiter
            : guesses.Where(guess => isPlain && !guess.Divides).Select(guess => (char?)guess.Delimiter).FirstOrDefault() ?? Delimiters.Usual[0].Delimiter;
    }

    private List<SheetRow> FirstRows(char delimiter)
    {
        var rows = new List<SheetRow>();
        try
        {
            rows.AddRange(Rows(delimiter).Where(row => row.Number > RowsBeforeContent && !row.IsBlank).Take(RowsToLookAt));
        }
        catch (ImportFault)
        {
            // A fault under the wrong delimiter says nothing; the rows before it still count.
        }
        return rows;
    }

    private static double Evenness(List<SheetRow> rows)
    {
        if (rows.TrueForAll(row => row.Cells.Count == 1))
            return 0;
        var usual = rows.GroupBy(row => row.Cells.Count).MaxBy(group => group.Count() * (group.Key > 1 ? 1.0 : 0.2))!;
        return usual.Key == 1 ? 0 : (double)usual.Count() / rows.Count + Math.Min(usual.Key, 20) * 0.01;
    }
}
