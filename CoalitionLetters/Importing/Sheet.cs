using System.IO.Compression;

namespace CoalitionLetters.Importing;

/// <summary>
/// A file of rows: delimited text in any usual encoding, a workbook, or our own JSON. Rows are read one at a time and can be read again, so that a file of a
/// hundred thousand rows takes no more memory than one of ten.
/// </summary>
public abstract class Sheet
{
    public const int MostRows = 250_000;
    public const int MostColumns = 500;
    public const int LongestCell = 32_767;

    /// <summary>So many blank rows are told one by one; further ones are passed over, as programs leave them behind by the hundred thousand.</summary>
    public const int MostBlankRows = 1_000;

    public const long LargestFile = 100L * 1024 * 1024;

    /// <summary>"utf-8", "utf-16", "windows-1252" … or "xlsx".</summary>
    public abstract string Encoding { get; }

    /// <summary>The character between cells; null in a workbook.</summary>
    public abstract char? Delimiter { get; }

    /// <summary>Row numbers that only tell the program something (<c>sep=;</c>) and are neither title nor data.</summary>
    public virtual int RowsBeforeContent => 0;

    /// <summary>The row that names the columns by what the file is, counted from 1; null where it must be found.</summary>
    public virtual int? HeaderRow => null;

    /// <summary>What of the file is left out, or read by a mere guess, in a sentence for staff; null where nothing is.</summary>
    public virtual string? LeftOut => null;

    /// <summary>The sheets of a workbook that can be seen and hold anything, by name; none in other files.</summary>
    public virtual IReadOnlyList<string> Names => [];

    /// <summary>The one of <see cref="Names"/> that is read.</summary>
    public virtual string? Name => null;

    /// <exception cref="ImportFault">The rows up to the fault are given first.</exception>
    public abstract IEnumerable<SheetRow> Rows();

    /// <summary>The rows, as long as there are not too many with text.</summary>
    protected static IEnumerable<SheetRow> Counted(IEnumerable<SheetRow> rows)
    {
        var (filled, blank) = (0, 0);
        foreach (var row in rows)
        {
            if (row.IsBlank ? ++blank <= MostBlankRows : ++filled <= MostRows)
                yield return row;
            else if (filled > MostRows)
                throw new ImportFault(row.Number, $"more rows than can be imported at once ({MostRows:N0}). Divide the file.");
        }
    }

