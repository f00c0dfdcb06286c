using System.Text.RegularExpressions;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace CoalitionLetters.Exporting;

/// <summary>A workbook of one sheet, written row by row. Every cell is text, so that nothing runs and no ZIP code loses its zero.</summary>
public static partial class XlsxExport
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <param name="stream">Must be able to seek, as a zip file wants it.</param>
    public static void Write(ExportTable table, Stream stream, string sheetName = "List")
    {
        using var document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook, autoSave: true);
        var workbook = document.AddWorkbookPart();
        var sheet = workbook.AddNewPart<WorksheetPart>();
        WriteSheet(sheet, table);
        workbook.Workbook = new Workbook(new Sheets(new Sheet { Id = workbook.GetIdOfPart(sheet), SheetId = 1, Name = sheetName }));
    }

    private static void WriteSheet(WorksheetPart part, ExportTable table)
    {
        using var writer = OpenXmlWriter.Create(part);
        writer.WriteStartElement(new Worksheet());
        writer.WriteStartElement(new SheetData());
        WriteRow(writer, table.Headers);
        foreach (var row in table.Rows)
            WriteRow(writer, row);
        writer.WriteEndElement();
        writer.WriteEndElement();
    }

    private static void WriteRow(OpenXmlWriter writer, IReadOnlyList<string> cells)
    {
        writer.WriteStartElement(new Row());
        foreach (var cell in cells)
            writer.WriteElement(new Cell(new InlineString(new Text(Printable(cell)) { Space = SpaceProcessingModeValues.Preserve })) { DataType = CellValues.InlineString });
        writer.WriteEndElement();
    }

    /// <summary>What XML cannot hold, or would change, stands as _x000D_ (ECMA-376, ST_Xstring), and so does an underscore that would be taken for the start of one.</summary>
    private static string Printable(string text) => Unprintable().Replace(text, found => $"_x{(int)found.Value[0]:X4}_");

    [GeneratedRegex(@"[\x00-\x08\x0B-\x1F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]|_(?=x[0-9A-Fa-f]{4}_)")]
    private static partial Regex Unprintable();
}
