using System.IO.Compression;
using System.Xml;

namespace CoalitionLetters.Importing;

/// <summary>
/// What a workbook's sheet says of its cells that the library which reads workbooks does not tell: which show an error like <c>#N/A</c> or a text that is not in the workbook, and where the last one with anything in it stands.
/// A cell that only has a format makes a sheet a million rows long. Reads the sheet's own XML (ECMA-376).
/// </summary>
/// <param name="Failed">What such cells show, by row and column, both from 1.</param>
internal sealed record SheetMarks(IReadOnlyDictionary<(int Row, int Column), string> Failed, int LastRow, int LastColumn)
{
    /// <summary>Stands for a text that the workbook does not hold.</summary>
    public const string LostText = "#TEXT?";

    private const string Links = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const int Most = 100_000;

    private static readonly XmlReaderSettings settings = new() { DtdProcessing = DtdProcessing.Prohibit, CloseInput = true };

    /// <param name="file">A workbook in XLSX.</param>
    /// <returns>By the places of the sheets; null for one whose parts cannot be found or read.</returns>
    public static IReadOnlyList<SheetMarks?> OfAll(Stream file)
    {
        file.Position = 0;
        try
        {
            using var zip = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
            var texts = CountTexts(zip);
            return [.. PartsOf(zip).Select(part => part is null ? null : Read(part, texts))];
        }
        catch (Exception fault) when (fault is XmlException or InvalidDataException)
        {
            // The damage is told by whoever reads the rows.
            return [];
        }
    }

    private static IEnumerable<ZipArchiveEntry?> PartsOf(ZipArchive zip)
    {
        var targets = Attributes(zip, "xl/_rels/workbook.xml.rels", "Relationship", reader => $"{reader.GetAttribute("Id")}\n{reader.GetAttribute("Target")}").Select(pair => pair.Split('\n')).DistinctBy(pair => pair[0]).ToDictionary(pair => pair[0], pair => pair[1]);
        return Attributes(zip, "xl/workbook.xml", "sheet", reader => reader.GetAttribute("id", Links) ?? "")
            .Select(id => targets.TryGetValue(id, out var target) ? Part(zip, target.StartsWith('/') ? target[1..] : $"xl/{target}") : null);
    }

    /// <summary>Without regard to capitals, as the reader of the rows finds it.</summary>
    private static ZipArchiveEntry? Part(ZipArchive zip, string name) => zip.Entries.FirstOrDefault(entry => entry.FullName.Equals(name, StringComparison.OrdinalIgnoreCase));

    private static int CountTexts(ZipArchive zip) => Attributes(zip, "xl/sharedStrings.xml", "si", _ => "").Count;

    private static List<string> Attributes(ZipArchive zip, string part, string element, Func<XmlReader, string?> attribute)
    {
        var found = new List<string>();
        if (Part(zip, part) is not { } entry)
            return found;
        using var reader = XmlReader.Create(entry.Open(), settings);
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Element && reader.LocalName == element && attribute(reader) is { } text)
                found.Add(text);
        }
        return found;
    }

    private static SheetMarks? Read(ZipArchiveEntry part, int texts)
    {
        var (failed, lastRow, lastColumn) = (new Dictionary<(int, int), string>(), 0, 0);
        var (row, column, type) = (0, 0, "");
        using var reader = XmlReader.Create(part.Open(), settings);
        try
        {
            for (var isThere = reader.Read(); isThere; isThere = reader.Read())
            {
                if (reader.NodeType != XmlNodeType.Element)
                    continue;
                if (reader.LocalName == "row")
                {
                    (row, column) = (int.TryParse(reader.GetAttribute("r"), out var number) ? number : row + 1, 0);
                }
                else if (reader.LocalName == "c")
                {
                    (column, type) = (ColumnOf(reader.GetAttribute("r")) ?? column + 1, reader.GetAttribute("t") ?? "");
                }
                else if (reader.LocalName is "v" or "t" && !reader.IsEmptyElement)
                {
                    (lastRow, lastColumn) = (Math.Max(lastRow, row), Math.Max(lastColumn, column));
                    if (failed.Count < Most && type is "e" or "s" && reader.ReadString() is var shown && (type == "e" || (int.TryParse(shown, out var text) && (text < 0 || text >= texts))))
                        failed[(row, column)] = type == "e" ? shown : LostText;
                }
            }
            return new(failed, lastRow, lastColumn);
        }
        catch (Exception fault) when (fault is XmlException or InvalidDataException)
        {
            // The damage is told by whoever reads the rows.
            return null;
        }
    }

    /// <summary>C12 stands in column 3.</summary>
    private static int? ColumnOf(string? name)
    {
        var letters = (name ?? "").TakeWhile(char.IsAsciiLetterUpper).Count();
        return letters is > 0 and <= 3 ? name![..letters].Aggregate(0, (column, letter) => column * 26 + letter - 'A' + 1) : null;
    }
}
