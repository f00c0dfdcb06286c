using System.Text;
using CoalitionLetters.Tests.Support;
using CoalitionLetters.Tests.Typesetting.Images;
using CoalitionLetters.Typesetting;
using CoalitionLetters.Typesetting.Fonts;
using CoalitionLetters.Typesetting.Images;
using CoalitionLetters.Typesetting.Pdf;
using CoalitionLetters.Typesetting.Shaping;
using CoalitionLetters.Typesetting.Unicode;

namespace CoalitionLetters.Tests.Typesetting.Pdf;

/// <summary>Small PDF documents made by hand, without layout.</summary>
internal static class ADocument
{
    public static readonly DateTimeOffset Date = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);

    public static readonly PdfInfo Info = new() { Title = "Clean water for all", Author = "River Coalition", Subject = "An open letter", Date = Date };

    private static readonly Lazy<FontFile> Serif = new(() => Font("libertinus-serif/LibertinusSerif_400Regular.ttf"));

    public static FontFile Font(string path) => FontFile.Read(File.ReadAllBytes(Path.Combine(RepositoryFiles.Root, "assets", "fonts", path)), path);

    public static GlyphRun Run(string text, double size = 12) => new(Serif.Value, size, text, Shaper.Shape(Serif.Value, text, Script.Latin, false, "en-US"), false, 0, 0);

    public static PdfFile Empty() => new(Info);

    /// <summary>A page with a paragraph for each text.</summary>
    public static PdfFile Of(params string[] paragraphs)
    {
        var file = Empty();
        var page = file.AddPage(612, 792);
        var y = 72.0;
        foreach (var text in paragraphs)
        {
            page.Begin(file.Root.Add(StructureType.Paragraph));
            page.Show(Run(text), 72, y += 16, Color.Black);
            page.End();
        }

        return file;
    }

    /// <summary>One of everything.</summary>
    public static PdfFile Rich()
    {
        var file = Empty();
        var page = file.AddPage(612, 792);
        page.BeginArtifact(ArtifactKind.Watermark);
        page.ShowTurned(Run("DRAFT", 96), 150, 600, 45, Color.FromHex("e5e5e5"));
        page.End();

        var heading = file.Root.Add(StructureType.Heading1);
        Show(page, heading, "Clean water for all", 72, 90);
        file.Outline.Add("Clean water for all", LinkTarget.ToElement(heading)).Add("Below", LinkTarget.ToPage(page, 300));

        AddParagraphWithLinkAndNote(file, page);
        AddList(file, page);
        AddTable(file, page);
        AddFigure(file, page);

        page.BeginArtifact(ArtifactKind.Footer);
        page.Line(72, 720, 540, 720, 0.5, Color.Black);
        page.Show(Run("Page 1 of 1", 9), 280, 740, Color.Black);
        page.End();
        file.Attach(new Attachment("signatories.csv", "text/csv", "name\nRiver Trust\n"u8.ToArray(), "The signatories", AttachmentRelationship.Data, Date));
        return file;
    }

    private static void AddParagraphWithLinkAndNote(PdfFile file, PdfPage page)
    {
        var paragraph = file.Root.Add(StructureType.Paragraph);
        Show(page, paragraph, "We ask what the report at ", 72, 120);
        var link = paragraph.Add(StructureType.Link);
        Show(page, link, "river.example", 210, 120);
        page.Link(new Area(210, 110, 70, 12), LinkTarget.ToAddress("https://river.example/report"), link, "The report");

        var note = paragraph.Add(StructureType.Note);
        var reference = paragraph.Add(StructureType.Reference).Add(StructureType.Link);
        Show(page, reference, "1", 282, 116);
        page.Link(new Area(282, 110, 6, 8), LinkTarget.ToElement(note), reference, "Note 1");
        Show(page, paragraph, " asks.", 290, 120);
        Show(page, note, "1 Published in May.", 72, 700);
    }

    private static void AddList(PdfFile file, PdfPage page)
    {
        var list = file.Root.Add(StructureType.List);
        list.Numbering = ListNumbering.Decimal;
        foreach (var (label, y) in new[] { ("1.", 150.0), ("2.", 166.0) })
        {
            var item = list.Add(StructureType.ListItem);
            Show(page, item.Add(StructureType.Label), label, 72, y);
            Show(page, item.Add(StructureType.ListBody), "Measure the water.", 90, y);
        }
    }

    private static void AddTable(PdfFile file, PdfPage page)
    {
        var table = file.Root.Add(StructureType.Table);
        var head = table.Add(StructureType.TableHead).Add(StructureType.TableRow);
        var header = head.Add(StructureType.TableHeader);
        header.Scope = TableScope.Column;
        header.ColumnSpan = 2;
        Show(page, header, "State", 72, 200);

        var row = table.Add(StructureType.TableBody).Add(StructureType.TableRow);
        foreach (var (text, x) in new[] { ("Ohio", 72.0), ("12", 150.0) })
        {
            var cell = row.Add(StructureType.TableCell);
            cell.Headers = [header];
            Show(page, cell, text, x, 216);
        }
    }

    private static void AddFigure(PdfFile file, PdfPage page)
    {
        var figure = file.Root.Add(StructureType.Figure);
        figure.Alternative = "A green square";
        page.Begin(figure);
        page.Draw(Picture.Read(Encoding.UTF8.GetBytes("<svg xmlns='http://www.w3.org/2000/svg' width='40' height='40'><path d='M4 4h32v32h-32z' fill='green' opacity='.5'/></svg>"), "square"), new Area(72, 250, 30, 30));
        page.Draw(Picture.Read(APicture.Png(1, 1, 8, 6, [0, 200, 100, 0, 128], more: ("iCCP", [.. "name\0\0"u8, .. APicture.Deflate(APicture.Profile("RGB "))])), "dot"), new Area(110, 250, 30, 30));
        page.End();
    }

    public static void Show(PdfPage page, StructureElement element, string text, double x, double y)
    {
        page.Begin(element);
        page.Show(Run(text), x, y, Color.Black);
        page.End();
    }
}
