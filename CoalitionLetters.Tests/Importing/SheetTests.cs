using System.Text;
using CoalitionLetters.Exporting;
using CoalitionLetters.Importing;
using CoalitionLetters.Tests.Support;
using Xunit;

namespace CoalitionLetters.Tests.Importing;

public sealed class SheetTests
{
    static SheetTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [Theory]
    [InlineData("utf-8", "utf-8", true)]
    [InlineData("utf-8", "utf-8", false)]
    [InlineData("utf-16", "utf-16", true)]
    [InlineData("utf-16", "utf-16", false)]
    [InlineData("utf-16BE", "utf-16be", true)]
    [InlineData("windows-1252", "windows-1252", false)]
    public void The_encoding_is_found_from_the_bytes(string written, string found, bool withMark)
    {
        var encoding = Encoding.GetEncoding(written);
        byte[] bytes = [.. withMark ? encoding.GetPreamble() : [], .. encoding.GetBytes("Organization,State\nLa Unión del Pueblo,TX\n")];

        var sheet = Sheet.Open(new MemoryStream(bytes));

        Assert.Equal(found, sheet.Encoding);
        Assert.Equal("La Unión del Pueblo", sheet.Rows().ElementAt(1)[0]);
    }

    [Theory]
    [InlineData("a,b\n1,2\n", ',')]
    [InlineData("a;b\n1,5;2\n", ';')]
    [InlineData("a\tb\n1,5\t2;3\n", '\t')]
    [InlineData("sep=|\na|b,c\n", '|')]
    [InlineData("Name\nCASA\n", ',')]
    public void The_delimiter_is_found_from_the_rows(string text, char delimiter) => Assert.Equal(delimiter, Open(text).Delimiter);

    [Fact]
    public void Quoted_cells_hold_delimiters_quotes_and_line_breaks()
    {
        var rows = Open("a,b\r\n\"x, \"\"y\"\"\",\"one\r\ntwo\"\r\n\r\nlast,\"\"").Rows().ToList();

        Assert.Equal(["x, \"y\"", "one\r\ntwo"], rows[1].Cells);
        Assert.True(rows[2].IsBlank);
        Assert.Equal((4, "last"), (rows[3].Number, rows[3][0]));
    }

    [Theory]
    [InlineData("", "The file is empty.")]
    [InlineData("\n \n,,\n", "The file holds no rows with text.")]
    [InlineData("Organization,State\nCASA,\"Mary", "Row 2, column B: a quotation mark opens here and none closes it before the file ends.")]
    [InlineData("Organization,State\n\"CASA\" x,MD", "Row 2, column A: \"x\" follows a closing quotation mark. Double the quotation marks within the cell.")]
    [InlineData("Date,Amount\n2018-06-01,5\n2018-06-02,6\n", "Row 1: no column looks like the names of organizations. Say which one it is.")]
    [InlineData("%PDF-1.7 and more", "This is a PDF, not a list. Save the list as CSV or XLSX and try again.")]
    [InlineData("PK\u0003\u0004 broken", "The workbook is damaged: it ends too early or was changed on its way. Save it again and try once more.")]
    [InlineData("Name,State\0\nCASA,MD", "This is no text: it has zero bytes. Save the list as CSV or XLSX and try again.")]
    public void A_malformed_file_gets_a_sentence_that_says_what_and_where(string text, string sentence)
    {
        var fault = Assert.Throws<ImportFault>(() => DryRunOf(new MemoryStream(Encoding.UTF8.GetBytes(text))));

        Assert.Equal(sentence, fault.Message);
    }

