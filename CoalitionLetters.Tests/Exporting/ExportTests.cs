using System.Text;
using System.Text.Json;
using CoalitionLetters.Exporting;
using CoalitionLetters.Importing;
using CoalitionLetters.Organizations;
using CoalitionLetters.Web.Forms;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace CoalitionLetters.Tests.Exporting;

public sealed class ExportTests
{
    [Fact]
    public void What_is_exported_as_CSV_imports_again_without_loss() => Prop.ForAll(Lists(), rows => Same(rows, ThroughCsv(rows))).QuickCheckThrowOnFailure();

    [Fact]
    public void What_is_exported_as_a_workbook_imports_again_without_loss() => Prop.ForAll(Lists(), rows => Same(rows, ThroughXlsx(rows))).Check(Config.QuickThrowOnFailure.WithMaxTest(30));

    [Fact]
    public void What_is_exported_as_JSON_imports_again_without_loss() => Prop.ForAll(Lists(), rows => Same(rows, ThroughJson(rows))).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("=HYPERLINK(\"http://x\")")]
    [InlineData("+1 Union")]
    [InlineData("-Minus-")]
    [InlineData("@Work")]
    [InlineData("'=already")]
    public void No_cell_of_a_CSV_begins_like_a_formula(string name)
    {
        var line = Csv([new ImportedRow { Name = name }]).Split("\r\n")[1];

        Assert.StartsWith("'", line.TrimStart('"'), StringComparison.Ordinal);
        Assert.Equal(name, Assert.Single(ThroughCsv([new ImportedRow { Name = name }])).Name);
    }

    [Fact]
    public async Task A_CSV_begins_with_the_mark_of_UTF_8_so_that_Excel_reads_accents()
    {
        using var stream = new MemoryStream();

        await CsvExport.WriteAsync(ExportTable.Of([]), stream, TestContext.Current.CancellationToken);

        Assert.Equal([0xEF, 0xBB, 0xBF], stream.ToArray()[..3]);
    }

    [Fact]
    public async Task JSON_has_one_object_for_each_row()
    {
        using var stream = new MemoryStream();
        await JsonExport.WriteAsync(ExportTable.Of([new ImportedRow { Name = "La Unión", SignerName = "Ada" }]), stream, TestContext.Current.CancellationToken);

        var row = JsonDocument.Parse(stream.ToArray()).RootElement[0];

        Assert.Equal(("La Unión", "Ada"), (row.GetProperty("organization").GetString(), row.GetProperty("signer_name").GetString()));
    }

    private static Arbitrary<ImportedRow[]> Lists()
    {
        var text = Gen.Elements("Water, \"Trust\"", "=SUM(A1)", "'+Union", "Unión del Pueblo", "@Work", "- Dash", "line one\nline two", "工会", "O'Brien & Co; Ltd", "x\ty", "007", "'plain", "''=x", "\"quoted\"", "\"", "a\r\nb", "جمعية المياه", "שלום", "=", "+1 505 555 0100", "-5", "\tTab", "😀 Emoji", "e\u0301", "a;b", "sep=;", "Total", "_x000D_", "bell\u0007").Select(t => t);
        // As the forms keep them.
        var name = text.Select(t => PlainLine.Of($"{t} Group"));
        var optional = text.Select(PlainLine.Of).OrNull();
        var row =
            from n in name
            from signer in optional
            from title in optional
            from comment in text.Select(t => t.Trim()).OrNull()
            from phone in Gen.Elements<string?>(null, "0049 30 1234", "+1 505 555 0100", "007", "(505) 555-0100")
            from scope in Gen.Elements<Scope?>(null, Scope.National, Scope.Local)
            from kind in Gen.Elements(OrganizationKind.Unstated, OrganizationKind.Union, OrganizationKind.Other)
            select new ImportedRow { Name = n, SignerName = signer, SignerTitle = title, Comment = comment, Scope = scope, Kind = kind, State = "New Mexico", Email = "a@b.example", Phone = phone };
        return row.NonEmptyListOf().Select(rows => rows.ToArray()).ToArbitrary();
    }

    private static bool Same(IReadOnlyList<ImportedRow> before, IReadOnlyList<ImportedRow> after) =>
        before.Select(Comparable).SequenceEqual(after.Select(Comparable));

    private static string Comparable(ImportedRow row) => JsonSerializer.Serialize(row with { Row = 0, Doubts = [] });

    private static string Csv(ImportedRow[] rows)
    {
        using var stream = new MemoryStream();
        CsvExport.WriteAsync(ExportTable.Of(rows), stream).GetAwaiter().GetResult();
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static List<ImportedRow> ThroughCsv(ImportedRow[] rows) => Read(new MemoryStream(Encoding.UTF8.GetBytes(Csv(rows))));

    private static List<ImportedRow> ThroughXlsx(ImportedRow[] rows)
    {
        using var stream = new MemoryStream();
        XlsxExport.Write(ExportTable.Of(rows), stream);
        return Read(new MemoryStream(stream.ToArray()));
    }

    private static List<ImportedRow> ThroughJson(ImportedRow[] rows)
    {
        using var stream = new MemoryStream();
        JsonExport.WriteAsync(ExportTable.Of(rows), stream).GetAwaiter().GetResult();
        return Read(new MemoryStream(stream.ToArray()));
    }

    private static List<ImportedRow> Read(Stream file)
    {
        var sheet = Sheet.Open(file);
        return [.. new DryRun(SheetLayout.Guess(sheet)).Run(sheet).Where(row => row.Data is not null).Select(row => row.Data!)];
    }
}
