using System.Text;
using System.Text.Json;
using CoalitionLetters.Exporting;
using CoalitionLetters.Importing;
using CoalitionLetters.Letters;
using CoalitionLetters.Organizations;
using CoalitionLetters.Signatures;
using CoalitionLetters.Signatures.Desk;
using CoalitionLetters.Tests.Support;
using CoalitionLetters.Web.Forms;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace CoalitionLetters.Tests.Exporting;

/// <summary>The table of signatures as the desk hands it out, read again by the import.</summary>
public sealed class ExportTests
{
    private static readonly Letter letter = ALetter.Open().Letter;

    [Fact]
    public void What_is_exported_as_CSV_imports_again_without_loss() => Prop.ForAll(Lists(), list => Same(list, ThroughCsv(list))).QuickCheckThrowOnFailure();

    [Fact]
    public void What_is_exported_as_a_workbook_imports_again_without_loss() => Prop.ForAll(Lists(), list => Same(list, ThroughXlsx(list))).Check(Config.QuickThrowOnFailure.WithMaxTest(30));

    [Fact]
    public void What_is_exported_as_JSON_imports_again_without_loss() => Prop.ForAll(Lists(), list => Same(list, ThroughJson(list))).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("=HYPERLINK(\"http://x\")")]
    [InlineData("+1 Union")]
    [InlineData("-Minus-")]
    [InlineData("@Work")]
    [InlineData("'=already")]
    public void No_cell_of_a_CSV_begins_like_a_formula(string name)
    {
        var signature = Signed(new Listing { Name = name }, new Signer(), null);

        var line = Csv([signature]).Split("\r\n")[1];

        Assert.StartsWith("'", line[(line.IndexOf(',', StringComparison.Ordinal) + 1)..].TrimStart('"'), StringComparison.Ordinal);
        Assert.Equal(name, Assert.Single(ThroughCsv([signature])).Name);
    }

    [Fact]
    public async Task A_CSV_begins_with_the_mark_of_UTF_8_so_that_Excel_reads_accents()
    {
        using var stream = new MemoryStream();

        await CsvExport.WriteAsync(Table([]), stream, TestContext.Current.CancellationToken);

        Assert.Equal([0xEF, 0xBB, 0xBF], stream.ToArray()[..3]);
    }

    [Fact]
    public async Task JSON_has_one_object_for_each_row()
    {
        using var stream = new MemoryStream();
        await JsonExport.WriteAsync(Table([Signed(new Listing { Name = "La Unión" }, new Signer { Name = "Ada" }, null)]), stream, TestContext.Current.CancellationToken);

        var row = JsonDocument.Parse(stream.ToArray()).RootElement[0];

        Assert.Equal(("La Unión", "Ada"), (row.GetProperty("organization").GetString(), row.GetProperty("signer_name").GetString()));
    }

    [Theory]
    [InlineData("perhaps", "column B: \u201cperhaps\u201d is neither yes nor a place among the leads, so it leads nothing")]
    [InlineData("no", null)]
    public void A_lead_is_taken_only_from_a_plain_yes_or_a_place(string cell, string? doubt)
    {
        var row = Assert.Single(Read(new MemoryStream(Encoding.UTF8.GetBytes($"Organization,Leads the letter\nWater Trust,{cell}\n"))));

        Assert.Equal((null, doubt), (row.Lead, row.Doubts.SingleOrDefault()));
    }

    private static ExportTable Table(IEnumerable<Signature> signatures) => SignatureExport.Of(letter, signatures.Select(s => (s, s.Listing.Kind)));

    private static Arbitrary<Signature[]> Lists()
    {
        var text = Gen.Elements("Water, \"Trust\"", "=SUM(A1)", "'+Union", "Unión del Pueblo", "@Work", "- Dash", "line one\nline two", "工会", "O'Brien & Co; Ltd", "x\ty", "007", "'plain", "''=x", "\"quoted\"", "\"", "a\r\nb", "جمعية المياه", "שלום", "=", "+1 505 555 0100", "-5", "\tTab", "😀 Emoji", "e\u0301", "a;b", "sep=;", "Total", "_x000D_", "bell\u0007").Select(t => t);
        // As the forms keep them.
        var name = text.Select(t => PlainLine.Of($"{t} Group"));
        var optional = text.Select(PlainLine.Of).OrNull();
        var signature =
            from n in name
            from signer in optional
            from title in optional
            from quote in text.Select(t => t.Trim()).OrNull()
            from phone in Gen.Elements<string?>(null, "0049 30 1234", "+1 505 555 0100", "007", "(505) 555-0100")
            from scope in Gen.Elements<Scope?>(null, Scope.National, Scope.Local)
            from kind in Gen.Elements(OrganizationKind.Unstated, OrganizationKind.Union, OrganizationKind.Other)
            from lead in Gen.Elements(false, true)
            from place in Gen.Elements<int?>(null, 1, 12)
            select Signed(new Listing { Name = n, Scope = scope, Kind = kind, State = "New Mexico", IsLead = lead, Order = lead ? place : null }, new Signer { Name = signer ?? "", Title = title, Email = "a@b.example", Phone = phone }, quote);
        return signature.NonEmptyListOf().Select(list => list.ToArray()).ToArbitrary();
    }

    private static Signature Signed(Listing listing, Signer signer, string? quote)
    {
        var signature = Signature.EnteredByStaff(letter, null, listing, signer, "mail of June 14", "Ada", ALetter.Now);
        signature.Answer(new Dictionary<string, string>(), quote);
        signature.List(ALetter.Now);
        return signature;
    }

    private static bool Same(IReadOnlyList<Signature> before, IReadOnlyList<ImportedRow> after) => before.Select(Comparable).SequenceEqual(after.Select(Comparable));

    private static string Comparable(Signature s) => string.Join('|', s.Listing.Name, s.Listing.Scope, s.Listing.State, s.Listing.Kind, s.Listing.IsLead, s.Listing.Order, s.Signer.Name, s.Signer.Title, s.Signer.Email, s.Signer.Phone, s.Quote, s.Evidence);

    private static string Comparable(ImportedRow row) => string.Join('|', row.Name, row.Scope, row.State, row.Kind, row.Lead is not null, row.Lead?.Place, row.SignerName, row.SignerTitle, row.Email, row.Phone, row.Quote, row.Evidence);

    private static string Csv(Signature[] list)
    {
        using var stream = new MemoryStream();
        CsvExport.WriteAsync(Table(list), stream).GetAwaiter().GetResult();
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static List<ImportedRow> ThroughCsv(Signature[] list) => Read(new MemoryStream(Encoding.UTF8.GetBytes(Csv(list))));

    private static List<ImportedRow> ThroughXlsx(Signature[] list)
    {
        using var stream = new MemoryStream();
        XlsxExport.Write(Table(list), stream);
        return Read(new MemoryStream(stream.ToArray()));
    }

    private static List<ImportedRow> ThroughJson(Signature[] list)
    {
        using var stream = new MemoryStream();
        JsonExport.WriteAsync(Table(list), stream).GetAwaiter().GetResult();
        return Read(new MemoryStream(stream.ToArray()));
    }

    private static List<ImportedRow> Read(Stream file)
    {
        var sheet = Sheet.Open(file);
        return [.. new DryRun(SheetLayout.Guess(sheet)).Run(sheet).Where(row => row.Data is not null).Select(row => row.Data!)];
    }
}
