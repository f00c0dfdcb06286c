using System.Globalization;
using ExcelDataReader;
using ExcelDataReader.Exceptions;

namespace CoalitionLetters.Importing;

/// <summary>The first sheet of a workbook (XLSX or XLS) that can be seen and holds anything.</summary>
internal sealed class WorkbookSheet : Sheet
{
    private readonly Stream file;
    private readonly Dictionary<int, IReadOnlyDictionary<(int Row, int Column), string>> failedBySheet = [];

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
        FindFailedFormulas();
        using var reader = OpenReader();
        var sheet = -1;
        do
        {
            sheet++;
            if (!IsVisible(reader))
                continue;
            var failed = failedBySheet.GetValueOrDefault(sheet);
            var any = false;
            var number = 0;
            while (Advance(reader, number))
            {
                number++;
                if (number > MostRows)
                    throw new ImportFault(number, $"more rows than can be imported at once ({MostRows:N0}). Divide the file.");
                var row = new SheetRow(number, Cells(reader, number, failed)) { IsHidden = IsHidden(reader) };
                any |= !row.IsBlank;
                yield return row;
            }
            if (any)
                yield break;
        }
        while (Turn(reader));
    }

    /// <summary>Once, of the sheets down to the first that can be seen and holds anything.</summary>
    private void FindFailedFormulas()
    {
        if (Encoding != "xlsx" || failedBySheet.Count > 0)
            return;
        using var reader = OpenReader();
        for (var sheet = 0; ; sheet++)
        {
            failedBySheet[sheet] = FailedFormulas.Of(file, sheet);
            if (IsVisible(reader) && reader.RowCount > 0 || !Turn(reader))
                return;
        }
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

    private static List<string> Cells(IExcelDataReader reader, int row, IReadOnlyDictionary<(int Row, int Column), string>? failed)
    {
        if (reader.FieldCount > MostColumns)
            throw new ImportFault(row, $"more than {MostColumns} columns.");
        var cells = new List<string>(reader.FieldCount);
        for (var i = 0; i < reader.FieldCount; i++)
            cells.Add(failed?.GetValueOrDefault((row, i + 1)) ?? Text(reader.GetValue(i), reader.GetNumberFormatString(i)));
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