    [Fact]
    public void Bytes_that_belie_the_mark_of_UTF_8_are_named_with_their_row()
    {
        byte[] bytes = [0xEF, 0xBB, 0xBF, .. "Organization\nCASA\nUni\u00F3n"u8[..^2], 0xFF, 0x0A];

        var fault = Assert.Throws<ImportFault>(() => DryRunOf(new MemoryStream(bytes)));

        Assert.Contains("the file says it is UTF-8", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_damaged_workbook_stores_nothing_and_says_so()
    {
        using var file = new MemoryStream();
        XlsxExport.Write(new ExportTable(["Organization"], Enumerable.Range(0, 500).Select(i => (IReadOnlyList<string>)[$"Union {i}"])), file);
        var bytes = file.ToArray();
        bytes.AsSpan(bytes.Length / 3, 200).Fill(0x55);

        var fault = Assert.Throws<ImportFault>(() => DryRunOf(new MemoryStream(bytes)));

        Assert.Contains("damaged", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sep=;\nListe der Unterzeichner\n\nOrganisation;Vorname;Nachname;E-Mail-Adresse;Bundesland\nVerband A;Ada;Muster;ada@a.example;\nGesamt;1;;;\n", 4, "Organization FirstName LastName Email State")]
    [InlineData("Marca temporal,Dirección de correo electrónico,Nombre de la organización,Nombre del firmante,Cargo,Estado\n1,a@b.example,Unión A,Ada,Directora,TX\n", 1, "Organization SignerName SignerTitle Email State SubmittedAt")]
    [InlineData("Horodateur,Adresse e-mail,Nom de l'organisation,Prénom,Nom,Fonction\n1,a@b.example,Syndicat A,Ada,Muster,Directrice\n", 1, "Organization FirstName LastName SignerTitle Email SubmittedAt")]
    [InlineData("VANID,Contact Name,Preferred Email,Preferred Phone,City,State/Province,Organization Name\n7,Ada Muster,a@b.example,555,Austin,TX,Water Trust\n", 1, "Organization SignerName Email Phone State City")]
    [InlineData("Sign-on letter: organizations\nUpdated June 12\n\nGroup Name,Contact Person,Website,Type\nWater Trust,Ada,https://water.example,union\n", 4, "Organization SignerName Website Kind")]
    [InlineData("Name\nWater Trust\n", 1, "Organization")]
    public void Header_row_and_columns_are_found_by_themselves(string text, int headerRow, string fields)
    {
        var layout = SheetLayout.Guess(Open(text));

        Assert.Equal(headerRow, layout.HeaderRow);
        Assert.Equal(fields, string.Join(' ', layout.Mapping.Select(mapped => mapped.Field)));
    }

    [Fact]
    public void Names_are_found_without_a_header()
    {
        var layout = SheetLayout.Guess(Open("Water Trust,ada@water.example\nRiver Union,bo@river.example\n"));

        Assert.Null(layout.HeaderRow);
        Assert.Equal((0, 1), (layout.ColumnOf(ImportField.Organization), layout.ColumnOf(ImportField.Email)));
    }

    [Fact]
    public void Staff_can_say_which_column_is_which()
    {
        var sheet = Open("A1,A2\nWater Trust,River Union\n");

        var layout = SheetLayout.Guess(sheet).With(new Dictionary<ImportField, int> { [ImportField.Organization] = 1 });

        Assert.Equal("River Union", new DryRun(layout).Run(sheet).Last().Name);
    }

    [Fact]
    public void Any_bytes_give_rows_or_a_sentence()
    {
        using var workbook = new MemoryStream();
        XlsxExport.Write(new ExportTable(["Organization", "State"], Enumerable.Range(0, 20).Select(i => (IReadOnlyList<string>)[$"Union {i}", "TX"])), workbook);
        byte[][] originals = [workbook.ToArray(), File.ReadAllBytes(RepositoryFiles.Sample("imports/plain-spreadsheet.csv")), Encoding.Unicode.GetBytes("\uFEFFOrganization;State\n\"Union\";TX\n")];
        var random = new Random(7);

        for (var i = 0; i < 400; i++)
        {
            var bytes = originals[i % originals.Length].ToArray();
            for (var change = random.Next(1, 12); change > 0; change--)
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            if (i % 4 == 0)
                bytes = bytes[..random.Next(1, bytes.Length)];

            try
            {
                DryRunOf(new MemoryStream(bytes));
            }
            catch (ImportFault fault)
            {
                Assert.EndsWith(".", fault.Message, StringComparison.Ordinal);
            }
        }
    }

    private static Sheet Open(string text) => Sheet.Open(new MemoryStream(Encoding.UTF8.GetBytes(text)));

    private static List<PlannedRow> DryRunOf(Stream file)
    {
        var sheet = Sheet.Open(file);
        return [.. new DryRun(SheetLayout.Guess(sheet)).Run(sheet)];
    }
}
