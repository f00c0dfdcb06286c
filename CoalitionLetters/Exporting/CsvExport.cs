using System.Text;
using CoalitionLetters.Importing;

namespace CoalitionLetters.Exporting;

/// <summary>CSV for spreadsheets: UTF-8 with its mark, commas, CRLF, and no cell that a spreadsheet would run as a formula.</summary>
public static class CsvExport
{
    public const string ContentType = "text/csv; charset=utf-8";

    public static async Task WriteAsync(ExportTable table, Stream stream, CancellationToken cancel = default)
    {
        await using var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);
        await writer.WriteAsync(Line(table.Headers).AsMemory(), cancel);
        foreach (var row in table.Rows)
            await writer.WriteAsync(Line(row).AsMemory(), cancel);
    }

    private static string Line(IReadOnlyList<string> cells) => string.Join(',', cells.Select(Cell)) + "\r\n";

    private static string Cell(string text)
    {
        var safe = ExportSafety.Neutralized(text);
        return safe.AsSpan().IndexOfAny(",\"\r\n\t;") >= 0 || safe.StartsWith(' ') || safe.EndsWith(' ') ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }
}
