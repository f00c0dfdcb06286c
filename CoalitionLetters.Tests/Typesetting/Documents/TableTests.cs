using CoalitionLetters.Tests.Support.Pdf;
using CoalitionLetters.Typesetting.Documents.Tables;
using CoalitionLetters.Typesetting.Pdf;
using Xunit;

namespace CoalitionLetters.Tests.Typesetting.Documents;

public sealed class TableTests
{
    [Fact]
    public void The_head_comes_again_on_every_page()
    {
        var file = Layouts.Of(sheet => sheet.Table(table =>
        {
            table.Header("State", "Children");
            for (var i = 0; i < 130; i++)
            {
                table.Row($"Row {i}", "12");
            }
        }));

        Assert.True(file.Pages.Count > 2);
        for (var page = 0; page < file.Pages.Count; page++)
        {
            Assert.Equal("State", file.OnPage(page)[0].Text.Trim());
        }

        Assert.Equal(130, file.Body().Count(run => run.Text.StartsWith("Row ", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_table_that_runs_to_the_left_has_its_first_column_at_the_right()
    {
        var file = Layouts.Of(sheet => sheet.Table(table => table.Header("مدينة", "عدد").Row("القاهرة", "12").Row()));

        Assert.True(LeftOf("مدينة") > LeftOf("عدد"));
        Assert.True(LeftOf("القاهرة") > LeftOf("12"));
        Assert.Equal(["مدينة", "عدد", "القاهرة", "12"], file.Body().Visible().Select(run => run.Text.Trim()));
        AssertOnPaper(file);
        Assert.Empty(Conformance.Check(file.ToBytes()));

        double LeftOf(string words) => file.Body().Single(run => run.Text.Trim() == words).Left;
    }

    [Theory]
    [InlineData(2), InlineData(5), InlineData(9), InlineData(14), InlineData(40)]
    public void A_table_of_any_number_of_columns_stays_on_the_paper(int columns)
    {
        var words = Enumerable.Range(0, columns).Select(i => $"Heading{i}").ToArray();

        var file = Layouts.Of(sheet => sheet.Table(table => table.Header(words).Row([.. words.Select(word => $"some words under {word}.")])));

        AssertOnPaper(file);
        Assert.All(words, word => Assert.Contains(word, file.Body().Text().Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal));
        Assert.Empty(Conformance.Check(file.ToBytes()));
    }

    [Fact]
    public void A_table_cut_in_parts_says_in_each_which_row_it_is()
    {
        var words = Enumerable.Range(0, 14).Select(i => $"Heading{i}").ToArray();

        var file = PdfDocument.Read(Layouts.Of(sheet => sheet.Table(table => table.Header(words).Row([.. words.Select((_, i) => $"First{i}")]).Row([.. words.Select((_, i) => $"Second{i}")]))).ToBytes());

        var tables = StructureReading.Of(file).All.Where(node => node.Type == "Table").ToList();
        Assert.True(tables.Count > 1);
        Assert.All(tables, table => Assert.Equal(["Heading0 Column", "First0 Row", "Second0 Row"], FirstCells(file, table)));
        Assert.Equal(words, tables.SelectMany((table, part) => table.Descendants.Where(node => node.Type == "TR").First().Children.Skip(part == 0 ? 0 : 1)).Select(cell => cell.Text));
    }

    [Theory]
    [InlineData(14), InlineData(23), InlineData(40)]
    public void The_parts_of_a_table_are_about_as_wide_and_of_one_type_size(int columns)
    {
        var words = Enumerable.Range(10, columns).Select(i => $"Heading{i}").ToArray();

        var file = Layouts.Of(sheet => sheet.Table(table => table.Header(words)));

        var heads = file.Body().GroupBy(shown => shown.Baseline).Select(row => row.ToList()).ToList();
        var cells = heads.Select(row => row.Count).ToList();
        Assert.True(cells.Count > 1 && cells.Max() - cells.Min() <= cells.Count, string.Join(' ', cells));
        Assert.Single(file.Pages.SelectMany(page => page.Drawings.OfType<Drawing.Glyphs>()).Where(glyphs => glyphs.Run.Text.StartsWith("Heading", StringComparison.Ordinal)).Select(glyphs => Math.Round(glyphs.Run.Size, 3)).Distinct());
    }

    [Fact]
    public void A_table_in_one_piece_has_no_heads_of_rows()
    {
        var pdf = Layouts.Of(sheet => sheet.Table(table => table.Header("State", "Children").Row("Ohio", "12"))).ToBytes();

        Assert.Equal(2, StructureReading.Of(PdfDocument.Read(pdf)).All.Count(node => node.Type == "TH"));
    }

    [Fact]
    public void Columns_get_what_their_words_need()
    {
        var file = Layouts.Of(sheet => sheet.Table(table => table
            .Header("State", "Remark")
            .Row("New Mexico", string.Concat(Enumerable.Repeat("A remark that is long enough to wrap in its cell. ", 6)))));

        Assert.Contains(file.Body(), run => run.Text == "New Mexico");
    }

    [Fact]
    public void A_row_taller_than_the_page_goes_on_over_pages()
    {
        var words = string.Join(' ', Enumerable.Range(0, 3000).Select(i => $"word{i}"));

        var file = Layouts.Of(sheet => sheet.Table(table => table.Header("One", "Two").Row(words, "short")));

        Assert.True(file.Pages.Count > 1);
        Assert.Equal(words, file.Body().Where(run => run.Text.Contains("word", StringComparison.Ordinal)).Text());
        AssertOnPaper(file);
    }

    [Fact]
    public void A_tall_row_begins_where_there_is_room_and_fills_pages_to_their_foot()
    {
        var words = string.Join(' ', Enumerable.Range(0, 1200).Select(i => $"word{i}"));

        var file = Layouts.Of(sheet =>
        {
            for (var i = 0; i < 12; i++)
            {
                sheet.Paragraph("A line before.");
            }

            sheet.Table(table => table.Header("One", "Two").Row(words, "short").Row(words, "short"));
        });

        for (var page = 0; page < file.Pages.Count - 1; page++)
        {
            Assert.InRange(file.Body().Where(run => run.Page == page).Max(run => run.Baseline), 690, 720);
        }

        Assert.Contains(file.OnPage(0), run => run.Text.StartsWith("word", StringComparison.Ordinal));
        AssertOnPaper(file);
        Assert.Empty(Conformance.Check(file.ToBytes()));
    }

    [Fact]
    public void Notes_of_a_tall_row_stand_on_the_page_that_calls_them()
    {
        var file = Layouts.Of(sheet => sheet.Table(table => table.Header("One").Row(text =>
        {
            for (var i = 0; i < 40; i++)
            {
                var number = i;
                text.Span(string.Join(' ', Enumerable.Repeat($"word{i}", 30))).Footnote(sheet.Note(note => note.Paragraph($"Note {number}."))).Span(" ");
            }
        })));

        var apart = Enumerable.Range(0, 40).Where(i => PageOf($"word{i}") != PageOf($"Note {i}.")).Select(i => $"{i}: {PageOf($"word{i}")} {PageOf($"Note {i}.")}");
        Assert.Empty(apart);
        AssertOnPaper(file);

        int PageOf(string words) => file.Body().Last(run => $" {run.Text.Trim()} ".Contains($" {words} ", StringComparison.Ordinal)).Page;
    }

    [Fact]
    public void A_head_without_rows_is_a_row()
    {
        var pdf = Layouts.Of(sheet => sheet.Table(table => table.Header("A", "B"))).ToBytes();

        Assert.Contains("  Table\n    TR\n      TH\n", PdfText.Structure(pdf), StringComparison.Ordinal);
        Assert.Empty(Conformance.Check(pdf));
    }

    [Fact]
    public void Rows_may_be_uneven_or_empty()
    {
        var pdf = Layouts.Of(sheet => sheet.Table(table => table.Header("A", "B", "C").Row("1").Row("").Row("1", "2", "3"))).ToBytes();

        Assert.Empty(Conformance.Check(pdf));
        Assert.Equal(9, PdfText.Structure(pdf).Split('\n').Count(line => line.TrimStart().StartsWith("TD", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_blank_cell_of_the_head_names_nothing()
    {
        var pdf = Layouts.Of(sheet => sheet.Table(table => table.Header("", "B").Row("1", "2", "3"))).ToBytes();

        Assert.Contains("      TR\n        TD\n        TH\n          P “B”\n        TD\n", PdfText.Structure(pdf), StringComparison.Ordinal);
        Assert.Empty(Conformance.Check(pdf));
    }

    [Fact]
    public void A_head_of_blank_cells_is_none()
    {
        var pdf = Layouts.Of(sheet => sheet.Table(table => table.Header("", " ").Row("1", "2"))).ToBytes();

        Assert.StartsWith("Document\n  Table\n    TBody\n      TR\n        TD\n", PdfText.Structure(pdf), StringComparison.Ordinal);
        Assert.Empty(Conformance.Check(pdf));
    }

    [Fact]
    public void A_note_called_in_a_header_cell_stands_after_the_table()
    {
        var pdf = Layouts.Of(sheet => sheet
            .Table(table => table.Header(t => t.Span("State").Footnote(note => note.Paragraph("As of May."))).Row("Ohio"))
            .Paragraph("After")).ToBytes();

        var structure = PdfText.Structure(pdf);
        Assert.DoesNotContain("      Note", structure, StringComparison.Ordinal);
        Assert.Contains("P “Ohio”\n  Note “1”\n    P “As of May.”\n  P “After”\n", structure, StringComparison.Ordinal);
        Assert.Empty(Conformance.Check(pdf));
    }

    [Fact]
    public void An_empty_table_is_nothing()
    {
        var file = Layouts.Of(sheet => sheet.Paragraph("Before").Table((Table _) => { }).Paragraph("After"));

        Assert.Equal("BeforeAfter", file.Body().Text());
    }

    /// <summary>The first cell of each row with what it speaks for.</summary>
    private static IEnumerable<string> FirstCells(PdfDocument file, StructureNode table) =>
        table.Descendants.Where(node => node.Type == "TR").Select(row => row.Children.First())
            .Select(cell => $"{cell.Text} {(StructureRules.Attribute(new Subject(file), cell, "Table", "Scope") as PdfName)?.Value}");

    private static void AssertOnPaper(PdfFile file) =>
        Assert.All(file.Body(), run => Assert.True(run.Left >= 71.9 && run.Right <= 540.1 && run.Baseline <= 720, run.ToString()));
}
