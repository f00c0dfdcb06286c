using System.Text;
using CoalitionLetters.Importing;
using CoalitionLetters.Tests.Support;
using Xunit;

namespace CoalitionLetters.Tests.Importing;

public sealed class ReadingTests
{
    static ReadingTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [Theory]
    [InlineData("utf-8", "Unión 工会")]
    [InlineData("utf-16", "Unión 工会")]
    [InlineData("utf-16be", "Unión 工会")]
    [InlineData("utf-32", "Unión 工会")]
    [InlineData("windows-1252", "Unión")]
    [InlineData("macintosh", "Unión")]
    [InlineData("ibm437", "Unión")]
    [InlineData("ibm850", "União")]
    [InlineData("windows-1250", "Związek")]
    [InlineData("windows-1251", "Союз")]
    [InlineData("windows-1253", "Ένωση")]
    [InlineData("windows-1254", "İşçi")]
    [InlineData("windows-1255", "איגוד")]
    [InlineData("windows-1256", "اتحاد")]
    [InlineData("windows-1258", "Đoàn")]
    [InlineData("gb18030", "工会")]
    [InlineData("big5", "工會")]
    [InlineData("shift_jis", "労働組合")]
    [InlineData("euc-kr", "노동조합")]
    public void A_text_is_read_in_the_encoding_that_staff_say(string encoding, string name)
    {
        using var file = new MemoryStream(Encoding.GetEncoding(encoding).GetBytes($"Organization,State\n{name},TX\n"));

        var sheet = Sheet.Open(file, new Reading(encoding));

        Assert.Equal((encoding, ',', name), (sheet.Encoding, sheet.Delimiter, sheet.Rows().Last()[0]));
        Assert.Contains(encoding, FileEncoding.Known.Select(known => known.Name));
    }

    [Fact]
    public void The_mark_of_an_encoding_is_no_letter_of_the_first_cell_where_staff_say_another()
    {
        byte[] bytes = [0xEF, 0xBB, 0xBF, .. Encoding.Latin1.GetBytes("Organization\nUnión\n")];

        var rows = Sheet.Open(new MemoryStream(bytes), new Reading("windows-1252")).Rows();

        Assert.Equal(["Organization", "Unión"], rows.Select(row => row[0]));
    }

    [Theory]
    [InlineData("a,b;c\n1,2;3\n", ';', "a,b|c")]
    [InlineData("sep=;\na,b;c\n", ',', "a|b;c")]
    [InlineData("a^b\n1^2\n", '^', "a|b")]
    public void What_staff_say_stands_between_the_cells_goes_before_the_guess_and_before_the_files_own_line(string text, char delimiter, string first)
    {
        var sheet = Sheet.Open(new MemoryStream(Encoding.UTF8.GetBytes(text)), new Reading(Delimiter: delimiter));

        Assert.Equal(first, string.Join('|', sheet.Rows().First().Cells));
    }

    [Theory]
    [InlineData("windows-1252", "utf-8", "Row 2, column A: here are bytes that mean nothing in UTF-8. Choose another encoding.")]
    [InlineData("utf-16", "utf-8", "Row 1, column A: a zero character; this is no text in UTF-8. Choose another encoding.")]
    [InlineData("windows-1252", "gb18030", "Row 2, column A: here are bytes that mean nothing in GB18030. Choose another encoding.")]
    public void A_text_that_is_none_in_the_encoding_that_staff_say_is_told_with_its_row_and_column(string written, string said, string sentence)
    {
        using var file = new MemoryStream(Encoding.GetEncoding(written).GetBytes("Organization\nUni\u00FFn\u00FE\n"));

        var fault = Assert.Throws<ImportFault>(() => Sheet.Open(file, new Reading(said, ',')).Rows().Count());

        Assert.Equal(sentence, fault.Message);
    }

    [Fact]
    public void A_sheet_that_staff_name_is_read_in_place_of_the_first_and_the_others_are_told()
    {
        using var file = Workbook();

        var (first, local) = (Sheet.Open(file), Sheet.Open(file, new Reading(Sheet: "local")));

        Assert.Equal(["National", "Local"], first.Names);
        Assert.Equal("National", first.Name);
        Assert.Equal(["Organization", "River Union"], local.Rows().Select(row => row[0]));
        Assert.Equal("Of the sheets only \u201cLocal\u201d is read; not read: \u201cNational\u201d. Hidden sheets are not read: \u201cOld\u201d.", local.LeftOut);
    }

    [Theory]
    [InlineData("State", "The workbook has no sheet \u201cState\u201d with rows. It has \u201cNational\u201d, \u201cLocal\u201d.")]
    [InlineData("Blank", "The workbook has no sheet \u201cBlank\u201d with rows. It has \u201cNational\u201d, \u201cLocal\u201d.")]
    [InlineData("Old", "The sheet \u201cOld\u201d is hidden. Show it in the workbook, save it and try again.")]
    public void A_sheet_that_is_not_there_or_hidden_gets_a_sentence(string name, string sentence)
    {
        using var file = Workbook();

        Assert.Equal(sentence, Assert.Throws<ImportFault>(() => Sheet.Open(file, new Reading(Sheet: name))).Message);
    }

    [Fact]
    public void What_a_kind_of_file_does_not_have_cannot_be_chosen()
    {
        using var workbook = Workbook();
        static MemoryStream Text(string text) => new(Encoding.UTF8.GetBytes(text));

        Assert.Equal("This is a workbook, and only text has an encoding and a delimiter to choose.", Assert.Throws<ImportFault>(() => Sheet.Open(workbook, new Reading("utf-8"))).Message);
        Assert.Equal("This is text, and only workbooks have sheets to choose from.", Assert.Throws<ImportFault>(() => Sheet.Open(Text("a,b\n"), new Reading(Sheet: "List"))).Message);
        Assert.Equal("This is JSON, which has no encoding, delimiter or sheet to choose.", Assert.Throws<ImportFault>(() => Sheet.Open(Text("[{\"a\":1}]"), new Reading("utf-8"))).Message);
    }

    [Theory]
    [InlineData("comma", ',')]
    [InlineData("Vertical Bar", '|')]
    [InlineData("\t", '\t')]
    [InlineData("^", '^')]
    [InlineData("\"", null)]
    [InlineData("commas", null)]
    [InlineData("", null)]
    public void A_delimiter_is_said_by_its_name_or_as_it_is(string said, char? delimiter) => Assert.Equal(delimiter, Delimiters.Find(said));

    [Theory]
    [InlineData("windows-1252", "macintosh", "macintosh")]
    [InlineData("windows-1252", "windows-1252", null)]
    [InlineData("utf-8", "macintosh", null)]
    public void An_encoding_is_worth_remembering_only_where_the_file_did_not_show_its_own(string written, string said, string? kept)
    {
        var found = Sheet.Open(new MemoryStream(Encoding.GetEncoding(written).GetBytes("Organization;State\nUnión;TX\n")));

        Assert.Equal(new Reading(kept, ','), RememberedReading.WorthKeeping(new Reading(said, ','), found));
        Assert.Equal(new Reading(kept), RememberedReading.WorthKeeping(new Reading(said, ';'), found));
    }

    private static MemoryStream Workbook() => AWorkbook.Of(
        ("Old", "hidden", [["Organization"], ["Hidden Body"]]), ("Blank", null, [[" "], [""]]), ("National", null, [["Organization"], ["Water Trust"]]), ("Local", null, [["Organization"], ["River Union"]]));
}