    /// <summary>Finds out what a file is, by its bytes and not by its name. The stream must be able to seek and stays open.</summary>
    /// <param name="said">How it is to be read, where staff say so.</param>
    /// <exception cref="ImportFault">It is no list that can be read, or not as it is said.</exception>
    public static Sheet Open(Stream file, Reading? said = null)
    {
        said ??= Reading.Found;
        if (file.Length == 0)
            throw new ImportFault("The file is empty.");
        if (file.Length > LargestFile)
            throw new ImportFault($"The file has {file.Length / (1024 * 1024)} MB; {LargestFile / (1024 * 1024)} MB are the most that can be imported at once.");

        Span<byte> start = stackalloc byte[1024];
        file.Position = 0;
        start = start[..file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)];
        file.Position = 0;
        return Kind(start) switch
        {
            "zip" => WorkbookSheet.Open(CheckedWorkbook(file), said),
            "xls" => WorkbookSheet.Open(CheckedCompound(file), said),
            "json" => JsonSheet.Open(file, said),
            null => FileKinds.Find(start) is { } kind ? throw new ImportFault($"This is {kind}, which cannot be read as a list. Save the list as CSV or XLSX and try again.") : TextSheet.Open(file, said),
            "json object" => throw new ImportFault("This is JSON, but no array of objects like [{…}, {…}]. Save the list as CSV or XLSX and try again."),
            var other => throw new ImportFault($"This is {other}, not a list. Save the list as CSV or XLSX and try again."),
        };
    }

    private static string? Kind(ReadOnlySpan<byte> start) =>
        start.StartsWith("PK\u0003\u0004"u8) ? "zip"
        : start.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]) ? "xls"
        : start.StartsWith("%PDF"u8) ? "a PDF"
        : start.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47]) || start.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) || start.StartsWith("GIF8"u8) ? "a picture"
        : FileKinds.IsWebPage(start) ? "a web page"
        : IsJson(start) ? "json"
        : IsJsonObject(start) ? "json object"
        : start.StartsWith("{\\rtf"u8) ? "a text document"
        : start.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B]) || start.StartsWith("7z"u8) || start.StartsWith("Rar!"u8) ? "an archive"
        : null;

    private static bool IsJson(ReadOnlySpan<byte> start)
    {
        var text = System.Text.Encoding.Latin1.GetString(start).TrimStart('\u00EF', '\u00BB', '\u00BF');
        var inside = text.TrimStart();
        return inside.StartsWith('[') && inside[1..].TrimStart() is "" or ['{' or ']', ..];
    }

    private static bool IsJsonObject(ReadOnlySpan<byte> start)
    {
        var text = System.Text.Encoding.Latin1.GetString(start).TrimStart('\u00EF', '\u00BB', '\u00BF', ' ', '\t', '\r', '\n');
        return text is ['{' or '[', .. var inside] && inside.TrimStart() is "" or ['"' or '}', ..];
    }

    /// <summary>Refuses a zip that is no workbook, or one that unpacks to more than anybody's list.</summary>
    private static Stream CheckedWorkbook(Stream file)
    {
        try
        {
            using var zip = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
            if (zip.GetEntry("mimetype") is not null)
                throw new ImportFault("This is an OpenDocument file. Save the list as CSV or XLSX and try again.");
            if (zip.GetEntry("xl/workbook.bin") is not null)
                throw new ImportFault("This is a binary workbook (XLSB). Save the list as CSV or XLSX and try again.");
            if (zip.GetEntry("Index/Document.iwa") is not null || zip.GetEntry("Index.zip") is not null)
                throw new ImportFault("This is a Numbers document. Export the list as CSV or XLSX and try again.");
            if (zip.GetEntry("xl/workbook.xml") is null && zip.Entries.Any(entry => entry.FullName.StartsWith("xl/worksheets/", StringComparison.OrdinalIgnoreCase)))
                throw new ImportFault("The parts of this workbook stand where they cannot be read. Open it in a spreadsheet program, save it again as XLSX and try once more.");
            if (zip.GetEntry("xl/workbook.xml") is null)
                throw new ImportFault(zip.GetEntry("ppt/presentation.xml") is not null ? "This is a presentation, not a list. Save the list as CSV or XLSX and try again." : zip.GetEntry("word/document.xml") is not null ? "This is a text document, not a list. Save the list as CSV or XLSX and try again." : "This is an archive, not a list. Unpack it and import the file inside.");
            if (IsStrict(zip.GetEntry("xl/workbook.xml")!))
                throw new ImportFault("This is a workbook in Excel's \u201cStrict Open XML\u201d format. Save it as \u201cExcel Workbook (.xlsx)\u201d or as CSV and try again.");
            // The texts of a workbook stand in memory all at once, its rows do not.
            if (zip.Entries.Sum(entry => entry.Length) > 10 * LargestFile || zip.Entries.Any(IsBlownUp) || zip.Entries.Where(entry => entry.FullName.EndsWith("sharedStrings.xml", StringComparison.OrdinalIgnoreCase)).Sum(entry => entry.Length) > LargestFile)
                throw new ImportFault("The workbook unpacks to more than can be imported at once.");
        }
        catch (InvalidDataException)
        {
            throw new ImportFault("The workbook is damaged: it ends too early or was changed on its way. Save it again and try once more.");
        }
        file.Position = 0;
        return file;
    }

    /// <summary>ISO 29500 Strict, which has names of its own for all elements.</summary>
    private static bool IsStrict(ZipArchiveEntry workbook)
    {
        using var stream = workbook.Open();
        Span<byte> start = stackalloc byte[2048];
        return start[..stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)].IndexOf("http://purl.oclc.org/ooxml/spreadsheetml/main"u8) >= 0;
    }

    /// <summary>Hundreds of bytes made of one: no list that people typed, but one endless cell, or a trap.</summary>
    private static bool IsBlownUp(ZipArchiveEntry entry) => entry.Length > LargestFile / 2 && entry.Length > 200 * entry.CompressedLength;

    /// <summary>The old Office formats, and every encrypted one, share a frame that lists its parts by name in UTF-16 (MS-CFB): the names tell what stands inside.</summary>
    private static Stream CheckedCompound(Stream file)
    {
        if (Holds(file, "EncryptedPackage"))
            throw new ImportFault("The workbook is protected by a password. Save it without one and try again.");
        if (!Holds(file, "Workbook") && !Holds(file, "Book"))
            throw new ImportFault(Holds(file, "WordDocument") ? "This is a text document, not a list. Save the list as CSV or XLSX and try again." : "This is an old Office file without a workbook. Save the list as CSV or XLSX and try again.");
        file.Position = 0;
        return file;
    }

    private static bool Holds(Stream file, string part)
    {
        var name = System.Text.Encoding.Unicode.GetBytes(part);
        var buffer = new byte[64 * 1024];
        var kept = 0;
        file.Position = 0;
        while (file.Read(buffer, kept, buffer.Length - kept) is > 0 and var read)
        {
            var bytes = buffer.AsSpan(0, kept + read);
            if (bytes.IndexOf(name) >= 0)
                return true;
            kept = Math.Min(bytes.Length, name.Length);
            bytes[^kept..].CopyTo(buffer);
        }
        return false;
    }
}
