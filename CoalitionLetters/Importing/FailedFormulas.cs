using System.IO.Compression;
using System.Xml;

namespace CoalitionLetters.Importing;

/// <summary>
/// The cells of a workbook that show an error, like <c>#N/A</c>. The library that reads workbooks gives them as blank, and a blank cell would hide that something is wrong.
/// Reads the sheet's own XML (ECMA-376, cells of type <c>e</c>), and only where there is such a cell.
/// </summary>
internal static class FailedFormulas
{
    private const string Links = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const int Most = 100_000;

    private static readonly XmlReaderSettings settings = new() { DtdProcessing = DtdProcessing.Prohibit, CloseInput = true };

    /// <param name="file">A workbook in XLSX.</param>
    /// <param name="sheet">Its place among the sheets, from 0.</param>
    /// <returns>The words by row and column, both from 1; empty where the parts cannot be found.</returns>
    public static IReadOnlyDictionary<(int Row, int Column), string> Of(Stream file, int sheet)
    {
        var failed = new Dictionary<(int, int), string>();
        file.Position = 0;
        try
        {
            using var zip = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
            if (PartOf(zip, sheet) is { } part && HoldsErrors(part))
                Read(part, failed);
        }
        catch (Exception fault) when (fault is XmlException or InvalidDataException)
        {
            // The damage is told by whoever reads the rows.
        }
        return failed;
    }

    private static ZipArchiveEntry? PartOf(ZipArchive zip, int sheet)
    {
        var ids = Attributes(zip, "xl/workbook.xml", "sheet", reader => reader.GetAttribute("id", Links));
        if (sheet >= ids.Count)
            return null;
        var target = Attributes(zip, "xl/_rels/workbook.xml.rels", "Relationship", reader => reader.GetAttribute("Id") == ids[sheet] ? reader.GetAttribute("Target") : null).FirstOrDefault();
        return target is null ? null : zip.GetEntry(target.StartsWith('/') ? target[1..] : $"xl/{target}");
    }

    private static List<string> Attributes(ZipArchive zip, string part, string element, Func<XmlReader, string?> attribute)
    {
        var found = new List<string>();
        if (zip.GetEntry(part) is not { } entry)
            return found;
        using var reader = XmlReader.Create(entry.Open(), settings);
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Element && reader.LocalName == element && attribute(reader) is { } text)
                found.Add(text);
        }
        return found;
    }

    private static bool HoldsErrors(ZipArchiveEntry part)
    {
        var mark = "t=\"e\""u8;
        using var stream = part.Open();
        var buffer = new byte[64 * 1024];
        var kept = 0;
        while (stream.Read(buffer, kept, buffer.Length - kept) is > 0 and var read)
        {
            var bytes = buffer.AsSpan(0, kept + read);
            if (bytes.IndexOf(mark) >= 0)
                return true;
            kept = Math.Min(bytes.Length, mark.Length);
            bytes[^kept..].CopyTo(buffer);
        }
        return false;
    }

    private static void Read(ZipArchiveEntry part, Dictionary<(int, int), string> failed)
    {
        using var reader = XmlReader.Create(part.Open(), settings);
        (int, int)? cell = null;
        while (failed.Count < Most && reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element)
                continue;
            if (reader.LocalName == "c")
                cell = reader.GetAttribute("t") == "e" ? PlaceOf(reader.GetAttribute("r")) : null;
            else if (reader.LocalName == "v" && cell is { } place)
                failed[place] = reader.ReadString();
        }
    }

    /// <summary>C12 is row 12, column 3.</summary>
    private static (int, int)? PlaceOf(string? name)
    {
        var letters = (name ?? "").TakeWhile(char.IsAsciiLetterUpper).Count();
        return letters is > 0 and <= 3 && int.TryParse(name.AsSpan(letters), out var row) ? (row, name![..letters].Aggregate(0, (column, letter) => column * 26 + letter - 'A' + 1)) : null;
    }
}
