using System.IO.Compression;
using System.Security;
using System.Text;

namespace CoalitionLetters.Tests.Support;

/// <summary>Workbooks as no program should write them, part by part.</summary>
public static class AWorkbook
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Links = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /// <param name="sheets">A name, a state ("hidden") or null, and rows of texts.</param>
    public static MemoryStream Of(params (string Name, string? State, string[][] Rows)[] sheets) => Zipped(zip =>
    {
        Frame(zip, sheets.Select(sheet => (sheet.Name, sheet.State)));
        foreach (var (i, sheet) in sheets.Index())
            Part(zip, $"xl/worksheets/sheet{i + 1}.xml", $"<worksheet xmlns=\"{Main}\"><sheetData>{string.Concat(sheet.Rows.Index().Select(row => Row(row.Index + 1, row.Item)))}</sheetData></worksheet>");
    });

    /// <summary>One sheet of rows written by hand in the workbook's own XML, with a table of texts and a list of number formats.</summary>
    public static MemoryStream Raw(string rows, string texts = "", params string[] formats) => Zipped(zip =>
    {
        Frame(zip, [("List", null)], $"<Relationship Id=\"rId8\" Type=\"{Links}/sharedStrings\" Target=\"sharedStrings.xml\"/><Relationship Id=\"rId9\" Type=\"{Links}/styles\" Target=\"styles.xml\"/>");
        Part(zip, "xl/worksheets/sheet1.xml", $"<worksheet xmlns=\"{Main}\"><sheetData>{rows}</sheetData></worksheet>");
        Part(zip, "xl/sharedStrings.xml", $"<sst xmlns=\"{Main}\">{texts}</sst>");
        Part(zip, "xl/styles.xml", $"<styleSheet xmlns=\"{Main}\"><numFmts>{string.Concat(formats.Index().Select(format => $"<numFmt numFmtId=\"{200 + format.Index}\" formatCode=\"{format.Item}\"/>"))}</numFmts><cellXfs><xf numFmtId=\"0\"/>{string.Concat(formats.Index().Select(format => $"<xf numFmtId=\"{200 + format.Index}\" applyNumberFormat=\"1\"/>"))}</cellXfs></styleSheet>");
    });

    /// <summary>A sheet of one cell, and a table of texts that unpacks to this many bytes.</summary>
    public static MemoryStream WithTextsOf(long bytes) => Zipped(zip =>
    {
        Frame(zip, [("List", null)]);
        Part(zip, "xl/worksheets/sheet1.xml", $"<worksheet xmlns=\"{Main}\"><sheetData>{Row(1, ["Organization"])}</sheetData></worksheet>");
        using var texts = zip.CreateEntry("xl/sharedStrings.xml", CompressionLevel.Fastest).Open();
        var block = new byte[1024 * 1024];
        for (var written = 0L; written < bytes; written += block.Length)
            texts.Write(block);
    });

    private static string Row(int number, string[] cells) =>
        $"<row r=\"{number}\">{string.Concat(cells.Index().Where(cell => cell.Item.Length > 0).Select(cell => $"<c r=\"{(char)('A' + cell.Index)}{number}\" t=\"inlineStr\"><is><t>{SecurityElement.Escape(cell.Item)}</t></is></c>"))}</row>";

    private static void Frame(ZipArchive zip, IEnumerable<(string Name, string? State)> sheets, string links = "")
    {
        var list = sheets.Index().ToList();
        Part(zip, "[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/></Types>");
        Part(zip, "_rels/.rels", Relations($"<Relationship Id=\"rId1\" Type=\"{Links}/officeDocument\" Target=\"xl/workbook.xml\"/>"));
        Part(zip, "xl/workbook.xml", $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Links}\"><sheets>{string.Concat(list.Select(sheet => $"<sheet name=\"{sheet.Item.Name}\" sheetId=\"{sheet.Index + 1}\"{(sheet.Item.State is null ? "" : $" state=\"{sheet.Item.State}\"")} r:id=\"rId{sheet.Index + 1}\"/>"))}</sheets></workbook>");
        Part(zip, "xl/_rels/workbook.xml.rels", Relations(string.Concat(list.Select(sheet => $"<Relationship Id=\"rId{sheet.Index + 1}\" Type=\"{Links}/worksheet\" Target=\"worksheets/sheet{sheet.Index + 1}.xml\"/>")) + links));
    }

    private static string Relations(string relations) => $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{relations}</Relationships>";

    private static void Part(ZipArchive zip, string name, string text)
    {
        using var part = zip.CreateEntry(name).Open();
        part.Write(Encoding.UTF8.GetBytes(text));
    }

    private static MemoryStream Zipped(Action<ZipArchive> write)
    {
        var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
            write(zip);
        file.Position = 0;
        return file;
    }
}
