using System.IO.Compression;
using System.Text;
using CoalitionLetters.Importing;
using CoalitionLetters.Tests.Support;
using Xunit;

namespace CoalitionLetters.Tests.Importing;

/// <summary>Workbooks as programs leave them, with cells that hold a format and nothing else, and sheets that hold no list.</summary>
public sealed class WorkbookTests
{
    private const string Header = "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>Organization</t></is></c><c r=\"B1\" t=\"inlineStr\"><is><t>Email</t></is></c></row>";
    private const string Row = "<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>Water Trust</t></is></c><c r=\"B2\" t=\"inlineStr\"><is><t>a@x.example</t></is></c></row>";

    [Fact]
    public void A_stray_cell_in_the_last_row_or_column_is_no_row_and_no_column()
    {
        using var file = AWorkbook.Raw($"{Header}{Row}<row r=\"3\"><c r=\"XFD3\" s=\"0\"/></row><row r=\"1048576\"><c r=\"A1048576\" s=\"0\"/></row>");

        var sheet = Sheet.Open(file);
        var rows = new DryRun(SheetLayout.Guess(sheet)).Run(sheet).Where(row => row.Fate != RowFate.Skipped).ToList();

        Assert.Equal((2, "Water Trust", RowFate.New), Assert.Single(rows) is var row ? (row.Row, row.Name, row.Fate) : default);
    }

    [Fact]
    public void A_cell_whose_text_is_missing_from_the_workbook_says_so()
    {
        using var file = AWorkbook.Raw($"{Header}<row r=\"2\"><c r=\"A2\" t=\"s\"><v>0</v></c><c r=\"B2\" t=\"s\"><v>7</v></c></row><row r=\"3\"><c r=\"A3\" t=\"s\"><v>9</v></c></row>", "<si><t>Water Trust</t></si>");

        var sheet = Sheet.Open(file);
        var rows = new DryRun(SheetLayout.Guess(sheet)).Run(sheet).ToList();

        Assert.Equal(["column B: the text of this cell is missing from the workbook"], rows[0].Data!.Doubts);
        Assert.Equal((RowFate.Unclear, "column A: the text of this cell is missing from the workbook, no name"), (rows[1].Fate, rows[1].Reason));
    }

    [Fact]
    public void Text_beyond_the_last_column_that_can_be_read_is_told()
    {
        using var file = AWorkbook.Raw($"{Header}<row r=\"2\"><c r=\"XFD2\" t=\"inlineStr\"><is><t>Water Trust</t></is></c></row>");

        Assert.Equal("Row 2: more than 500 columns.", Assert.Throws<ImportFault>(() => Sheet.Open(file).Rows().Count()).Message);
    }

    [Fact]
    public void Blank_rows_by_the_hundred_thousand_are_passed_over_and_too_many_with_text_are_told()
    {
        var blank = Open($"Organization,Email\nWater Trust,a@x.example\n{string.Concat(Enumerable.Repeat(",\n", 300_000))}River Union,b@x.example\n");
        var full = Open($"Organization\n{string.Concat(Enumerable.Repeat("A\n", Sheet.MostRows))}");

        var rows = new DryRun(SheetLayout.Guess(blank)).Run(blank).ToList();

        Assert.Equal([(2, RowFate.New), (300_003, RowFate.New)], rows.Where(row => row.Fate != RowFate.Skipped).Select(row => (row.Row, row.Fate)));
        Assert.Equal(Sheet.MostBlankRows, rows.Count(row => row.Fate == RowFate.Skipped));
        Assert.Equal("Row 250001: more rows than can be imported at once (250,000). Divide the file.", Assert.Throws<ImportFault>(() => full.Rows().Count()).Message);
    }

    [Theory]
    [InlineData("Export Summary", "This document was exported from Numbers. Each table was converted to an Excel worksheet.", "Numbers Sheet Name")]
    [InlineData("Instructions", "How to use this list", "1. Add your organization")]
    public void The_sheet_with_the_header_of_a_list_is_read_and_not_the_words_before_it(string name, string first, string second)
    {
        using var file = AWorkbook.Of((name, null, [[first], [second]]), ("Endorsers", null, [["Organization", "Email"], ["Water Trust", "a@x.example"]]));

        var sheet = Sheet.Open(file);

        Assert.Equal("Endorsers", sheet.Name);
        Assert.Equal($"Of the sheets only “Endorsers” is read; not read: “{name}”.", sheet.LeftOut);
    }

    [Fact]
    public void A_workbook_in_the_strict_format_is_called_so()
    {
        using var file = WithWorkbook("xl/workbook.xml", "<workbook xmlns=\"http://purl.oclc.org/ooxml/spreadsheetml/main\"/>");

        Assert.Equal("This is a workbook in Excel's “Strict Open XML” format. Save it as “Excel Workbook (.xlsx)” or as CSV and try again.", Assert.Throws<ImportFault>(() => Sheet.Open(file)).Message);
    }

    [Fact]
    public void A_workbook_whose_parts_have_other_names_is_no_archive()
    {
        using var file = WithWorkbook("xl/workbook2.xml", "<workbook/>");

        Assert.Equal("The parts of this workbook stand where they cannot be read. Open it in a spreadsheet program, save it again as XLSX and try once more.", Assert.Throws<ImportFault>(() => Sheet.Open(file)).Message);
    }

    [Theory]
    [InlineData("<?xml version=\"1.0\"?>\n<office:document xmlns:office=\"x\"/>", "This is an OpenDocument file in XML, which cannot be read as a list. Save the list as CSV or XLSX and try again.")]
    [InlineData("<?xml version=\"1.0\"?>\n<?mso-application progid=\"Excel.Sheet\"?>\n<Workbook/>", "This is a spreadsheet in XML, which cannot be read as a list. Save the list as CSV or XLSX and try again.")]
    [InlineData("<?xml version=\"1.0\"?>\n<html/>", "This is a web page, not a list. Save the list as CSV or XLSX and try again.")]
    [InlineData("BEGIN:VCARD\nVERSION:3.0\nORG:Earthworks\n", "This is a file of contacts (vCard), which cannot be read as a list. Save the list as CSV or XLSX and try again.")]
    [InlineData("ID;PWXL;N;E\nC;Y1;X1;K\"Organization\"\n", "This is a sheet in the SYLK format, which cannot be read as a list. Save the list as CSV or XLSX and try again.")]
    [InlineData("TABLE\r\n0,1\r\n\"\"\r\n", "This is a sheet in the DIF format, which cannot be read as a list. Save the list as CSV or XLSX and try again.")]
    [InlineData("- organization: Earthworks\n  email: a@x.example\n- organization: Sierra Club\n", "This is a file in YAML, which cannot be read as a list. Save the list as CSV or XLSX and try again.")]
    [InlineData("[\"Earthworks\",\"Sierra Club\"]", "This is JSON, but no array of objects like [{…}, {…}]. Save the list as CSV or XLSX and try again.")]
    public void A_file_of_another_kind_says_what_it_is(string text, string sentence) => Assert.Equal(sentence, Assert.Throws<ImportFault>(() => Open(text)).Message);

    private static MemoryStream WithWorkbook(string part, string text)
    {
        var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            using (var workbook = zip.CreateEntry(part).Open())
                workbook.Write(Encoding.UTF8.GetBytes(text));
            zip.CreateEntry("xl/worksheets/sheet1.xml").Open().Dispose();
        }
        return file;
    }

    private static Sheet Open(string text) => Sheet.Open(new MemoryStream(Encoding.UTF8.GetBytes(text)));
}
