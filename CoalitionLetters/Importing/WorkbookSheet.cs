using System.Globalization;
using ExcelDataReader;
using ExcelDataReader.Exceptions;

namespace CoalitionLetters.Importing;

/// <summary>
/// One sheet of a workbook (XLSX or XLS): the one that staff name, or the first that can be seen and has a header of a list, or else holds anything. Before the list stand sheets of
/// instructions, and Numbers' own summary.
/// </summary>
internal sealed class WorkbookSheet : Sheet
{
    private const int RowsOfHead = 40;
    private const int LatestRowOfHead = 1_000;

    private readonly Stream file;
    private readonly List<(int Place, string Name)> filled = [];
    private readonly List<string> hidden = [];
    private readonly (int Place, string Name)? chosen;
    private readonly IReadOnlyList<SheetMarks?> marks;

    private WorkbookSheet(Stream file, string kind, string? name)
    {
        (this.file, Encoding) = (file, kind);
        marks = kind == "xlsx" ? SheetMarks.OfAll(file) : [];
        var list = FindSheets();
        chosen = name is not null ? Named(name) : list ?? (filled.Count > 0 ? filled[0] : null);
    }

    public override string Encoding { get; }

    public override char? Delimiter => null;

    public override IReadOnlyList<string> Names => [.. filled.Select(sheet => sheet.Name)];

    public override string? Name => chosen?.Name;

    public override string? LeftOut => string.Join(' ', SayWhatIsLeftOut()) is { Length: > 0 } said ? said : null;

    public static new WorkbookSheet Open(Stream file, Reading said)
    {
        if (said.Encoding is not null || said.Delimiter is not null)
            throw new ImportFault("This is a workbook, and only text has an encoding and a delimiter to choose.");
        // The older format keeps text in code pages that .NET loads on demand.
        System.Text.Encoding.RegisterProvider(System.Text.CodePagesEncodingProvider.Instance);
        var isZip = file.ReadByte() == 'P';
        file.Position = 0;
        return new WorkbookSheet(file, isZip ? "xlsx" : "xls", said.Sheet);
    }

    public override IEnumerable<SheetRow> Rows() => Counted(AllRows());

    private IEnumerable<SheetRow> AllRows()
    {
        if (chosen is not { Place: var place })
            yield break;

        var mark = MarksOf(place);
        using var reader = OpenReader();
        for (var turned = 0; turned < place; turned++)
            Turn(reader);
        for (var number = 1; number <= (mark?.LastRow ?? int.MaxValue) && Advance(reader, number - 1); number++)
            yield return new SheetRow(number, Cells(reader, number, mark)) { IsHidden = IsHidden(reader) };
    }

    private SheetMarks? MarksOf(int place) => place < marks.Count ? marks[place] : null;

    /// <summary>Finds what the workbook holds, and gives the first sheet that shows itself to be a list.</summary>
    private (int, string)? FindSheets()
    {
        using var reader = OpenReader();
        (int, string)? list = null;
        var place = 0;
        do
        {
            if (reader.VisibleState is not (null or "visible"))
            {
                if (reader.RowCount > 0)
                    hidden.Add(reader.Name);
            }
            else if (Head(reader, MarksOf(place)) is { Count: > 0 } head)
            {
                filled.Add((place, reader.Name));
                list ??= SheetLayout.HasNames(head) ? filled[^1] : null;
            }
            place++;
        }
        while (Turn(reader));
        return list;
    }

    /// <summary>The first rows with text.</summary>
    private static List<SheetRow> Head(IExcelDataReader reader, SheetMarks? mark)
    {
        var head = new List<SheetRow>();
        for (var number = 1; head.Count < RowsOfHead && (head.Count == 0 || number <= LatestRowOfHead) && number <= (mark?.LastRow ?? int.MaxValue) && Advance(reader, number - 1); number++)
        {
            var row = new SheetRow(number, Cells(reader, number, mark));
            if (!row.IsBlank)
                head.Add(row);
        }
        return head;
    }

