using System.Globalization;
using CoalitionLetters.Importing;
using CoalitionLetters.Listings;
using CoalitionLetters.Organizations.Names;

namespace CoalitionLetters.Commands;

/// <summary><c>names compare</c> and <c>names sort</c>: the matching and the listing order on plain files.</summary>
internal static class NamesCommands
{
    public static int Compare(string[] args)
    {
        using var file = new Arguments(args, [], []).OpenFile();
        var rows = Sheet.Open(file).Rows().Where(row => !row.IsBlank).ToList();
        var header = rows.FirstOrDefault() ?? throw new CommandFault("The file holds no pairs.");
        var (a, b, same) = (Column(header, "a"), Column(header, "b"), Column(header, "same"));
        if (a < 0 || b < 0)
            throw new CommandFault($"Row {header.Number} must name the columns a and b.");

        var score = new PairScore();
        using var output = Output();
        output.WriteLine("a,b,verdict,certain,score,reasons");
        foreach (var row in rows.Skip(1))
        {
            var compared = NameMatching.Compare(row[a], row[b]);
            output.WriteLine(string.Join(',', Cell(row[a]), Cell(row[b]), Lower(compared.Verdict), compared.Certain ? "true" : "false", compared.Score.ToString("0.00", CultureInfo.InvariantCulture), Cell(compared.Reason)));
            if (same < 0)
                continue;
            if (PairScore.Truths.Contains(row[same], StringComparer.OrdinalIgnoreCase))
                score.Add(compared, row[same]);
            else
                Console.Error.WriteLine($"Row {row.Number} does not count: \"{row[same]}\" stands in the column same, which can be {string.Join(", ", PairScore.Truths)}.");
        }
        if (same >= 0)
            output.WriteLine(score.ToString());
        return 0;
    }

    public static int Sort(string[] args)
    {
        var arguments = new Arguments(args, ["--keep-the"], []);
        using var file = arguments.OpenFile();
        var names = Names(file, arguments.File!);

        using var output = Output();
        foreach (var name in ListingOrder.Sort(names, name => name, arguments.Has("--keep-the")))
            output.WriteLine(name);
        return 0;
    }

    /// <summary>The column "name" of a CSV, or each line of any other text.</summary>
    private static IEnumerable<string> Names(Stream file, string path)
    {
        var sheet = Sheet.Open(file);
        var first = FirstRow(sheet);
        if (first is not null && Column(first, "name") is >= 0 and var column)
            return [.. sheet.Rows().Where(row => row.Number > first.Number).Select(row => row.Beyond(first.Cells.Count) is { } beyond ? throw new ImportFault(row.Number, beyond) : OneLine(row[column])).Where(name => name.Length > 0)];
        if (sheet.Delimiter is null)
            throw new CommandFault($"{path} has no column \"name\".");
        if (first is not null && IsHeader(first, path))
            throw new CommandFault($"Row {first.Number} of {path} looks like the header of a CSV. A CSV needs a column \"name\"; any other list holds one name a line.");

        var (encoding, _, mark) = FileEncoding.Find(file);
        file.Position = mark;
        using var reader = new StreamReader(file, encoding, detectEncodingFromByteOrderMarks: false);
        return [.. Lines(reader).Select(line => line.Trim()).Where(line => line.Length > 0)];
    }

    /// <summary>Null where the first line is none of a CSV: a name may begin with a quotation mark and close it early.</summary>
    private static SheetRow? FirstRow(Sheet sheet)
    {
        try
        {
            return sheet.Rows().FirstOrDefault(row => !row.IsBlank);
        }
        catch (ImportFault) when (sheet.Delimiter is not null)
        {
            return null;
        }
    }

    /// <summary>A word that heads a column in a file that calls itself a CSV, or two of them in any other: one alone may be a part of a name, like "Title, Inc.".</summary>
    private static bool IsHeader(SheetRow first, string path) =>
        first.Cells.Count(cell => HeaderWords.IsBareName(cell) || HeaderWords.Fields(cell).FirstOrDefault().Score >= 1) >= (path.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) ? 1 : 2);

    /// <summary>A cell may hold a line break, and what comes out is one name a line.</summary>
    private static string OneLine(string name) => string.Join(' ', name.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));

    private static IEnumerable<string> Lines(StreamReader reader)
    {
        for (var number = 1; reader.ReadLine() is { } line; number++)
            yield return line.Contains(FileEncoding.Broken) ? throw new ImportFault(number, "bytes that are no text in the encoding of the file.") : line;
    }

    private static int Column(SheetRow header, string name) => header.Cells.ToList().FindIndex(cell => cell.Trim().Equals(name, StringComparison.OrdinalIgnoreCase));

    private static StreamWriter Output() => new(Console.OpenStandardOutput()) { NewLine = "\n" };

    private static string Cell(string text) => text.AsSpan().IndexOfAny(",\"\r\n") >= 0 ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;

    private static string Lower(Verdict verdict) => verdict.ToString().ToLowerInvariant();
}
