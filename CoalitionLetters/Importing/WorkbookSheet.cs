using System.Globalization;
using ExcelDataReader;
using ExcelDataReader.Exceptions;

namespace CoalitionLetters.Importing;

/// <summary>The first sheet of a workbook (XLSX or XLS) that can be seen and holds anything.</summary>
internal sealed class WorkbookSheet : Sheet
{
    private readonly Stream file;

    private WorkbookSheet(Stream file, string kind)
    {
        (this.file, Encoding) = (file, kind);
        LeftOut = SayWhatIsLeftOut();
    }

    public override string Encoding { get; }

    public override char? Delimiter => null;

    public override string? LeftOut { get; }

    public static new WorkbookSheet Open(Stream file)
    {
        // The older format keeps text in code pages that .NET loads on demand.
        System.Text.Encoding.RegisterProvider(System.Text.CodePagesEncodingProvider.Instance);
        var isZip = file.ReadByte() == 'P';
        file.Position = 0;
        return new WorkbookSheet(file, isZip ? "xlsx" : "xls");
    }

    public override IEnumerable<SheetRow> Rows()
    {
        using var reader = OpenReader();
        do
        {
            if (!IsVisible(reader))
                continue;
            var any = false;
            var number = 0;
            while (Advance(reader, number))
            {
                number++;
                if (number > MostRows)
                    throw new ImportFault(number, $"more rows than can be imported at once ({MostRows:N0}). Divide the file.");
                var row = new SheetRow(number, Cells(reader, number));
                any |= !row.IsBlank;
                yield return row;
            }
            if (any)
                yield break;
        }
        while (Turn(reader));
    }

    private static bool IsVisible(IExcelDataReader reader) => reader.VisibleState is null or "visible";

    private string? SayWhatIsLeftOut()
    {
        using var reader = OpenReader();
        var (filled, hidden) = (new List<string>(), new List<string>());
        do
        {
            if (reader.RowCount > 0)
                (IsVisible(reader) ? filled : hidden).Add($"\u201c{reader.Name}\u201d");
        }
        while (Turn(reader));

        var said = new List<string>();
        if (filled.Count > 1)
            said.Add($"Of the sheets only the first with rows, {filled[0]}, is read; not read: {string.Join(", ", filled.Skip(1))}.");
        if (hidden.Count > 0)
            said.Add($"Hidden sheets are not read: {string.Join(", ", hidden)}.");
        return said.Count == 0 ? null : string.Join(' ', said);
    }

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

    private static List<string> Cells(IExcelDataReader reader, int row)
    {
        if (reader.FieldCount > MostColumns)
            throw new ImportFault(row, $"more than {MostColumns} columns.");
        var cells = new List<string>(reader.FieldCount);
        for (var i = 0; i < reader.FieldCount; i++)
            cells.Add(Text(reader.GetValue(i)));
        return cells;
    }

    private static string Text(object? value) => value switch
    {
        null => "",
        bool yes => yes ? "TRUE" : "FALSE",
        DateTime { TimeOfDay.Ticks: 0 } day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime moment => moment.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        var other => other.ToString() ?? "",
    };
}