    private (int, string) Named(string name)
    {
        bool Is(string other) => string.Equals(other, name, StringComparison.OrdinalIgnoreCase);
        if (filled.FindIndex(sheet => Is(sheet.Name)) is >= 0 and var at)
            return filled[at];
        throw new ImportFault(hidden.Exists(Is)
            ? $"The sheet {Quoted(name)} is hidden. Show it in the workbook, save it and try again."
            : $"The workbook has no sheet {Quoted(name)} with rows. It has {(filled.Count == 0 ? "none" : string.Join(", ", filled.Select(sheet => Quoted(sheet.Name))))}.");
    }

    private IEnumerable<string> SayWhatIsLeftOut()
    {
        if (filled.Count > 1)
        {
            var read = Quoted(Name!);
            yield return $"Of the sheets only {(chosen == filled[0] ? $"the first with rows, {read}," : read)} is read; not read: {string.Join(", ", filled.Where(sheet => sheet != chosen).Select(sheet => Quoted(sheet.Name)))}.";
        }
        if (hidden.Count > 0)
            yield return $"Hidden sheets are not read: {string.Join(", ", hidden.Select(Quoted))}.";
    }

    private static string Quoted(string name) => $"\u201c{name}\u201d";

    private IExcelDataReader OpenReader()
    {
        file.Position = 0;
        try
        {
            return ExcelReaderFactory.CreateReader(file, new ExcelReaderConfiguration { LeaveOpen = true });
        }
        catch (InvalidPasswordException)
        {
            throw new ImportFault("The workbook is protected by a password. Save it without one and try again.");
        }
        catch (Exception fault) when (IsDamage(fault))
        {
            throw new ImportFault("The workbook is damaged and cannot be opened. Save it again and try once more.");
        }
    }

    // The library tells a broken file by whatever it stumbles over.
    private static bool IsDamage(Exception fault) => fault is not (OutOfMemoryException or OperationCanceledException);

    private static bool Advance(IExcelDataReader reader, int rowsRead)
    {
        try
        {
            return reader.Read();
        }
        catch (Exception fault) when (IsDamage(fault))
        {
            throw new ImportFault(rowsRead + 1, "the workbook is damaged from here on. Save it again and try once more.");
        }
    }

    private static bool Turn(IExcelDataReader reader)
    {
        try
        {
            return reader.NextResult();
        }
        catch (Exception fault) when (IsDamage(fault))
        {
            throw new ImportFault("The workbook is damaged behind its first sheet. Save it again and try once more.");
        }
    }

    private static List<string> Cells(IExcelDataReader reader, int row, SheetMarks? mark)
    {
        // A cell with a format and nothing in it makes the sheet as wide as itself.
        var width = Math.Min(reader.FieldCount, mark?.LastColumn ?? int.MaxValue);
        var cells = new List<string>(Math.Min(width, MostColumns));
        for (var i = 0; i < width; i++)
        {
            if (i < MostColumns)
                cells.Add(mark?.Failed.GetValueOrDefault((row, i + 1)) ?? Text(reader.GetValue(i), reader.GetNumberFormatString(i)));
            else if (!string.IsNullOrWhiteSpace(reader.GetValue(i)?.ToString()))
                throw new ImportFault(row, $"more than {MostColumns} columns.");
        }
        return cells;
    }

    // A row that is hidden, by hand or by a filter, has no height.
    private static bool IsHidden(IExcelDataReader reader) => reader.RowHeight == 0;

    /// <param name="format">As the workbook shows the number: <c>00000</c> is a ZIP code that begins with a zero.</param>
    private static string Text(object? value, string? format) => value switch
    {
        null => "",
        double zeros when format is { Length: > 1 } && format.All(c => c == '0') && zeros == Math.Floor(zeros) && zeros is >= 0 and < 1e15 => zeros.ToString(format, CultureInfo.InvariantCulture),
        double whole when whole == Math.Floor(whole) && Math.Abs(whole) < 1e15 => whole.ToString("0", CultureInfo.InvariantCulture),
        bool yes => yes ? "TRUE" : "FALSE",
        DateTime { TimeOfDay.Ticks: 0 } day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime moment => moment.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        var other => other.ToString() ?? "",
    };
}
