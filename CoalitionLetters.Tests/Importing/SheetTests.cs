using System.IO.Compression;
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
    [InlineData("A Union\nB Union\nC; D\n", ',')]
    [InlineData("Organization,Email\nUnion of Cooks, Bakers and Waiters,a@x.example\nSierra Club,b@x.example\n", ',')]
    [InlineData("Earthworks,a@x.example\nSierra Club,b@x.example\nNAACP\n", ',')]
    [InlineData("id,name\n1,Union of Cooks, Bakers\n2,Arc\n", ',')]
    public void The_delimiter_is_found_from_the_rows(string text, char delimiter) => Assert.Equal(delimiter, Open(text).Delimiter);

    [Theory]
    [InlineData("Union of Cooks, Bakers and Waiters\nSierra Club\nFriends, Allies and Neighbors\n")]
    [InlineData("Organization\nUnion of Cooks, Bakers and Waiters\nSierra Club\n")]
    [InlineData("Water Trust, Inc.\nRiver Union, Inc.\n")]
    [InlineData("Sierra Club\nFriends,Allies and Neighbors\nArc\n")]
    public void A_list_of_names_with_commas_loses_none_of_its_words(string text)
    {
        var names = DryRunOf(new MemoryStream(Encoding.UTF8.GetBytes(text))).Select(row => row.Name);

        Assert.Equal(text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => line != "Organization"), names);
    }

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
    [InlineData("Organization,State\n", "Row 1: below the header there are no rows.")]
    [InlineData("Organization\nWa\0ter", "Row 2, column A: a zero character; this is no text.")]
    [InlineData("\u0001\0\0\u0002\0\0\u0003\0\0Water\0", "This is no text: it has zero bytes throughout. Save the list as CSV or XLSX and try again.")]
    [InlineData("<html><body><table><tr><td>Water</td></tr></table>", "This is a web page, not a list. Save the list as CSV or XLSX and try again.")]
    [InlineData("{\\rtf1 hello}", "This is a text document, not a list. Save the list as CSV or XLSX and try again.")]
    [InlineData("[{\"organization\":\"Water\",", "Row 2: this is no list of flat JSON objects (line 1, character 25).")]
    [InlineData("[{\"organization\":{\"name\":\"Water\"}}]", "Row 2, column A: an object or array stands where a text or number should.")]
    [InlineData("[{\"organization\":\"\\ud800Water\"}]", "Row 2, column A: half a character (a lone surrogate) stands in the text.")]
    [InlineData("{\"rows\":[]}", "This is JSON, but no array of objects like [{…}, {…}]. Save the list as CSV or XLSX and try again.")]
    [InlineData("Organization,State\n\"CASA,MD\n\"Mary Center,DC\n", "Row 2, column A: a quotation mark opens here, and the next one stands 1 line below, before \"M\". One between them may be missing, or those within a cell are not doubled.")]
    [InlineData("%PDF-1.7 and more", "This is a PDF, not a list. Save the list as CSV or XLSX and try again.")]
    [InlineData("PK\u0003\u0004 broken", "The workbook is damaged: it ends too early or was changed on its way. Save it again and try once more.")]
    [InlineData("Name,State\0\nCASA,MD", "Row 1, column B: a zero character; this is no text.")]
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

        Assert.Equal("Row 3, column A: the file is written in UTF-8, but here are bytes that are not. Save it again as \"CSV UTF-8\".", fault.Message);
    }

    [Fact]
    public void One_stray_byte_among_accents_of_UTF_8_is_named_with_its_place_instead_of_garbling_the_others()
    {
        byte[] bytes = [.. "Organization,State\nUni\u00F3n del Pueblo,TX\nCaf\u00E9 Workers,TX\nD"u8, 0xE9, .. "tention Watch,TX\n"u8];

        var fault = Assert.Throws<ImportFault>(() => DryRunOf(new MemoryStream(bytes)));

        Assert.Equal((4, 1), (fault.Row, fault.Column));
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

    [Fact]
    public void A_text_of_doubled_letters_that_breaks_off_within_one_is_told_with_its_place()
    {
        byte[] bytes = [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("Organization\nWater\n"), 0x41];

        Assert.StartsWith("Row 3, column A: ", Assert.Throws<ImportFault>(() => DryRunOf(new MemoryStream(bytes))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Hidden_sheets_and_sheets_behind_the_first_are_left_out_and_named()
    {
        using var file = AWorkbook.Of(("Old", "hidden", [["Organization"], ["Hidden Body"]]), ("National", null, [["Organization"], ["Water Trust"]]), ("Local", null, [["Organization"], ["River Union"]]));

        var sheet = Sheet.Open(file);

        Assert.Equal(["Organization", "Water Trust"], sheet.Rows().Select(row => row[0]));
        Assert.Equal("Of the sheets only the first with rows, \u201cNational\u201d, is read; not read: \u201cLocal\u201d. Hidden sheets are not read: \u201cOld\u201d.", sheet.LeftOut);
    }

    [Fact]
    public void Cells_of_every_kind_are_read_as_the_workbook_shows_them()
    {
        using var file = AWorkbook.Raw(
            "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>Endorsing organizations, June 2018</t></is></c></row>"
            + "<row r=\"3\"><c r=\"A3\" t=\"s\"><v>1</v></c><c r=\"B3\" t=\"s\"><v>2</v></c><c r=\"C3\" t=\"s\"><v>3</v></c><c r=\"D3\" t=\"s\"><v>4</v></c></row>"
            + "<row r=\"4\"><c r=\"A4\" t=\"s\"><v>0</v></c><c r=\"B4\" t=\"str\"><f>A4&amp;\"@\"</f><v>ada@water.example</v></c><c r=\"C4\" s=\"1\"><v>1234</v></c><c r=\"D4\" s=\"2\"><v>43269</v></c></row>"
            + "<row r=\"5\" hidden=\"1\"><c r=\"A5\" t=\"inlineStr\"><is><t>River Union</t></is></c><c r=\"C5\"><v>5055550100</v></c></row>"
            + "<row r=\"6\"><c r=\"A6\" t=\"e\"><v>#N/A</v></c><c r=\"B6\" t=\"b\"><v>1</v></c></row>"
            + "<row r=\"7\"><c r=\"A7\" t=\"inlineStr\"><is><t>Lake Club</t></is></c><c r=\"B7\" t=\"e\"><f>X1</f><v>#REF!</v></c></row>",
            "<si><r><t xml:space=\"preserve\">Water </t></r><r><rPr><b/></rPr><t>Trust</t></r></si><si><t>Organization</t></si><si><t>Email</t></si><si><t>Phone</t></si><si><t>Date</t></si>", "00000", "m/d/yyyy");

        var sheet = Sheet.Open(file);
        var rows = sheet.Rows().ToList();
        var plan = new DryRun(SheetLayout.Guess(sheet)).Run(sheet).ToList();

        Assert.Equal(["Water Trust", "ada@water.example", "01234", "2018-06-18"], rows[3].Cells);
        Assert.Equal(["River Union", "", "5055550100", ""], rows[4].Cells);
        Assert.Equal([(4, RowFate.New), (5, RowFate.New), (6, RowFate.Unclear), (7, RowFate.New)], plan.Select(row => (row.Row, row.Fate)));
        Assert.EndsWith("the row is hidden in the workbook and read all the same", plan[1].Reason, StringComparison.Ordinal);
        Assert.Equal("column A: #N/A is a formula that failed, no name", plan[2].Reason);
        Assert.EndsWith("column B: #REF! is a formula that failed", plan[3].Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("EncryptedPackage", "The workbook is protected by a password. Save it without one and try again.")]
    [InlineData("WordDocument", "This is a text document, not a list. Save the list as CSV or XLSX and try again.")]
    [InlineData("__substg1.0", "This is an old Office file without a workbook. Save the list as CSV or XLSX and try again.")]
    [InlineData("Workbook", "The workbook is damaged and cannot be opened. Save it again and try once more.")]
    public void An_old_office_file_that_is_no_list_says_what_it_is(string part, string sentence)
    {
        byte[] bytes = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[70_000], .. Encoding.Unicode.GetBytes(part), .. new byte[900]];

        Assert.Equal(sentence, Assert.Throws<ImportFault>(() => Sheet.Open(new MemoryStream(bytes))).Message);
    }

    [Theory]
    [InlineData("xl/workbook.bin", "This is a binary workbook (XLSB). Save the list as CSV or XLSX and try again.")]
    [InlineData("Index/Document.iwa", "This is a Numbers document. Export the list as CSV or XLSX and try again.")]
    [InlineData("mimetype", "This is an OpenDocument file. Save the list as CSV or XLSX and try again.")]
    [InlineData("ppt/presentation.xml", "This is a presentation, not a list. Save the list as CSV or XLSX and try again.")]
    [InlineData("list.csv", "This is an archive, not a list. Unpack it and import the file inside.")]
    public void A_file_of_parts_that_is_no_workbook_we_read_says_what_to_do(string part, string sentence)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
            zip.CreateEntry(part).Open().Dispose();

        Assert.Equal(sentence, Assert.Throws<ImportFault>(() => Sheet.Open(file)).Message);
    }

    [Fact]
    public void A_workbook_of_one_endless_cell_is_refused_before_it_is_read()
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            zip.CreateEntry("xl/workbook.xml").Open().Dispose();
            using var sheet = zip.CreateEntry("xl/worksheets/sheet1.xml", CompressionLevel.Optimal).Open();
            var block = new byte[1024 * 1024];
            for (var written = 0L; written <= Sheet.LargestFile / 2; written += block.Length)
                sheet.Write(block);
        }

        Assert.Equal("The workbook unpacks to more than can be imported at once.", Assert.Throws<ImportFault>(() => Sheet.Open(file)).Message);
    }

    [Fact]
    public void A_name_whose_accents_were_garbled_elsewhere_is_not_taken_and_told_as_it_was_meant()
    {
        var rows = new DryRun(SheetLayout.Guess(Open("Organization,State\nUniÃ³n del Pueblo,TX\nCafé Workers,TX\n"))).Run(Open("Organization,State\nUniÃ³n del Pueblo,TX\nCafé Workers,TX\n")).ToList();

        Assert.Equal([RowFate.Unclear, RowFate.New], rows.Select(row => row.Fate));
        Assert.Equal("column A: \"UniÃ³n del Pueblo\" seems to be \"Unión del Pueblo\", garbled on its way. Save the file again as \"CSV UTF-8\"", rows[0].Reason);
    }

    [Fact]
    public void Columns_that_are_called_alike_are_told()
    {
        var layout = SheetLayout.Guess(Open("Organization,E-mail,E-mail\nWater Trust,a@b.example,c@d.example\n"));

        Assert.Equal("Columns are called alike, and only the one that stands for something below is read: B and C (E-mail).", layout.Doubled);
    }

    [Fact]
    public void A_workbook_whose_texts_unpack_to_more_than_any_list_is_refused_before_it_is_read()
    {
        using var file = AWorkbook.WithTextsOf(Sheet.LargestFile + 1);

        Assert.Equal("The workbook unpacks to more than can be imported at once.", Assert.Throws<ImportFault>(() => Sheet.Open(file)).Message);
    }

    [Fact]
    public void Dates_and_failed_formulas_are_no_names()
    {
        using var file = AWorkbook.Of(("List", null, [["Organization", "Email"], ["2018-06-19", "a@b.example"], ["", "c@d.example"], ["Water Trust", "e@f.example"]]));

        var rows = DryRunOf(file);

        Assert.Equal([RowFate.Unclear, RowFate.Unclear, RowFate.New], rows.Select(row => row.Fate));
        Assert.Equal("column A: \"2018-06-19\" is a date, no name", rows[0].Reason);
    }

    [Fact]
    public void A_yes_or_no_and_a_failed_formula_are_not_understood_and_name_their_row()
    {
        var sheet = Open("Organization,State\nTRUE,TX\n#REF!,TX\nWater Trust,#N/A\n");

        var rows = new DryRun(SheetLayout.Guess(sheet)).Run(sheet).ToList();

        Assert.Equal([(2, RowFate.Unclear), (3, RowFate.Unclear), (4, RowFate.New)], rows.Select(row => (row.Row, row.Fate)));
        Assert.Equal(["column A: TRUE says yes or no and is no name", "column A: #REF! is a formula that failed, no name"], rows.Take(2).Select(row => row.Reason));
        Assert.Null(rows[2].Data!.State);
        Assert.EndsWith("column B: #N/A is a formula that failed", rows[2].Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Name,Organization Represented", "Organization=1 SignerName=0")]
    [InlineData("Name,Organization / Affiliation", "Organization=1 SignerName=0")]
    [InlineData("Name,Organization or Union", "Organization=1 SignerName=0")]
    [InlineData("Timestamp,Email Address,Name,Organization (as it should be listed),State", "Organization=3 SignerName=2 Email=1 State=4 SubmittedAt=0")]
    [InlineData("Name;Organisation / Verband", "Organization=1 SignerName=0")]
    [InlineData("Endorsing organizations,Location", "Organization=0")]
    [InlineData("Group name,Signer name", "Organization=0 SignerName=1")]
    [InlineData("Your name,Name of organization/union", "Organization=1 SignerName=0")]
    [InlineData("Nombre,Nombre de la organización", "Organization=1 SignerName=0")]
    [InlineData("Nombre,Apellido,Organización o sindicato", "Organization=2 FirstName=0 LastName=1")]
    [InlineData("Nom,Nom de l'organisation", "Organization=1 SignerName=0")]
    [InlineData("Nom,Prénom,Nom de l'association", "Organization=2 FirstName=1 LastName=0")]
    [InlineData("Name,Vorname,Name des Vereins / der Organisation", "Organization=2 FirstName=1 LastName=0")]
    [InlineData("Full name,Organizations", "Organization=1 SignerName=0")]
    [InlineData("Contact person,Organisations", "Organization=1 SignerName=0")]
    [InlineData("Signatories,Contact person", "Organization=0 SignerName=1")]
    [InlineData("Name,Organization type", "Organization=0 Kind=1")]
    [InlineData("Name,Organization city", "Organization=0 City=1")]
    [InlineData("Name,Contact person", "Organization=0 SignerName=1")]
    [InlineData("Nombre,Estado", "Organization=0 State=1")]
    [InlineData("Name (Person),Name (Organisation),E-Mail", "Organization=1 SignerName=0 Email=2")]
    [InlineData("Organizaciones firmantes,Contacto", "Organization=0 SignerName=1")]
    public void A_column_that_only_says_name_is_the_persons_beside_one_of_organizations(string headers, string columns)
    {
        var layout = SheetLayout.Guess(Open($"{headers}\n"));

        Assert.Equal(1, layout.HeaderRow);
        Assert.Equal(columns, string.Join(' ', layout.Mapping.Select(mapped => $"{mapped.Field}={mapped.Column}")));
    }

    [Theory]
    [InlineData("sep=;\nListe der Unterzeichner\n\nOrganisation;Vorname;Nachname;E-Mail-Adresse;Bundesland\nVerband A;Ada;Muster;ada@a.example;\nGesamt;1;;;\n", 4, "Organization FirstName LastName Email State")]
    [InlineData("Marca temporal,Dirección de correo electrónico,Nombre de la organización,Nombre del firmante,Cargo,Estado\n1,a@b.example,Unión A,Ada,Directora,TX\n", 1, "Organization SignerName SignerTitle Email State SubmittedAt")]
    [InlineData("Horodateur,Adresse e-mail,Nom de l'organisation,Prénom,Nom,Fonction\n1,a@b.example,Syndicat A,Ada,Muster,Directrice\n", 1, "Organization FirstName LastName SignerTitle Email SubmittedAt")]
    [InlineData("VANID,Contact Name,Preferred Email,Preferred Phone,City,State/Province,Organization Name\n7,Ada Muster,a@b.example,555,Austin,TX,Water Trust\n", 1, "Organization SignerName Email Phone State City")]
    [InlineData("Sign-on letter: organizations\nUpdated June 12\n\nGroup Name,Contact Person,Website,Type\nWater Trust,Ada,https://water.example,union\n", 4, "Organization SignerName Website Kind")]
    [InlineData("Name\nWater Trust\n", 1, "Organization")]
    [InlineData("Timestamp,Email Address,What is the name of your organization?,Your name,Your title,\"Is your organization national, state or local?\"\n1,a@b.example,Water Trust,Ada,Director,National\n", 1, "Organization SignerName SignerTitle Email Scope SubmittedAt")]
    [InlineData("first_name,last_name,email,zip_code,can2_state_abbreviated,can2_phone,Organization,Title\nAda,Muster,a@b.example,01234,MA,5,Water Trust,Director\n", 1, "Organization FirstName LastName SignerTitle Email Phone State")]
    [InlineData("Zeitstempel;E-Mail-Adresse;Name der Organisation;Ihr Name;Funktion;Telefonnummer\n1;a@b.example;Wasserverband;Ada Muster;Leiterin;030\n", 1, "Organization SignerName SignerTitle Email Phone SubmittedAt")]
    [InlineData("Horodateur;Nom de votre organisation;Nom du signataire;Fonction;Courriel;Téléphone;Pays\n1;Syndicat de l'eau;Ada;Directrice;a@b.example;01;France\n", 1, "Organization SignerName SignerTitle Email Phone Country SubmittedAt")]
    [InlineData("Organización\tNombre\tApellidos\tCorreo electrónico\tTeléfono\tEstado\nUnión A\tAda\tPérez\ta@b.example\t5\tTexas\n", 1, "Organization FirstName LastName Email Phone State")]
    [InlineData("Entidad;Representante;Cargo;Correo;Ámbito\nUnión A;Ada;Directora;a@b.example;nacional\n", 1, "Organization SignerName SignerTitle Email Scope")]
    [InlineData("Verband;Ansprechpartnerin;E-Mail;Webseite;Land\nWasserverband;Ada;a@b.example;www.w.example;Deutschland\n", 1, "Organization SignerName Email Website Country")]
    [InlineData("Association;Prénom;Nom;Adresse e-mail;Site web\nLes Amis;Ada;Muster;a@b.example;www.w.example\n", 1, "Organization FirstName LastName Email Website")]
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
